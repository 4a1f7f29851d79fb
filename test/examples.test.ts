import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { parseMarked } from "../src/marked/parse.js"
import { recordFromMarked } from "../src/marked/read.js"
import { recordSchema } from "../src/record.js"
import { sliceOf } from "../src/text/span.js"

const names = readdirSync("examples")
  .filter((name) => name.endsWith(".marked.txt"))
  .map((name) => name.slice(0, -".marked.txt".length))

test("six reports stand in examples, each with its marks", () => {
  const plain = readdirSync("examples").filter((name) => /^[^.]+\.txt$/.test(name))
  expect(names).toHaveLength(6)
  expect(plain.map((name) => name.slice(0, -".txt".length)).sort()).toEqual([...names].sort())
})

describe.each(names)("examples/%s", (name) => {
  const written = readFileSync(`examples/${name}.marked.txt`, "utf8")
  const record = recordFromMarked(written)
  const { text } = record.report

  test("its marks taken away, the report is left", () => {
    expect(text).toBe(readFileSync(`examples/${name}.txt`, "utf8"))
  })

  test("its marks make a record", () => {
    expect(recordSchema.safeParse(record).error).toBeUndefined()
  })

  test("every actor stands in the header and is mentioned in the text", () => {
    const listed = parseMarked(written).header.actors.map((actor) => actor.name)
    expect(record.actors.map((actor) => actor.name)).toEqual(listed)
    const absent = record.actors.flatMap(({ name, aliases, mentions }) => {
      const missing = [name, ...aliases].filter((words) => !text.toLowerCase().includes(bare(words)))
      return mentions.length ? missing : [...missing, `${name} is never mentioned`]
    })
    expect(absent).toEqual([])
  })

  test("no two actors share a mention, unless it means both", () => {
    const joint =
      /^(?:they|them|their|both (?:sides|parties)|(?:the )?(?:two )?(?:sides|leaders)|fisheries ministers|either)$/i
    const owners = new Map<string, string[]>()
    for (const actor of record.actors) {
      for (const { start, end } of actor.mentions) {
        const place = `${start}-${end}`
        owners.set(place, [...(owners.get(place) ?? []), actor.name])
      }
    }
    const shared = [...owners].filter(([place, actors]) => {
      const [start = 0, end = 0] = place.split("-").map(Number)
      return actors.length > 1 && !joint.test(sliceOf(text, { start, end }))
    })
    expect(shared).toEqual([])
  })

  test("every statement has a place in reading order, replies follow their questions", () => {
    const order = new Map(record.statements.map((statement, i) => [statement.id, i]))
    for (const { id, answers, response, within } of record.statements) {
      if (within) expect(order.has(within)).toBe(true)
      if (!answers) continue
      expect(response).toBeDefined()
      expect(order.get(answers)!).toBeLessThan(order.get(id)!)
      expect(record.statements[order.get(answers)!]!.act).toBe("ask")
    }
  })
})

const bare = (words: string): string => words.toLowerCase().replace(/^(?:the|an?) /, "")
