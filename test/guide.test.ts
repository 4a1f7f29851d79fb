import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { recordFromMarked } from "../src/marked/read.js"
import { recordSchema } from "../src/record.js"

const guide = readFileSync("corpus/GUIDE.md", "utf8")
const examples = [...guide.matchAll(/^```marked\n([\s\S]*?)\n```$/gm)].map(({ 1: marked = "", index }) => ({
  line: guide.slice(0, index).split("\n").length + 1,
  marked,
}))

test("there is an example for every section of the guide", () => {
  const sections = guide.split(/^## \d+\. /m).slice(1)
  expect(sections).toHaveLength(11)
  for (const section of sections) expect(section).toContain("```marked\n")
})

test.each(examples)("corpus/GUIDE.md:$line is written without a mistake", ({ marked }) => {
  const record = recordFromMarked(marked)
  expect(recordSchema.safeParse(record).error).toBeUndefined()
  expect(record.report.text).not.toMatch(/[{}]/)
})
