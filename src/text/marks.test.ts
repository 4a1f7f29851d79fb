import { expect, test } from "vitest"
import { findMarks } from "./marks.js"

/** One letter a mark: o opens, c closes, e either; in capitals where it is no doubtful mark. */
const check = (text: string, wanted: string): void => {
  const letters = findMarks(text, { start: 0, end: text.length }).map(({ lean, certainty }) =>
    certainty === "doubtful" ? lean.charAt(0) : lean.charAt(0).toUpperCase(),
  )
  expect(letters.join("")).toBe(wanted)
}

test("a mark leans on its neighbours, and touching marks share theirs", () => {
  check('He said "no" and left.', "OC")
  check(`"'No,'" he said.`, "OOCC")
  check('He said—"no"—and ("yes") left.', "OCOC")
  check("‘She said “no,”’ he said.", "OOCC")
})

test("curved marks keep their own direction unless both neighbours speak against it", () => {
  check("“ no ”", "OC")
  check("„no“ and ”no“", "OEEE")
})

test("an apostrophe inside a word, or before what is left of one, is no mark", () => {
  check("don't, O’Hara, 6'2 and the firm 's", "")
  check("’Twas rock ’n’ roll, ’em and '90s", "o")
})

test("a mark that may be an apostrophe is doubtful", () => {
  check("the workers' union", "c")
  check("the workers' and", "C")
  check("the workers.' And", "C")
  check("goin' home", "c")
  check('a 5" gap', "c")
  check('in 2012" he', "C")
})
