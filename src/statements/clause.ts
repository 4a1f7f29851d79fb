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
 * - on to where the clause ends, when they stop between two words that belong together: “{q:had telephoned her}”;
 * - on over an apposition, when they stop at whom a clause is about: “{q:has not called since Ana Ruiz}, the czar, met him”;
 * - back to where it ended, when the last words lead nowhere, “{q:superdelegates} and”, or to the cue, “{q:The port} was”.
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
  if (before.length === 0 || gap.trim() === "" || wordsIn(gap) > mostWords || /[“”"‘]/.test(gap)) return part.start
  const conjunction = /(?:^|\s)(that|whether)\s+(?!.*\b(?:that|whether)\b)/i.exec(gap)
  if (conjunction) {
    const after = conjunction.index + conjunction[0].length
    return from + (conjunction[1]!.toLowerCase() === "that" ? after : after - "whether ".length)
  }
  return part.start
}

function endOf(text: string, part: Span, { sentence, others }: Surroundings): number {
  const limit = Math.min(sentence.end, ...others.filter(({ start }) => start >= part.end).map(({ start }) => start))
  const end = overApposition(text, { start: part.start, end: phraseEnd(text, part, limit) }, limit)
  if (end > part.end) return end
  const words = sliceOf(text, part)
  const beforeCue = text.slice(part.end, limit).trim() === "" && limit < sentence.end
  // “weighing in.” and “unaccounted for,” end so.
  const isStranded = /^["”’']?[.,;:?!]/.test(text.slice(part.end, part.end + 2))
  const dangling = (beforeCue ? auxiliaries : isStranded ? joining : leadingOn).exec(words)
  return dangling ? part.end - dangling[0].length : part.end
}

function phraseEnd(text: string, part: Span, limit: number): number {
  const rest = text.slice(part.end, limit)
  const goesOn = /^\s+([\p{L}\p{N}$][\p{L}\p{N}'’-]*)/u.exec(rest)
  if (!goesOn || mayBegin.test(goesOn[1]!)) return part.end
  const more = /^[^,;:.?!“”"()—–]*/.exec(rest)![0]
  if (leadsToCue.test(more) && part.end + more.length >= limit) return part.end
  const most = cannotEnd.test(sliceOf(text, part)) ? 30 : 5
  return wordsIn(more) <= most ? part.end + more.trimEnd().length : part.end
}

function overApposition(text: string, part: Span, limit: number): number {
  const words = sliceOf(text, part)
  if (!barePerson.test(words) && !explainedPerson.test(words)) return part.end
  const rest = text.slice(part.end, limit)
  const verb = (barePerson.test(words) ? overToVerb : toVerb).exec(rest)
  return verb && !mayBegin.test(verb[1]!) ? part.end + verb[0].trimEnd().length : part.end
}

const joining = /(?:[\s,]+(?:and|or|but|the|a|an|of))+$/i
const leadingOn = /(?:[\s,]+(?:and|or|but|the|a|an|of|for|to|in|with|by|on))+$/i
const auxiliaries =
  /(?:\s+(?:had|has|have|is|was|were|are|be|been|also|first|and|or|but|the|a|an|of|for|to|in|with|by|on))+$/i

/** “{q:The port} was also {c:reported} to have closed”: what stands before the cue belongs to it. */
const leadsToCue =
  /^\s+(?:had|has|have|is|was|were|are|be|been|will|would|could|should|may|might|must|also|first|reportedly|allegedly|not|never|\s)+$/i

/** “nobody in the government had”: the verb is still to come. */
const cannotEnd = /\s(?:had|has|have|is|was|were|are|be|been|will|would|could|should|may|might|must|not|never)$/i

/** “since Vice President Ana Ruiz”, “since its foreign minister”: a clause has begun and has no verb. */
const barePerson =
  /\b(?:since|after|before|when|until|because|while|if|that)(?:(?: \p{Lu}[\p{L}.'’-]*){2,6}| (?:its|their|his|her) (?:\p{L}+ )?\p{Ll}+)$/u

/** “since its foreign minister, Ana Ruiz”: the same, the apposition already in it. */
const explainedPerson =
  /\b(?:since|after|before|when|until|because|while|if|that) [^,;:.!?“”"()—–]{3,60}, (?!and\b|or\b|but\b)[^,;:.!?“”"()—–]{3,60}$/u

const overToVerb = /^,[^,;:.!?“”"()]{3,90},\s+(\p{Ll}[\p{L}'’-]*)[^,;:.!?“”"()—–]*/u
const toVerb =
  /^,\s+(?!(?:the|an?|its|his|her|their|this|that|these|those|all|some|no)\b)(\p{Ll}[\p{L}'’-]*(?<!ing))\b[^,;:.!?“”"()—–]*/u

/** What another clause or an adjunct may begin with. */
const mayBegin =
  /^(?:and|but|or|nor|while|as|after|before|when|where|because|who|which|that|since|although|though|if|unless|until|by|with|without|in|on|at|from|for|to|during|over|under|about|against|amid|despite|following|according|citing|saying|adding|than|so|yet|whether|he|she|they|it|we|i|yesterday|today|tomorrow|last|next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i

const wordsIn = (words: string): number => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
