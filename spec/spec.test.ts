import { describe, expect, test } from "vitest"
import { recordFromMarked } from "../src/marked/read.js"
import { explain } from "../test/check.js"
import { countCases, hasHealed, readCases, tryOne } from "./cases.js"

const cases = readCases()

describe("every case is written without a mistake", () => {
  for (const page of new Set(cases.map((one) => one.page))) {
    test(page, () => {
      for (const { line, marked, wanted } of cases.filter((one) => one.page === page)) {
        for (const block of [marked, wanted]) {
          if (block === undefined) continue
          try {
            recordFromMarked(block)
          } catch (error) {
            throw new Error(`spec/${page}, block at line ${line}, ${error instanceof Error ? error.message : error}`)
          }
        }
      }
    })
  }
})

describe.skipIf(!cases.some(({ kind }) => kind === "rule"))("what rules decide", () => {
  for (const one of cases.filter(({ kind }) => kind === "rule")) {
    test(`${one.page}:${one.line} ${one.heading}`, async () => {
      const outcome = await tryOne(one)
      if (await hasHealed(one)) throw new Error("This known mistake has healed: make its wanted block the case.")
      if (!outcome.held) throw new Error(explain(outcome))
    })
  }
})

describe("what the model decides", () => {
  test("is counted", async () => {
    const counts = await countCases(cases)
    const held = counts.reduce((sum, count) => sum + count.held, 0)
    const lines = counts.map(({ page, held: some, of }) => `${page.padEnd(28)} ${some} of ${of}`)
    const all = counts.reduce((sum, { of }) => sum + of, 0)
    console.log([...lines, `${"all pages".padEnd(28)} ${held} of ${all}`].join("\n"))
    expect(held).toBeLessThanOrEqual(all)
  }, 300_000)

  for (const one of cases.filter(({ kind, wanted }) => kind === "case" && wanted !== undefined)) {
    test(`${one.page}:${one.line} is still a known mistake`, async () => {
      if (await hasHealed(one)) throw new Error("This known mistake has healed: make its wanted block the case.")
    })
  }
})
