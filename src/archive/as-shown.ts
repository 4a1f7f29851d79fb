import { linkTo } from "../text/fragment.js"
import type { Span } from "../text/span.js"
import { BLOT } from "./blotting/mask.js"
import { currentRecord } from "./corrections/current.js"
import { hiddenCalled, reportsNaming } from "./hidden.js"
import type { Archive } from "./open.js"
import { wordsById } from "./rows.js"

interface Reported {
  readonly title: string | null
  readonly text?: string | null
  /** of an entry: its name in the report */
  readonly id?: string
}

/**
 * Rows with the title and text of a report, and the words of an entry, as they may be shown: the names of those who were
 * taken down are blotted out, and so is what was said by, to and about them, also where somebody else's statement holds it.
 */
export async function asShown<Row extends Reported>(
  archive: Archive,
  rows: readonly Row[],
  reportOf: (row: Row) => number,
): Promise<Row[]> {
  const reports = await reportsWithHidden(archive)
  const shown = new Map<number, (row: Row) => Row>()
  for (const number of new Set(rows.map(reportOf))) {
    if (!reports.has(number)) continue
    const record = await currentRecord(archive, number)
    const { title = null, text = null } = record?.report ?? {}
    const words = record && wordsById(record)
    shown.set(number, (row) => withWords(row, { title, text, ...words?.get(row.id ?? "") }))
  }
  return rows.map((row) => shown.get(reportOf(row))?.(row) ?? row)
}

/** The same row where all that it has of the words is as it was. */
function withWords<Row extends object>(row: Row, words: { readonly [column: string]: unknown }): Row {
  const changed = Object.entries(words).filter(([column, now]) => column in row && row[column as keyof Row] !== now)
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) }
}

/** The address, opened at the words, unless a name that was blotted out would have to say where they stand. */
export function linkIn({ url, text }: { readonly url: string | null; readonly text: string | null }, words: Span) {
  const link = url === null || text === null ? null : linkTo(url, text, words)
  return link?.includes(encodeURIComponent(BLOT)) ? url : link
}

async function reportsWithHidden({ db }: Archive): Promise<ReadonlySet<number>> {
  const called = await hiddenCalled(db)
  if (called.length === 0) return new Set()
  const naming = (column: "a.identity" | "a.linked") =>
    db
      .selectFrom("identities as i")
      .innerJoin("actors as a", column, "i.number")
      .select("a.report")
      .where("i.hidden", "=", 1)
  const rows = await naming("a.identity").union(naming("a.linked")).execute()
  return new Set([...rows.map(({ report }) => report), ...(await reportsNaming(db, called))])
}
