/** UTF-16 code units of one text, half-open, never empty: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end
