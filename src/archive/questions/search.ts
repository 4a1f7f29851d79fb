import { rowsWithWords } from "../dialect.js"
import type { Archive } from "../open.js"
import { type StatementEntry, statementEntries } from "./entries.js"
import { offsetOf, type Page, type Paging, searched, USUAL } from "./page.js"
import { type Narrowing, narrowed } from "./said.js"

export interface SearchQuestion extends Narrowing, Paging {
  /** bare words must all occur, "a phrase" stands together, wor* begins so; accents and case do not count */
  readonly words: string
}

/** Statements whose content holds the words, best first. */
export async function searchStatements(
  archive: Archive,
  { words, limit = USUAL, cursor, ...narrowing }: SearchQuestion,
): Promise<Page<StatementEntry>> {
  const from = offsetOf(cursor)
  const found = await archive.db
    .selectFrom(rowsWithWords("statements", words).as("found"))
    .innerJoin("statements as s", "s.number", "found.number")
    .select("s.number")
    .where((eb) => eb.and(narrowed(narrowing)))
    .orderBy("found.rank")
    .orderBy("s.number")
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
    ...(found.length === 0 && from === 0 ? { searched: await searched(archive, narrowing) } : {}),
  }
}
