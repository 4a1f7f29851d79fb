import type { Kysely } from "kysely"
import type { Tables } from "../tables.js"

// What people decided about identities, as the log has it. It goes before what the archive finds by itself.

/** Deeds of the log, with what their `detail` holds. */
export interface Details {
  /** `from` is counted as `into` */
  readonly merge: { readonly from: number; readonly into: number }
  /** the actors of these names in these reports, by the reports' ids, are `to` */
  readonly split: { readonly from: number; readonly to: number; readonly actors: readonly ActorOfReport[] }
  /** they are not one, whatever their names are like */
  readonly apart: { readonly identities: readonly [number, number] }
  readonly rename: { readonly identity: number; readonly name: string }
  readonly wikidata: { readonly identity: number; readonly wikidata: string | null }
  readonly privacy: { readonly identity: number; readonly private: 0 | 1 | null }
  readonly membership: {
    readonly member: number
    readonly body: number
    readonly basis: "confirmed" | "denied" | "list"
    readonly from: string | null
    readonly to: string | null
  }
}

export interface ActorOfReport {
  readonly report: string
  readonly name: string
}

/** Whether a person said that two identities are not one. */
export async function apartOf(transaction: Kysely<Tables>): Promise<(one: number, other: number) => boolean> {
  const pairs = new Set((await standing(transaction, "apart")).map(({ identities: [one, other] }) => pair(one, other)))
  return (one, other) => pairs.size > 0 && pairs.has(pair(one, other))
}

const pair = (one: number, other: number): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** By name the identities that actors of a report were given by hand; the last word stands. */
export async function forcedIn(transaction: Kysely<Tables>, report: string): Promise<ReadonlyMap<string, number>> {
  const splits = await standing(transaction, "split")
  return new Map(
    splits.flatMap(({ to, actors }) =>
      actors.flatMap((actor): [string, number][] => (actor.report === report ? [[actor.name, to]] : [])),
    ),
  )
}

/** Every name that people gave to some identities, also where that was undone, and the line of the log that says so. */
export async function renamesOf(db: Kysely<Tables>, some: readonly number[]) {
  const rows = await db
    .selectFrom("log")
    .select(["number", "detail"])
    .where("deed", "=", "rename" satisfies keyof Details)
    .where("entry", "in", some.map(String))
    .execute()
  return rows.map(({ number, detail }) => ({ line: number, ...(JSON.parse(detail) as Details["rename"]) }))
}

/** The details of all deeds of one kind that have not been undone, in order. */
export async function standing<Deed extends keyof Details>(
  transaction: Kysely<Tables>,
  deed: Deed,
): Promise<Details[Deed][]> {
  const rows = await transaction
    .selectFrom("log")
    .select("detail")
    .where("deed", "=", deed)
    .where("state", "=", "applied")
    .orderBy("number")
    .execute()
  return rows.map(({ detail }) => JSON.parse(detail) as Details[Deed])
}
