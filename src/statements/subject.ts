import type { Span } from "../text/span.js"

/**
 * “the mayor, {who} has repeatedly {c:warned}”, “{she} also {c:denied}”: a pronoun that is plainly the subject of a cue
 * whose source was not found.
 */
export function subjectOf(text: string, [first]: readonly Span[]): Span | undefined {
  if (!first) return undefined
  const before = text.slice(Math.max(0, first.start - farthest), first.start)
  const found = subject.exec(before)
  if (!found) return undefined
  const start = first.start - before.length + found.index
  return { start, end: start + found[1]!.length }
}

/** Longer than a pronoun and four words. */
const farthest = 60

const subject =
  /(?<![\p{L}’'])(who|which|he|she|they)(?:(?:['’](?:s|ve|d)|\s+(?:has|have|had|would|will|could|may|might|did|does|do|not|never|also|once|again|then|later|first|recently|even|still|all|both|\p{Ll}{2,12}ly))*\s+)$/iu
