import type { Contact } from "../../record.js"
import type { Loaded } from "./tellings.js"

/** Days that lie between these two, both included. */
interface Days {
  readonly from: string
  readonly to: string
}

/** Tellings of one contact, the one with the narrowest dates first. */
export type Group = readonly [Loaded, ...Loaded[]]

/**
 * Groups what is told of one contact: the same sides, modes that go together, dates that overlap. A telling that fits
 * more than one contact ("met over the summer", when they met twice) stays alone: nobody knows which is meant.
 */
export function groupTellings(tellings: readonly Loaded[]): Group[] {
  const buckets = new Map<string, [Loaded, ...Loaded[]][]>()
  for (const telling of tellings.toSorted(byWidth)) {
    const key = [telling.status, ...telling.between.map((side) => side.key).sort()].join("\n")
    const groups = buckets.get(key) ?? []
    buckets.set(key, groups)
    const group = groupFor(telling, groups)
    if (group) group.push(telling)
    else groups.push([telling])
  }
  return [...buckets.values()].flat()
}

function groupFor<G extends Group>(telling: Loaded, groups: readonly G[]): G | undefined {
  const copy = groups.find((group) =>
    group.some(
      ({ report, telling: { evidence } }) => report === telling.report && evidence === telling.telling.evidence,
    ),
  )
  if (copy) return copy
  const fitting = groups.filter((group) => group.every((other) => together(other.telling.mode, telling.telling.mode)))
  const near = toldDays(telling)
    ? fitting.filter((group) => overlap(daysOf(group[0]), daysOf(telling)))
    : nearest(telling, fitting)
  const alike = near.filter((group) => group[0].telling.mode === telling.telling.mode)
  const [one, second] = alike.length > 0 ? alike : near
  return second ? undefined : one
}

/** "their meeting", without a date: the one that this report tells of, else one around the day of the report. */
function nearest<G extends Group>(telling: Loaded, groups: readonly G[]): readonly G[] {
  const here = groups.filter((group) => group.some(({ report }) => report === telling.report))
  return here.length > 0 ? here : groups.filter((group) => overlap(daysOf(group[0]), daysOf(telling)))
}

/** The dates that a telling gives, or else those of its report. */
export const daysOf = (telling: Loaded): Days | undefined => toldDays(telling) ?? reportDay(telling)

/** When the words tell it; open where they leave one end open. */
export function toldDays({ telling: { when, date } }: Loaded): Days | undefined {
  if (!when || (when.from === undefined && when.to === undefined)) return undefined
  return { from: when.from ?? "0000-01-01", to: when.to ?? date ?? "9999-12-31" }
}

const reportDay = ({ telling: { date } }: Loaded): Days | undefined =>
  date === undefined ? undefined : { from: date, to: date }

const overlap = (a: Days | undefined, b: Days | undefined): boolean =>
  a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to

/** Narrow before wide, told before dated by the report alone. */
function byWidth(a: Loaded, b: Loaded): number {
  return widthOf(a) - widthOf(b) || (a.telling.date ?? "").localeCompare(b.telling.date ?? "")
}

function widthOf(telling: Loaded): number {
  const days = toldDays(telling)
  return days ? Date.parse(days.to) - Date.parse(days.from) : Number.MAX_VALUE
}

/** Whether one contact may be told of as both: who met also talked, a talk may have been a call, but no meeting is one. */
function together(a: Contact["mode"], b: Contact["mode"]): boolean {
  return a === b || a === "other" || b === "other" || pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)
}

const pairs = new Set(["meet visit", "meet talk", "visit talk", "call talk"])
