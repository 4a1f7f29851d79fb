import { overlaps, type Span, sliceOf } from "../text/span.js"
import { withoutStops } from "./trim.js"

/** Of a channel, a time, a place: the words as far as they go together, or none. */
export interface Around {
  /** What belongs to others: the cue, who speaks. */
  readonly taken: readonly Span[]
  readonly part: "via" | "when" | "where"
}

/**
 * Where the network broke off too early or too late: “on Twitter (TWTR.N{)}”, “in an interview {with}”, “at Dorn
 * {Tower}”, “during a {storm}”. Nothing but such words is none.
 */
export function settleSetting(text: string, span: Span, around: Around): Span | undefined {
  const bare = withoutStops(text, span)
  const start = bare.start + /^(?:[\s,;:)\]–—-]|['’](?=\s))*/.exec(sliceOf(text, bare))![0].length
  // “{who spoke on Friday}” is a clause of its own
  const words = text.slice(start, bare.end)
  if (start >= bare.end || /^(?:who|which)\b/i.test(words)) return undefined
  if (around.part === "when" && isNoTime(words, text.slice(Math.max(0, start - 4), start))) return undefined
  const whole = withBracket(text, { start, end: bare.end })
  const named = around.part === "when" ? whole : withName(text, whole, around)
  return goesOn(text, named.end) ? settleEnd(text, named, around) : named
}

// “call (408) 277-5283”, “As {of now}”
const isNoTime = (words: string, before: string): boolean =>
  (/^[\d\s().-]+$/.test(words) && !/\b(?:1[6-9]|20)\d\d\b/.test(words)) ||
  (/\bas $/i.test(before) && /^of\b/.test(words))

const farthest = 60
const goesOn = (text: string, end: number): boolean => /^ [\p{L}\p{N}]/u.test(text.slice(end, end + 2))

/** “on Twitter (TWTR.N”: up to the bracket that closes. */
function withBracket(text: string, { start, end }: Span): Span {
  const open = text.slice(start, end).lastIndexOf("(")
  if (open < 0 || text.slice(start + open, end).includes(")")) return { start, end }
  const rest = /^[^()\n]*\)/.exec(text.slice(end, end + farthest))
  return { start, end: end + (rest?.[0].length ?? 0) }
}

/** “to the Dorn”, “at Dorn”: in the midst of “the Dorn Foreign Association”, “Dorn Tower”. */
function withName(text: string, span: Span, { taken }: Around): Span {
  if (!/(?:^|\s)\p{Lu}[\p{L}-]*$/u.test(text.slice(Math.max(span.start, span.end - farthest), span.end))) return span
  const rest = nameGoesOn.exec(text.slice(span.end, span.end + farthest))
  const whole = { start: span.start, end: span.end + (rest?.[0].length ?? 0) }
  return taken.some((other) => overlaps(other, { start: span.end, end: whole.end })) ? span : whole
}

const nameGoesOn =
  /^(?: (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|August|September|October|November|December|I\b|He\b|She\b)\p{Lu}[\p{L}-]+)+/u

const loose =
  /(?:^| )(?:in|on|at|of|to|for|from|by|with|under|about|during|over|and|or|but|that|which|where|when|the|an?|his|her|their|its|this|he|she|they|we|I|was|were|is|are|as|provided|delivered|ordering)$/i
const lead =
  /^(?:(?:in|on|at|of|to|for|from|by|with|during|over|earlier|later|after|before|since|until)\b ?)*(?:(?:the|an?|his|her|their|its|this)\b ?)?/i

/** What cannot end a phrase leaves; where too little else is left the phrase goes on. */
function settleEnd(text: string, span: Span, around: Around): Span | undefined {
  const kept = withoutLoose(text, span)
  if (kept.end === span.end) return span
  const words = sliceOf(text, kept)
  const isWhole = words.length > lead.exec(words)![0].length && !/\b(?:after|before|since|until)$/i.test(words)
  if (isWhole && !/\b(?:was|were|is|are)$/.test(sliceOf(text, span))) return kept
  const ahead = text.slice(span.end, span.end + farthest)
  const rest =
    (around.part === "when" ? timeAhead.exec(ahead) : undefined) ?? (isWhole ? toStop : wordsAhead).exec(ahead)
  const room = Math.min(...around.taken.filter(({ start }) => start >= span.end).map(({ start }) => start - span.end))
  const end = span.end + Math.min(rest?.[0].length ?? 0, room)
  const longer = withoutLoose(text, withoutStops(text, { start: span.start, end }))
  if (longer.end > span.end && (around.part !== "when" || isWhole || timely.test(sliceOf(text, longer)))) return longer
  return isWhole ? kept : undefined
}

function withoutLoose(text: string, { start, end }: Span): Span {
  let last = end
  for (;;) {
    const found = loose.exec(text.slice(Math.max(start, last - 12), last))
    if (!found || last <= start) break
    last -= found[0].length
  }
  return withoutStops(text, { start, end: last })
}

const timely =
  /\d|\b(?:after|before|since|until|when|while|course)\b|day|night|week|month|year|season|morning|afternoon|evening|time|moment|January|February|March|April|\bMay\b|June|July|August|September|October|November|December/

// “hours after the numbers were {drawn}.”
const toStop = /^(?: (?:(?:\p{Lu}\.)+|[^\s,;:.()“”"]+)){1,3}(?=[,;:.)])/u
const wordsAhead = /^(?: (?:(?:\p{Lu}\.)+|[^\s,;:.()“”"]+)){1,5}/u
const timeAhead =
  /^ (?:(?:late|early|same|first|second|last) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|week(?:end)?|month|year|day|morning|afternoon|evening|night|summer|winter|spring|autumn|fall|season|\d{4})(?: (?:morning|afternoon|evening|night|\d{1,4}))?\b/
