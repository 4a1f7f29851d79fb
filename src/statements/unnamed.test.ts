import { expect, test } from "vitest"
import { isHearsayNoun, isSaidByNobody } from "./unnamed.js"

// the cue stands between bars
const nobody = (marked: string) => {
  const [before = "", cue = "", after = ""] = marked.split("|")
  return isSaidByNobody({ before, cue, after })
}

test.each([
  "Reed |reportedly| left",
  "Reed |is said| to have signed",
  "It was widely |reported| that Reed had left",
  "Reed is |expected| to win",
  "it has been |confirmed| that the mill will close",
])("nobody says: %s", (marked) => expect(nobody(marked)).toBe(true))

test.each([
  "Reed |reportedly said| it was late",
  "It was |reported| by the Dorn Courier that",
  "Reed |said| it was late",
  "Reed has |claimed| that",
  "the vote was |announced| on Monday",
])("somebody may: %s", (marked) => expect(nobody(marked)).toBe(false))

test.each([
  ["ending |speculation| that Reed would leave", true],
  ["following |reports| of a fire", true],
  ["|The news| that Reed had left", true],
  ["Reed, |accused| of theft", true],
  ["Reed was |accused| of theft by Kane", false],
  ["Reed answered Kane’s |criticism| that", false],
  ["Reed answered her sharp |criticism| that", false],
  ["Reed |accused| Kane of theft", false],
  ["Reed |broke the news to| Kane", false],
])("%s, with no source beside it, is said by nobody: %s", (marked, wanted) => {
  const [before = "", cue = "", after = ""] = marked.split("|")
  expect(isHearsayNoun({ before, cue, after })).toBe(wanted)
})
