import type { When } from "../record.js"

const months = "January February March April May June July August September October November December".split(" ")

/** "2026-03-04T09:30:00Z" → "4 March 2026": the day as it stands there, in the report's own time zone. */
export function dayWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date) ?? []
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** "1 June 2021 to 22 September 2021", "4 March 2026", "from 4 March 2026" */
export function periodWords(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined && to === undefined) return undefined
  if (from === undefined) return `until ${dayWords(to!)}`
  if (to === undefined) return `from ${dayWords(from)}`
  return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`
}

/** The dates that time words mean: "1 June 2021 to 22 September 2021; surely 23 September 2021 to 8 December 2021" */
export function datesOf({ from, to, surely }: When): string | undefined {
  const certain = surely && `surely ${periodWords(surely.from, surely.to)}`
  return [periodWords(from, to), certain].filter((part) => part !== undefined).join("; ") || undefined
}
