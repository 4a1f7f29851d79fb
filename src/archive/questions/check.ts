import type { Span } from "../../text/span.js"
import { asShown, linkIn } from "../as-shown.js"
import { rowsPerWord, rowsWithAny, rowsWithWords } from "../dialect.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { closest, type Piece, placeOfPhrases, tokensOf } from "./difference.js"
import { given, type StatementEntry, statementEntries } from "./entries.js"
import { type Period, type Searched, searched } from "./page.js"
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
  const said = await archive.db
    .selectFrom(rowsWithAny("statements", await rarest(archive, "statements", wanted)).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select(["s.number", "s.report", "s.id", "s.within", "s.content"])
    .where((eb) => eb.and(narrowed(period)))
    .orderBy("found.rank")
    .limit(LOOKED)
    .execute()
  const near = said.flatMap(({ content, ...row }) => {
    const like = closest(words, content)
    if (!like || like.likeness < CLOSE) return []
    const { place, pieces, likeness } = like
    return [{ ...row, words: content.slice(place.start, place.end), difference: pieces, likeness }]
  })
  if (near.length > 0) {
    const best = innermost(near)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, GIVEN)
    return withStatements(archive, best)
  }
  const rows = rowsWithAny("reports", await rarest(archive, "reports", wanted))
  const reports = await reportsIn(archive, rows, period, "rank")
  return reports
    .flatMap(({ number: _number, text, ...report }) => {
      const like = closest(words, text)
      if (!like || like.likeness < CLOSE) return []
      const found = entryOf({ text, ...report }, like.place)
      return [
        {
          report: found,
          words: text.slice(like.place.start, like.place.end),
          difference: like.pieces,
          likeness: like.likeness,
        },
      ]
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, GIVEN)
    .map(({ likeness: _likeness, ...finding }) => finding)
}

/** The words that say most about where to look: the fewer entries have one, the sooner. */
async function rarest({ db }: Archive, table: "statements" | "reports", words: readonly string[]): Promise<string[]> {
  const counted = await db
    .selectFrom(rowsPerWord(table, [...new Set(words)]).as("counted"))
    .select("word")
    .orderBy("rows")
    .limit(5)
    .execute()
  return counted.map(({ word }) => word)
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
  return said.map(({ words, difference }, n) => {
    const statement = entries[n]!
    const { id, outlet, date, title, url, link, standing } = statement
    return {
      report: {
        id: id.split("#")[0]!,
        outlet,
        ...given("date", date ?? null),
        ...given("title", title ?? null),
        ...given("url", url ?? null),
        ...given("link", link ?? null),
        standing: standing === "stale" ? ("stale" as const) : ("current" as const),
      },
      statement,
      words,
      ...given("difference", difference ?? null),
    }
  })
}

interface ReportText {
  readonly id: string
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
    .select(["r.number", "r.id", "r.outlet", "r.day", "r.title", "r.url", "r.text"])
    .where("r.hidden", "=", 0)
    .where("r.status", "=", "usable")
    .where("r.succeeded_by", "is", null)
    .orderBy(order === "day" ? "r.day" : "found.rank")
    .limit(LOOKED)
  if (since !== undefined) query = query.where("r.day", ">=", since)
  if (until !== undefined) query = query.where("r.day", "<=", until)
  if (outlet !== undefined) query = query.where("r.outlet", "=", outlet)
  const found = await asShown(archive, await query.execute(), ({ number }) => number)
  return found.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))
}

const entryOf = ({ id, outlet, day, title, url, text }: ReportText, place: Span): ReportEntry => ({
  id: id.slice(0, 8),
  outlet,
  ...given("date", day),
  ...given("title", title),
  ...given("url", url),
  ...given("link", linkIn({ url, text }, place)),
  standing: "current",
})
