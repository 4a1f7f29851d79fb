import type { Quotation } from "../text/quotations.js"
import { overlaps, type Span } from "../text/span.js"

/**
 * A content without what is not its own at the ends: a leading “that” or colon, a closing full stop or comma that
 * stands outside quotation marks. “said that {q:it would appeal}.”
 */
export function trimContent(
  text: string,
  span: Span,
  quotations: readonly Quotation[],
  first: boolean,
): Span | undefined {
  let { start, end } = withMarks(span, quotations)
  const skipStart = (pattern: RegExp) => {
    const found = pattern.exec(text.slice(start, end))
    if (found) start += found[0].length
  }
  skipStart(/^[\s,:;–—-]+/)
  if (first) skipStart(/^that\s+(?=\S)/)
  // Step by step, for a search that is anchored only at its end looks at every run of blanks from each of its places.
  let last = end
  while (last > start && /[\s,.;:–—-]/.test(text.charAt(last - 1))) last--
  if (
    last < end &&
    !endsQuotation(start, end, quotations) &&
    !isAbbreviation(text.slice(Math.max(start, end - 40), end))
  )
    end = last
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : undefined
}

/**
 * Words outside quotation marks are said in the sentence of their cue; what was taken beyond it is the next thought.
 * A quotation in another sentence goes on with one in the cue's: “It is slow,” he said. “Very slow.” Where the cue's
 * sentence quotes nothing it is a statement of its own: He said the bridge was slow. “It creaks.”
 */
export function cutToSentence(part: Span, sentence: Span, quotations: readonly Quotation[]): Span[] {
  const touched = quotations.filter((quotation) => overlaps(quotation, part))
  const goesOn = touched.some((quotation) => overlaps(quotation, sentence)) || !overlaps(part, sentence)
  const whole = goesOn ? [sentence, ...touched] : [sentence]
  const start = Math.max(part.start, Math.min(...whole.map((span) => span.start)))
  const end = Math.min(part.end, Math.max(...whole.map((span) => span.end)))
  return start < end ? [{ start, end }] : []
}

/** “said,” → said: a cue, a source, a time without the stop after it. A colon that is a cue by itself stays. */
export function withoutStops(text: string, { start, end }: Span): Span {
  let last = end
  while (last > start && /[\s,;:–—-]/.test(text.charAt(last - 1))) last--
  return last > start ? { start, end: last } : { start, end }
}

/** Where all but the marks of a quotation were taken, the marks are taken too. */
function withMarks({ start, end }: Span, quotations: readonly Quotation[]): Span {
  for (const quotation of quotations) {
    if (quotation.start > end) break
    if (quotation.depth > 0 || quotation.end < start) continue
    if (quotation.start < start && start - quotation.start <= 2 && quotation.end <= end + 2) start = quotation.start
    if (quotation.end > end && quotation.end - end <= 2 && quotation.start >= start - 2) end = quotation.end
  }
  return { start, end }
}

/** “It will take work. ¶ “It will take years.” The stop stands inside, though the mark after it is left out. */
const endsQuotation = (start: number, end: number, quotations: readonly Quotation[]): boolean =>
  quotations.some((quotation) => !quotation.closed && quotation.end === end && quotation.start >= start)

/** “from the U.S.”, “by Acme Inc.” keep their stop. */
const isAbbreviation = (words: string): boolean =>
  /\b(?:\p{L}\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|a\.m|p\.m)\.$/u.test(words)
