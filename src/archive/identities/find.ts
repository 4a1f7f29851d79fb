import type { Selectable } from "kysely"
import type { Archive } from "../open.js"
import type { IdentityTable } from "../tables.js"
import { type Called, candidatesAlone, candidatesOf, type NameMeaning, withName, withWholeName } from "./called.js"

export type IdentityRow = Selectable<IdentityTable>

export interface Candidate {
  readonly identity: IdentityRow
  /** in how many reports */
  readonly reports: number
}

/** Whom the words mean: one, or several of whom a person has to choose, those in most reports first; or nobody. */
export type Found = (
  | { readonly kind: "one"; readonly identity: IdentityRow }
  | { readonly kind: "several"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "none" }
) & {
  /** Persons of that name who are not meant, for a body of just that name is in far more reports; those in most first. */
  readonly leftOut?: readonly Candidate[]
}

/**
 * What a person types: “kamala harris”, “Harris”, “White House”, a Wikidata id, or “#12” for the number of an identity.
 * Nobody who was taken down, nor whom only reports tell of that may not be shown.
 */
export async function findIdentity({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const { meant, leftOut } = await candidatesCalled(db, words, withName)
  return foundAmong(told(meant), told(leftOut))
}

/** The same by a whole name only, as it is shown or known, case and accents aside. */
export async function findWholeName({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const { meant } = await candidatesCalled(db, words, async (_, typed) => ({
    meant: await withWholeName(db, typed),
    leftOut: [],
  }))
  return foundAmong(told(meant), [])
}

const told = (some: readonly Called[]): Candidate[] =>
  some.flatMap(({ identity, reports }) => (reports === undefined ? [] : [{ identity, reports }]))

/** The same with whom only reports tell of that may not be shown: for those who take people down. */
export async function findAnybody({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const { meant, leftOut } = await candidatesCalled(db, words, withName)
  const all = (some: readonly Called[]) => some.map(({ identity, reports = 0 }) => ({ identity, reports }))
  return foundAmong(all(meant), all(leftOut))
}

function foundAmong(candidates: readonly Candidate[], leftOut: readonly Candidate[]): Found {
  const [first] = candidates
  const besides = leftOut.length > 0 ? { leftOut } : {}
  if (!first) return { kind: "none", ...besides }
  return candidates.length === 1
    ? { kind: "one", identity: first.identity, ...besides }
    : { kind: "several", candidates, ...besides }
}

async function candidatesCalled(db: Archive["db"], words: string, byName: typeof withName): Promise<NameMeaning> {
  const typed = words.trim()
  const [, number] = /^#(\d+)$/.exec(typed) ?? []
  if (number !== undefined) return { meant: await candidatesAlone(db, [Number(number)]), leftOut: [] }
  if (!/^[Qq]\d+$/.test(typed)) return byName(db, typed)
  const rows = await db.selectFrom("identities").select("number").where("wikidata", "=", typed.toUpperCase()).execute()
  const meant = await candidatesOf(
    db,
    rows.map(({ number }) => number),
  )
  return { meant, leftOut: [] }
}
