import type { Kysely, Transaction } from "kysely"
import type { Tables } from "../tables.js"
import type { Field } from "./fields.js"
import type { Linkable } from "./linkable.js"
import { isSole, type Office, sameOffice } from "./offices.js"
import type { Reading } from "./reading.js"
import { mayBeSpellings } from "./variants.js"
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

// However many share a surname, only so many are weighed.
const MOST_WEIGHED = 1000

/** All identities that one of these actors may be: by its name, by another spelling of it, or by a surname with an office; and those that they were. */
export async function knownFor(
  transaction: Transaction<Tables>,
  actors: readonly Linkable[],
  report: number,
  day: string | null,
): Promise<Known[]> {
  const named = [...(await fittingNames(transaction, actors, report))].sort((a, b) => a - b).slice(0, MOST_WEIGHED)
  const fitting = [...new Set([...named, ...actors.flatMap(({ linked }) => linked ?? [])])]
  if (fitting.length === 0) return []
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
  await addOffices(transaction, known, report, day)
  return [...known.values()]
}

async function fittingNames(
  transaction: Transaction<Tables>,
  actors: readonly Linkable[],
  report: number,
): Promise<ReadonlySet<number>> {
  // Each word by itself too: “Xi” may have been seen before “Xi Jinping”.
  const names = actors.flatMap(({ reading, acronyms }) => [reading.name, ...reading.words, ...acronyms])
  if (names.length === 0) return new Set()
  const known = () =>
    transaction
      .selectFrom("known_names")
      .where((eb) => eb.or([eb("known_names.report", "is", null), eb("known_names.report", "=", report)]))
  const exact = await known()
    .select("identity")
    .where("name", "in", [...new Set(names)])
    .execute()
  const fitting = new Set(exact.map(({ identity }) => identity))
  const byWord = new Map<string, Linkable[]>()
  for (const actor of actors.filter(({ reading }) => reading.sort === "person")) {
    for (const word of wordsToLookUp(actor.reading)) byWord.set(word, [...(byWord.get(word) ?? []), actor])
  }
  const words = [...byWord.keys()]
  if (words.length === 0) return fitting
  for (const { identity, word, name } of await known()
    .select(["word", "name", "identity"])
    .where("word", "in", words)
    .execute()) {
    if (!fitting.has(identity) && byWord.get(word)!.some(({ reading }) => mayMean(reading, name))) fitting.add(identity)
  }
  // “President Ruiz”: whoever of this surname bore the office.
  const officed = [...byWord].filter(([, bearers]) => bearers.some(({ roles }) => soleOffices(roles).length > 0))
  if (officed.length === 0) return fitting
  const held = await known()
    .innerJoin("tenures", "tenures.identity", "known_names.identity")
    .select(["word", "tenures.identity", "title", "scope", "former"])
    .where(
      "word",
      "in",
      officed.map(([word]) => word),
    )
    .where("title", "is not", null)
    .execute()
  for (const { identity, word, title, scope, former } of held) {
    const office = officeFrom(title!, scope, former)
    if (byWord.get(word)!.some(({ roles }) => soleOffices(roles).some((one) => sameOffice(one, office))))
      fitting.add(identity)
  }
  return fitting
}

/** A surname may be that of anybody who bears it, a whole name only of whom it can be a spelling. */
const mayMean = (reading: Reading, name: string): boolean =>
  !reading.whole || mayBeSpellings(name.split(" "), reading.name.split(" "))

const soleOffices = (roles: Linkable["roles"]): Office[] =>
  roles.flatMap(({ office }) => (office && isSole(office) ? [office] : []))

const officeFrom = (title: string, scope: string, former: 0 | 1): Office => ({
  title,
  former: former === 1,
  ...(scope === "" ? {} : { scope }),
})

/** A surname may stand first or last, so the given name of a long name is left out; a short name is looked up whole. */
const wordsToLookUp = ({ words }: Reading): string[] => [
  ...new Set((words.length > 2 ? words.slice(1) : words.slice(-1)).map(skeleton)),
]

async function addOffices(
  transaction: Transaction<Tables>,
  known: ReadonlyMap<number, Known>,
  report: number,
  day: string | null,
): Promise<void> {
  const persons = [...known.values()].filter(({ sort }) => sort === "person").map(({ identity }) => identity)
  if (persons.length === 0) return
  const rows = await transaction
    .selectFrom("tenures")
    .select(["identity", "role", "title", "scope", "former", "field", "first_day as first", "last_day as last"])
    .where("identity", "in", persons)
    .execute()
  // What this report said before it was read again, it said of its own time, whether it bears a date or not.
  const before = await transaction
    .selectFrom("offices")
    .select(["identity", "role"])
    .where("report", "=", report)
    .execute()
  const toldHere = new Set(before.map(({ identity, role }) => `${identity} ${role}`))
  for (const { identity, role, title, scope, former, field, first, last } of rows) {
    const one = known.get(identity)!
    if (field) one.fields.add(field as Field)
    if (!title) continue
    const isNear = day !== null && first !== null && last !== null && daysBetween(day, first, last) <= OFFICE_DAYS
    const then = isNear || toldHere.has(`${identity} ${role}`)
    one.offices.push({ ...officeFrom(title, scope, former), then })
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
