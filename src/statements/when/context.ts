import type { Day, OpenPeriod, Period } from "./calendar.js"

/** What relative words are held against. */
export interface Context {
  /** the day of the report; without it relative words mean nothing */
  readonly today: Day | undefined
  /** "will meet on Friday" looks ahead, "met on Friday" back */
  readonly outlook: "past" | "future"
  /** the time told of before: "later", "the next day" */
  readonly anchor: Period | undefined
}

/** A rule reads the whole phrase or has nothing to say; the phrase is in small letters, without its preposition. */
export type Rule = (phrase: string, context: Context) => OpenPeriod | undefined

export const isClosed = (period: OpenPeriod): period is Period => period.from !== undefined && period.to !== undefined

/** Of a period that comes round again (a weekday, a month, a season) the one meant: the latest begun, or the next. */
export function nearest(at: (step: number) => Period | undefined, { today, outlook }: Context): Period | undefined {
  if (today === undefined) return undefined
  const steps = outlook === "past" ? [1, 0, -1, -2] : [-2, -1, 0, 1, 2]
  for (const step of steps) {
    const period = at(step)
    if (!period) continue
    if (outlook === "past" ? period.from <= today : period.to >= today) return period
  }
  return undefined
}

/** What has been said or done lies no later than the report; what is planned no earlier. */
export function cut(period: OpenPeriod, { today, outlook }: Context): OpenPeriod {
  if (today === undefined || !isClosed(period)) return period
  if (outlook === "past" && period.from <= today && period.to > today) return { from: period.from, to: today }
  if (outlook === "future" && period.from < today && period.to >= today) return { from: today, to: period.to }
  return period
}
