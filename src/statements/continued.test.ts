import { expect, test } from "vitest"
import { findParagraphs } from "../text/paragraphs.js"
import { findQuotations } from "../text/quotations.js"
import { sliceOf } from "../text/span.js"
import { withContinuations } from "./continued.js"

/** Brackets mark the content; what it is with all that goes on. */
function check(bracketed: string, ...parts: string[]): void {
  const text = bracketed.replaceAll(/[[\]]/g, "")
  const start = bracketed.indexOf("[")
  const { quotations } = findQuotations(text, findParagraphs(text))
  const content = [{ start, end: bracketed.indexOf("]") - 1 }]
  expect(withContinuations(content, quotations, 0).map((part) => sliceOf(text, part))).toEqual(parts)
  // The same from a later quotation on: places count among all of the report.
  const earlier = findQuotations(`“A.” ${text}`, findParagraphs(`“A.” ${text}`)).quotations
  const shifted = content.map((part) => ({ start: part.start + 5, end: part.end + 5 }))
  expect(withContinuations(shifted, earlier.slice(1), 1)).toHaveLength(parts.length)
}

test("a quotation that is re-opened in each paragraph goes on to its end", () => {
  check(
    "Reed said: [“We can slow it.]\n\n“It will take work.\n\n“It will take years.”\n\n“Never,” said Kane.",
    "“We can slow it.",
    "“It will take work.",
    "“It will take years.”",
  )
})

test("one that is closed does not go on", () => {
  check("Reed said: [“We can slow it.”]\n\n“It will take work.”", "“We can slow it.”")
})

test("what belongs to the content already is not added", () => {
  check("Reed said: [“We can slow it.\n\n“It will take work.”]", "“We can slow it.\n\n“It will take work.”")
})

test("no content has no continuation", () => {
  expect(withContinuations([], [], 0)).toEqual([])
})
