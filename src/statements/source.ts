import { type Span, sliceOf } from "../text/span.js"
import { withoutStops } from "./trim.js"

/**
 * The words that name a speaker, without what is none: “Reed {vehemently}”, “{, }the mayor of Dorn,”. Words that begin
 * within a phrase name nobody by themselves: “as Ann Kane’s friend”, “, and sharply opposed Reed,”.
 */
export function settleSource(text: string, source: Span): Span | undefined {
  const bare = withoutStops(text, source)
  const words = sliceOf(text, bare)
  const start = bare.start + /^[\s,;]*/.exec(words)![0].length
  const rest = text.slice(start, bare.end)
  if (within.test(rest) || (start > bare.start && /\band\b|\bwho$/.test(rest))) return undefined
  const end = phraseEnd(text, { start, end: bare.end - (adverb.exec(rest.slice(-longest))?.[0].length ?? 0) })
  if (start >= end) return undefined
  // “Ann Kane, the mayor of Dorn,”: what stands beside a name between two commas has both, as in PolNeAR (Newell et al. 2018).
  const isClosed = text.charAt(end) === "," && text.slice(start, end).includes(", ")
  return { start, end: isClosed ? end + 1 : end }
}

/** “Ann Kane, the mayor of {Dorn},” does not end with “of”, nor “Tom Reed, Dorn’s {former port director},” with “Dorn’s”. */
function phraseEnd(text: string, { start, end }: Span): number {
  const words = text.slice(Math.max(start, end - longest), end)
  if (!text.slice(start, end).includes(", ") || !breaksOff.test(words)) return end
  const more = /^\s[^,;:.!?“”"()—]{1,120}(?=,|\s--?\s|\s–\s|—)/.exec(text.slice(end, end + 130))
  return more ? end + more[0].length : end
}

const breaksOff =
  /(?:\s(?:of|the|an?|for|at|in|on|to|with|from|and|or|who|which|whose|that|is|was|has|had|now|his|her|its|their|former)|['’]s)$/i

const within = /^(?:(?:the|an?)$|(?:of|as(?! (?:many|much|few|little|well)\b)|at(?! (?:least|most)\b)|and|or|but)\s)/i

const longest = 40
const adverb =
  /(?<=\p{L}) (?!family|ally|assembly|daily|weekly|monthly|quarterly|supply|reply|monopoly|bully|fly|tally|anomaly|homily|jelly|belly|bodily|elderly)\p{Ll}+ly$/u
