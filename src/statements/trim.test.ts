import { expect, test } from "vitest"
import { findQuotations } from "../text/quotations.js"
import { sliceOf } from "../text/span.js"
import { cutToSentence, trimContent, withoutStops } from "./trim.js"

/** Brackets mark what the network took; the words that are left of it. */
function check(bracketed: string, left: string | undefined, first = true): void {
  const start = bracketed.indexOf("[")
  const text = bracketed.replace("[", "").replace("]", "")
  const span = { start, end: bracketed.indexOf("]") - 1 }
  const { quotations } = findQuotations(text, [{ start: 0, end: text.length }])
  const trimmed = trimContent(text, span, quotations, first)
  expect(trimmed && sliceOf(text, trimmed)).toBe(left)
}

test("a leading “that” is no part of what was said", () => {
  check("Reed said [that it was late].", "it was late")
  check("Reed said[, that it was late].", "it was late")
  check("Reed said [that].", "that")
  check("[That was late], Reed said.", "That was late")
  check("“No,” Reed said, [that is late].", "that is late", false)
})

test("signs at either end are none of it", () => {
  check("Reed said[: it was late.]", "it was late")
  check("[It was late, ]Reed said", "It was late")
  check("It was – Reed said – [– late –]", "late")
})

test("stops and commas inside quotation marks stay", () => {
  check("[“It was late.”]", "“It was late.”")
  check("[“It was late,”] Reed said", "“It was late,”")
})

test("the stop of a quotation that goes on in the next paragraph stays", () => {
  check("[“It was late.]", "“It was late.")
  check("“I asked, [and it was late.]", "and it was late")
})

test("an abbreviation keeps its stop", () => {
  check("Reed came [from the U.S.]", "from the U.S.")
  check("Reed works [for Acme Inc.]", "for Acme Inc.")
  check("Reed came [from Aule.]", "from Aule")
})

test("where all but the marks of a quotation were taken, the marks are taken too", () => {
  check("“[It was late,]” Reed said", "“It was late,”")
  check("Reed called it [“late]” again", "“late”")
  check("Reed called it “[very] late”", "very")
})

test("where nothing but signs was taken, nothing is left", () => {
  check("Reed said[: ]“No.”", undefined)
  check("Reed said[,] no", undefined)
})

test("a long run of blanks takes no long time", () => {
  const text = `a${" ".repeat(200_000)}b`
  const start = performance.now()
  expect(trimContent(text, { start: 0, end: text.length }, [], true)).toEqual({ start: 0, end: text.length })
  expect(performance.now() - start).toBeLessThan(1_000)
})

/** Brackets mark what the network took; `|` ends the sentence of the cue. */
function checkSentence(bracketed: string, ...left: string[]): void {
  const text = bracketed.replace(/[[\]|]/g, "")
  const place = (sign: string) => bracketed.slice(0, bracketed.indexOf(sign)).replace(/[[\]|]/g, "").length
  const { quotations } = findQuotations(text, [{ start: 0, end: text.length }])
  const parts = cutToSentence({ start: place("["), end: place("]") }, { start: 0, end: place("|") }, quotations)
  expect(parts.map((part) => sliceOf(text, part))).toEqual(left)
}

test("what was taken of the next sentence is left", () => {
  checkSentence("Reed said [it was late.| None came].", "it was late.")
})

test("a quotation goes on in the next sentence, but not after words without marks", () => {
  checkSentence("[“It is late,” said Reed.| “Very late.”]", "“It is late,” said Reed. “Very late.”")
  checkSentence("Reed said [it was late.| “Very late.”]", "it was late.")
})

test("a cue is without the comma after it, but may be a colon", () => {
  expect(sliceOf("Reed said, no.", withoutStops("Reed said, no.", { start: 5, end: 10 }))).toBe("said")
  expect(sliceOf("Reed: no.", withoutStops("Reed: no.", { start: 4, end: 5 }))).toBe(":")
})
