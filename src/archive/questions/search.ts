import { countWithWords, newestWithWords, rowsWithWords } from "../dialect.js"
import type { Archive } from "../open.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { offsetOf, type Page, type Paging, type Searched, searched, TOO_MANY, USUAL } from "./page.js"
import { type Narrowing, narrowed } from "./said.js"
import { searchReports } from "./search-reports.js"

/** More than one, for what stands in a report may be the words of somebody who was taken down. */
const FEW = 10

export interface SearchQuestion extends Narrowing, Paging {
  /** bare words must all occur, "a phrase" stands together, wor* begins so; accents and case do not count */
  readonly words: string
}

/** Statements whose content holds the words, best first; where many thousands do, the last added first. */
export async function searchStatements(
  archive: Archive,
  { words, limit = USUAL, cursor, ...narrowing }: SearchQuestion,
): Promise<Page<StatementEntry>> {
  const { db } = archive
  const from = offsetOf(cursor)
  const isRanked = (await countWithWords(db, "statements", words, TOO_MANY + 1)) <= TOO_MANY
  const holding = isRanked
    ? db.selectFrom(rowsWithWords("statements", words).as("found")).orderBy("found.rank")
    : db.selectFrom(newestWithWords("statements", words).as("found"))
  const found = await holding
    .innerJoin("statements as s", "s.number", "found.number")
    .select("s.number")
    .where((eb) => eb.and(narrowed(narrowing)))
    .orderBy("found.number", isRanked ? "asc" : "desc")
    .limit(limit + 1)
    .offset(from)
    .execute()
  const rows = await statementEntries(
    archive,
    found.slice(0, limit).map(({ number }) => number),
  )
  return {
    rows,
    ...(found.length > limit ? { next: String(from + limit) } : {}),
    ...(found.length === 0 && from === 0 ? { searched: await lookedThrough(archive, words, narrowing) } : {}),
  }
}

async function lookedThrough(archive: Archive, words: string, narrowing: Narrowing): Promise<Searched> {
  const { since, until, outlet, stale } = narrowing
  const { rows } = await searchReports(archive, { words, since, until, outlet, stale, limit: FEW })
  return { ...(await searched(archive, narrowing)), ...(rows.length > 0 ? { inReports: true } : {}) }
}
