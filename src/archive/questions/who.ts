import { type SqlBool, sql } from "kysely"
import type { Archive } from "../open.js"
import { given, type Named } from "./entries.js"
import { offsetOf, type Page, type Paging, searched, USUAL } from "./page.js"
import { type Narrowing, narrowed } from "./said.js"

export interface Quoted extends Named {
  readonly statements: number
  readonly firstHand: number
  /** at remove 2 or more */
  readonly secondHand: number
  readonly byOutlet: readonly { readonly outlet: string; readonly statements: number }[]
}

export interface WhoQuestion extends Narrowing, Paging {
  /** "once" counts what several outlets copied from one report once, "each" for every outlet */
  readonly copies?: "once" | "each"
}

/** Everyone quoted, most often first. */
export async function who(
  archive: Archive,
  { copies = "once", limit = USUAL, cursor, ...narrowing }: WhoQuestion = {},
): Promise<Page<Quoted>> {
  const from = offsetOf(cursor)
  let spoken = archive.db
    .selectFrom("statement_actors as p")
    .innerJoin("statements as s", "s.number", "p.statement")
    .where("p.part", "=", "speaker")
    .where((eb) => eb.and(narrowed(narrowing)))
  if (copies === "once") spoken = spoken.where(isNoCopy)
  // Whoever is linked to no identity is one by the name.
  const person = sql<string>`coalesce(p.identity, (select folded from actors where number = p.actor))`
  const counted = spoken
    .select([
      person.as("person"),
      "p.identity",
      sql<number>`min(p.actor)`.as("actor"),
      sql<number>`count(distinct s.number)`.as("statements"),
      sql<number>`count(distinct case when s.remove = 1 then s.number end)`.as("firstHand"),
    ])
    .groupBy(person)
  // Names are looked up for each person, not for each statement.
  const found = await archive.db
    .selectFrom(counted.as("counted"))
    .innerJoin("actors as a", "a.number", "counted.actor")
    .leftJoin("identities as i", "i.number", "counted.identity")
    .select(["counted.person", "counted.identity", "counted.statements", "counted.firstHand", "a.kind"])
    .select(sql<string>`coalesce(i.name, a.name)`.as("name"))
    .orderBy("statements", "desc")
    .orderBy("name")
    .limit(limit + 1)
    .offset(from)
    .execute()
  const shown = found.slice(0, limit)
  const outlets =
    shown.length === 0
      ? []
      : await spoken
          .where(
            person,
            "in",
            shown.map((one) => one.person),
          )
          .select([person.as("person"), "s.outlet", sql<number>`count(distinct s.number)`.as("statements")])
          .groupBy([person, "s.outlet"])
          .orderBy("statements", "desc")
          .orderBy("s.outlet")
          .execute()
  return {
    rows: shown.map((one) => ({
      name: one.name,
      kind: one.kind,
      ...given("identity", one.identity),
      statements: one.statements,
      firstHand: one.firstHand,
      secondHand: one.statements - one.firstHand,
      byOutlet: outlets
        .filter(({ person }) => person === one.person)
        .map(({ outlet, statements }) => ({ outlet, statements })),
    })),
    ...(found.length > limit ? { next: String(from + limit) } : {}),
    ...(found.length === 0 && from === 0 ? { searched: await searched(archive, narrowing) } : {}),
  }
}

// A copy whose first report no longer answers stands for it.
const isNoCopy = sql<SqlBool>`s.report not in (
  select r.number from reports as r inner join reports as first on first.number = r.copy_of
  where first.hidden = 0 and first.status = 'usable' and first.succeeded_by is null)`
