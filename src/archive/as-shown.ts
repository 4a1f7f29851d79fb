import { linkTo } from "../text/fragment.js"
import { type Span, sliceOf } from "../text/span.js"
import { quotableRecord } from "./corrections/current.js"
import { BLOT } from "./corrections/mask.js"
import type { Archive } from "./open.js"

interface Reported {
  readonly title: string | null
  readonly text: string | null
  /** of a statement: its name in the report, and its words */
  readonly id?: string
  readonly content?: string
}

/**
 * Rows with the title and text of a report as they may be shown: the names of those who were taken down are blotted out,
 * and so is what was said by, to and about them, also where somebody else's statement holds it.
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
    const record = await quotableRecord(archive, number)
    const { title = null, text = null } = record?.report ?? {}
    const words = new Map(
      record?.statements.map(({ id, content }) => [
        id,
        content.map((span) => sliceOf(record.report.text, span)).join(" … "),
      ]),
    )
    shown.set(number, (row) => {
      const content = row.content === undefined ? undefined : (words.get(row.id ?? "") ?? row.content)
      const isSame = title === row.title && text === row.text && content === row.content
      return isSame ? row : { ...row, title, text, ...(content === undefined ? {} : { content }) }
    })
  }
  return rows.map((row) => shown.get(reportOf(row))?.(row) ?? row)
}

/** The address, opened at the words, unless a name that was blotted out would have to say where they stand. */
export function linkIn({ url, text }: { readonly url: string | null; readonly text: string | null }, words: Span) {
  const link = url === null || text === null ? null : linkTo(url, text, words)
  return link?.includes(encodeURIComponent(BLOT)) ? url : link
}

async function reportsWithHidden({ db }: Archive): Promise<ReadonlySet<number>> {
  const naming = (column: "a.identity" | "a.linked") =>
    db
      .selectFrom("identities as i")
      .innerJoin("actors as a", column, "i.number")
      .select("a.report")
      .where("i.hidden", "=", 1)
  const rows = await naming("a.identity").union(naming("a.linked")).execute()
  return new Set(rows.map(({ report }) => report))
}
