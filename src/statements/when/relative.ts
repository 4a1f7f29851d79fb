import { numberOf } from "../numerals.js"
import {
  addMonths,
  type Day,
  decadePeriod,
  hull,
  monthOf,
  monthPeriod,
  type Period,
  quarterPeriod,
  seasonPeriod,
  weekdayOf,
  weekPeriod,
  yearOf,
  yearPeriod,
} from "./calendar.js"
import { type Context, cut, nearest, type Rule } from "./context.js"
import { anyOf, count, indexIn, monthNames, partOfDay, seasonNames, unit, weekdayNames } from "./words.js"

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`)
const just = (day: Day): Period => ({ from: day, to: day })

// "today", "this morning", "tonight", "now", "yesterday evening", "last night", "tomorrow"
const nearDay: Rule = (phrase, { today }) => {
  if (today === undefined) return undefined
  if (todayPattern.test(phrase)) return just(today)
  if (yesterdayPattern.test(phrase)) return just(today - 1)
  if (tomorrowPattern.test(phrase)) return just(today + 1)
  if (/^(?:overnight|the (?:last|past) 24 hours)$/.test(phrase)) return { from: today - 1, to: today }
  if (/^the day before yesterday$/.test(phrase)) return just(today - 2)
  if (/^the day after tomorrow$/.test(phrase)) return just(today + 2)
  return undefined
}
const todayPattern = whole(
  `(?:(?:earlier|later|early|late) )?(?:today|tonight|this very day)(?: ${partOfDay})?|(?:earlier |later )?this ${partOfDay}|(?:right )?now|currently|at this (?:time|moment|hour|point)|minutes ago|moments ago|(?:just|a) (?:minute|moment)s? ago|just now`,
)
const yesterdayPattern = whole(
  `(?:(?:earlier|later|early|late) )?(?:yesterday(?: ${partOfDay})?|last (?:night|evening))`,
)
const tomorrowPattern = whole(`(?:(?:early|late) )?tomorrow(?: ${partOfDay})?`)

// "wednesday", "friday night", "last tuesday", "next monday", "this thursday", "wednesday last week"
const weekday: Rule = (phrase, context) => {
  const { today } = context
  const [, which, name, week] = phrase.match(weekdayPattern) ?? []
  if (!name || today === undefined) return undefined
  const place = indexIn(weekdayNames, name)
  const [latest, soonest] = [today - ((weekdayOf(today) - place + 7) % 7), today + ((place - weekdayOf(today) + 7) % 7)]
  const inWeek = (weeks: number): Day => weekPeriod(today, weeks).from + 1 + ((place + 6) % 7)
  if (week) return just(inWeek(week.startsWith("last") ? -1 : week.startsWith("next") ? 1 : 0))
  // on a Saturday "last Friday" may be yesterday or in the week before: the widest reading takes both
  if (which === "last" || which === "past") return hull(just(latest < today ? latest : latest - 7), just(inWeek(-1)))
  if (which === "next" || which === "coming")
    return hull(just(soonest > today ? soonest : soonest + 7), just(inWeek(1)))
  return just(context.outlook === "past" && which !== "this coming" ? latest : soonest)
}
const weekdayPattern = whole(
  `(?:(?:early|late|earlier|later)(?: in the day)?(?: on)? )?(?:(?:the )?(last|next|this coming|this|past|coming) )?(${anyOf(weekdayNames)})(?:['’]s)?(?: ${partOfDay})?(?:,? (?:of )?(last week|next week|this week))?`,
)

// "the last month" is the month up to now, "last month" the one before this: only the second is read here.
// "last month", "next year", "this week", "earlier this year", "later this month", "all week", "the weekend"
const unitBeside: Rule = (phrase, context) => {
  const { today, outlook } = context
  const [, part = "", beside, last, bare, name] = phrase.match(unitBesidePattern) ?? []
  const which = beside ?? last ?? bare ?? ""
  if (!name || today === undefined || (which === "the" && part === "" && name !== "weekend")) return undefined
  const period = unitAt(today, name, stepOf(which, name, context))
  if (!period) return undefined
  if (part.startsWith("earlier")) return { from: period.from, to: Math.min(today, period.to) }
  if (part.startsWith("later")) return { from: Math.max(today, period.from), to: period.to }
  if (part === "early" || part === "late") return third(period, part)
  if (part.endsWith("end of") && outlook === "future") return { from: today, to: period.to }
  return cut(period, context)
}
const unitBesidePattern = whole(
  "(?:(early|late|earlier(?: in)?|later(?: in)?|all|all of|the (?:very )?end of|the (?:start|beginning) of|so far) )?(?:in |on )?(?:(?:the )?(this|next|coming|current)|(last)|(the)|(?<=all )) ?(week|weekend|month|quarter|year|decade)",
)

function stepOf(which: string, name: string, { today, outlook }: Context): number {
  if (which === "last") return -1
  if (which === "next" || which === "coming") return 1
  const inWeek = today !== undefined && weekdayOf(today) !== 6 && weekdayOf(today) !== 0
  return name === "weekend" && outlook === "future" && inWeek ? 1 : 0
}

// "last summer", "over the summer", "in the fall of 2014", "this winter", "last march", "next january"
const seasonOrMonth: Rule = (phrase, context) => {
  const { today } = context
  const [, part, which, name, given] = phrase.match(seasonOrMonthPattern) ?? []
  if (!name) return undefined
  const season = indexIn(seasonNames, name)
  const at = (year: number) => (season >= 0 ? seasonPeriod(year, season) : monthPeriod(year, indexIn(monthNames, name)))
  if (given) return third(at(Number(given)), part)
  if (today === undefined) return undefined
  const year = yearOf(today)
  if (which === "last" || which === "past") {
    const latest = [year, year - 1, year - 2].map(at).find((period) => period && period.to < today)
    const before = at(year - 1)
    return latest && before && before.to < today ? hull(latest, before) : latest
  }
  if (which === "next" || which === "coming")
    return [year, year + 1].map(at).find((period) => period && period.from > today)
  return third(
    nearest((step) => at(year + step), context),
    part,
  )
}
const seasonOrMonthPattern = whole(
  `(?:(early|late|mid)[ -](?:in |this )?)?(?:(?:the )?(?:(last|past|next|coming|this) )?)?(${anyOf(seasonNames)}|(?:(?<=last |past |next |coming |this ))${anyOf(monthNames)})(?: (?:of )?(\\d{4}))?`,
)

// "two years ago", "a week ago", "several weeks earlier ago", "more than two months ago", "in two weeks", "two weeks from now"
const unitsAway: Rule = (phrase, { today }) => {
  const [, size, number, name, direction] = phrase.match(unitsAwayPattern) ?? []
  if (!number || !name || today === undefined) return undefined
  const ahead = direction !== "ago"
  const [least, most] = countOf(number)
  const near = shift(today, name, (ahead ? 1 : -1) * Math.max(0, least - slackOf(name)))
  const far = shift(today, name, (ahead ? 1 : -1) * (most + slackOf(name)))
  if (/less than|within|under/.test(size ?? ""))
    return ahead ? { from: today, to: shift(today, name, most) } : { from: shift(today, name, -most), to: today }
  if (/more than|over/.test(size ?? ""))
    return ahead ? { from: shift(today, name, least) } : { to: shift(today, name, -least) }
  return ahead ? { from: near, to: far } : { from: far, to: near }
}
const unitsAwayPattern = whole(
  `(?:(?:just|only|some|about|around|almost|nearly|roughly|approximately|at least|exactly|as recently as|(less than|under|within|more than|over)) )?(${count}) (${unit})(?: |-)(ago|away|from now|hence)`,
)

// "the past two weeks", "the last three months", "the coming weeks", "the next two years", "recent weeks"
const stretch: Rule = (phrase, { today }) => {
  const [, which, number, name] = phrase.match(stretchPattern) ?? []
  // "the next day" is the one after what was told
  if (!which || !name || today === undefined || (!number && /^(?:day|night|hour|minute)$/.test(name))) return undefined
  const [, most] = countOf(number ?? (/s$/.test(name) ? "several" : "one"))
  const ahead = which === "next" || which === "coming"
  return ahead ? { from: today, to: shift(today, name, most) } : { from: shift(today, name, -most), to: today }
}
const stretchPattern = whole(`(?:the |these )?(past|last|next|coming|recent) (?:(${count}) |several |few )?(${unit})`)

/** "earlier", "later", "the next day", "that week", "a month later": held against the time told of before. */
const besideAnchor: Rule = (phrase, { anchor, today, outlook }) => {
  if (!anchor) return undefined
  const end = outlook === "past" && today !== undefined ? Math.max(anchor.to, today) : undefined
  if (
    /^(?:(?:earlier|later|early|late) )?(?:in )?(?:that|the same) (?:same )?(?:day|morning|afternoon|evening|night)$/.test(
      phrase,
    )
  )
    return anchor
  if (
    /^(?:(?:earlier|later|early|late) )?in the (?:day|morning|afternoon|evening|night)$|^at the time$|^then$|^simultaneously$/.test(
      phrase,
    )
  )
    return anchor
  if (
    /^(?:later|afterwards?|subsequently|thereafter|after that|shortly (?:afterwards?|thereafter)|later on)$/.test(
      phrase,
    )
  )
    return { from: anchor.from, ...(end !== undefined && { to: end }) }
  if (/^(?:earlier|previously|before|before that|beforehand|until then)$/.test(phrase)) return { to: anchor.to }
  if (/^since(?: then| that time)?$|^ever since$/.test(phrase))
    return { from: anchor.from, ...(end !== undefined && { to: end }) }
  const [, which, name] =
    phrase.match(/^the (next|following|previous) (day|morning|afternoon|evening|night|week|month|year)$/) ?? []
  if (which && name) {
    const step = which === "previous" ? -1 : 1
    if (/week|month|year/.test(name))
      return hull(unitAt(anchor.from, name, step) ?? anchor, unitAt(anchor.to, name, step) ?? anchor)
    return { from: anchor.from + step, to: anchor.to + step }
  }
  const [, number, units, side] = phrase.match(awayFromAnchor) ?? []
  if (!number || !units || !side) return undefined
  const sign = side === "later" || side === "afterwards" ? 1 : -1
  const [least, most] = countOf(number)
  const [near, far] = [Math.max(0, least - slackOf(units)), most + slackOf(units)]
  return sign > 0
    ? { from: shift(anchor.from, units, near), to: shift(anchor.to, units, far) }
    : { from: shift(anchor.from, units, -far), to: shift(anchor.to, units, -near) }
}
const awayFromAnchor = whole(`(?:just |only |about )?(${count}) (${unit}) (later|earlier|before|afterwards)`)

/** How many a word of number may mean: "a few" three to six. */
export function countOf(words: string): readonly [least: number, most: number] {
  if (/couple/.test(words)) return [2, 3]
  if (/few/.test(words)) return [2, 6]
  if (/several/.test(words)) return [3, 9]
  const number = Math.min(numberOf(words) ?? 1, 5000)
  return [number, number]
}

/** "two years ago" is as loose as half a year; days are exact. */
export const slackOf = (name: string): number => (/week|fortnight|month|quarter|year|decade/.test(name) ? 0.5 : 0)

export function shift(day: Day, name: string, by: number): Day {
  if (/^(?:minute|hour)/.test(name)) return by < 0 && Math.abs(by) > (name.startsWith("hour") ? 5 : 300) ? day - 1 : day
  if (/^(?:day|night)/.test(name)) return day + Math.round(by)
  if (name.startsWith("week")) return day + Math.round(by * 7)
  if (name.startsWith("fortnight")) return day + Math.round(by * 14)
  const months =
    by * (name.startsWith("month") ? 1 : name.startsWith("quarter") ? 3 : name.startsWith("year") ? 12 : 120)
  const full = Math.trunc(months)
  return addMonths(day, full) + Math.round((months - full) * 30)
}

function unitAt(day: Day, name: string, step: number): Period | undefined {
  const year = yearOf(day)
  switch (name) {
    case "week":
      return weekPeriod(day, step)
    case "weekend": {
      // in the week, "the weekend" and "last weekend" are the one gone by
      const saturday = day - ((weekdayOf(day) + 1) % 7)
      const begun = weekdayOf(day) === 6 || weekdayOf(day) === 0
      const first = saturday + 7 * (step < 0 ? (begun ? -1 : 0) : step)
      return { from: first, to: first + 1 }
    }
    case "month":
      return monthPeriod(year, monthOf(day) + step)
    case "quarter": {
      const quarters = year * 4 + Math.floor(monthOf(day) / 3) + step
      return quarterPeriod(Math.floor(quarters / 4), (quarters % 4) + 1)
    }
    case "year":
      return yearPeriod(year + step)
    case "decade":
      return decadePeriod(Math.floor(year / 10 + step) * 10)
    default:
      return undefined
  }
}

function third(period: Period | undefined, part: string | undefined): Period | undefined {
  if (!period || !part) return period
  const length = Math.round((period.to - period.from) * 0.4)
  if (part.startsWith("early")) return { from: period.from, to: period.from + length }
  if (part.startsWith("late")) return { from: period.to - length, to: period.to }
  return period
}

/** Words that mean a time only beside the report's day or a time told of before. */
export const relativeRules: readonly Rule[] = [
  nearDay,
  besideAnchor,
  weekday,
  unitBeside,
  seasonOrMonth,
  unitsAway,
  stretch,
]
