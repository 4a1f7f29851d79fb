import type { Quotation } from "../text/quotations.js"
import { overlaps, type Span } from "../text/span.js"

/**
 * A quotation that is re-opened in each paragraph is one: where its beginning belongs to a content, so does the rest.
 * “We can slow it. ¶ “But it will take work.”
 *
 * @param from place of the first of these quotations among all of the report
 */
export function withContinuations(content: readonly Span[], quotations: readonly Quotation[], from: number): Span[] {
  const parts = [...content]
  const last = parts.at(-1)
  if (!last) return parts
  let number = quotations.findLastIndex(
    (quotation) => quotation.depth === 0 && !quotation.closed && overlaps(quotation, last),
  )
  for (let next = number + 1; number >= 0 && next < quotations.length && parts.length < most; next++) {
    const { start, end, depth, continues } = quotations[next]!
    if (depth > 0 || continues !== from + number) continue
    if (!content.some((part) => overlaps(part, { start, end }))) parts.push({ start, end })
    number = next
  }
  return parts
}

/** Nobody is quoted over more paragraphs at a stretch. */
const most = 60
