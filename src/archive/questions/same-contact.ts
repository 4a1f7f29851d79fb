import type { Contact } from "../../record.js"
import type { Outline } from "./outlines.js"
import { oneSilence } from "./same-silence.js"

/** Days that lie between these two, both included. */
interface Days {
  readonly from: string
  readonly to: string
}

/** Tellings of one contact: those that plainly tell of it before those that ask or deny, the narrowest dates first. */
export type Group = readonly [Outline, ...Outline[]]

/**
 * Groups what is told of one contact: the same sides, modes that go together, dates that overlap. Silences are one where
 * they claim the same. A telling that fits more than one contact ("met over the summer", when they met twice) stays
 * alone: nobody knows which is meant.
 */
export function groupTellings(tellings: readonly Outline[]): Group[] {
  const buckets = new Map<string, Bucket>()
  for (const dated of tellings.map(withDays).sort(byWidth)) {
    const { telling } = dated
    const key = [telling.status, ...telling.between.map((side) => side.key).sort()].join("\n")
    const bucket: Bucket = buckets.get(key) ?? { groups: [], words: new Map() }
    buckets.set(key, bucket)
    // A copy of a report tells of the same contact.
    const before = bucket.words.get(telling.report) ?? []
    const group = before.find(({ told }) => isSameWords(told, telling))?.group ?? groupFor(dated, bucket.groups)
    if (group) group.all.push(telling)
    const into = group ?? { all: [telling], days: dated.days }
    if (!group) bucket.groups.push(into)
    bucket.words.set(telling.report, [...before, { told: telling, group: into }])
  }
  return [...buckets.values()].flatMap(({ groups }) => groups.map(({ all }) => all))
}

/** The same words of a report or its copy; of silences what they claim, too, since a person may read two in the same words. */
const isSameWords = (a: Outline, b: Outline): boolean =>
  a.evidence === b.evidence &&
  (b.status !== "not-happened" || (a.mode === b.mode && JSON.stringify(a.when) === JSON.stringify(b.when)))

/** What may be one contact: the same sides and status. */
interface Bucket {
  readonly groups: Growing[]
  /** by report */
  readonly words: Map<number, readonly { readonly told: Outline; readonly group: Growing }[]>
}

interface Growing {
  readonly all: [Outline, ...Outline[]]
  /** of the first */
  readonly days: Days | undefined
}

interface Dated {
  readonly telling: Outline
  readonly isTold: boolean
  readonly days: Days | undefined
  readonly width: number
}

function withDays(telling: Outline): Dated {
  const told = toldDays(telling)
  const width = told ? Date.parse(told.to) - Date.parse(told.from) : Number.MAX_VALUE
  return { telling, isTold: told !== undefined, days: told ?? reportDay(telling), width }
}

/** Claimed before asked about or denied, narrow before wide, told before dated by the report alone. */
const byWidth = (a: Dated, b: Dated): number =>
  Number(b.telling.plainly) - Number(a.telling.plainly) ||
  a.width - b.width ||
  compared(a.telling.date ?? "", b.telling.date ?? "")

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function groupFor({ telling, isTold, days }: Dated, groups: readonly Growing[]): Growing | undefined {
  const fits = ({ all }: Growing) => all.every((other) => canBeOne(other, telling))
  // "their meeting", without a date: the one that this report tells of, else one around the day of the report.
  const here = isTold ? [] : groups.filter((group) => fits(group) && isToldIn(group, telling))
  const near = here.length > 0 ? here : groups.filter((group) => overlap(group.days, days) && fits(group))
  const alike = near.filter(({ all: [first] }) => first.mode === telling.mode)
  const [one, second] = alike.length > 0 ? alike : near
  return second ? undefined : one
}

const isToldIn = ({ all }: Growing, { report }: Outline): boolean => all.some((other) => other.report === report)

/** The dates that a telling gives, or else those of its report. */
export const daysOf = (telling: Outline): Days | undefined => toldDays(telling) ?? reportDay(telling)

/** The same, but one that is told with an open end is known on the day of its other one. */
export function knownDays({ when, date }: Outline): Days | undefined {
  const from = when?.from ?? when?.to ?? date
  return from === undefined ? undefined : { from, to: when?.to ?? date ?? from }
}

/** When the words tell it; open where they leave one end open. */
export function toldDays({ when, date }: Outline): Days | undefined {
  if (!when || (when.from === undefined && when.to === undefined)) return undefined
  return { from: when.from ?? "0000-01-01", to: when.to ?? date ?? "9999-12-31" }
}

const reportDay = ({ date }: Outline): Days | undefined => (date === undefined ? undefined : { from: date, to: date })

const overlap = (a: Days | undefined, b: Days | undefined): boolean =>
  a !== undefined && b !== undefined && a.from <= b.to && b.from <= a.to

const canBeOne = (a: Outline, b: Outline): boolean =>
  a.status === "not-happened" ? oneSilence(a, b) : together(a.mode, b.mode)

/** Whether one contact may be told of as both: who met also talked, a talk may have been a call, but no meeting is one. */
function together(a: Contact["mode"], b: Contact["mode"]): boolean {
  return a === b || a === "other" || b === "other" || pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)
}

const pairs = new Set(["meet visit", "meet talk", "visit talk", "call talk"])
