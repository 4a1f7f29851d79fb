import type { Span } from "../../text/span.js"
import { asShown, linkIn } from "../as-shown.js"
import { countWithWords, rowsWithPair, rowsWithWords } from "../dialect.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { closest, type Piece, placeOfPhrases, tokensOf } from "./difference.js"
import { given, type StatementEntry, statementEntries } from "./entries.js"
import { ofOutlet, type Period, type Searched, searched } from "./page.js"
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
  /** earliest first where exact, closest first where altered */
  readonly found: readonly Finding[]
  readonly searched: Searched
}

/** As many places as are looked at word by word, and as many as are given. */
const LOOKED = 60
const GIVEN = 20
/** Closer than this is the same quotation, altered; a word in four may have been changed. */
const CLOSE = 0.72
const LEAST = 4

/**
 * Whether a quotation is real. Marks, dashes, spaces, case, accents and brackets do not count, and dots in it stand for
 * words left out.
 */
export async function check(
  archive: Archive,
  { words, ...period }: Period & { readonly words: string },
): Promise<Checked> {
  const phrases = words
    .split(/[[(]?(?:\.\s?){3,}[\])]?|[[(]?…[\])]?/)
    .map((part) => tokensOf(part).map(({ folded }) => folded))
    .filter((phrase) => phrase.length > 0)
  if (phrases.length === 0) throw new ArchiveError("there are no words to check; put the quotation in quotation marks")
  const exact = await exactIn(archive, phrases, period)
  const found = exact.length > 0 ? exact : await alteredIn(archive, words, period)
  return {
    verdict: exact.length > 0 ? "exact" : found.length > 0 ? "altered" : "not-found",
    found,
    searched: await searched(archive, period),
  }
}

async function exactIn(archive: Archive, phrases: readonly (readonly string[])[], period: Period): Promise<Finding[]> {
  const query = phrases.map((phrase) => `"${phrase.join(" ")}"`).join(" ")
  const said = await archive.db
    .selectFrom(rowsWithWords("statements", query).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select(["s.number", "s.report", "s.id", "s.within", "s.content"])
    .where((eb) => eb.and(narrowed(period)))
    .orderBy("s.day")
    .orderBy("s.number")
    .limit(LOOKED)
    .execute()
  const inStatements = innermost(
    said.flatMap(({ content, ...row }) => {
      const place = placeOfPhrases(phrases, content)
      return place ? [{ ...row, likeness: 1, words: content.slice(place.start, place.end) }] : []
    }),
  )
  const known = new Set(inStatements.map(({ report }) => report))
  const reports = await reportsIn(archive, rowsWithWords("reports", query), period, "day")
  const inReports = reports.flatMap(({ number, text, ...report }) => {
    const place = known.has(number) ? undefined : placeOfPhrases(phrases, text)
    return place ? [{ report: entryOf({ text, ...report }, place), words: text.slice(place.start, place.end) }] : []
  })
  const all = [...(await withStatements(archive, inStatements)), ...inReports]
  return all
    .sort((a, b) =>
      (a.report.date ?? "9999") < (b.report.date ?? "9999") ? -1 : a.report.date === b.report.date ? 0 : 1,
    )
    .slice(0, GIVEN)
}

async function alteredIn(archive: Archive, words: string, period: Period): Promise<Finding[]> {
  const wanted = tokensOf(words).map(({ folded }) => folded)
  if (wanted.length < LEAST) return []
  for (const pairs of await pairsToLookFor(archive, "statements", wanted)) {
    const near = await nearStatements(archive, words, pairs, period)
    if (near.length === 0) continue
    const best = innermost(near)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, GIVEN)
    const found = await withStatements(archive, best)
    if (found.length > 0) return found
  }
  for (const pairs of await pairsToLookFor(archive, "reports", wanted)) {
    const near = await nearReports(archive, words, pairs, period)
    if (near.length > 0) return near
  }
  return []
}

async function nearStatements(archive: Archive, words: string, pairs: readonly Pair[], period: Period) {
  const said = await archive.db
    .selectFrom(rowsWithPair("statements", pairs, RANKED).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select(["s.number", "s.report", "s.id", "s.within", "s.content"])
    .where((eb) => eb.and(narrowed(period)))
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

async function nearReports(
  archive: Archive,
  words: string,
  pairs: readonly Pair[],
  period: Period,
): Promise<Finding[]> {
  const reports = await reportsIn(archive, rowsWithPair("reports", pairs, RANKED), period, "rank")
  return reports
    .flatMap(({ number: _number, text, ...report }) => {
      const like = closest(words, text)
      if (!like || like.likeness < CLOSE) return []
      const { place, pieces: difference, likeness } = like
      const found = { report: entryOf({ text, ...report }, place), words: text.slice(place.start, place.end) }
      return [{ ...found, difference, likeness }]
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, GIVEN)
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
  return rows.filter(
    (row) =>
      !rows.some((other) => other.report === row.report && other.within === row.id && other.likeness >= row.likeness),
  )
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
  readonly name: string
  readonly outlet: string
  readonly day: string | null
  readonly title: string | null
  readonly url: string | null
  readonly text: string
}

async function reportsIn(
  archive: Archive,
  rows: ReturnType<typeof rowsWithWords>,
  { since, until, outlet }: Period,
  order: "day" | "rank",
): Promise<(ReportText & { readonly number: number })[]> {
  let query = archive.db
    .selectFrom(rows.as("found"))
    .innerJoin("reports as r", "r.number", "found.number")
    .select(["r.number", "r.name", "r.outlet", "r.day", "r.title", "r.url", "r.text"])
    .where("r.hidden", "=", 0)
    .where("r.status", "=", "usable")
    .where("r.succeeded_by", "is", null)
    .orderBy(order === "day" ? "r.day" : "found.rank")
    .limit(LOOKED)
  if (since !== undefined) query = query.where("r.day", ">=", since)
  if (until !== undefined) query = query.where("r.day", "<=", until)
  if (outlet !== undefined) query = query.where(ofOutlet("r.outlet", outlet))
  const found = await asShown(archive, await query.execute(), ({ number }) => number)
  return found.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))
}

const entryOf = ({ name, outlet, day, title, url, text }: ReportText, place: Span): ReportEntry => ({
  id: name,
  outlet,
  ...given("date", day),
  ...given("title", title),
  ...given("url", url),
  ...given("link", linkIn({ url, text }, place)),
  standing: "current",
})
