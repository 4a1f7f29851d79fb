import type { Statement, Turn } from "../record.js"
import { placesOf, touching } from "../text/places.js"
import type { Quotation } from "../text/quotations.js"
import { contains, type Span } from "../text/span.js"

/** Direct where every word of the content stands in quotation marks of its own or in a transcript's turn; mixed where some do. */
export function kindOf(
  text: string,
  content: readonly Span[],
  quotations: readonly Quotation[],
  turns: readonly Turn[] = [],
): Statement["kind"] {
  let quoted = 0
  let plain = 0
  const [first, last] = [content[0], content.at(-1)]
  const near = first && last ? quotations.filter(({ start, end }) => start < last.end && end > first.start) : []
  const places = placesOf(near)
  for (const part of content) {
    const own = touching(places, part).filter((quotation) => isOwn(text, quotation, part))
    for (const match of text.slice(part.start, part.end).matchAll(/[\p{L}\p{N}]+/gu)) {
      const start = part.start + match.index
      const word = { start, end: start + match[0].length }
      if (own.some((quotation) => contains(quotation, word))) quoted++
      else plain++
    }
  }
  if (quoted > 0) return plain === 0 ? "direct" : "mixed"
  // “Q  Will you go?” as a turn; what a turn tells of others ("he said no") stays indirect
  return turns.some(({ span }) => content.some((part) => isMostOf(part, span))) ? "direct" : "indirect"
}

/**
 * A quotation that opens in the part, or just outside it where its marks were left out. In “They expressed joy,” she said
 * the marks are hers, so what they expressed is indirect.
 */
function isOwn(text: string, quotation: Quotation, part: Span): boolean {
  if (quotation.start >= part.start)
    return !isName(text.slice(quotation.start, quotation.end)) || contains(quotation, part)
  const outside = text.slice(quotation.start, part.start) + text.slice(part.end, quotation.end)
  return /^\P{L}{1,6}$/u.test(outside)
}

// the "Blue Harbour" deal, the 'Remain' camp: marks around a name quote nobody
const isName = (quotation: string): boolean =>
  /^\W*(?:\p{Lu}[\p{L}\p{N}’'-]*(?:\s(?:of|and|the|&)\s|\s|\W*$)){1,4}$/u.test(quotation) &&
  !/[.!?]\W*$/.test(quotation)

const isMostOf = (part: Span, turn: Span): boolean => contains(turn, part) && part.start - turn.start <= 2
