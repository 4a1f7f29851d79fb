import { firstStartingFrom, type Span } from "../text/span.js"

/**
 * What an uncased encoder cannot see, one number a word: the word's shape (6) + 6 × whether it stands inside
 * quotation marks (0 outside, 1 inside, 2 inside a quotation within one, 3 the mark itself) + 24 where a paragraph begins.
 */
export const featureCount = 48

export interface QuotationSpan extends Span {
  /** 0 for an outermost quotation, 1 for one inside it, and so on. */
  readonly depth: number
  readonly closed: boolean
}

export function wordFeatures(
  text: string,
  words: readonly Span[],
  paragraphs: readonly Span[],
  quotations: readonly QuotationSpan[],
): number[] {
  const quoted = quotedness(words, quotations)
  const begins = new Set<number>(paragraphs.map((paragraph) => paragraph.start))
  return words.map(
    (word, i) => shape(text.slice(word.start, word.end)) + 6 * quoted[i]! + (begins.has(word.start) ? 24 : 0),
  )
}

function shape(word: string): number {
  const first = word.codePointAt(0)!
  const letter = String.fromCodePoint(first)
  if (/\p{N}/u.test(letter)) return 4
  if (!/\p{L}/u.test(letter)) return 5
  if (letter === letter.toLowerCase()) return word === word.toLowerCase() ? 0 : 3
  return word.length > 1 && word === word.toUpperCase() ? 2 : 1
}

function quotedness(words: readonly Span[], quotations: readonly QuotationSpan[]): number[] {
  const quoted: number[] = words.map(() => 0)
  // Outer quotations first, so that an inner one writes over them; of those within it only the marks are news.
  for (const { start, end, depth, closed } of [...quotations].sort((a, b) => a.depth - b.depth)) {
    const first = firstStartingFrom(words, start)
    const last = firstStartingFrom(words, end) - 1
    for (let i = first; depth < 2 && i <= last && words[i]!.end <= end; i++) quoted[i] = depth + 1
    if (words[first]?.start === start) quoted[first] = 3
    if (closed && words[last]?.end === end) quoted[last] = 3
  }
  return quoted
}
