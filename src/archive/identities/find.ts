import type { Selectable } from "kysely"
import type { Archive } from "../open.js"
import type { IdentityTable } from "../tables.js"
import { standing } from "./decided.js"
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

/** What a person types: “kamala harris”, “Harris”, “White House”, a Wikidata id, or “#12” for the number of an identity. */
export async function findIdentity({ db }: Pick<Archive, "db">, words: string): Promise<Found> {
  const typed = words.trim()
  const numbers = await (/^#\d+$/.test(typed)
    ? [Number(typed.slice(1))]
    : /^[Qq]\d+$/.test(typed)
      ? withWikidata(typed.toUpperCase())
      : withName(nameWords(typed)))
  const candidates = await candidatesOf(numbers)
  if (candidates.length === 0) return { kind: "none" }
  const [first] = candidates
  return candidates.length === 1 ? { kind: "one", identity: first!.identity } : { kind: "several", candidates }

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

  async function candidatesOf(some: readonly number[]): Promise<Candidate[]> {
    const rows = new Map<number, IdentityRow>()
    let wanted = [...new Set(some)]
    while (wanted.length > 0) {
      const found = await db.selectFrom("identities").selectAll().where("number", "in", wanted).execute()
      for (const row of found) if (row.merged_into === null) rows.set(row.number, row)
      wanted = found.flatMap(({ merged_into }) => (merged_into === null || rows.has(merged_into) ? [] : [merged_into]))
    }
    if (rows.size === 0) return []
    const counts = await db
      .selectFrom("actors")
      .select(["identity", (eb) => eb.fn.count<number>("report").distinct().as("reports")])
      .where("identity", "in", [...rows.keys()])
      .groupBy("identity")
      .execute()
    const reports = new Map(counts.map((row) => [row.identity, row.reports]))
    return [...rows.values()]
      .filter(({ hidden }) => hidden === 0)
      .map((identity) => ({ identity, reports: reports.get(identity.number) ?? 0 }))
      .sort((a, b) => b.reports - a.reports || a.identity.number - b.identity.number)
  }
}

/** Whether the words stand in the name in this order; between them there may be others. */
function holds(name: readonly string[], words: readonly string[]): boolean {
  let at = 0
  for (const word of name) if (word === words[at]) at++
  return at === words.length
}
