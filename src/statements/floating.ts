import type { Quotation } from "../text/quotations.js"
import { contains, firstEndingAfter, overlaps, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"
import type { Context } from "./find.js"

/**
 * Paragraphs that are wholly somebody's quoted words and that nothing else has taken: “She disliked the deal.
 * ¶ {q:“It was terrible for towns.”}”. Those that a quotation re-opens in are parts of the one before.
 */
export function findFloating({ report, quotations }: Context, found: readonly Draft[]): Draft[] {
  const outermost = quotations.filter(({ depth }) => depth === 0)
  // What is told within a quotation does not take it: “We {look forward} to it.”
  const taking = found.filter((draft) => !isToldIn(outermost[firstEndingAfter(outermost, draft.anchor.start)], draft))
  const taken = taking.flatMap((draft) => [...draft.content, ...draft.cue]).sort((a, b) => a.start - b.start)
  const isFree = freeOf(taken)
  return quotations.flatMap((quotation, number) => {
    const alone =
      quotation.depth === 0 &&
      quotation.continues === undefined &&
      isWhole(report.paragraphs[firstEndingAfter(report.paragraphs, quotation.start)], quotation)
    if (!alone || !isFree(quotation) || wordsIn(report.text, quotation) < 4) return []
    return [
      {
        id: `floating ${number}`,
        anchor: { start: quotation.start, end: quotation.start + 1 },
        kind: "direct" as const,
        content: [{ start: quotation.start, end: quotation.end }],
        cue: [],
        source: [],
        act: "say" as const,
        polarity: "asserted" as const,
        hearsay: false,
        confidence: 0.5,
        why: ["a paragraph that is all quotation"],
      },
    ]
  })
}

const isWhole = (paragraph: Span | undefined, quotation: Quotation): boolean =>
  paragraph !== undefined &&
  contains(paragraph, quotation) &&
  paragraph.start >= quotation.start - 1 &&
  paragraph.end <= quotation.end + 1

const isToldIn = (quotation: Span | undefined, { cue, content }: Draft): boolean =>
  quotation !== undefined &&
  cue.length > 0 &&
  [...cue, ...content].every(({ start, end }) => quotation.start < start && end <= quotation.end)

const wordsIn = (text: string, { start, end }: Span): number =>
  text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0

function freeOf(taken: readonly Span[]): (span: Span) => boolean {
  const ends: number[] = []
  for (const { end } of taken) ends.push(Math.max(end, ends.at(-1) ?? 0))
  return (span) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= span.start) low = middle + 1
      else high = middle
    }
    return !(low < taken.length && overlaps(taken[low]!, span))
  }
}
