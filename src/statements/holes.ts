import type { Span } from "../text/span.js"

/** Where contents may be joined: their sentence, and what of the statement itself stands between them. */
export interface Between {
  readonly sentence: Span
  /** Cue and source. */
  readonly own: readonly Span[]
}

/**
 * Contents that only a hole divides are one: “told Reed that {q:he has not spoken with her since the minister, her
 * deputy, met him}” is one clause, of which the network may leave out a middle it is unsure of. What divides them
 * rightly stays between them: the statement's own cue or source, another's, a bracket.
 */
export function withoutHoles(text: string, contents: readonly Span[], { sentence, own }: Between): Span[] {
  const whole: Span[] = []
  for (const content of contents) {
    const last = whole.at(-1)
    const gap = last && { start: last.end, end: content.start }
    if (gap && isHole(text, gap, sentence, own)) whole[whole.length - 1] = { start: last.start, end: content.end }
    else whole.push(content)
  }
  return whole
}

/** More characters than these are no oversight. */
const longest = 160

function isHole(text: string, gap: Span, sentence: Span, own: readonly Span[]): boolean {
  if (gap.start < sentence.start || gap.end > sentence.end || gap.end - gap.start > longest) return false
  if (own.some(({ start, end }) => start < gap.end && end > gap.start)) return false
  return !divides.test(text.slice(gap.start, gap.end))
}

const divides = /[()[\]“”"‘:;\n]|\b(?:said|says|told|according|added|that)\b/i
