import fc from "fast-check"
import { expect, test } from "vitest"
import { findParagraphs } from "./paragraphs.js"
import { sliceOf } from "./span.js"

const check = (text: string, ...wanted: string[]): void =>
  expect(findParagraphs(text).map((paragraph) => sliceOf(text, paragraph))).toEqual(wanted)

test("paragraphs are parted by blank lines", () => {
  check("One\ntwo.\n\nThree.", "One\ntwo.", "Three.")
  check("  One.  \n \t \n\n  Two.\n", "One.", "Two.")
  check("One.\r\n\r\nTwo.", "One.", "Two.")
})

test("where no line is blank, by line breaks", () => {
  check("One.\nTwo.\n", "One.", "Two.")
  check("\n\nOne.\nTwo.\n\n", "One.", "Two.")
  check("One.", "One.")
})

test("a text without words has none", () => {
  check("")
  check(" \n\u00a0\n")
})

test("paragraphs are trimmed, in order, and leave out nothing but white space", () => {
  const texts = fc
    .array(fc.constantFrom("a", "b.", " ", "\n", "\r\n", "\t", "\u00a0", "\u2028"))
    .map((pieces) => pieces.join(""))
  fc.assert(
    fc.property(texts, (text) => {
      const paragraphs = findParagraphs(text)
      let end = 0
      for (const paragraph of paragraphs) {
        const words = sliceOf(text, paragraph)
        expect(words).toBe(words.trim())
        expect(words).not.toBe("")
        expect(text.slice(end, paragraph.start).trim()).toBe("")
        end = paragraph.end
      }
      expect(text.slice(end).trim()).toBe("")
    }),
  )
})
