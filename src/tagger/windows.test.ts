import fc from "fast-check"
import { expect, test } from "vitest"
import type { Span } from "../text/span.js"
import { cutWindows } from "./windows.js"

/** A word a letter long, with a space after it. */
const wordsOf = (count: number): Span[] => Array.from({ length: count }, (_, i) => ({ start: 2 * i, end: 2 * i + 1 }))

/** Paragraphs that begin at these words. */
const paragraphsAt = (starts: readonly number[], count: number): Span[] => {
  const begins = [...new Set([0, ...starts.filter((start) => start < count)])].sort((a, b) => a - b)
  return begins.map((begin, i) => ({ start: 2 * begin, end: 2 * (begins[i + 1] ?? count) - 1 }))
}

const report = fc.record({
  sizes: fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 1, max: 100 })),
    {
      minLength: 1,
      maxLength: 2_000,
    },
  ),
  starts: fc.array(fc.nat(2_000), { maxLength: 60 }),
})

const cut = ({ sizes, starts }: { sizes: readonly number[]; starts: readonly number[] }) =>
  cutWindows(sizes, wordsOf(sizes.length), paragraphsAt(starts, sizes.length))

test("cores tile the report, each inside its window", () => {
  fc.assert(
    fc.property(report, (given) => {
      const windows = cut(given)
      expect(windows[0]!.coreFrom).toBe(0)
      expect(windows.at(-1)!.coreTo).toBe(given.sizes.length)
      for (const [i, { from, to, coreFrom, coreTo }] of windows.entries()) {
        expect(from <= coreFrom && coreFrom < coreTo && coreTo <= to).toBe(true)
        expect(coreTo).toBe(windows[i + 1]?.coreFrom ?? given.sizes.length)
      }
    }),
  )
})

test("every window fits the network", () => {
  fc.assert(
    fc.property(report, (given) => {
      for (const { from, to } of cut(given)) {
        expect(given.sizes.slice(from, to).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(510)
      }
    }),
  )
})

test("the same report is cut in the same way", () => {
  fc.assert(
    fc.property(report, (given) => {
      expect(cut(given)).toEqual(cut(given))
    }),
  )
})

test("a report without words has no window, and one that fits is one window", () => {
  expect(cutWindows([], [], [])).toEqual([])
  expect(cut({ sizes: [500, 10], starts: [1] })).toEqual([{ from: 0, to: 2, coreFrom: 0, coreTo: 2 }])
})

test("a longer report is cut where paragraphs begin", () => {
  const sizes = new Array<number>(900).fill(1)
  const starts = Array.from({ length: 30 }, (_, i) => i * 30)
  const windows = cut({ sizes, starts })
  expect(windows.map(({ coreFrom }) => coreFrom)).toEqual([0, 300, 600])
  expect(windows[1]).toEqual({ from: 188, to: 648, coreFrom: 300, coreTo: 600 })
})

test("a paragraph that does not fit is cut within", () => {
  const windows = cut({ sizes: new Array<number>(900).fill(1), starts: [] })
  expect(windows.map(({ coreFrom, coreTo }) => coreTo - coreFrom)).toEqual([350, 350, 200])
})
