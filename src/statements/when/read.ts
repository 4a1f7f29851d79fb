import * as chrono from "chrono-node/en"
import { addMonths, dayOf, hull, type OpenPeriod, type Period, yearOf } from "./calendar.js"
import { type Context, cut, isClosed } from "./context.js"
import { dateRules } from "./dates.js"
import { countOf, relativeRules, shift, slackOf } from "./relative.js"
import { findTimeIn } from "./scan.js"
import { anyOf, count, monthNames, unit, weekdayNames } from "./words.js"

/** What the words mean, and, where they tell of something that lasted, the latest day on which it may have begun. */
export interface Reading extends OpenPeriod {
  readonly begunBy?: number
}

/** Reads a whole phrase, then, failing that, the time inside it: "since the vote in May". */
export function readTime(words: string, context: Context, depth = 0): Reading | undefined {
  const phrase = tidy(words)
  const found =
    readWithClock(phrase, context) ??
    (depth < 2 ? readBound(phrase, words, context, depth) : undefined) ??
    readRange(phrase, context) ??
    readPlain(phrase, context) ??
    readWithChrono(phrase, context)
  if (found) return found
  const inside = findTimeIn(words, (piece) => readRange(tidy(piece), context) ?? readPlain(tidy(piece), context))
  return inside
}

/** Small letters, plain apostrophes, no marks around: "In 2003 and [2016]," becomes "in 2003 and 2016". */
export const tidy = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/["“”[\]()]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:—–-]+|[\s,;:—–-]+$|(?<![a-z]\.[a-z]|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.$/g, "")

// "since May", "until Friday", "before the vote in May", "after Monday", "for two years", "in two weeks"
function readBound(phrase: string, words: string, context: Context, depth: number): Reading | undefined {
  const { today, outlook } = context
  const [, word = "", rest = ""] =
    phrase.match(
      /^(?:ever |just |only |shortly |soon |even |dating back |right |immediately )*(since|until|till|not until|by|before|ahead of|prior to|after|following|for|in|within)(?: (?:before|after|the start of))? (.+)$/,
    ) ?? []
  if (!word) return undefined
  if (word === "for" || word === "in" || word === "within") return readSpan(word, rest, context)
  const ahead = word === "by" || (outlook === "future" && word !== "since")
  const period = readTime(lastWords(words, rest), { ...context, outlook: ahead ? "future" : "past" }, depth + 1)
  if (!period) return undefined
  const end = today !== undefined && outlook === "past" ? { to: today } : {}
  switch (word) {
    case "since":
      return {
        ...(period.from !== undefined && { from: period.from }),
        ...end,
        ...(period.to !== undefined && { begunBy: period.to }),
      }
    case "after":
    case "following":
      return { ...(period.from !== undefined && { from: period.from }), ...end }
    case "by":
      if (period.to === undefined) return undefined
      return today !== undefined && today <= period.to ? { from: today, to: period.to } : { to: period.to }
    default:
      return period.to === undefined ? undefined : { to: period.to }
  }
}

// the tidied rest in its own spelling: "May" and "may" are two things
const lastWords = (words: string, rest: string): string =>
  words.trim().split(/\s+/).slice(-rest.split(" ").length).join(" ")

// "for two years", "for months", "in two weeks"
function readSpan(word: string, rest: string, { today, outlook }: Context): Reading | undefined {
  if (today === undefined) return undefined
  const [, plural] = rest.match(/^(?:many |some |several )?(weeks|months|years|decades)$/) ?? []
  // "for months" is two at least
  if (plural) return word === "for" && outlook === "past" ? { to: today, begunBy: shift(today, plural, -2) } : undefined
  const span = spanOfTime(rest)
  if (!span) return undefined
  const [least, most] = countOf(span.number)
  const slack = slackOf(span.unit)
  const soonest = Math.max(0, least - slack)
  if (word === "for" && outlook === "past") {
    const begunBy = shift(today, span.unit, -soonest)
    // "for more than two years" begins nobody knows when
    return span.more
      ? { to: today, begunBy: shift(today, span.unit, -least) }
      : { from: shift(today, span.unit, -most - slack), to: today, begunBy }
  }
  if (word === "within") return outlook === "future" ? { from: today, to: shift(today, span.unit, most) } : undefined
  return { from: word === "for" ? today : shift(today, span.unit, soonest), to: shift(today, span.unit, most + slack) }
}

function spanOfTime(
  phrase: string,
): { readonly number: string; readonly unit: string; readonly more: boolean } | undefined {
  const [, size, number, name] = phrase.match(spanPattern) ?? []
  return number && name ? { number, unit: name, more: size !== undefined } : undefined
}
const spanPattern = new RegExp(
  `^(?:the )?(?:about |around |nearly |almost |some |(at least |more than |over |well over ))?(${count}) (${unit})(?:' time)?(?: now)?$`,
)

// "from May to July", "between 3 and 5 June", "2014 and 2015", "from Tuesday until Thursday", "2007-2009"
function readRange(phrase: string, context: Context): Reading | undefined {
  const [, lead = "", first = "", last = ""] =
    phrase.match(
      /^((?:from |between |on |in |during )*)(.+?)(?: (?:to|until|till|through|and|or) |(?<=\d{4}) ?[-–] ?(?=\d{4}))(?:on |in |until )?(.+)$/,
    ) ?? []
  if (!last) return undefined
  const together = readPlain(phrase.slice(lead.length), context)
  if (together) return together
  const end = readPlain(last, context)
  const start = readPlain(withEnding(first, last), context)
  if (!start || !end || !isClosed(start) || !isClosed(end)) return undefined
  return ordered(start, end, last, context)
}

// "May to July 2015" is May 2015; "this Tuesday and Wednesday" needs nothing
function withEnding(first: string, last: string): string {
  const ofYear = last.match(/(?<!\d)\d{4}$/)?.[0]
  return ofYear && new RegExp(`^(?:${anyOf(monthNames)}(?: \\d{1,2})?|\\d{1,2} ${anyOf(monthNames)})$`).test(first)
    ? `${first} ${ofYear}`
    : first
}

// "from November to February", told in December, was last winter; "Tuesday to Thursday", told on a Wednesday, goes on
function ordered(start: Period, end: Period, last: string, context: Context): Period {
  if (start.from <= end.to) return hull(start, end)
  const days = new RegExp(`^${anyOf(weekdayNames)}`).test(last)
  const later = days || context.outlook === "future" ? readPlain(last, { ...context, outlook: "future" }) : undefined
  if (later && isClosed(later) && later.from >= start.from) return hull(start, later)
  return { from: addMonths(start.from, -12), to: end.to }
}

/** One time, without its preposition. */
function readPlain(phrase: string, context: Context): Reading | undefined {
  for (const shorter of shortenings(phrase)) {
    for (const rule of [...dateRules, ...relativeRules]) {
      const found = rule(shorter, context)
      if (found) return aheadOf.test(shorter) ? found : cut(found, context)
    }
  }
  return undefined
}

const aheadOf = /\b(?:next|coming|tomorrow|later|hence|from now|following)\b/

const leads =
  /^(?:on|in|at|during|over|for|throughout|through|around|about|of|as of|back|back in|just|only|from|late on|early on|late in|earlier on|earlier in|later on|later in|earlier|later|late|early|as (?:early|recently|late|soon) as|dated?|sometime|some time|once|even|most recently|the (?:morning|afternoon|evening|night|day|week|month|course|run-up) of|that) /

function* shortenings(phrase: string): Generator<string> {
  let rest = phrase
  yield rest
  for (let steps = 0; steps < 4 && leads.test(rest); steps++) {
    rest = rest.replace(leads, "")
    yield rest
  }
  const date = rest.match(weekdayWithDate)?.[1]
  if (date) yield date
}

// "friday, march 4" and "wednesday 8 december"
const weekdayWithDate = new RegExp(`^${anyOf(weekdayNames)},? (?:the )?(?=.*\\d)(.+)$`)

// "at 9 p.m. on tuesday", "tuesday at 3:30 pm (1930 gmt)", "shortly after midnight on friday"; a clock alone is the day told of
function readWithClock(phrase: string, context: Context): Reading | undefined {
  if (!clock.test(phrase)) return undefined
  const rest = tidy(phrase.replace(clocks, " "))
  if (rest === "") return context.anchor
  return readRange(rest, context) ?? readPlain(rest, context)
}
const clock =
  /(?:(?:shortly|just|right|soon) )?(?:(?:at|around|about|before|after|by|from|until) )?(?:approximately )?(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?(?![a-z])| o'clock)|\d{1,2}:\d{2}|\b(?:noon|midnight|midday|lunchtime)\b)(?: (?:[ecmp][sd]?t\b|gmt|bst|utc|local time|eastern(?: time)?|pacific(?: time)?|central(?: time)?))?(?: \d{4} gmt)?/
const clocks = new RegExp(clock.source, "g")

// Whatever else names a full date: "12/17/2014", "Dec 17th of 2014"
function readWithChrono(phrase: string, { today }: Context): Reading | undefined {
  if (!/\d{4}/.test(phrase) || phrase.length > 60) return undefined
  const [found, ...others] = chrono.strict.parse(
    phrase,
    today === undefined ? undefined : new Date(Date.UTC(yearOf(today), 6, 1)),
  )
  if (!found || others.length > 0 || found.text.length < phrase.length - 4) return undefined
  const known = found.start.isCertain("day") && found.start.isCertain("month") && found.start.isCertain("year")
  const [year, month, date] = [found.start.get("year"), found.start.get("month"), found.start.get("day")]
  if (!known || year === null || month === null || date === null || found.end) return undefined
  const day = dayOf(year, month - 1, date)
  return day === undefined ? undefined : { from: day, to: day }
}
