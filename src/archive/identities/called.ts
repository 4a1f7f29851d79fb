import type { Archive } from "../open.js"
import type { IdentityRow } from "./find.js"
import { type NameHeld, namesLike } from "./names-like.js"
import { isTold, toldOf } from "./told.js"
import { isSurnameOf } from "./variants.js"
import { nameWords, skeleton } from "./words.js"

type Db = Archive["db"]

export interface Called {
  readonly identity: IdentityRow
  /** undefined where no report tells of them that may be shown */
  readonly reports: number | undefined
}

export interface NameMeaning {
  readonly meant: readonly Called[]
  /** Persons whose longer names hold it, too, but whom a body of just that name outnumbers by far. */
  readonly leftOut: readonly Called[]
}

/** A body of just the name that was typed is meant alone when it is in so many times the reports of anybody of that surname. */
const SURNAME_WEIGHT = 5

/** Those of just that whole name; else whoever's name holds the words, persons before bodies; those in most reports first. */
export async function withName(db: Db, typed: string): Promise<NameMeaning> {
  const words = wordsOf(typed)
  if (words.length === 0) return { meant: [], leftOut: [] }
  const held = await namesLike(db, words)
  const exact = held.filter(({ name }) => name === words.join(" "))
  if (words.length > 1 && exact.some(({ anywhere }) => anywhere))
    return { meant: await candidatesAlone(db, numbersOf(exact)), leftOut: [] }
  const persons = held.filter(({ name, kind }) => kind === "person" && holds(name.split(" "), words))
  const bodies = exact.filter(({ kind }) => kind !== "person")
  if (words.length === 1 && bodies.length > 0) return bodyOrPersons(db, words, bodies, persons)
  const sounds = words.map(skeleton)
  for (const some of [
    // “Kane” is the Kanes, and not the Kane administration.
    persons,
    held.filter(({ name }) => holds(name.split(" "), words)),
    held.filter(({ name }) => holds(name.split(" ").map(skeleton), sounds)),
  ]) {
    if (some.length > 0) return { meant: await identitiesOf(db, some), leftOut: [] }
  }
  return { meant: [], leftOut: [] }
}

/** Those of just that whole name, as it is shown or known, case and accents aside; those in most reports first. */
export async function withWholeName(db: Db, typed: string): Promise<readonly Called[]> {
  const words = wordsOf(typed)
  const held = words.length === 0 ? [] : await namesLike(db, words)
  return identitiesOf(
    db,
    held.filter(({ name }) => name === words.join(" ")),
  )
}

/** “The Dornvik Council” → dornvik, council */
function wordsOf(typed: string): string[] {
  const [first, ...others] = nameWords(typed)
  return first === undefined ? [] : first === "the" ? others : [first, ...others]
}

/** “Apple” is the company, however many of that surname are in a report or two; “Kane” is the Kanes, and Kane & Co as well. */
async function bodyOrPersons(
  db: Db,
  words: readonly string[],
  bodies: readonly NameHeld[],
  persons: readonly NameHeld[],
): Promise<NameMeaning> {
  const bySurname = persons.filter(({ name }) => isSurnameOf(words, name.split(" ")))
  const longer = persons.filter(({ name }) => name !== words.join(" "))
  const [alone, called] = [await identitiesOf(db, bodies), await identitiesOf(db, persons)]
  const reports = most(alone)
  const isRivalled = SURNAME_WEIGHT * most(await identitiesOf(db, bySurname)) > reports || most(called) > reports
  if (isRivalled) return { meant: await identitiesOf(db, [...bodies, ...persons]), leftOut: [] }
  return { meant: alone, leftOut: await identitiesOf(db, longer) }
}

/** In how many reports the one of them is that is in most. */
const most = (called: readonly Called[]): number => Math.max(0, ...called.map(({ reports = 0 }) => reports))

/** Whether the words stand in the name in this order; between them there may be others. */
function holds(name: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of name) if (word === words[at]) at++
  return at === words.length
}

const numbersOf = (held: readonly NameHeld[]): number[] => held.map(({ identity }) => identity)

const identitiesOf = (db: Db, held: readonly NameHeld[]): Promise<Called[]> => candidatesOf(db, numbersOf(held))

/** Who these identities count as, but for whom was taken down; those in most reports first. */
export async function candidatesOf(db: Db, some: readonly number[]): Promise<Called[]> {
  const rows = await rootsAmong(db, some)
  if (rows.length === 0) return []
  const told = await toldOf(
    db,
    rows.map(({ number }) => number),
  )
  return rows
    .map((identity) => ({ identity, reports: told.get(identity.number) }))
    .sort((a, b) => (b.reports ?? 0) - (a.reports ?? 0) || a.identity.number - b.identity.number)
}

/** The same where nobody else may be meant: of one alone it only matters whether a report tells of it. */
export async function candidatesAlone(db: Db, some: readonly number[]): Promise<Called[]> {
  const [one, ...others] = await rootsAmong(db, some)
  if (one === undefined || others.length > 0) return candidatesOf(db, some)
  return [{ identity: one, reports: (await isTold(db, one.number)) ? 1 : undefined }]
}

async function rootsAmong(db: Db, some: readonly number[]): Promise<IdentityRow[]> {
  const rows = new Map<number, IdentityRow>()
  let wanted = [...new Set(some)]
  while (wanted.length > 0) {
    const found = await db.selectFrom("identities").selectAll().where("number", "in", wanted).execute()
    for (const row of found) if (row.merged_into === null) rows.set(row.number, row)
    wanted = found.flatMap(({ merged_into }) => (merged_into === null || rows.has(merged_into) ? [] : [merged_into]))
  }
  return [...rows.values()].filter(({ hidden }) => hidden === 0)
}
