import type { Selectable } from "kysely"
import type { Archive } from "../open.js"
import type { IdentityTable } from "../tables.js"
import { standing } from "./decided.js"
import { toldOf } from "./told.js"
import { nameWords, skeleton } from "./words.js"

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

interface Called {
  readonly identity: IdentityRow
  /** undefined where no report tells of them that may be shown */
  readonly reports: number | undefined
}

async function candidatesCalled(db: Archive["db"], words: string): Promise<readonly Called[]> {
  const typed = words.trim()
  const numbers = await (/^#\d+$/.test(typed)
    ? [Number(typed.slice(1))]
    : /^[Qq]\d+$/.test(typed)
      ? withWikidata(typed.toUpperCase())
      : withName(nameWords(typed)))
  return candidatesOf(numbers)

  async function withWikidata(id: string): Promise<number[]> {
    const rows = await db.selectFrom("identities").select("number").where("wikidata", "=", id).execute()
    return rows.map(({ number }) => number)
  }

  /** Those of just that name; else whoever's name holds the words; else those whom it means in a single report. */
  async function withName(typedWords: readonly string[]): Promise<number[]> {
    const own = typedWords[0] === "the" ? typedWords.slice(1) : typedWords
    if (own.length === 0) return []
    const rows = await db
      .selectFrom("known_names")
      .innerJoin("identities", "identities.number", "known_names.identity")
      .select(["identity", "known_names.name", "known_names.report", "identities.kind"])
      .distinct()
      .where("word", "in", own.map(skeleton))
      .execute()
    const everywhere = rows.filter(({ report }) => report === null)
    const exact = everywhere.filter(({ name }) => name === own.join(" "))
    const byHand = await calledByHand(own.join(" "))
    if (byHand.length > 0) return [...byHand, ...exact.map(({ identity }) => identity)]
    if (exact.some(({ kind }) => own.length > 1 || kind !== "person")) return exact.map(({ identity }) => identity)
    const sounds = own.map(skeleton)
    for (const some of [
      // “Kane” is the Kanes, and not the Kane administration.
      everywhere.filter(({ name, kind }) => kind === "person" && holds(name.split(" "), own)),
      everywhere.filter(({ name }) => holds(name.split(" "), own)),
      everywhere.filter(({ name }) => holds(name.split(" ").map(skeleton), sounds)),
    ]) {
      if (some.length > 0) return some.map(({ identity }) => identity)
    }
    return rows.filter(({ name }) => name === own.join(" ")).map(({ identity }) => identity)
  }

  /** A name that people gave somebody, who may be called so in no report. */
  async function calledByHand(name: string): Promise<number[]> {
    const [renamed, split] = await Promise.all([standing(db, "rename"), standing(db, "split")])
    const named = [...renamed.map(({ identity }) => identity), ...split.map(({ to }) => to)]
    if (named.length === 0) return []
    const rows = await db.selectFrom("identities").select(["number", "name"]).where("number", "in", named).execute()
    return rows.filter((row) => nameWords(row.name).join(" ") === name).map(({ number }) => number)
  }

  async function candidatesOf(some: readonly number[]): Promise<Called[]> {
    const rows = new Map<number, IdentityRow>()
    let wanted = [...new Set(some)]
    while (wanted.length > 0) {
      const found = await db.selectFrom("identities").selectAll().where("number", "in", wanted).execute()
      for (const row of found) if (row.merged_into === null) rows.set(row.number, row)
      wanted = found.flatMap(({ merged_into }) => (merged_into === null || rows.has(merged_into) ? [] : [merged_into]))
    }
    if (rows.size === 0) return []
    const told = await toldOf(db, [...rows.keys()])
    return [...rows.values()]
      .filter(({ hidden }) => hidden === 0)
      .map((identity) => ({ identity, reports: told.get(identity.number) }))
      .sort((a, b) => (b.reports ?? 0) - (a.reports ?? 0) || a.identity.number - b.identity.number)
  }
}

/** Whether the words stand in the name in this order; between them there may be others. */
function holds(name: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of name) if (word === words[at]) at++
  return at === words.length
}
