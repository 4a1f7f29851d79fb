import { expect, test } from "vitest"
import { findParagraphs } from "../text/paragraphs.js"
import { findQuotations } from "../text/quotations.js"
import { kindOf } from "./kind.js"

// the content stands between bars
const kind = (marked: string, turn = false) => {
  const pieces = marked.split("|")
  const text = pieces.join("")
  const ends = pieces.map((_, at) => pieces.slice(0, at + 1).join("").length)
  const content = pieces.flatMap((piece, at) => (at % 2 ? [{ start: ends[at]! - piece.length, end: ends[at]! }] : []))
  const { quotations } = findQuotations(text, findParagraphs(text))
  return kindOf(text, content, quotations, turn ? [{ span: content[0]!, label: "Q" }] : [])
}

test.each([
  ["|“We will appeal,”| said Lopez.", "direct"],
  ["|“I am,”| she said, |“tired.”|", "direct"],
  ["“|We will appeal|,” said Lopez.", "direct"],
  ["Lopez said |they would appeal|.", "indirect"],
  ["Lopez said |they were “very tired” of it|.", "mixed"],
  ["|“They expressed joy at it,”| said Lopez.", "direct"],
  ["“They expressed |joy at it|,” said Lopez.", "indirect"],
  ["“He told me, |‘Go home’|,” said Ann.", "direct"],
  ["Ann said |the “Blue Harbour” deal was off|.", "indirect"],
  ["|“Never,”| said Ann.", "direct"],
  ["Giles, he said, |responded, “We wait.”|", "mixed"],
])("%s", (marked, wanted) => {
  expect(kind(marked)).toBe(wanted)
})

test("a turn of a transcript is direct, what it tells of others is not", () => {
  expect(kind("Q: |Will you go?|", true)).toBe("direct")
  const text = "Will you go? He said no."
  expect(kindOf(text, [{ start: 21, end: 23 }], [], [{ span: { start: 0, end: 24 }, label: "Q" }])).toBe("indirect")
})
