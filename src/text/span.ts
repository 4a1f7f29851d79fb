/** UTF-16 code units of one text, half-open, never empty: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** The one beside a place, of several with fewest characters between. */
export function nearest(spans: readonly Span[], place: Span): Span | undefined {
  const away = (span: Span) => Math.max(span.start - place.end, place.start - span.end)
  return [...spans].sort((a, b) => away(a) - away(b))[0]
}

/** The place of the first of ordered, separate spans that ends after a position; their number where none does. */
export function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of the first of ordered spans that starts at a position or later; their number where none does. */
export function firstStartingFrom(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}
