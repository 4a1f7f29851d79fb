import fc from "fast-check"
import { expect, test } from "vitest"
import { type Strand, type Woven, weave } from "./weave.js"

const strand = (part: Strand["part"], start: number, end: number, entry = 0): Strand => ({
  part,
  start,
  end,
  entries: [entry],
})

/** A piece as [words], a part that goes on as ‹words]. */
const shown = (woven: readonly Woven[]): string =>
  woven.map((part) => (typeof part === "string" ? part : `${part.first ? "[" : "‹"}${shown(part.inside)}]`)).join("")

test("what lies in another is woven into it", () => {
  const text = "He said she told him no."
  expect(shown(weave(text, { start: 0, end: 24 }, [strand("content", 8, 23), strand("content", 21, 23, 1)]))).toBe(
    "He said [she told him [no]].",
  )
})

test("what crosses another, or a paragraph's end, goes on in a piece of its own", () => {
  expect(shown(weave("abcdef", { start: 0, end: 6 }, [strand("content", 0, 4), strand("evidence", 2, 6)]))).toBe(
    "[ab[cd]]‹ef]",
  )
  expect(shown(weave("abcdef", { start: 2, end: 6 }, [strand("content", 0, 4)]))).toBe("‹cd]ef")
})

test("whatever is woven into a text, the text comes out as it went in", () => {
  const spans = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]): Strand => strand("content", Math.min(a, b), Math.max(a, b) + 1))
  fc.assert(
    fc.property(fc.string({ minLength: 41, maxLength: 41 }), fc.array(spans, { maxLength: 12 }), (text, strands) => {
      const plain = (woven: readonly Woven[]): string =>
        woven.map((part) => (typeof part === "string" ? part : plain(part.inside))).join("")
      expect(plain(weave(text, { start: 0, end: 41 }, strands))).toBe(text)
    }),
  )
})
