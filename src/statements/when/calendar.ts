// Days are counted from 1 January 1970, without hours or zones: a report's dates are those of its own place.

export type Day = number

/** Both ends included, as people name them; one end may be open. */
export interface Period {
  readonly from: Day
  readonly to: Day
}
export interface OpenPeriod {
  readonly from?: Day
  readonly to?: Day
}

const dayLength = 86_400_000

/** Undefined for dates that never were: 30 February. Months count from 0 here only. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1 || year > 9999) return undefined
  const made = new Date(0)
  made.setUTCFullYear(year, month, date)
  if (made.getUTCMonth() !== month || made.getUTCDate() !== date) return undefined
  return made.getTime() / dayLength
}

export const isoOf = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10)

/** The day of an ISO date or time, as written: "2021-12-08T23:30:00-05:00" is the 8th. */
export function dayOfIso(iso: string): Day | undefined {
  const [, year, month, date] = iso.match(/^(\d{4})-(\d{2})-(\d{2})(?!\d)/) ?? []
  return year && month && date ? dayOf(Number(year), Number(month) - 1, Number(date)) : undefined
}

export const yearOf = (day: Day): number => new Date(day * dayLength).getUTCFullYear()
export const monthOf = (day: Day): number => new Date(day * dayLength).getUTCMonth()
export const dateOf = (day: Day): number => new Date(day * dayLength).getUTCDate()
/** 0 for Sunday */
export const weekdayOf = (day: Day): number => new Date(day * dayLength).getUTCDay()

/** "31 January" and a month is the last of February. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) + months
  const [year, month] = [Math.floor(count / 12), ((count % 12) + 12) % 12]
  for (let date = dateOf(day); date > 0; date--) {
    const found = dayOf(year, month, date)
    if (found !== undefined) return found
  }
  return day
}

const between = (from: Day | undefined, to: Day | undefined): Period | undefined =>
  from === undefined || to === undefined ? undefined : { from, to }

export const yearPeriod = (year: number): Period | undefined => between(dayOf(year, 0, 1), dayOf(year, 11, 31))

/** Months may run past the year: month 12 is January of the next. */
export function monthPeriod(year: number, month: number): Period | undefined {
  const count = year * 12 + month
  const first = dayOf(Math.floor(count / 12), ((count % 12) + 12) % 12, 1)
  return first === undefined ? undefined : { from: first, to: addMonths(first, 1) - 1 }
}

export const decadePeriod = (year: number): Period | undefined => between(dayOf(year, 0, 1), dayOf(year + 9, 11, 31))

export const centuryPeriod = (century: number): Period | undefined =>
  between(dayOf(century * 100 - 99, 0, 1), dayOf(century * 100, 11, 31))

/** Quarter 1 is January to March. */
export const quarterPeriod = (year: number, quarter: number): Period | undefined =>
  between(monthPeriod(year, quarter * 3 - 3)?.from, monthPeriod(year, quarter * 3 - 1)?.to)

/** Weeks begin on Sunday for some and on Monday for others; the widest reading takes both, so it has eight days. */
export function weekPeriod(day: Day, weeks = 0): Period {
  const monday = day - ((weekdayOf(day) + 6) % 7) + 7 * weeks
  return { from: monday - 1, to: monday + 6 }
}

/** Northern seasons at their widest: from the first of a month, as weather offices count, to the sun's end of it. */
export function seasonPeriod(year: number, season: number): Period | undefined {
  const [start, end] = seasonEnds[season] ?? []
  if (!start || !end) return undefined
  return between(dayOf(year, start[0], start[1]), dayOf(season === 3 ? year + 1 : year, end[0], end[1]))
}
const seasonEnds: readonly (readonly [readonly [number, number], readonly [number, number]])[] = [
  [
    [2, 1],
    [5, 21],
  ],
  [
    [5, 1],
    [8, 22],
  ],
  [
    [8, 1],
    [11, 21],
  ],
  [
    [11, 1],
    [2, 20],
  ],
]

export const hull = (a: Period, b: Period): Period => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) })
