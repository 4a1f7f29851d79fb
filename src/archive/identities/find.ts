import type { Selectable } from "kysely"
import type { Archive } from "../open.js"
import type { IdentityTable } from "../tables.js"
import { candidatesOf, withName } from "./called.js"

export type IdentityRow = Selectable<IdentityTable>

export interface Candidate {
  readonly identity: IdentityRow
  /** in how many reports */
  readonly reports: number
}

/** Whom the words mean: one, or several of whom a person has to choose, those in most reports first; or nobody. */
export type Found =
  | { readonly kind: "one"; readonly identity: IdentityRow }
  | { readonly kind: "several"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "none" }

/**
 * What a person types: “kamala harris”, “Harris”, “White House”, a Wikidata id, or “#12” for the number of an identity.
 * Nobody who was taken down, nor whom only reports tell of that may not be shown.
 */
export async function findIdentity({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const all = await candidatesCalled(db, words)
  return foundAmong(all.flatMap(({ identity, reports }) => (reports === undefined ? [] : [{ identity, reports }])))
}

/** The same with whom only reports tell of that may not be shown: for those who take people down. */
export async function findAnybody({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const all = await candidatesCalled(db, words)
  return foundAmong(all.map(({ identity, reports = 0 }) => ({ identity, reports })))
}

function foundAmong(candidates: readonly Candidate[]): Found {
  const [first] = candidates
  if (!first) return { kind: "none" }
  return candidates.length === 1 ? { kind: "one", identity: first.identity } : { kind: "several", candidates }
}

async function candidatesCalled(db: Archive["db"], words: string) {
  const typed = words.trim()
  if (/^#\d+$/.test(typed)) return candidatesOf(db, [Number(typed.slice(1))])
  if (!/^[Qq]\d+$/.test(typed)) return withName(db, typed)
  const rows = await db.selectFrom("identities").select("number").where("wikidata", "=", typed.toUpperCase()).execute()
  return candidatesOf(
    db,
    rows.map(({ number }) => number),
  )
}
