import { expect, test } from "vitest"
import { sliceOf } from "../text/span.js"
import { subjectOf } from "./subject.js"

/** “[…]” is the cue; the pronoun before it that says who speaks. */
function check(marked: string, source: string | undefined): void {
  const [start, end] = [marked.indexOf("["), marked.indexOf("]") - 1]
  const text = marked.replace(/[[\]]/g, "")
  const found = subjectOf(text, [{ start, end }])
  expect(found && sliceOf(text, found)).toBe(source)
}

test("a pronoun before the cue is its subject, words of time and manner between or not", () => {
  check("Reed, who [warned] of floods, left.", "who")
  check("She has repeatedly [denied] it.", "She")
  check("They’ve also never [said] so.", "They")
})

test("one that is told, or that something else stands behind, is none", () => {
  check("She was [told] to leave.", undefined)
  check("The man who left [said] so.", undefined)
  check("Reed [said] so.", undefined)
  expect(subjectOf("It was late.", [])).toBeUndefined()
})
