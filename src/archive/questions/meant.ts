import { type Expression, type SqlBool, sql } from "kysely"
import { fold } from "../fold.js"
import { findIdentity } from "../identities/index.js"
import type { Archive } from "../open.js"
import type { Meant } from "./page.js"

/** Whom a name means: identities, and actors that are none, such as "a spokesman". */
export interface People extends Meant {
  readonly identities: readonly number[]
  readonly actors: readonly number[]
}

/**
 * Everyone who goes by a name. Where that is several, the question is answered for all of them, and the answer says
 * who they are: each can be asked about by "#" and the number.
 */
export async function meantBy(archive: Archive, asked: string): Promise<People> {
  const found = await findIdentity(archive, asked)
  if (found.kind === "none") return unlinked(archive, asked)
  const roots = found.kind === "one" ? [found.identity] : found.candidates.map(({ identity }) => identity)
  return {
    asked,
    people: roots.map(({ number, name }) => ({ name, identity: number })),
    identities: await withMerged(
      archive,
      roots.map(({ number }) => number),
    ),
    actors: [],
  }
}

async function unlinked({ db }: Archive, asked: string): Promise<People> {
  const rows = await db
    .selectFrom("actors")
    .select(["number", "name"])
    .where("folded", "=", fold(asked))
    .where("identity", "is", null)
    .execute()
  const names = [...new Set(rows.map(({ name }) => name))]
  return { asked, people: names.map((name) => ({ name })), identities: [], actors: rows.map(({ number }) => number) }
}

/** Identities, and those that were merged into them. */
export async function withMerged({ db }: Pick<Archive, "db">, roots: readonly number[]): Promise<number[]> {
  const all = new Set(roots)
  let newest = [...roots]
  while (newest.length > 0) {
    const rows = await db.selectFrom("identities").select("number").where("merged_into", "in", newest).execute()
    newest = rows.map(({ number }) => number).filter((number) => !all.has(number))
    for (const number of newest) all.add(number)
  }
  return [...all]
}

export const nobody = ({ identities, actors }: People): boolean => identities.length + actors.length === 0

/** The condition that a row of statement_actors or contact_actors, by the name it has in the query, is one of these people. */
export function isOneOf(
  row: string,
  { identities, actors }: Pick<People, "identities" | "actors">,
): Expression<SqlBool> {
  const identity = sql<SqlBool>`${sql.ref(`${row}.identity`)} in (${sql.join(identities)})`
  const actor = sql<SqlBool>`${sql.ref(`${row}.actor`)} in (${sql.join(actors)})`
  if (actors.length === 0) return identities.length === 0 ? sql<SqlBool>`false` : identity
  return identities.length === 0 ? actor : sql<SqlBool>`(${identity} or ${actor})`
}
