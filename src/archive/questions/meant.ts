import { type Expression, type SqlBool, sql } from "kysely"
import { bearerOf, isWholePerson } from "../blotting/longer.js"
import { fold } from "../fold.js"
import { hiddenCalled } from "../hidden.js"
import { findIdentity } from "../identities/index.js"
import type { Archive } from "../open.js"
import { unshownReports } from "../standing.js"
import type { Meant, Page, SomebodyMeant } from "./page.js"

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
  const [found, unlinked] = await Promise.all([findIdentity(archive, asked), actorsCalled(archive, asked)])
  const one = found.kind === "one" ? [found.identity] : []
  const roots = found.kind === "several" ? found.candidates.map(({ identity }) => identity) : one
  const leftOut = (found.leftOut ?? []).map(({ identity }) => somebody(identity))
  return {
    asked,
    people: [...roots.map(somebody), ...[...new Set(unlinked.map(({ name }) => name))].map((name) => ({ name }))],
    ...(leftOut.length > 0 ? { leftOut } : {}),
    identities: await withMerged(
      archive,
      roots.map(({ number }) => number),
    ),
    actors: unlinked.map(({ number }) => number),
  }
}

const somebody = ({ number, name }: { readonly number: number; readonly name: string }) => ({ name, identity: number })

export const meantOnly = ({ asked, people, leftOut, inPlaceOf }: People): Meant => ({
  asked,
  people,
  ...(leftOut ? { leftOut } : {}),
  ...(inPlaceOf ? { inPlaceOf } : {}),
})

/** “Jordan” is the country, until it has nothing to say that was asked for, and the people of that name have. */
export async function orThoseLeftOut<Row>(
  archive: Archive,
  meant: People,
  ask: (people: People) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const answer = await ask(meant)
  const { asked, people: inPlaceOf, leftOut } = meant
  if (answer.rows.length > 0 || !leftOut) return answer
  const identities = await withMerged(archive, numbersOf(leftOut))
  const other = await ask({ asked, people: leftOut, inPlaceOf, identities, actors: [] })
  return other.rows.length > 0 ? other : answer
}

const numbersOf = (some: readonly SomebodyMeant[]): number[] => some.flatMap(({ identity }) => identity ?? [])

/**
 * “government” is in no report the same as in another: it has no identity, and is meant besides “Vallonda government”.
 * “President Vera Tonk” has none while Vera Tonk is taken down, and is not meant.
 */
async function actorsCalled({ db }: Archive, asked: string) {
  const rows = await db
    .selectFrom("actors")
    .select(["number", "name", "kind"])
    .where("folded", "=", fold(asked))
    .where("identity", "is", null)
    .where("report", "not in", unshownReports(db))
    .execute()
  if (rows.length === 0) return rows
  const people = (await hiddenCalled(db)).filter(isWholePerson)
  return rows.filter((row) => !people.some(({ name }) => bearerOf(row, name) === "one"))
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

/** The same people one by one; those without an identity together, for they are few. */
export function each({ identities, actors }: Pick<People, "identities" | "actors">) {
  const alone = identities.map((identity) => ({ identities: [identity], actors: [] as readonly number[] }))
  return actors.length === 0 ? alone : [...alone, { identities: [] as readonly number[], actors }]
}

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
