import { type Span, sliceOf } from "../text/span.js"

/** Where a content may begin and end: its sentence, and the statement's other parts in it. */
export interface Surroundings {
  readonly sentence: Span
  /** Cue, source, via, when, where. */
  readonly others: readonly Span[]
}

/**
 * Indirect words that break off are made whole, for people say clauses:
 *
 * - as far as the “that” before them: “told Reed on Monday that {q:nobody in the} …” begins with “nobody”;
 * - as far as the start of the sentence: “{q:Legislative attempts} have spiked” does not begin with “attempts”;
 * - on to where the clause ends, when they stop between two words that belong together: “{q:had telephoned her}”;
 * - back to where it ended, when the last words lead nowhere: “{q:superdelegates} and”.
 */
export function wholeClause(text: string, part: Span, around: Surroundings): Span {
  const start = startOf(text, part, around)
  return { start, end: endOf(text, { start, end: part.end }, around) }
}

/** More words than these lie between them only where something else stands between. */
const mostWords = 12

function startOf(text: string, part: Span, { sentence, others }: Surroundings): number {
  const before = others.filter(({ end }) => end <= part.start && end > sentence.start)
  const from = Math.max(sentence.start, ...before.map(({ end }) => end))
  const gap = text.slice(from, part.start)
  if (gap.trim() === "" || wordsIn(gap) > mostWords || /[“”"‘]/.test(gap)) return part.start
  if (before.length === 0) {
    return from === sentence.start && wordsIn(gap) <= 4 && !introduces.test(gap) ? from + leading(gap) : part.start
  }
  const conjunction = /(?:^|\s)(that|whether)\s+(?!.*\b(?:that|whether)\b)/i.exec(gap)
  if (conjunction) {
    const after = conjunction.index + conjunction[0].length
    return from + (conjunction[1]!.toLowerCase() === "that" ? after : after - "whether ".length)
  }
  return part.start
}

const leading = (gap: string): number => gap.length - gap.trimStart().length

/** “But”, “However,”: the reporter's, not the speaker's. */
const introduces =
  /^\s*(?:but|and|however|meanwhile|still|yet|also|so|nor|then|instead|later|earlier|separately)\b|[:;—–]/i

function endOf(text: string, part: Span, { sentence, others }: Surroundings): number {
  const limit = Math.min(sentence.end, ...others.filter(({ start }) => start >= part.end).map(({ start }) => start))
  const rest = text.slice(part.end, limit)
  const goesOn = /^\s+([\p{L}\p{N}$][\p{L}\p{N}'’-]*)/u.exec(rest)
  if (goesOn && !mayBegin.test(goesOn[1]!)) {
    const more = /^[^,;:.?!“”"()—–]*/.exec(rest)![0]
    const most = cannotEnd.test(sliceOf(text, part)) ? 30 : 4
    if (wordsIn(more) <= most) return part.end + more.trimEnd().length
  }
  const dangling = /(?:[\s,]+(?:and|or|but|the|a|an|of|for|to|in|with|by|on))+$/i.exec(sliceOf(text, part))
  return dangling ? part.end - dangling[0].length : part.end
}

/** “nobody in the government had”: the verb is still to come. */
const cannotEnd = /\s(?:had|has|have|is|was|were|are|be|been|will|would|could|should|may|might|must|not|never)$/i

/** What another clause or an adjunct may begin with. */
const mayBegin =
  /^(?:and|but|or|nor|while|as|after|before|when|where|because|who|which|that|since|although|though|if|unless|until|by|with|without|in|on|at|from|for|to|of|during|over|under|about|against|amid|despite|following|according|citing|saying|adding|than|so|yet|whether|he|she|they|it|we|i|yesterday|today|tomorrow|last|next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

const wordsIn = (words: string): number => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
