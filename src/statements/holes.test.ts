import { expect, test } from "vitest"
import { sliceOf } from "../text/span.js"
import { withoutHoles } from "./holes.js"

/** “[…]” are the contents that were found, “{…}” is the statement's own cue or source. */
function joined(marked: string): string[] {
  const text = marked.replace(/[[\]{}]/g, "")
  const spansIn = (pattern: RegExp) =>
    [...marked.matchAll(pattern)].map(({ index, 0: found }) => {
      const start = marked.slice(0, index).replace(/[[\]{}]/g, "").length
      return { start, end: start + found.length - 2 }
    })
  const sentence = { start: 0, end: text.length }
  const contents = withoutHoles(text, spansIn(/\[[^\]]*\]/g), { sentence, own: spansIn(/\{[^}]*\}/g) })
  return contents.map((content) => sliceOf(text, content))
}

test("a hole in a clause is filled", () => {
  expect(joined("{Voss} {told} Reed that [he has not spoken] since the mayor, her deputy, [met him in May].")).toEqual([
    "he has not spoken since the mayor, her deputy, met him in May",
  ])
})

test("the statement's own cue or source divides its contents", () => {
  expect(joined("[The bridge], {Voss} {said}, [is closed].")).toEqual(["The bridge", "is closed"])
})

test("so do another's cue, a bracket, a quotation mark", () => {
  for (const between of [", Reed said, ", " (laughter) ", " and “we” ", ": "]) {
    expect(joined(`{Voss} {said} [it is closed]${between}[until May].`)).toHaveLength(2)
  }
})

test("nothing is joined over the end of a sentence, or far apart", () => {
  const far = `{Voss} {said} [it is closed]${" and more".repeat(30)} [until May].`
  expect(joined(far)).toHaveLength(2)
  const text = "It is closed. Until May."
  const spans = [
    { start: 0, end: 12 },
    { start: 14, end: 23 },
  ]
  expect(withoutHoles(text, spans, { sentence: { start: 0, end: 13 }, own: [] })).toEqual(spans)
})
