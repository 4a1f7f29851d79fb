import { scaleBand, scaleLinear } from "d3-scale"
import { dayWords } from "../dates.js"

// Where the columns of counts over time stand, as numbers only; columns.tsx draws them.

export interface Counted {
  /** "2024-03" */
  readonly month: string
  /** one for each part that a column is made of, from the bottom up */
  readonly counts: readonly number[]
}

export interface Column {
  /** "March 2024", "2024" */
  readonly label: string
  readonly counts: readonly number[]
  readonly x: number
  readonly pieces: readonly { readonly part: number; readonly y: number; readonly height: number }[]
}

export interface Columns {
  readonly width: number
  readonly height: number
  /** where the columns stand */
  readonly floor: number
  readonly columnWidth: number
  readonly columns: readonly Column[]
  readonly lines: readonly { readonly y: number; readonly label: string }[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
}

/** More months than these are shown as years. */
const MONTHS = 60
const HEIGHT = 150
const LEFT = 34
const FLOOR = HEIGHT - 22

/** Nothing where no month is known. */
export function placeColumns(counted: readonly Counted[], width: number): Columns | undefined {
  const filled = periodsOf(counted)
  if (filled.length === 0) return undefined
  const x = scaleBand([LEFT, width])
    .domain(filled.map(({ name }) => name))
    .paddingInner(0.25)
  const most = Math.max(...filled.map(({ counts }) => sum(counts)), 1)
  const y = scaleLinear([0, most], [FLOOR, 12]).nice(4)
  return {
    width,
    height: HEIGHT,
    floor: FLOOR,
    columnWidth: Math.min(x.bandwidth(), 48),
    columns: filled.map(({ name, counts }) => {
      const pieces: { part: number; y: number; height: number }[] = []
      let below = 0
      for (const [part, count] of counts.entries()) {
        if (count > 0) pieces.push({ part, y: y(below + count), height: y(below) - y(below + count) })
        below += count
      }
      return { label: dayWords(name), counts, x: x(name)!, pieces }
    }),
    lines: y
      .ticks(4)
      .filter((count) => count > 0 && Number.isInteger(count))
      .map((count) => ({ y: y(count), label: count.toLocaleString("en") })),
    ticks: ticksOf(filled, width).map(({ name, label }) => ({
      x: x(name)! + Math.min(x.bandwidth(), 48) / 2,
      label,
    })),
  }
}

interface Period {
  readonly name: string
  readonly counts: readonly number[]
}

/** Every month from the first to the last, also those in which nothing was counted; years where they are many. */
function periodsOf(counted: readonly Counted[]): Period[] {
  const dated = counted.filter(({ month }) => /^\d{4}-\d\d$/.test(month))
  const months = dated.map(({ month }) => month).sort()
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const yearly = numberOf(last) - numberOf(first) >= MONTHS
  const names = yearly
    ? Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, n) => String(yearOf(first) + n).padStart(4, "0"))
    : Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, n) => monthAt(numberOf(first) + n))
  const parts = Math.max(...dated.map(({ counts }) => counts.length))
  const sums = new Map(names.map((name) => [name, Array.from({ length: parts }, () => 0)]))
  for (const { month, counts } of dated) {
    const into = sums.get(yearly ? month.slice(0, 4) : month)!
    for (const [part, count] of counts.entries()) into[part]! += count
  }
  return names.map((name) => ({ name, counts: sums.get(name)! }))
}

const yearOf = (month: string): number => Number(month.slice(0, 4))
const numberOf = (month: string): number => yearOf(month) * 12 + Number(month.slice(5)) - 1

const monthAt = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** Every month where there is room, else the years, and of these as many as there is room for. */
function ticksOf(periods: readonly Period[], width: number): { readonly name: string; readonly label: string }[] {
  const room = Math.floor(width / 62)
  if (periods.length <= room) return periods.map(({ name }, n) => ({ name, label: shortName(name, n) }))
  const starts = periods.filter(({ name }, n) => n === 0 || name.length === 4 || name.endsWith("-01"))
  // A first label just before that of the new year would run into it.
  const crowded = starts[1] !== undefined && periods.indexOf(starts[1]) < periods.length / room
  const step = Math.ceil(starts.length / room)
  return starts
    .slice(crowded ? 1 : 0)
    .filter((_, n) => n % step === 0)
    .map(({ name }) => ({ name, label: shortName(name, 0) }))
}

/** "Mar 2024" at the beginning and in a January, "Mar" between. */
function shortName(name: string, n: number): string {
  if (name.length === 4) return name
  const [month = "", year] = dayWords(name).split(" ")
  return n === 0 || name.endsWith("-01") ? `${month.slice(0, 3)} ${year}` : month.slice(0, 3)
}
