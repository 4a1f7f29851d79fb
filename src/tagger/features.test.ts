import { expect, test } from "vitest"
import { findParagraphs } from "../text/paragraphs.js"
import { findQuotations } from "../text/quotations.js"
import { findWords } from "../text/words.js"
import { featureCount, wordFeatures } from "./features.js"

const shapes = ["lower", "Capital", "CAPITALS", "miXed", "number", "sign"]
const places = ["", "quoted", "inner", "mark"]

/** The features of a text, in words: "Capital quoted ¶" for a capitalised first word of a paragraph inside marks. */
function featuresOf(text: string): string[] {
  const words = findWords(text)
  const paragraphs = findParagraphs(text)
  const { quotations } = findQuotations(text, paragraphs)
  return wordFeatures(text, words, paragraphs, quotations).map((feature, i) => {
    expect(feature).toBeLessThan(featureCount)
    const parts = [shapes[feature % 6]!, places[Math.floor(feature / 6) % 4]!, feature >= 24 ? "¶" : ""]
    return `${text.slice(words[i]!.start, words[i]!.end)}: ${parts.filter(Boolean).join(" ")}`
  })
}

test("a word's shape is seen", () => {
  expect(featuresOf("The iPhone of A. Ruiz, FBI, ½ 12th 日 §")).toEqual([
    "The: Capital ¶",
    "iPhone: miXed",
    "of: lower",
    "A: Capital",
    ".: sign",
    "Ruiz: Capital",
    ",: sign",
    "FBI: CAPITALS",
    ",: sign",
    "½: number",
    "12th: number",
    "日: lower",
    "§: sign",
  ])
})

test("words know whether they stand in a quotation, and in one within it", () => {
  expect(featuresOf("“He said ‘no’ today,” she said.")).toEqual([
    "“: sign mark ¶",
    "He: Capital quoted",
    "said: lower quoted",
    "‘: sign mark",
    "no: lower inner",
    "’: sign mark",
    "today: lower quoted",
    ",: sign quoted",
    "”: sign mark",
    "she: lower",
    "said: lower",
    ".: sign",
  ])
})

test("a quotation that is not closed ends in no mark", () => {
  expect(featuresOf("“It was\n\n“late.”")).toEqual([
    "“: sign mark ¶",
    "It: Capital quoted",
    "was: lower quoted",
    "“: sign mark ¶",
    "late: lower quoted",
    ".: sign quoted",
    "”: sign mark",
  ])
})
