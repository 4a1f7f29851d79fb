import { expect, test } from "vitest"
import { wholeClause } from "./clause.js"

/** “[…]” is the content as found, “<…>” another part of the statement; gives the words that it becomes. */
function whole(marked: string): string {
  const text = marked.replace(/[[\]<>]/g, "")
  const place = (sign: string) => marked.slice(0, marked.indexOf(sign)).replace(/[[\]<>]/g, "").length
  const part = { start: place("["), end: place("]") }
  const others = [...marked.matchAll(/<([^>]*)>/g)].map((found) => {
    const start = marked.slice(0, found.index).replace(/[[\]<>]/g, "").length
    return { start, end: start + found[1]!.length }
  })
  const { start, end } = wholeClause(text, part, { sentence: { start: 0, end: text.length }, others })
  return text.slice(start, end)
}

test("a content begins after the “that” before it, and with “whether”", () => {
  expect(whole("<Lopez> <told> Reed <on Monday> that nobody [in the port had been paid].")).toBe(
    "nobody in the port had been paid",
  )
  expect(whole("<Lopez> <asked> Reed whether the [port would close].")).toBe("whether the port would close")
  expect(whole("<Lopez> <told> reporters [the port would close].")).toBe("the port would close")
})

test("a content does not begin before what was found, where no “that” shows it", () => {
  expect(whole("DORN Legislative [attempts have failed], <Lopez> <said>.")).toBe("attempts have failed")
})

test("a content does not stop before the verb, nor within a phrase", () => {
  expect(whole("<Lopez> <said> [nobody at the port had] telephoned her since the spring.")).toBe(
    "nobody at the port had telephoned her since the spring",
  )
  expect(whole("<Lopez> <said> [the port would] never close, and left.")).toBe("the port would never close")
  expect(whole("<Lopez> <said> [the port was closing] on Monday.")).toBe("the port was closing")
  expect(whole("[The port was closing], <Lopez> <said>.")).toBe("The port was closing")
})

test("a content goes on over an apposition to the verb of its last clause", () => {
  expect(whole("<He> <said> [nobody had called since Minister Ana Ruiz], the port’s czar, met him in May.")).toBe(
    "nobody had called since Minister Ana Ruiz, the port’s czar, met him in May",
  )
  expect(whole("<He> <said> [nobody had called since Minister Ana Ruiz], the port’s czar, and left.")).toBe(
    "nobody had called since Minister Ana Ruiz",
  )
  expect(whole("<He> <said> [nobody had called since its minister, Ana Ruiz], came to see him in May.")).toBe(
    "nobody had called since its minister, Ana Ruiz, came to see him in May",
  )
  expect(whole("<He> <said> [nobody had called since its minister, Ana Ruiz], smiling, left.")).toBe(
    "nobody had called since its minister, Ana Ruiz",
  )
})

test("what stands right before the cue is the cue’s", () => {
  expect(whole("[The port] was also <reported> to have closed.")).toBe("The port")
  expect(whole("[The port was] <reported> to have closed.")).toBe("The port")
})

test("a content may end with a preposition where its sentence does", () => {
  expect(whole("<Lopez> <said> [she was interested in weighing in].")).toBe("she was interested in weighing in")
  expect(whole("<Lopez> <said> [boats were unaccounted for], and left.")).toBe("boats were unaccounted for")
})

test("a content goes on over “of”", () => {
  expect(whole("<Lopez> <said> [it had changed over the course] of her career.")).toBe(
    "it had changed over the course of her career",
  )
})

test("a content does not run on into the main clause", () => {
  expect(whole("[Tired of the port that the town uses, and the toll it pays], the crew took a stand.")).toBe(
    "Tired of the port that the town uses, and the toll it pays",
  )
})

test("a content does not end with a word that leads nowhere", () => {
  expect(whole("<Lopez> <blamed> [the weather and] the board's three consultants from Aule.")).toBe("the weather")
})
