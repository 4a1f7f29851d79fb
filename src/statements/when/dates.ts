import {
  centuryPeriod,
  type Day,
  dayOf,
  dayOfIso,
  decadePeriod,
  hull,
  monthPeriod,
  type Period,
  quarterPeriod,
  yearOf,
  yearPeriod,
} from "./calendar.js"
import { type Context, nearest, type Rule } from "./context.js"
import { anyOf, indexIn, monthNames } from "./words.js"

const month = `(${anyOf(monthNames)})`
const date = "(\\d{1,2})(?:st|nd|rd|th)?"
const year = "(\\d{4})"
const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`)

// "2016-02-15"
const isoDate: Rule = (phrase) => {
  const day = dayOfIso(phrase)
  return day !== undefined && phrase.length === 10 ? { from: day, to: day } : undefined
}

// "march 8", "december 17, 2014", "feb. 18-19", "january 9 and 10, 2023"
const monthFirst: Rule = (phrase, context) => {
  const found = phrase.match(monthFirstPattern)
  return found ? datesIn(found[1] ?? "", found[2], found[3], found[4], context) : undefined
}
const monthFirstPattern = whole(`${month} ${date}(?: ?(?:-|–|to|and|or) ?${date})?(?:,? ${year})?`)

// "8 march", "the 3rd of may", "18-19 february 2016", "3 and 5 june"
const dateFirst: Rule = (phrase, context) => {
  const found = phrase.match(dateFirstPattern)
  return found ? datesIn(found[3] ?? "", found[1], found[2], found[4], context) : undefined
}
const dateFirstPattern = whole(
  `(?:the )?${date}(?: ?(?:-|–|to|and|or) ?(?:the )?${date})? (?:of )?${month}(?:,? ${year})?`,
)

// "march 2015", "march of 2015", "march"
const bareMonth: Rule = (phrase, context) => {
  const [, name, ofYear, which] = phrase.match(bareMonthPattern) ?? []
  if (!name) return undefined
  const place = indexIn(monthNames, name)
  if (ofYear) return monthPeriod(Number(ofYear), place)
  if (which) {
    const step = which === "last" ? -1 : which === "next" ? 1 : 0
    return context.today === undefined ? undefined : monthPeriod(yearOf(context.today) + step, place)
  }
  return nearest((step) => monthPeriod(yearOf(context.today ?? 0) + step, place), context)
}
const bareMonthPattern = whole(`(?:the month of )?${month}(?:,? (?:of |in )?${year}| (?:of )?(this|last|next) year)?`)

// "2015", "the year 2015"
const bareYear: Rule = (phrase) => {
  const [, found] = phrase.match(/^(?:the year )?((?:1[0-9]|20)\d{2})$/) ?? []
  return found ? yearPeriod(Number(found)) : undefined
}

// "the 1980s", "the '90s"
const decade: Rule = (phrase) => {
  const [, century, tens] = phrase.match(/^(?:the )?(1[0-9]|20|['’]?)(\d)0['’]?s$/) ?? []
  if (!tens) return undefined
  const hundreds = /\d/.test(century ?? "") ? Number(century) : Number(tens) < 3 ? 20 : 19
  return decadePeriod(hundreds * 100 + Number(tens) * 10)
}

// "the 19th century"
const century: Rule = (phrase) => {
  const [, found] = phrase.match(/^(?:the )?(\d{1,2})(?:st|nd|rd|th) century$/) ?? []
  return found ? centuryPeriod(Number(found)) : undefined
}

// "the third quarter of 2015", "q3 2015", "the second quarter", "the first half of 2014"
const partOfYear: Rule = (phrase, context) => {
  const [, named, q, kind, ofYear] =
    phrase.match(
      /^(?:(?:the )?(first|second|third|fourth|last|final)[ -](?=quarter|half)|q([1-4]))(quarter|half)?(?:,? (?:of (?:the year )?)?(\d{4}))?$/,
    ) ?? []
  if (!named && !q) return undefined
  const rank = q ? Number(q) : ["first", "second", "third", "fourth"].indexOf(named ?? "") + 1 || 4
  const half = kind === "half"
  const of = (found: number): Period | undefined => {
    if (!half) return quarterPeriod(found, rank)
    const [first, last] = [quarterPeriod(found, rank === 1 ? 1 : 3), quarterPeriod(found, rank === 1 ? 2 : 4)]
    return first && last && hull(first, last)
  }
  return ofYear ? of(Number(ofYear)) : nearest((step) => of(yearOf(context.today ?? 0) + step), context)
}

// "late march", "early 2024", "mid-june", "the mid-1980s", "the end of 2015"
const partOfPeriod: Rule = (phrase, context) => {
  const [, part, rest] =
    phrase.match(
      /^(?:the )?(early|mid(?:dle)?|late|(?:very )?(?:beginning|start|end|middle) of)[ -](?:in )?(?:the )?(.+)$/,
    ) ?? []
  if (!part || !rest) return undefined
  const period = bareMonth(rest, context) ?? bareYear(rest, context) ?? decade(rest, context) ?? century(rest, context)
  if (period?.from === undefined || period.to === undefined) return undefined
  const length = period.to - period.from + 1
  // generous thirds: "late March" may begin before the 20th
  if (/early|beginning|start/.test(part)) return { from: period.from, to: period.from + Math.round(length * 0.4) }
  if (/late|end/.test(part)) return { from: period.to - Math.round(length * 0.4), to: period.to }
  return { from: period.from + Math.round(length * 0.25), to: period.to - Math.round(length * 0.25) }
}

function datesIn(
  name: string,
  first: string | undefined,
  last: string | undefined,
  ofYear: string | undefined,
  context: Context,
): Period | undefined {
  const place = indexIn(monthNames, name)
  const of = (found: number): Period | undefined => {
    const from = dayOf(found, place, Number(first))
    const to: Day | undefined = last ? dayOf(found, place, Number(last)) : from
    return from === undefined || to === undefined || from > to ? undefined : { from, to }
  }
  if (ofYear) return of(Number(ofYear))
  const { today } = context
  const back = nearest((step) => of(yearOf(today ?? 0) + step), context)
  if (today === undefined || back === undefined || context.outlook === "future" || today - back.to < 300) return back
  // "on March 20", told on March 8: this year's, though nothing says that it is still to come
  const ahead = [0, 1].map((step) => of(yearOf(today) + step)).find((period) => period && period.from > today)
  return ahead && ahead.from - today < 60 ? ahead : back
}

/** Dates that the calendar names: surest first. */
export const dateRules: readonly Rule[] = [
  isoDate,
  monthFirst,
  dateFirst,
  bareMonth,
  bareYear,
  decade,
  century,
  partOfYear,
  partOfPeriod,
]
