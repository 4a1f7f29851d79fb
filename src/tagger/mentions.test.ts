import { expect, test } from "vitest"
import type { Actor } from "../record.js"
import { sliceOf } from "../text/span.js"
import { findWords } from "../text/words.js"
import { findMentions, kinds } from "./mentions.js"

/** "B" begins a mention, "I" goes on with it, "." is outside; a kind for each "B". */
function mentionsOf(text: string, tags: string, named: readonly Actor["kind"][] = []): string[] {
  const words = findWords(text)
  expect(tags).toHaveLength(words.length)
  const wanted = [...named]
  const scores = {
    hidden: { data: new Float32Array(), dims: [] },
    anchor: new Float32Array(),
    mention: Float32Array.from([...tags].flatMap((tag) => [".", "B", "I"].map((one) => (one === tag ? 0.8 : 0.1)))),
    kind: Float32Array.from(
      [...tags].flatMap((tag) => {
        const kind = tag === "B" ? (wanted.shift() ?? "person") : "person"
        return kinds.map((one) => (one === kind ? 0.9 : 0.025))
      }),
    ),
  }
  return findMentions(text, words, scores).map(({ from, to, pronoun, kind }) => {
    const span = { start: words[from]!.start, end: words[to - 1]!.end }
    return `${sliceOf(text, span)} (${pronoun ? "pronoun" : kind})`
  })
}

test("a mention goes on as long as the network says", () => {
  expect(mentionsOf("Mayor Maria Lopez met the board.", ".BI..B.", ["person", "organisation"])).toEqual([
    "Maria Lopez (person)",
    "board (organisation)",
  ])
})

test("two mentions may touch", () => {
  expect(mentionsOf("Acme Ruiz", "BB", ["organisation", "person"])).toEqual(["Acme (organisation)", "Ruiz (person)"])
})

test("a word that goes on with nothing begins a mention", () => {
  expect(mentionsOf("Mayor Maria Lopez", ".II")).toEqual(["Maria Lopez (person)"])
})

test("pronouns are mentions whatever the network says", () => {
  const text = "She told the mayor’s aide that they had Won it"
  expect(mentionsOf(text, "...B........")).toEqual([
    "She (pronoun)",
    "mayor (person)",
    "they (pronoun)",
    "it (pronoun)",
  ])
})

test("a pronoun is one with what is drawn together with it, and the end of it alone is none", () => {
  expect(mentionsOf("they’re sure we'd said so", "BII.B.I..")).toEqual(["they (pronoun)", "we (pronoun)"])
  expect(mentionsOf("I’ve heard the mayor’s aide", "..B......")).toEqual(["I (pronoun)"])
})

test("what the network names is no pronoun", () => {
  expect(mentionsOf("US and us", "B..", ["organisation"])).toEqual(["US (organisation)", "us (pronoun)"])
})

test("a mention is made of whole words, and the “s” of a possessive is none", () => {
  expect(mentionsOf("Tran-Reyes said no", "..B..")).toEqual(["Tran-Reyes (person)"])
  expect(mentionsOf("the program’s host", "...BI")).toEqual(["host (person)"])
  expect(mentionsOf("the program’s host", "...B.")).toEqual([])
})

test("a pronoun stays one where the network takes it for a name", () => {
  expect(mentionsOf("Its board met", "B..")).toEqual(["Its (pronoun)"])
})

test("marks around a name are none of it, and a mark alone is no mention", () => {
  expect(mentionsOf("Reed, (Ana Ruiz, a nurse) left.", "B.BIII..B..")).toEqual(["Reed (person)", "Ana Ruiz (person)"])
  expect(mentionsOf("so ( she . said", ".B.B.")).toEqual(["she (pronoun)"])
})

test("an abbreviation is whole, and a word that can name nobody is no mention", () => {
  expect(mentionsOf("the U.S. code", ".B....")).toEqual(["U.S. (person)"])
  expect(mentionsOf("in Dorn", "BB", ["organisation", "organisation"])).toEqual(["Dorn (organisation)"])
})
