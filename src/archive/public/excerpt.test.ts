import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import type { Record } from "../../record.js"
import type { Span } from "../../text/span.js"
import { excerpted } from "./excerpt.js"

const excerptOf = (marked: string) => excerpted(recordFromMarked(marked)).report

test("of a text stay the sentences in which entries stand, each run of them a paragraph", () => {
  const { text, paragraphs } = excerptOf(
    "It rained. {q1:“No,”} {c1:said} {s1:Ann Lee}. {s2:She} {c2:added} {q2:that she was tired}. The hall was full.\n\nNobody left.\n\nBo Karr came. {p:Bo Karr} {k=happened meet:met} {p:Ann Lee}.",
  )
  expect(text).toBe("“No,” said Ann Lee. She added that she was tired.\n\nBo Karr met Ann Lee.")
  expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(text.split("\n\n"))
})

test("a quotation that goes on in another paragraph keeps what lies between", () => {
  const { text, paragraphs } = excerptOf("Rain.\n\n{s:Ann Lee} {c:said}: {q:“One.\n\n“Two.”} Then she left.\n\nSun.")
  expect(text).toBe("Ann Lee said: “One.\n\n“Two.”")
  expect(paragraphs).toHaveLength(2)
})

test("a report without entries keeps nothing of its text", () => {
  expect(excerptOf("Nothing was said here.")).toMatchObject({ text: "", paragraphs: [] })
})

const examples = readdirSync(new URL("../../../examples/", import.meta.url)).filter((name) =>
  name.endsWith(".marked.txt"),
)

test.each(examples)("every entry of %s has the same words as before", (name) => {
  const record = recordFromMarked(readFileSync(new URL(`../../../examples/${name}`, import.meta.url), "utf8"))
  const excerpt = excerpted(record)
  expect(wordsIn(excerpt)).toEqual(wordsIn(record))
  expect(excerpt.report.text.length).toBeLessThan(record.report.text.length)
  for (const { start, end } of [...excerpt.report.paragraphs, ...excerpt.actors.flatMap(({ mentions }) => mentions)]) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(excerpt.report.text.length)
  }
  for (const { span, label } of excerpt.report.turns ?? []) {
    expect(excerpt.report.text.slice(span.start, span.end).length, label).toBeGreaterThan(0)
  }
})

function wordsIn({ report, statements, contacts }: Record) {
  const words = (span: Span | undefined) => span && report.text.slice(span.start, span.end)
  return [
    statements.map(({ id, content, cue, source, setting, figures }) => [
      id,
      [...content, ...cue, ...source, ...figures.map(({ text }) => text)].map(words),
      [setting.via, setting.when, setting.where].map(words),
    ]),
    contacts.map(({ id, evidence, when, where }) => [id, words(evidence), words(when), words(where)]),
  ]
}
