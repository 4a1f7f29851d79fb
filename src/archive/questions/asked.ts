import { sql } from "kysely"
import type { Archive } from "../open.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { isOneOf, meantBy, nobody } from "./meant.js"
import { cursorAt, type Page, type Paging, placeOf, searched, USUAL } from "./page.js"
import { type Narrowing, narrowed } from "./said.js"

export interface Exchange {
  /** whether somebody was asked, or asked */
  readonly part: "asked" | "asker"
  readonly question: StatementEntry
  /** answers, deflections, refusals, in reading order */
  readonly replies: readonly StatementEntry[]
}

export interface AskedQuestion extends Narrowing, Paging {
  readonly who: string
}

/** Questions that were put to somebody or that somebody put, and what came back; newest first. */
export async function asked(
  archive: Archive,
  { who, limit = USUAL, cursor, ...narrowing }: AskedQuestion,
): Promise<Page<Exchange>> {
  const people = await meantBy(archive, who)
  const places = nobody(people) ? [] : await questions()
  const shown = places.slice(0, limit)
  const rows = await exchanges(
    archive,
    shown.map(({ number }) => number),
    new Set(shown.filter(({ asker }) => asker === 1).map(({ number }) => number)),
  )
  return {
    rows,
    meant: [{ asked: who, people: people.people }],
    ...(places.length > limit ? { next: cursorAt(places[limit - 1]!) } : {}),
    ...(rows.length === 0 && cursor === undefined ? { searched: await searched(archive, narrowing) } : {}),
  }

  async function questions() {
    const { db } = archive
    const taking = db
      .selectFrom("statement_actors as p")
      .innerJoin("statements as t", "t.number", "p.statement")
      .where(isOneOf("p", people))
    const spoken = taking.where("p.part", "=", "speaker")
    const put = spoken.where("t.act", "=", "ask").select(["t.number", sql<number>`1`.as("asker")])
    const met = taking
      .where("p.part", "=", "addressee")
      .where("t.act", "=", "ask")
      .select(["t.number", sql<number>`0`.as("asker")])
    // "Asked whether she would go, she said no": whom the question was put to shows in who replied.
    const replied = spoken
      .innerJoin("statements as q", (join) => join.onRef("q.report", "=", "t.report").onRef("q.id", "=", "t.answers"))
      .select(["q.number", sql<number>`0`.as("asker")])
    let query = db
      .selectFrom(put.unionAll(met).unionAll(replied).as("found"))
      .innerJoin("statements as s", "s.number", "found.number")
      .select(["s.number", "s.day", sql<number>`min(found.asker)`.as("asker")])
      .where((eb) => eb.and(narrowed(narrowing)))
      .groupBy("s.number")
      .orderBy("s.day", "desc")
      .orderBy("s.number", "desc")
      .limit(limit + 1)
    if (cursor !== undefined) {
      const { day, number } = placeOf(cursor)
      query = query.where((eb) =>
        day === null
          ? eb.and([eb("s.day", "is", null), eb("s.number", "<", number)])
          : eb.or([
              eb("s.day", "is", null),
              eb("s.day", "<", day),
              eb.and([eb("s.day", "=", day), eb("s.number", "<", number)]),
            ]),
      )
    }
    return query.execute()
  }
}

async function exchanges(
  archive: Archive,
  questions: readonly number[],
  put: ReadonlySet<number>,
): Promise<Exchange[]> {
  if (questions.length === 0) return []
  const replies = await archive.db
    .selectFrom("statements as q")
    .innerJoin("statements as s", (join) => join.onRef("s.report", "=", "q.report").onRef("s.answers", "=", "q.id"))
    .select(["q.number as question", "s.number"])
    .where("q.number", "in", questions)
    .where((eb) => eb.and(narrowed({ stale: true })))
    .orderBy("s.start")
    .execute()
  const numbers = [...questions, ...replies.map(({ number }) => number)]
  const entries = await statementEntries(archive, numbers)
  const byNumber = new Map(numbers.map((number, n) => [number, entries[n]!]))
  return questions.map((number) => ({
    part: put.has(number) ? "asker" : "asked",
    question: byNumber.get(number)!,
    replies: replies.filter(({ question }) => question === number).map((reply) => byNumber.get(reply.number)!),
  }))
}
