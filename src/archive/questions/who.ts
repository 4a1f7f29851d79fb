import { type RawBuilder, type SqlBool, sql } from "kysely"
import type { Archive } from "../open.js"
import { personOf } from "../speakers.js"
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
  { limit = USUAL, cursor, ...asked }: WhoQuestion = {},
): Promise<Page<Quoted>> {
  const from = offsetOf(cursor)
  const counts = countsFor(archive, asked)
  const found = await counts.people(limit + 1, from)
  const shown = found.slice(0, limit)
  const outlets = shown.length === 0 ? [] : await counts.outlets(shown.map(({ person }) => person))
  return {
    rows: shown.map(({ person, name, kind, identity, statements, firstHand }) => ({
      name,
      kind,
      ...given("identity", identity),
      statements,
      firstHand,
      secondHand: statements - firstHand,
      byOutlet: outlets
        .filter((one) => one.person === person)
        .map(({ outlet, statements }) => ({ outlet, statements })),
    })),
    ...(found.length > limit ? { next: String(from + limit) } : {}),
    ...(found.length === 0 && from === 0 ? { searched: await searched(archive, asked) } : {}),
  }
}

interface Counts {
  people(limit: number, offset: number): Promise<readonly Person[]>
  outlets(people: readonly string[]): Promise<readonly Outlet[]>
}

interface Person extends Pick<Named, "name" | "kind"> {
  readonly person: string
  readonly identity: number | null
  readonly statements: number
  readonly firstHand: number
}

interface Outlet {
  readonly person: string
  readonly outlet: string
  readonly statements: number
}

/** Most questions are answered by what was counted when the reports were written; the others count the statements. */
const countsFor = (archive: Archive, { copies = "once", ...narrowing }: Omit<WhoQuestion, keyof Paging>): Counts =>
  copies === "each" || narrowing.kind !== undefined || narrowing.stale
    ? countStatements(archive, narrowing, copies)
    : countedBefore(archive, narrowing)

function countedBefore({ db }: Archive, { since, until, outlet, firstHand }: Narrowing): Counts {
  const isPeriod = since !== undefined || until !== undefined
  const inPeriod = sql<SqlBool>`day >= ${since ?? "0"} and day <= ${until ?? "9999"}`
  const inOutlet = outlet === undefined ? sql<SqlBool>`true` : sql<SqlBool>`outlet = ${outlet}`
  const statements = firstHand ? sql<number>`first_hand` : sql<number>`statements`
  return {
    people(limit, offset) {
      const counted: RawBuilder<Omit<Person, "name" | "kind" | "identity">> = isPeriod
        ? sql`(select person, sum(${statements}) as statements, sum(first_hand) as "firstHand"
            from speaker_reports where ${inPeriod} and ${inOutlet} group by person)`
        : sql`(select person, ${statements} as statements, first_hand as "firstHand"
            from ${sql.table(outlet === undefined ? "speakers" : "speaker_outlets")} where ${inOutlet})`
      return db
        .selectFrom(counted.as("counted"))
        .innerJoin("speakers as p", "p.person", "counted.person")
        .leftJoin("identities as i", "i.number", "p.identity")
        .select(["counted.person", "counted.statements", "counted.firstHand", "p.identity", "p.kind"])
        .select(sql<string>`coalesce(i.name, p.name)`.as("name"))
        .where("counted.statements", ">", 0)
        .orderBy("counted.statements", "desc")
        .orderBy("name")
        .limit(limit)
        .offset(offset)
        .execute()
    },
    outlets: (people) =>
      db
        .selectFrom(isPeriod ? "speaker_reports" : "speaker_outlets")
        .select(["person", "outlet", sql<number>`sum(${statements})`.as("statements")])
        .where("person", "in", people)
        .where(inOutlet)
        .$if(isPeriod, (query) => query.where(inPeriod))
        .groupBy(["person", "outlet"])
        .having(sql<number>`sum(${statements})`, ">", 0)
        .orderBy("statements", "desc")
        .orderBy("outlet")
        .execute(),
  }
}

function countStatements({ db }: Archive, narrowing: Narrowing, copies: "once" | "each"): Counts {
  let spoken = db
    .selectFrom("statement_actors as p")
    .innerJoin("statements as s", "s.number", "p.statement")
    .where("p.part", "=", "speaker")
    .where((eb) => eb.and(narrowed(narrowing)))
  if (copies === "once") spoken = spoken.where(isNoCopy)
  return {
    people(limit, offset) {
      const counted = spoken
        .select([
          personOf.as("person"),
          "p.identity",
          sql<number>`min(p.actor)`.as("actor"),
          sql<number>`count(distinct s.number)`.as("statements"),
          sql<number>`count(distinct case when s.remove = 1 then s.number end)`.as("firstHand"),
        ])
        .groupBy(personOf)
      // Names are looked up for each person, not for each statement.
      return db
        .selectFrom(counted.as("counted"))
        .innerJoin("actors as a", "a.number", "counted.actor")
        .leftJoin("identities as i", "i.number", "counted.identity")
        .select(["counted.person", "counted.identity", "counted.statements", "counted.firstHand", "a.kind"])
        .select(sql<string>`coalesce(i.name, a.name)`.as("name"))
        .orderBy("statements", "desc")
        .orderBy("name")
        .limit(limit)
        .offset(offset)
        .execute()
    },
    outlets: (people) =>
      spoken
        .where(personOf, "in", people)
        .select([personOf.as("person"), "s.outlet", sql<number>`count(distinct s.number)`.as("statements")])
        .groupBy([personOf, "s.outlet"])
        .orderBy("statements", "desc")
        .orderBy("s.outlet")
        .execute(),
  }
}

const isNoCopy = sql<SqlBool>`s.report not in (select number from reports where copy_of is not null)`
