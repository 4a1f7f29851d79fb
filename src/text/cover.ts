import { byPlace, type Span } from "./span.js"

/** Characters covered by some spans: sorted, not touching one another. */
export type Cover = readonly Span[]

/** Spans as a cover; empty ones, which a broken record may hold, are left out. */
export function coverOf(spans: readonly Span[]): Cover {
  const cover: { start: number; end: number }[] = []
  for (const { start, end } of spans.filter((span) => span.end > span.start).sort(byPlace)) {
    const last = cover.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else cover.push({ start, end })
  }
  return cover
}

export const sizeOf = (cover: Cover): number => cover.reduce((size, { start, end }) => size + end - start, 0)

/** How many characters two covers have in common. */
export function common(a: Cover, b: Cover): number {
  let size = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!]
    size += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
    if (x.end < y.end) i++
    else j++
  }
  return size
}
