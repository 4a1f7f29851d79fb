import { expect, test } from "vitest"
import { fold, isAllCapitals, isCapitalised, nameWords, singular, stripPossessive } from "./fold.js"

test.each([
  ["Brudzyński’s", "brudzynski"],
  ["U.S.", "us"],
  ["al-Tamim", "tamim"],
  ["O’Hara", "ohara"],
  ["Søren", "soren"],
  ["Jean-Luc", "jean-luc"],
  ["RUIZ", "ruiz"],
])("fold %s", (word, folded) => expect(fold(word)).toBe(folded))

test.each([
  ["Ruiz’s", "Ruiz"],
  ["Harris'", "Harris"],
  ["Harris's", "Harris"],
  ["Ruiz", "Ruiz"],
])("stripPossessive %s", (word, bare) => expect(stripPossessive(word)).toBe(bare))

test.each([
  ["aides", "aide"],
  ["spokeswomen", "spokeswoman"],
  ["ministries", "ministry"],
  ["press", "press"],
  ["people", "people"],
])("singular %s", (noun, one) => expect(singular(noun)).toBe(one))

test("names of Arabic and French make are capitalised, articles are not", () => {
  expect(["al-Tamim", "d’Arcy", "Ruiz", "王"].map(isCapitalised)).toEqual([true, true, true, true])
  expect(["the", "co-founder"].map(isCapitalised)).toEqual([false, false])
  expect(["FBT", "U.N.", "A&B", "Fbt", "A"].map(isAllCapitals)).toEqual([true, true, true, false, false])
})

test("words keep their places and say what broke them off", () => {
  const text = "“Sen. Ana Ruiz’s aide”, Tom"
  const words = nameWords(text)
  expect(words.map((word) => text.slice(word.start, word.end))).toEqual(["Sen.", "Ana", "Ruiz", "aide", "Tom"])
  expect(words.map((word) => word.possessive)).toEqual([false, false, true, false, false])
  expect(words.map((word) => word.broken)).toEqual([false, false, false, false, true])
})

test("an unspaced en dash joins, a spaced one breaks", () => {
  expect(nameWords("Export–Import Bank – Torvik").map((word) => [word.text, word.broken])).toEqual([
    ["Export–Import", false],
    ["Bank", false],
    ["Torvik", true],
  ])
})
