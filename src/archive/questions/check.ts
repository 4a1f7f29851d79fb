import { sql } from "kysely"
import type { Span } from "../../text/span.js"
import { asShown, linkIn } from "../as-shown.js"
import { countWithWords, rowsWithPair, rowsWithWords } from "../dialect.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { closest, type Piece, placeOfPhrases, tokensOf } from "./difference.js"
import { given, type StatementEntry, statementEntries } from "./entries.js"
import { ofOutlet, type Paging, type Period, type Searched, searched, sliced } from "./page.js"
import { narrowed } from "./said.js"
import type { ReportEntry } from "./search-reports.js"

/** A place where the words stand, or others that come close. */
export interface Finding {
  readonly report: ReportEntry
  /** the statement whose content they are in; missing where they stand elsewhere in the text */
  readonly statement?: StatementEntry
  /** as they stand there */
  readonly words: string
  /** what differs; missing where nothing but marks, spaces, case and brackets does */
  readonly difference?: readonly Piece[]
}

export interface Checked {
  readonly verdict: "exact" | "altered" | "not-found"
  /** in how many places; where words stand in more than 10,000 statements or reports, the earliest of these count */
  readonly places: number
  /** earliest first where exact, closest first where altered */
  readonly found: readonly Finding[]
  /** Asks for the places behind these. */
  readonly next?: string
  readonly searched: Searched
}

export interface CheckQuestion extends Period, Paging {
  readonly words: string
  /** also where a newer version of the report stands */
  readonly stale?: boolean
}

/** In which a quotation is looked for. */
type Where = Pick<CheckQuestion, "since" | "until" | "outlet" | "stale">

/** As many places are given unless more are asked for. */
const GIVEN = 20
/** So many statements and so many reports that have the words are looked at, the earliest first. */
const MOST = 10_000
/** As many texts of reports are held at a time. */
const TEXTS = 100
/** Where it was altered: as many places as are looked at word by word, and as many as count as close. */
const LOOKED = 60
const CLOSEST = 20
/** Closer than this is the same quotation, altered; a word in four may have been changed. */
const CLOSE = 0.72
const LEAST = 4

/**
 * Whether a quotation is real. Marks, dashes, spaces, case, accents and brackets do not count, and dots in it stand for
 * words left out.
 */
export async function check(
  archive: Archive,
  { words, limit = GIVEN, cursor, ...where }: CheckQuestion,
): Promise<Checked> {
  const phrases = words
    .split(/[[(]?(?:\.\s?){3,}[\])]?|[[(]?…[\])]?/)
    .map((part) => tokensOf(part).map(({ folded }) => folded))
    .filter((phrase) => phrase.length > 0)
  if (phrases.length === 0) throw new ArchiveError("there are no words to check; put the quotation in quotation marks")
  const exact = await exactIn(archive, phrases, where)
  const altered = exact.length > 0 ? [] : await alteredIn(archive, words, where)
  const paging = { limit, ...given("cursor", cursor ?? null) }
  const { rows, next } = sliced<Exact | Finding>(exact.length > 0 ? exact : altered, paging)
  return {
    verdict: exact.length > 0 ? "exact" : altered.length > 0 ? "altered" : "not-found",
    places: exact.length + altered.length,
    found: exact.length > 0 ? await findingsOf(archive, rows as readonly Exact[]) : (rows as readonly Finding[]),
    ...given("next", next ?? null),
    searched: await searched(archive, where),
  }
}

/** Where the words stand: in a statement, or elsewhere in the text of a report. */
interface Exact {
  readonly day: string | null
  readonly statement?: Said
  readonly report?: Span & { readonly number: number }
}

async function exactIn(archive: Archive, phrases: readonly (readonly string[])[], where: Where): Promise<Exact[]> {
  const query = phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" ")
  const said = await archive.db
    .selectFrom(rowsWithWords("statements", query).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select(["s.number", "s.report", "s.id", "s.within", "s.content", "s.day", sql<null>`null`.as("title")])
    .where((eb) => eb.and(narrowed(where)))
    .orderBy(sql`s.day is null`)
    .orderBy("s.day")
    .orderBy("s.number")
    .limit(MOST)
    .execute()
  const inStatements = innermost(
    said.flatMap((row) => {
      const place = placeOfPhrases(phrases, row.content)
      return place ? [{ ...row, likeness: 1, words: row.content.slice(place.start, place.end) }] : []
    }),
  )
  const known = new Set(inStatements.map(({ report }) => report))
  const shown = await asShown(archive, inStatements, ({ report }) => report)
  const inReports = await exactInReports(archive, phrases, query, known, where)
  return [
    // They are in it, but may be those of somebody who was taken down.
    ...shown
      .filter(({ content, words }) => content.includes(words))
      .map(({ day, number, report, words }) => ({ day, statement: { number, report, words } })),
    ...inReports,
  ].sort((a, b) => ((a.day ?? "9999") < (b.day ?? "9999") ? -1 : a.day === b.day ? 0 : 1))
}

async function exactInReports(
  archive: Archive,
  phrases: readonly (readonly string[])[],
  query: string,
  known: ReadonlySet<number>,
  where: Where,
): Promise<Exact[]> {
  const having = await reportsWith(archive, rowsWithWords("reports", query), where)
    .orderBy(sql`r.day is null`)
    .orderBy("r.day")
    .orderBy("r.number")
    .limit(MOST)
    .execute()
  const others = having.map(({ number }) => number).filter((number) => !known.has(number))
  const found: Exact[] = []
  for (let from = 0; from < others.length; from += TEXTS) {
    for (const { number, day, text } of await reportTexts(archive, others.slice(from, from + TEXTS))) {
      const place = placeOfPhrases(phrases, text)
      if (place) found.push({ day, report: { number, ...place } })
    }
  }
  return found
}

/** What is told of the places, in their order. */
async function findingsOf(archive: Archive, places: readonly Exact[]): Promise<Finding[]> {
  const said = await withStatements(
    archive,
    places.flatMap(({ statement }) => statement ?? []),
  )
  const texts = await reportTexts(
    archive,
    places.flatMap(({ report }) => report?.number ?? []),
  )
  const inReports = new Map(texts.map((text) => [text.number, text]))
  let at = 0
  return places.flatMap(({ report }): readonly Finding[] => {
    if (!report) return said.slice(at, ++at)
    const row = inReports.get(report.number)
    return row ? [{ report: entryOf(row, report), words: row.text.slice(report.start, report.end) }] : []
  })
}

async function alteredIn(archive: Archive, words: string, where: Where): Promise<Finding[]> {
  const wanted = tokensOf(words).map(({ folded }) => folded)
  if (wanted.length < LEAST) return []
  for (const pairs of await pairsToLookFor(archive, "statements", wanted)) {
    const near = await nearStatements(archive, words, pairs, where)
    if (near.length === 0) continue
    const best = innermost(near)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, CLOSEST)
    const found = await withStatements(archive, best)
    if (found.length > 0) return found
  }
  for (const pairs of await pairsToLookFor(archive, "reports", wanted)) {
    const near = await nearReports(archive, words, pairs, where)
    if (near.length > 0) return near
  }
  return []
}

async function nearStatements(archive: Archive, words: string, pairs: readonly Pair[], where: Where) {
  const said = await archive.db
    .selectFrom(rowsWithPair("statements", pairs, RANKED).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select(["s.number", "s.report", "s.id", "s.within", "s.content"])
    .where((eb) => eb.and(narrowed(where)))
    .orderBy("found.rank")
    .limit(LOOKED)
    .execute()
  return said.flatMap(({ content, ...row }) => {
    const like = closest(words, content)
    if (!like || like.likeness < CLOSE) return []
    const { place, pieces, likeness } = like
    return [{ ...row, words: content.slice(place.start, place.end), difference: pieces, likeness }]
  })
}

async function nearReports(archive: Archive, words: string, pairs: readonly Pair[], where: Where): Promise<Finding[]> {
  const near = await reportsWith(archive, rowsWithPair("reports", pairs, RANKED), where)
    .orderBy("found.rank")
    .limit(LOOKED)
    .execute()
  const reports = await reportTexts(
    archive,
    near.map(({ number }) => number),
  )
  return reports
    .flatMap((report) => {
      const like = closest(words, report.text)
      if (!like || like.likeness < CLOSE) return []
      const { place, pieces: difference, likeness } = like
      const found = { report: entryOf(report, place), words: report.text.slice(place.start, place.end) }
      return [{ ...found, difference, likeness }]
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, CLOSEST)
    .map(({ likeness: _likeness, ...finding }) => finding)
}

/** How many words tell where to look, up to which number their rows are counted, and how many places are looked at first. */
const TELLING = 5
const COUNTED = 10_000
const RANKED = 300

type Pair = readonly [string, string]

/**
 * Where a quotation was altered, most of its words still stand together: pairs of those that say most about where to
 * look. First pairs with a rare word; all pairs where these lead nowhere, for it may be the rare word that was put in.
 */
async function pairsToLookFor(
  { db }: Archive,
  table: "statements" | "reports",
  words: readonly string[],
): Promise<(readonly Pair[])[]> {
  const counted: { readonly word: string; readonly rows: number }[] = []
  for (const word of new Set(words)) {
    const rows = await countWithWords(db, table, `"${word}"`, COUNTED)
    if (rows > 0) counted.push({ word, rows })
  }
  const rarest = counted.sort((a, b) => a.rows - b.rows || b.word.length - a.word.length).slice(0, TELLING)
  const [only] = rarest
  if (rarest.length < 2) return only ? [[[only.word, only.word]]] : []
  const pairsWhere = (isTaken: (one: { readonly rows: number }) => boolean): Pair[] =>
    rarest.flatMap((one, n) => (isTaken(one) ? rarest.slice(n + 1).map((other): Pair => [one.word, other.word]) : []))
  const [some, all] = [pairsWhere(({ rows }) => rows < COUNTED), pairsWhere(() => true)]
  return some.length === 0 || some.length === all.length ? [all] : [some, all]
}

/** “He answered, ‘No,’” said Reed: the No is his, not Reed's, though Reed's words hold it too. */
function innermost<Row extends Nested>(rows: readonly Row[]): Row[] {
  const nameOf = (report: number, id: string) => `${report}#${id}`
  const likest = new Map<string, number>()
  for (const { report, within, likeness } of rows) {
    if (within === null) continue
    const outer = nameOf(report, within)
    likest.set(outer, Math.max(likeness, likest.get(outer) ?? 0))
  }
  return rows.filter(({ report, id, likeness }) => (likest.get(nameOf(report, id)) ?? -1) < likeness)
}

interface Nested {
  readonly report: number
  readonly id: string
  readonly within: string | null
  readonly likeness: number
}

interface Said {
  readonly number: number
  readonly report: number
  readonly words: string
  readonly difference?: readonly Piece[]
}

async function withStatements(archive: Archive, said: readonly Said[]): Promise<Finding[]> {
  const entries = await statementEntries(
    archive,
    said.map(({ number }) => number),
  )
  return said.flatMap(({ words, difference }, n) => {
    const statement = entries[n]!
    // They are in it, but are those of somebody who was taken down.
    if (!statement.content.includes(words)) return []
    const { id, outlet, date, title, url, link, standing } = statement
    const report = {
      id: id.split("#")[0]!,
      outlet,
      ...given("date", date ?? null),
      ...given("title", title ?? null),
      ...given("url", url ?? null),
      ...given("link", link ?? null),
      standing: standing === "stale" ? ("stale" as const) : ("current" as const),
    }
    return [{ report, statement, words, ...given("difference", difference ?? null) }]
  })
}

interface ReportText {
  readonly number: number
  readonly name: string
  readonly outlet: string
  readonly day: string | null
  readonly title: string | null
  readonly url: string | null
  readonly succeeded_by: number | null
  readonly text: string
}

function reportsWith(archive: Archive, rows: ReturnType<typeof rowsWithWords>, { since, until, outlet, stale }: Where) {
  let query = archive.db
    .selectFrom(rows.as("found"))
    .innerJoin("reports as r", "r.number", "found.number")
    .select("r.number")
    .where("r.hidden", "=", 0)
    .where("r.status", "=", "usable")
  if (!stale) query = query.where("r.succeeded_by", "is", null)
  if (since !== undefined) query = query.where("r.day", ">=", since)
  if (until !== undefined) query = query.where("r.day", "<=", until)
  if (outlet !== undefined) query = query.where(ofOutlet("r.outlet", outlet))
  return query
}

/** The reports with these numbers that have a text, in the order of the numbers. */
async function reportTexts(archive: Archive, numbers: readonly number[]): Promise<ReportText[]> {
  if (numbers.length === 0) return []
  const rows = await archive.db
    .selectFrom("reports as r")
    .select(["r.number", "r.name", "r.outlet", "r.day", "r.title", "r.url", "r.text", "r.succeeded_by"])
    .where("r.number", "in", numbers)
    .execute()
  const shown = new Map((await asShown(archive, rows, ({ number }) => number)).map((row) => [row.number, row]))
  return numbers.flatMap((number) => {
    const row = shown.get(number)
    return !row || row.text === null ? [] : [{ ...row, text: row.text }]
  })
}

const entryOf = ({ name, outlet, day, title, url, text, succeeded_by }: ReportText, place: Span): ReportEntry => ({
  id: name,
  outlet,
  ...given("date", day),
  ...given("title", title),
  ...given("url", url),
  ...given("link", linkIn({ url, text }, place)),
  standing: succeeded_by === null ? "current" : "stale",
})
