import { expect, test } from "vitest"
import { findParagraphs } from "./paragraphs.js"
import { findSentences } from "./sentences.js"
import { sliceOf } from "./span.js"

/** A bar stands between two sentences. */
function check(barred: string): void {
  const text = barred.replaceAll(/ ?\| ?/g, (bar) => (bar === " | " ? " " : ""))
  const found = findSentences(text, findParagraphs(text)).map((sentence) => sliceOf(text, sentence))
  expect(found).toEqual(barred.split(/ ?\| ?|\n\n/))
}

test("a stop ends a sentence, a stop in a word does not", () => {
  check("The board met. | It voted. | Who won? | Ruiz did! | Wait…")
  check("Gov. Ruiz met Mr. T. S. Reed of the U.S. Senate on Jan. 5 at 9 a.m. in St. Ives.")
  check("She paid $1.5 million for No. 7. | It was too much.")
  check("She said no. | It was late.")
  check("He lives in the U.S. | The board knows. | She came at 9 a.m. | Reed left at 9 a.m. Monday.")
  check("Reed Inc. sued Kane Ltd. | “We knew,” said Reed Jr. | He left.")
  check("Visit example.com or v2.0 today. | Thanks.")
  check("1. The board met. | 2. It voted.")
  check("The plan … failed ... twice. | It was a lot . . . [of] work. | Done.")
  check("She praised Yahoo! Sports and left. | iPhone sales fell.")
})

test("closing marks and brackets belong to the sentence they close", () => {
  check("“We won.” | The crowd left. | (It was late.) | “Good!” | Nobody spoke.")
  check("''We won.'' | The crowd left.")
  check("'We won.' | The crowd left. | “He told me, ‘Go.’” | I went.")
})

test("the attribution after a question stays with it", () => {
  check("“Who did it?” asked Ruiz. | Nobody knew.")
  check("“Who did it?” Maria Ruiz asked. | “Me!” Reed shouted at the board.")
  check("“Who did it?” | The crowd was silent.")
  check("“Go!” | Ruiz said she would.")
})

test("a lost space does not join two sentences", () => {
  check("The board met.|It voted. | “We won.”|The crowd left.")
})

test("no sentence crosses a paragraph", () => {
  check("The board\n\nmet. | It voted\n\n“Who?”")
  expect(findSentences(" \n ", findParagraphs(" \n "))).toEqual([])
})

test("time grows with length", () => {
  const time = (text: string): number => {
    const start = performance.now()
    findSentences(text, findParagraphs(text))
    return performance.now() - start
  }
  // Four times the text: four times the time, not sixteen; the best of three, as other work disturbs the clock.
  const best = (text: string): number => Math.min(time(text), time(text), time(text))
  for (const nasty of [".", "?", "?!", ". ", "U.S. ", "a.", "” ", ".”", "…", "A. ", "\n", "1. "]) {
    expect(best(nasty.repeat(20_000)), nasty).toBeLessThan(best(nasty.repeat(5_000)) * 10 + 50)
  }
})
