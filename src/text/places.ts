import { byPlace, firstStartingFrom, type Span } from "./span.js"

/** Spans that are asked for by place many times over. */
export interface Places<T extends Span> {
  readonly spans: readonly T[]
  /** Up to each span, the furthest end. */
  readonly reach: readonly number[]
}

export function placesOf<T extends Span>(spans: readonly T[]): Places<T> {
  const sorted = spans.toSorted(byPlace)
  let furthest = 0
  return {
    spans: sorted,
    reach: sorted.map(({ end }) => {
      furthest = Math.max(furthest, end)
      return furthest
    }),
  }
}

/** The spans that touch these words, in reading order. */
export function touching<T extends Span>({ spans, reach }: Places<T>, words: Span): T[] {
  const found: T[] = []
  for (let index = firstStartingFrom(spans, words.end) - 1; index >= 0 && reach[index]! > words.start; index--) {
    if (spans[index]!.end > words.start) found.push(spans[index]!)
  }
  return found.reverse()
}
