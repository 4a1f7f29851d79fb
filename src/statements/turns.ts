import type { Turn } from "../record.js"
import { firstEndingAfter, type Span } from "../text/span.js"
import type { Context } from "./find.js"

/** The words of a turn, a part for each paragraph, without asides in brackets: “(Laughter.)”. */
export function contentOfTurn({ report }: Pick<Context, "report">, turn: Turn): Span[] {
  const { text, paragraphs } = report
  const parts: Span[] = []
  for (let number = firstEndingAfter(paragraphs, turn.span.start); number < paragraphs.length; number++) {
    const start = Math.max(paragraphs[number]!.start, turn.span.start)
    const end = Math.min(paragraphs[number]!.end, turn.span.end)
    if (start >= end) break
    for (const part of withoutAsides(text, { start, end })) parts.push(part)
  }
  return parts
}

function withoutAsides(text: string, span: Span): Span[] {
  const parts: Span[] = []
  let start = span.start
  for (const aside of text.slice(span.start, span.end).matchAll(/\([^()\n]{0,80}\)|\[[^[\]\n]{0,80}\]/g)) {
    parts.push({ start, end: span.start + aside.index })
    start = span.start + aside.index + aside[0].length
  }
  parts.push({ start, end: span.end })
  return parts.flatMap((part) => trimmed(text, part))
}

function trimmed(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return /[\p{L}\p{N}]/u.test(words) ? [{ start: from, end: to }] : []
}

/** “Thank you, Jen.”, “Yeah.”, “Go ahead.” and “So, if —” keep a conversation going and say nothing; “Yes.” answers. */
export function saysSomething(text: string, content: readonly Span[]): boolean {
  const words = content.map(({ start, end }) => text.slice(start, end)).join(" ")
  const spoken = words.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []
  if (/^(?:thank you|thanks)[^.?!]{0,30}[.!]?$/i.test(words) || spoken.every((word) => fillers.has(word))) return false
  return spoken.length > 3 || !/[—–-]\s*$/.test(words)
}

const fillers: ReadonlySet<string> = new Set(
  `yeah yep okay ok well so oh ah uh um hmm mm wow great good right all alright sorry i'm i’m look and but thanks thank you
  hi hello hey go ahead for it please everybody everyone guys folks again morning afternoon evening one moment next
  last our question`.split(/\s+/),
)

/** “But you said he was not aware.” A reporter's turn without a question mark asks too, unless it is as short as “Got it.” */
export function waitsForReply(words: string): boolean {
  return words.includes("?") || /[—–-]\s*$/.test(words) || words.split(/\s+/).length > 5
}

/** The place of a turn's label before its words: “MS. RUIZ:  Good afternoon.” */
export function labelOf(text: string, turn: Turn): Span | undefined {
  const start = text.lastIndexOf(turn.label, turn.span.start - 1)
  return start >= 0 && turn.label.length > 0 ? { start, end: start + turn.label.length } : undefined
}
