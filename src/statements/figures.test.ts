import { expect, test } from "vitest"
import { figuresOf, findFigures } from "./figures.js"

const figuresIn = (text: string) =>
  findFigures(text, { start: 0, end: text.length }).map((figure) => [
    text.slice(figure.text.start, figure.text.end),
    figure.value,
    figure.unit,
  ])

test.each([
  ["the mill is a $4 billion business", "$4 billion", 4e9, "USD"],
  ["a loan of £12m", "£12m", 12e6, "GBP"],
  ["worth €3.5bn", "€3.5bn", 3.5e9, "EUR"],
  ["costs A$4.35 billion", "A$4.35 billion", 4.35e9, "AUD"],
  ["a fine of Rs 400,000", "Rs 400,000", 400000, "INR"],
  ["some 300 million pesos", "300 million pesos", 3e8, "MXN"],
  ["a 4.5 billion-euro bid", "4.5 billion-euro", 4.5e9, "EUR"],
  ["a 5p charge", "5p", 0.05, "GBP"],
  ["he owes me 20 quid", "20 quid", 20, "GBP"],
  ["hundreds of millions of dollars", "hundreds of millions of dollars", undefined, "USD"],
  ["they want $12-$14 a share", "$12-$14", undefined, "USD"],
  ["12 per cent of voters", "12 per cent", 12, "percent"],
  ["prices rose 7.5%", "7.5%", 7.5, "percent"],
  ["a cut of 10-15 percent", "10-15 percent", undefined, "percent"],
  ["up 300 basis points", "300 basis points", 300, "basis points"],
  ["a 9-point lead", "9-point", 9, "points"],
  ["two thirds of the harbour", "two thirds", 0.6667, "share"],
  ["half of the pupils", "half", 0.5, "share"],
  ["one in five pupils", "one in five", 0.2, "share"],
  ["1,200 troops would leave", "1,200", 1200, "troops"],
  ["1,200 Ruritanian troops would leave", "1,200", 1200, "troops"],
  ["two hundred and fifty teachers", "two hundred and fifty", 250, "teachers"],
  ["dozens of people", "dozens", undefined, "people"],
  ["at least one person was hurt", "one", 1, undefined],
  ["half a million could flee", "half a million", 5e5, undefined],
  ["a wage of USD15", "USD15", 15, "USD"],
  ["half a dozen bridges", "half a dozen", 6, "bridges"],
  ["four or five people", "four or five", undefined, "people"],
  ["a 3,600-acre field", "3,600-acre", 3600, "acres"],
  ["asked three times", "three times", 3, "times"],
])("%s", (text, words, value, unit) => {
  expect(figuresIn(text)).toEqual([[words, value, unit]])
})

test.each([
  "she was elected in 2015",
  "on June 3 and on 4 June",
  "at 9:30 or 5 p.m., at 5.30pm, at 18.51hrs",
  "when I was 12",
  "one country, two systems",
  "for two years and 10 business days",
  "a spokesman for 10 Harbour Street left",
  "the pupils of Studio 10 are late",
  "see paragraph eight",
  "a line of 1 millimeter",
  "at one point he left",
  "call (408) 277-5283 or 408-277-5283",
  "her two-year-old and his sons, 17 and 23, were",
  "two or three hours",
  "an hour and a half",
  "her 25-year-old son, aged 15",
  "Ann Lee, 39, of Harwick",
  "Ann Lee (pictured), 38, will join",
  "the boys, aged 13, 16 and 17",
  "a pair of size 8 jeans",
  "he left Channel 10 and Studio 10 after the row",
  "the men, ages 61 to 81",
  "20 miles away, 6-foot waves, 1,000 to 4,000 feet",
  "Section 230 and Article 50 is dead",
  "No. 1 in the league, after a 3-2 win on 9/11",
  "call 911",
  "the 28-member bloc and the 21st century",
  "one of them, no one, the one",
  "the two sides",
  "zero tolerance",
  "",
])("no figure in: %s", (text) => {
  expect(figuresIn(text)).toEqual([])
})

test("a figure belongs to the innermost statement", () => {
  const text = "Reed said 12 ships left and that Lopez had told him 14 came"
  const figures = figuresOf(text, [{ start: 10, end: 60 }], [{ start: text.indexOf("14"), end: text.length }])
  expect(figures.map((figure) => figure.value)).toEqual([12])
})

test("a figure lies wholly inside the content", () => {
  const text = "$4 billion euros"
  expect(findFigures(text, { start: 1, end: 2 })).toEqual([])
})
