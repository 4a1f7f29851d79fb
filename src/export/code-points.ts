import type { Span } from "../text/span.js"

/**
 * Counts places of one text in code points, as Python, R and the Web Annotation model do, where JavaScript counts
 * UTF-16 code units: behind "😀" they differ by one. Built once a text; each place costs a search among its pairs.
 */
export function codePointsOf(text: string): (span: Span) => Span {
  const pairs: number[] = [] // where the second half of each pair stands
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index + 1)
  const at = (place: number) => place - countBefore(pairs, place)
  return ({ start, end }) => ({ start: at(start), end: at(end) })
}

/** How many of the ordered places lie before this one. */
function countBefore(places: readonly number[], place: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}
