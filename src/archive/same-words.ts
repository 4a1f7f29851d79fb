import { diffArrays } from "diff"
import type { Statement } from "../record.js"
import { findQuotations } from "../text/quotations.js"
import { hashOf, mixed, plainWords } from "./shingles.js"

// Pure: whether two quotations are of one utterance. A wrong join is worse than a missed one.

/** What of a statement is somebody's own words, as compared: “We will appeal,” → we, will, appeal. */
export type Quoted = readonly string[]

/** Fewer words than this may be said by anybody any day: “We will see.” */
const FEWEST = 6
/** So many, word for word, need no date beside them. */
const TELLING = 12
/** So many need no speaker. */
const UNMISTAKABLE = 15

/** The words between quotation marks; of a direct statement all of them, for a transcript has no marks. */
export function quotedWords({ kind, content }: Pick<Statement, "kind"> & { readonly content: string }): Quoted {
  if (kind === "indirect") return []
  if (kind === "direct") return plainWords(content)
  const { quotations } = findQuotations(content, [{ start: 0, end: content.length }])
  return quotations
    .filter(({ depth }) => depth === 0)
    .flatMap(({ start, end }) => plainWords(content.slice(start, end)))
}

export const isTelling = (quoted: Quoted): boolean => quoted.length >= FEWEST

export interface Telling {
  readonly quoted: Quoted
  readonly day: string | null
  readonly speakers: readonly Speaker[]
}

export interface Speaker {
  readonly identity: number | null
  /** "ines aldarondo" */
  readonly name: string
}

/** How surely two statements tell of one utterance: the share of the shorter one's words that the other has, 0 for not. */
export function sameWords(one: Telling, other: Telling): number {
  const [short, long] = one.quoted.length <= other.quoted.length ? [one, other] : [other, one]
  const count = short.quoted.length
  if (count < FEWEST || count * 4 < long.quoted.length) return 0
  const known = short.speakers.length > 0 && long.speakers.length > 0
  if (known ? !maySpeakAlike(short.speakers, long.speakers) : count < UNMISTAKABLE) return 0
  const near = isWithinAWeek(short.day, long.day)
  if (count < TELLING && !near) return 0
  const enough = count < TELLING || !known ? 1 : near ? 0.7 : 0.85
  const share = sharedRuns(short.quoted, long.quoted) / count
  return share >= enough ? share : 0
}

/** Words that stand in both in the same order, in runs of three and more: scattered ones mean nothing. */
function sharedRuns(short: Quoted, long: Quoted): number {
  const most = long.length - short.length + Math.ceil(short.length * 0.4)
  const parts = diffArrays([...long], [...short], { maxEditLength: most })
  if (!parts) return 0
  const runs = parts.filter(({ added, removed, value }) => !added && !removed && value.length >= 3)
  return runs.reduce((sum, { value }) => sum + value.length, 0)
}

/** The same identity; or one is named by the surname only, which ends the other's name. */
const maySpeakAlike = (some: readonly Speaker[], others: readonly Speaker[]): boolean =>
  some.some((one) =>
    others.some(
      (other) =>
        (one.identity !== null && one.identity === other.identity) ||
        isSurname(one.name, other.name) ||
        isSurname(other.name, one.name),
    ),
  )

const isSurname = (short: string, full: string): boolean => !short.includes(" ") && full.endsWith(` ${short}`)

const isWithinAWeek = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= 7 * 24 * 60 * 60 * 1000

const RUN = 4
const WINDOW = 4

/**
 * Hashes of some runs of four words, so chosen that any seven words in a row which two quotations share give one to both:
 * the least of every four neighbours (winnowing: Schleimer, Wilkerson and Aiken 2003).
 */
export function fingerprintsOf(quoted: Quoted): number[] {
  const words = quoted.map(hashOf)
  const runs = words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).reduce((hash, word) => mixed(Math.imul(hash, 31) ^ word), 0))
  const chosen = new Set<number>()
  for (let at = 0; at === 0 || at + WINDOW <= runs.length; at++) {
    const window = runs.slice(at, at + WINDOW)
    if (window.length > 0) chosen.add(Math.min(...window))
  }
  return [...chosen]
}
