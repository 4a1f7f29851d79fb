import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from "kysely"
import type { Statement } from "../../record.js"
import { rowsWithWords } from "../dialect.js"
import type { Archive } from "../open.js"
import type { Part, Standing, Tables } from "../tables.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { each, isOneOf, meantBy, meantOnly, nobody, orThoseLeftOut, type People } from "./meant.js"
import {
  cursorAt,
  isBehind,
  newestFirst,
  ofOutlet,
  type Page,
  type Paging,
  type Period,
  type Place,
  searched,
  USUAL,
} from "./page.js"

/** Which statements count: by default those that stand. */
export interface Narrowing extends Period {
  readonly kind?: Statement["kind"]
  /** remove 1 only */
  readonly firstHand?: boolean
  /** remove 2 or more only: what others say was said */
  readonly passedOn?: boolean
  /** also those beside which a newer version of their report stands */
  readonly stale?: boolean
}

export interface SaidQuestion extends Narrowing, Paging {
  readonly who: string
  /** somebody, or words that are said */
  readonly about?: string
  readonly to?: string
}

/** What somebody said, newest first. */
export async function said(archive: Archive, { who, about, to, ...rest }: SaidQuestion): Promise<Page<StatementEntry>> {
  const others: Condition[] = []
  if (about !== undefined) others.push({ people: await meantBy(archive, about), part: "about", words: about })
  if (to !== undefined) others.push({ people: await meantBy(archive, to), part: "addressee" })
  return orThoseLeftOut(archive, await meantBy(archive, who), (speaker) =>
    statementsWith(archive, speaker, "speaker", others, rest),
  )
}

export interface AboutQuestion extends Narrowing, Paging {
  readonly who: string
  /** without what they said of themselves */
  readonly byOthers?: boolean
}

/** What was said about somebody, newest first. */
export async function about(
  archive: Archive,
  { who, byOthers, ...rest }: AboutQuestion,
): Promise<Page<StatementEntry>> {
  return orThoseLeftOut(archive, await meantBy(archive, who), (people) => {
    const own = { people, part: "speaker" as const, not: true }
    return statementsWith(archive, people, "about", byOthers ? [own] : [], rest)
  })
}

export interface MonthCount {
  /** "2024-09", "" for reports without a day */
  readonly month: string
  readonly firstHand: number
  readonly passedOn: number
}

/** How much of what somebody said is from each month, in order. */
export async function saidByMonth(
  archive: Archive,
  { who, ...narrowing }: Narrowing & { readonly who: string },
): Promise<MonthCount[]> {
  const people = await meantBy(archive, who)
  if (nobody(people)) return []
  return archive.db
    .selectFrom("statement_actors as p")
    .innerJoin("statements as s", "s.number", "p.statement")
    .where("p.part", "=", "speaker")
    .where(isOneOf("p", people))
    .where((eb) => eb.and(narrowed(narrowing)))
    .select([
      sql<string>`coalesce(substr(s.day, 1, 7), '')`.as("month"),
      sql<number>`count(distinct case when s.remove = 1 then s.number end)`.as("firstHand"),
      sql<number>`count(distinct case when s.remove > 1 then s.number end)`.as("passedOn"),
    ])
    .groupBy("month")
    .orderBy("month")
    .execute()
}

/** Somebody has a part in the statement, or, with `not`, has none; or it holds the words. */
interface Condition {
  readonly people: People
  readonly part: Part
  readonly words?: string
  readonly not?: boolean
}

async function statementsWith(
  archive: Archive,
  people: People,
  part: Part,
  others: readonly Condition[],
  { limit = USUAL, cursor, ...narrowing }: Narrowing & Paging,
): Promise<Page<StatementEntry>> {
  const asked = others.filter(({ not }) => !not)
  const meant = [people, ...asked.map((other) => other.people)].map(meantOnly)
  const places = nobody(people) ? [] : await walk()
  const rows = await statementEntries(
    archive,
    places.slice(0, limit).map(({ number }) => number),
  )
  return {
    rows,
    meant,
    ...(places.length > limit ? { next: cursorAt(places[limit - 1]!) } : {}),
    ...(rows.length === 0 && cursor === undefined ? { searched: await searched(archive, narrowing) } : {}),
  }

  /** One after the other, for only the statements of one lie in order: those of each, and the newest of all. */
  async function walk(): Promise<Place[]> {
    const found = new Map<number, Place>()
    for (const one of each(people)) for (const place of await walkOf(one)) found.set(place.number, place)
    return [...found.values()].sort(newestFirst).slice(0, limit + 1)
  }

  function walkOf(one: Pick<People, "identities" | "actors">): Promise<Place[]> {
    let query = archive.db
      .selectFrom("statement_actors")
      .innerJoin("statements as s", "s.number", "statement_actors.statement")
      .select(["statement_actors.day", "statement_actors.statement as number"])
      .distinct()
      .where("statement_actors.part", "=", part)
      .where(isOneOf("statement_actors", one))
      .where((eb) => eb.and(narrowed(narrowing)))
      .orderBy("statement_actors.day", "desc")
      .orderBy("statement_actors.statement", "desc")
      .limit(limit + 1)
    for (const other of others)
      query = query.where("statement_actors.statement", other.not ? "not in" : "in", numbersOf(archive, other))
    if (cursor !== undefined)
      query = query.where(isBehind("statement_actors.day", "statement_actors.statement", cursor))
    return query.execute()
  }
}

/** Numbers of the statements that are about somebody, or hold the words, or are said to somebody. */
function numbersOf(
  { db }: Archive,
  { people, part, words }: Condition,
): SelectQueryBuilder<Tables, "statement_actors", { statement: number }> {
  const byPeople = db
    .selectFrom("statement_actors")
    .select("statement")
    .where("part", "=", part)
    .where(isOneOf("statement_actors", people))
  if (words === undefined) return byPeople
  return byPeople.union(db.selectFrom(rowsWithWords("statements", words).as("found")).select("number as statement"))
}

/** Conditions on statements, which the query calls "s". */
export function narrowed({ since, until, outlet, kind, firstHand, passedOn, stale }: Narrowing): Expression<SqlBool>[] {
  const standing: readonly Standing[] = stale ? ["current", "stale"] : ["current"]
  return [
    sql<SqlBool>`s.standing in (${sql.join(standing)})`,
    ...(since === undefined ? [] : [sql<SqlBool>`s.day >= ${since}`]),
    ...(until === undefined ? [] : [sql<SqlBool>`s.day <= ${until}`]),
    ...(outlet === undefined ? [] : [ofOutlet("s.outlet", outlet)]),
    ...(kind === undefined ? [] : [sql<SqlBool>`s.kind = ${kind}`]),
    ...(firstHand ? [sql<SqlBool>`s.remove = 1`] : []),
    ...(passedOn ? [sql<SqlBool>`s.remove > 1`] : []),
  ]
}
