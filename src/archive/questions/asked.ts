import type { Archive } from "../open.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { each, isOneOf, meantBy, meantOnly, nobody, orThoseLeftOut, type People } from "./meant.js"
import { cursorAt, isBehind, newestFirst, type Page, type Paging, type Place, searched, USUAL } from "./page.js"
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
export async function asked(archive: Archive, { who, ...rest }: AskedQuestion): Promise<Page<Exchange>> {
  return orThoseLeftOut(archive, await meantBy(archive, who), (people) => exchangesOf(archive, people, rest))
}

async function exchangesOf(
  archive: Archive,
  people: People,
  { limit = USUAL, cursor, ...narrowing }: Narrowing & Paging,
): Promise<Page<Exchange>> {
  const places = nobody(people) ? [] : await questions()
  const shown = places.slice(0, limit)
  const rows = await exchanges(
    archive,
    shown.map(({ number }) => number),
    new Set(shown.filter(({ asker }) => asker === 1).map(({ number }) => number)),
  )
  return {
    rows,
    meant: [meantOnly(people)],
    ...(places.length > limit ? { next: cursorAt(places[limit - 1]!) } : {}),
    ...(rows.length === 0 && cursor === undefined ? { searched: await searched(archive, narrowing) } : {}),
  }

  /** Asked, asking and replying each lie in order for one person: the newest of each, and of all of them. */
  async function questions(): Promise<Put[]> {
    const found = new Map<number, Put>()
    for (const one of each(people)) {
      for (const [part, asker] of [
        ["speaker", 1],
        ["addressee", 0],
        // "Asked whether she would go, she said no": whom the question was put to shows in who replied.
        ["reply", 0],
      ] as const) {
        for (const place of await walkOf(one, part)) {
          found.set(place.number, { ...place, asker: found.get(place.number)?.asker === 0 ? 0 : asker })
        }
      }
    }
    return [...found.values()].sort(newestFirst).slice(0, limit + 1)
  }

  async function walkOf(one: Pick<People, "identities" | "actors">, part: Part): Promise<Place[]> {
    for (let most = limit + 1; ; most *= 4) {
      const rows = await taking(one, part).limit(most).execute()
      // Replies lie in their own order, in which the questions of one report may change places.
      const whole = rows.length < most ? rows : rows.filter(({ report }) => report !== rows.at(-1)!.report)
      const places = new Map(whole.map(({ day, number }) => [number, { day, number }]))
      if (rows.length < most || places.size > limit) return [...places.values()]
    }
  }

  function taking(one: Pick<People, "identities" | "actors">, part: Part) {
    const query = archive.db
      .selectFrom("statement_actors as p")
      .innerJoin("statements as t", "t.number", "p.statement")
      .innerJoin("statements as s", (join) =>
        part === "reply"
          ? join.onRef("s.report", "=", "t.report").onRef("s.id", "=", "t.answers")
          : join.onRef("s.number", "=", "t.number").on("t.act", "=", "ask"),
      )
      .select(["s.day", "s.number", "s.report"])
      .where(isOneOf("p", one))
      .where("p.part", "=", part === "addressee" ? "addressee" : "speaker")
      .where((eb) => eb.and(narrowed(narrowing)))
      .orderBy("p.day", "desc")
      .orderBy("p.statement", "desc")
    return cursor === undefined ? query : query.where(isBehind("s.day", "s.number", cursor))
  }
}

type Part = "speaker" | "addressee" | "reply"

interface Put extends Place {
  /** 1 where the person put the question */
  readonly asker: 0 | 1
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
