import { type Cover, common, sizeOf } from "../text/cover.js"
import type { Span } from "../text/span.js"
import { fixed } from "./tally.js"

/** Content without a leading "that" and without the full stop or comma after it: some annotate them, some do not. */
export function bareContent(content: readonly Span[], text: string): Span[] {
  const spans = content.filter((span) => span.end > span.start)
  const first = spans[0]
  if (!first) return []
  const that = /^that\s+/.exec(text.slice(first.start, first.end))?.[0].length ?? 0
  if (first.start + that < first.end) spans[0] = { start: first.start + that, end: first.end }
  const last = spans.at(-1)!
  const kept = text.slice(last.start, last.end).replace(/[ .,;:]+$/, "").length
  if (kept) spans[spans.length - 1] = { start: last.start, end: last.start + kept }
  return spans
}

/** Gold and read content, one to one by intersection over union of at least a half: best first, equal ones by `tie`. */
export function matchContents(
  gold: readonly Cover[],
  read: readonly Cover[],
  tie: (gold: number, read: number) => number = () => 0,
): (readonly [number, number])[] {
  const candidates: { overlap: number; tie: number; i: number; j: number }[] = []
  gold.forEach((a, i) => {
    read.forEach((b, j) => {
      const both = common(a, b)
      const overlap = both && both / (sizeOf(a) + sizeOf(b) - both)
      if (overlap >= 0.5) candidates.push({ overlap: Number(fixed(overlap, 3)), tie: tie(i, j), i, j })
    })
  })
  candidates.sort((a, b) => b.overlap - a.overlap || b.tie - a.tie || a.i - b.i || a.j - b.j)
  const takenGold = new Set<number>()
  const takenRead = new Set<number>()
  const pairs: (readonly [number, number])[] = []
  for (const { i, j } of candidates) {
    if (takenGold.has(i) || takenRead.has(j)) continue
    takenGold.add(i)
    takenRead.add(j)
    pairs.push([i, j])
  }
  return pairs
}
