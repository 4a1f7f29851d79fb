import type { Span } from "../../text/span.js"
import { asShown, linkIn } from "../as-shown.js"
import { countWithWords, newestWithWords, rowsWithWords, termsOf } from "../dialect.js"
import { fold } from "../fold.js"
import type { Archive } from "../open.js"
import type { ReportRow } from "../tables.js"
import { tokensOf } from "./difference.js"
import { given } from "./entries.js"
import { offsetOf, ofOutlet, type Page, type Paging, type Period, searched, TOO_MANY, USUAL } from "./page.js"

export interface ReportEntry {
  /** "4fe09a21" */
  readonly id: string
  readonly outlet: string
  readonly date?: string
  readonly title?: string
  readonly url?: string
  readonly link?: string
  /** the first place in the text that has one of the words, as it stands there */
  readonly excerpt?: string
  readonly standing: "current" | "stale"
}

export interface ReportQuestion extends Period, Paging {
  readonly words: string
  readonly stale?: boolean
}

/** Reports whose title or text holds the words, best first; where many thousands do, the last added first. */
export async function searchReports(
  archive: Archive,
  { words, limit = USUAL, cursor, stale, ...period }: ReportQuestion,
): Promise<Page<ReportEntry>> {
  const { db } = archive
  const from = offsetOf(cursor)
  const isRanked = (await countWithWords(db, "reports", words, TOO_MANY + 1)) <= TOO_MANY
  const holding = isRanked
    ? db.selectFrom(rowsWithWords("reports", words).as("found")).orderBy("found.rank")
    : db.selectFrom(newestWithWords("reports", words).as("found"))
  let query = holding
    .innerJoin("reports as r", "r.number", "found.number")
    .select("r.number")
    .where("r.hidden", "=", 0)
    .where("r.status", "=", "usable")
    .orderBy("found.number", isRanked ? "asc" : "desc")
    .limit(limit + 1)
    .offset(from)
  if (!stale) query = query.where("r.succeeded_by", "is", null)
  if (period.since !== undefined) query = query.where("r.day", ">=", period.since)
  if (period.until !== undefined) query = query.where("r.day", "<=", period.until)
  if (period.outlet !== undefined) query = query.where(ofOutlet("r.outlet", period.outlet))
  const found = await query.execute()
  const listed: ReportRow[] = []
  for (const { number } of found.slice(0, limit)) {
    // Only now, for a report's text is long.
    listed.push(await db.selectFrom("reports").selectAll().where("number", "=", number).executeTakeFirstOrThrow())
  }
  const shown = await asShown(archive, listed, ({ number }) => number)
  return {
    rows: shown.flatMap((row) => reportEntry(row, !listed.includes(row), words) ?? []),
    ...(found.length > limit ? { next: String(from + limit) } : {}),
    ...(found.length === 0 && from === 0 ? { searched: await searched(archive, period) } : {}),
  }
}

type Row = Pick<ReportRow, "name" | "outlet" | "day" | "title" | "url" | "text" | "succeeded_by">

/** Undefined where any of the words are only in the name of somebody who was taken down, or in what they said. */
function reportEntry(row: Row, isBlotted: boolean, words: string): ReportEntry | undefined {
  const { name, outlet, day, title, url, text, succeeded_by } = row
  if (isBlotted && !holdsAll([title ?? "", text ?? ""], words)) return undefined
  const place = text ? firstPlace(text, words) : undefined
  return {
    id: name,
    outlet,
    ...given("date", day),
    ...given("title", title),
    ...given("url", url),
    ...given("link", place ? linkIn(row, place) : url),
    ...given("excerpt", place ? text!.slice(place.start, place.end) : null),
    standing: succeeded_by === null ? "current" : "stale",
  }
}

function holdsAll(texts: readonly string[], words: string): boolean {
  const tokens = texts.map((text) => tokensOf(text).map(({ folded }) => folded))
  return termsOf(words).every(({ words, begins }) => {
    const wanted = tokensOf(words).map(({ folded }) => folded)
    const isAt = (some: readonly string[], at: number) =>
      wanted.every((word, n) =>
        begins && n === wanted.length - 1 ? some[at + n]?.startsWith(word) : some[at + n] === word,
      )
    return tokens.some((some) => some.some((_, at) => isAt(some, at)))
  })
}

const AROUND = 80

/** The words around the first place, within its line. */
function firstPlace(text: string, words: string): Span | undefined {
  const wanted = [...words.matchAll(/[\p{L}\p{N}]+(\*)?/gu)].map(([word, more]) => ({
    word: fold(word.replace("*", "")),
    more: more !== undefined,
  }))
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = fold(match[0])
    if (!wanted.some((one) => (one.more ? word.startsWith(one.word) : word === one.word))) continue
    const before = /[^\n]*$/.exec(text.slice(Math.max(0, match.index - AROUND), match.index))![0]
    const end = match.index + match[0].length
    const after = /^[^\n]*/.exec(text.slice(end, end + AROUND))![0]
    // Not in the middle of a word, unless a line begins or ends there.
    const from = before.length === AROUND ? before.replace(/^\S*\s+/, "") : before
    const to = after.length === AROUND ? after.replace(/\s+\S*$/, "") : after
    return { start: match.index - from.length, end: end + to.length }
  }
  return undefined
}
