import { type Day, dayOfIso, isoOf, type Period } from "./calendar.js"
import type { Context } from "./context.js"
import { type Reading, readTime, tidy } from "./read.js"

/** ISO dates, both ends included: the widest reading, and what every reading covers where something lasted. */
export interface Dates {
  readonly from?: string
  readonly to?: string
  readonly surely?: { readonly from: string; readonly to: string }
}

export interface TimeBeside {
  /** words of time look back from the report, or ahead where something is planned */
  readonly outlook?: "past" | "future"
  /** the time told of just before, for "later" and "the next day" */
  readonly anchor?: { readonly from: string; readonly to: string }
}

/** The dates that words mean in a report published on a day; without the day only full dates mean any. */
export function resolveWhen(words: string, published: string | undefined, beside: TimeBeside = {}): Dates {
  const context = contextOf(published, beside)
  const reading = readTime(words.slice(0, longest), context)
  return reading ? datesOf(reading, lastingOf(reading, context.today)) : {}
}

/**
 * The time in which something is said not to have happened. "since their meeting" runs from the meeting, whose dates
 * the caller may know, to the report; surely from when the meeting must have been over.
 */
export function resolveSilence(words: string, published: string | undefined, beginning?: Dates): Dates {
  const context = contextOf(published, {})
  const { today } = context
  const phrase = tidy(words.slice(0, longest))
  const end = today === undefined ? {} : { to: isoOf(today) }
  if (/\b(?:never|ever(?! since))\b/.test(phrase)) {
    return today === undefined ? {} : { ...end, surely: { from: always, to: isoOf(today) } }
  }
  const begun = since(beginning)
  if (phrase === "" || /^(?:yet|so far|to date|still|as yet|thus far|until now|since|since then)$/.test(phrase)) {
    return begun ? datesOf({ ...begun, to: today }, lastingOf({ ...begun, to: today }, today)) : end
  }
  const lasted = readLasting(words.slice(0, longest), context)
  if (lasted) return datesOf(lasted, lastingOf(lasted, today) ?? during(lasted, phrase))
  // "since their meeting" names no time of its own
  if (begun && /\b(?:since|after)\b/.test(phrase))
    return datesOf({ ...begun, to: today }, lastingOf({ ...begun, to: today }, today))
  return /\bsince\b/.test(phrase) ? end : {}
}

/** The day before all others, where "never" begins. */
export const always = "0001-01-01"

// no time has more words; the rest of a clause taken by mistake is not read
const longest = 400

function contextOf(published: string | undefined, { outlook = "past", anchor }: TimeBeside): Context {
  return { today: published === undefined ? undefined : dayOfIso(published), outlook, anchor: periodOf(anchor) }
}

// "in two years" and "over the past year" look back as "for two years" does; "after the vote in May" lasts to the report
function readLasting(words: string, context: Context): Reading | undefined {
  const lasting = words
    .trim()
    .replace(inCount, "for ")
    .replace(inPastUnit, "for a ")
    .replace(/^(?:ever |not )*(?:after|following) /i, "since ")
  return readTime(lasting, context)
}
const number = "(?:\\d|an? |one|two|three|four|five|six|seven|eight|nine|ten|several|many|(?:a )?few|(?:a )?couple)"
const size = "(?:about |nearly |almost |more than |over |at least )?"
const inCount = new RegExp(`^(?:in|over|during|for|throughout|within) (?:the (?:last|past) )?(?=${size}${number})`, "i")
const inPastUnit =
  /^(?:in|over|during|for|throughout|within) the (?:last|past) (?=(?:day|week|month|quarter|year|decade)$)/i

// nothing "in March" or "on Friday" covers all of it; "this week" and "over the summer" begin where one likes
function during({ from, to }: Reading, phrase: string): Period | undefined {
  if (
    from === undefined ||
    to === undefined ||
    /week|summer|winter|spring|autumn|\bfall\b|early|late|mid|ago|\b(?:before|until|till|after)\b/.test(phrase)
  )
    return undefined
  return { from, to }
}

function since(beginning: Dates | undefined): Reading | undefined {
  if (!beginning) return undefined
  const from = beginning.from === undefined ? undefined : dayOfIso(beginning.from)
  const to = beginning.to === undefined ? undefined : dayOfIso(beginning.to)
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { begunBy: to }) }
}

function lastingOf({ begunBy }: Reading, today: Day | undefined): Period | undefined {
  return begunBy === undefined || today === undefined || begunBy >= today ? undefined : { from: begunBy, to: today }
}

function periodOf(anchor: TimeBeside["anchor"]): Period | undefined {
  const [from, to] = [anchor && dayOfIso(anchor.from), anchor && dayOfIso(anchor.to)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

function datesOf(
  { from, to }: { readonly from?: Day | undefined; readonly to?: Day | undefined },
  surely: Period | undefined,
): Dates {
  if (from !== undefined && to !== undefined && from > to) return {}
  return {
    ...(from !== undefined && { from: isoOf(from) }),
    ...(to !== undefined && { to: isoOf(to) }),
    ...(surely && { surely: { from: isoOf(surely.from), to: isoOf(surely.to) } }),
  }
}
