import fc from "fast-check"
import { expect, test } from "vitest"
import type { Draft } from "./draft.js"
import { byContent, innermost } from "./enclosing.js"
import { nest } from "./within.js"

const draft = (id: string, anchor: number, ...content: (readonly [number, number])[]): Draft => ({
  id,
  anchor: { start: anchor, end: anchor + 1 },
  kind: "indirect",
  content: content.map(([start, end]) => ({ start, end })),
  cue: [],
  source: [],
  act: "say",
  polarity: "asserted",
  hearsay: false,
  confidence: 0.9,
  why: [],
})

const withinOf = (...drafts: Draft[]) => nest(drafts).map(({ within }) => within)

test("a statement is told in the shortest content that holds its anchor", () => {
  expect(withinOf(draft("a", 0, [10, 90]), draft("b", 20, [30, 80]), draft("c", 40, [50, 60]))).toEqual([
    undefined,
    "a",
    "b",
  ])
})

test("one beside a content is not told in it", () => {
  expect(withinOf(draft("a", 0, [10, 20]), draft("b", 20, [30, 40]))).toEqual([undefined, undefined])
})

test("a content in pieces holds what stands in any of them", () => {
  expect(withinOf(draft("a", 50, [0, 40], [60, 90]), draft("b", 70, [75, 80]))).toEqual([undefined, "a"])
})

test("of two that hold each other’s anchors the longer is the outer", () => {
  expect(withinOf(draft("a", 30, [0, 50]), draft("b", 5, [20, 50]))).toEqual([undefined, "a"])
  expect(withinOf(draft("a", 30, [0, 50]), draft("b", 5, [0, 50]))).toEqual([undefined, undefined])
})

test("nothing is told within itself, however anchors and contents lie", () => {
  const place = fc.nat(60)
  const some = fc.array(
    fc.tuple(place, fc.array(fc.tuple(place, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 3 })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(some, (given) => {
      const drafts = nest(
        given.map(([anchor, content], i) =>
          draft(`s${i}`, anchor, ...content.map(([start, length]) => [start, start + length] as const)),
        ),
      )
      const byId = new Map(drafts.map((one) => [one.id, one]))
      for (const one of drafts) {
        const passed = new Set<string>()
        for (let at: Draft | undefined = one; at; at = at.within === undefined ? undefined : byId.get(at.within)) {
          expect(passed.has(at.id)).toBe(false)
          passed.add(at.id)
        }
      }
    }),
  )
})

test("drafts are found by the words they cover, over any distance", () => {
  const drafts = [draft("a", 0, [0, 5_000]), draft("b", 3_000, [3_010, 3_020]), draft("c", 9_000, [9_010, 9_020])]
  const around = byContent(drafts)
  expect(innermost(around({ start: 3_012, end: 3_015 }), { start: 3_012, end: 3_015 })?.id).toBe("b")
  expect(innermost(around({ start: 4_000, end: 4_001 }), { start: 4_000, end: 4_001 })?.id).toBe("a")
  expect(innermost(around({ start: 9_000, end: 9_001 }), { start: 9_000, end: 9_001 })).toBeUndefined()
})
