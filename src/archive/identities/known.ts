import type { Kysely, Transaction } from "kysely"
import type { Tables } from "../tables.js"
import type { Field } from "./fields.js"
import type { Office } from "./offices.js"
import type { Reading } from "./reading.js"
import { skeleton } from "./words.js"

/** An identity that an actor of the report may be, with what speaks for it and against it. */
export interface Known {
  readonly identity: number
  /** What it counts as, merges by hand included. */
  readonly root: number
  readonly sort: Reading["sort"]
  /** As compared: “jose pena” */
  readonly names: Set<string>
  /** Its names mean it in this report only. */
  readonly own: boolean
  readonly offices: KnownOffice[]
  readonly fields: Set<Field>
}

export interface KnownOffice extends Office {
  /** Somebody bore it about the time of the report. */
  readonly then: boolean
}

/** How far apart two reports of one office may be, in days, for it to be “the same office at that date”. */
const OFFICE_DAYS = 550

// However many share a word of a name, only so many are weighed.
const MOST_WEIGHED = 1000

/** All identities that share a name, or a word of a name that can stand for the whole, with these readings. */
export async function knownFor(
  transaction: Transaction<Tables>,
  readings: readonly Reading[],
  acronyms: readonly string[],
  report: number,
  day: string | null,
): Promise<Known[]> {
  // Each word by itself too: “Xi” may have been seen before “Xi Jinping”.
  const names = [...new Set([...readings.flatMap(({ name, words }) => [name, ...words]), ...acronyms])]
  const words = [...new Set(readings.filter(({ sort }) => sort === "person").flatMap(wordsToLookUp))]
  if (names.length === 0) return []
  const fitting = transaction
    .selectFrom("known_names")
    .select("identity")
    .distinct()
    .where((eb) => eb.or([eb("name", "in", names), eb("word", "in", words)]))
    .where((eb) => eb.or([eb("report", "is", null), eb("report", "=", report)]))
    .orderBy("identity")
    .limit(MOST_WEIGHED)
  const rows = await transaction
    .selectFrom("known_names")
    .innerJoin("identities", "identities.number", "known_names.identity")
    .select(["identity", "known_names.name", "known_names.report", "identities.kind"])
    .distinct()
    .where("identity", "in", fitting)
    .orderBy("identity")
    .execute()
  const roots = await rootsOf(transaction)
  const known = new Map<number, Known>()
  for (const { identity, name, report: own, kind } of rows) {
    const one = known.get(identity) ?? {
      identity,
      root: roots(identity),
      sort: kind === "person" ? "person" : "body",
      names: new Set<string>(),
      own: own !== null,
      offices: [],
      fields: new Set<Field>(),
    }
    one.names.add(name)
    known.set(identity, one)
  }
  await addOffices(transaction, known, day)
  return [...known.values()]
}

/** A surname may stand first or last, so the given name of a long name is left out; a short name is looked up whole. */
const wordsToLookUp = ({ words }: Reading): string[] =>
  (words.length > 2 ? words.slice(1) : words.slice(-1)).map(skeleton)

async function addOffices(
  transaction: Transaction<Tables>,
  known: ReadonlyMap<number, Known>,
  day: string | null,
): Promise<void> {
  const persons = [...known.values()].filter(({ sort }) => sort === "person").map(({ identity }) => identity)
  if (persons.length === 0) return
  const rows = await transaction
    .selectFrom("offices")
    .select(["identity", "title", "scope", "former", "field"])
    .select((eb) => [eb.fn.min("day").as("first"), eb.fn.max("day").as("last")])
    .where("identity", "in", persons)
    .groupBy(["identity", "title", "scope", "former", "field"])
    .execute()
  for (const { identity, title, scope, former, field, first, last } of rows) {
    const one = known.get(identity)!
    if (field) one.fields.add(field as Field)
    if (!title) continue
    const then = day !== null && first !== null && last !== null && daysBetween(day, first, last) <= OFFICE_DAYS
    one.offices.push({ title, former: former === 1, ...(scope ? { scope } : {}), then })
  }
}

/** How far a day lies outside a time. */
function daysBetween(day: string, first: string, last: string): number {
  const away = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / 86_400_000
  return Math.max(0, away(first, day), away(day, last))
}

/** What each identity counts as: itself, or the one that it was merged into. */
export async function rootsOf(transaction: Kysely<Tables>): Promise<(identity: number) => number> {
  const rows = await transaction
    .selectFrom("identities")
    .select(["number", "merged_into"])
    .where("merged_into", "is not", null)
    .execute()
  const into = new Map(rows.map(({ number, merged_into }) => [number, merged_into!]))
  return (identity) => {
    let root = identity
    for (let step = into.get(root); step !== undefined && step !== identity; step = into.get(root)) root = step
    return root
  }
}
