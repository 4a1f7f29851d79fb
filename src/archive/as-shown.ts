import { linkTo } from "../text/fragment.js"
import type { Span } from "../text/span.js"
import { currentRecord } from "./corrections/current.js"
import { BLOT } from "./corrections/mask.js"
import type { Archive } from "./open.js"

interface Reported {
  readonly title: string | null
  readonly text: string | null
}

/** Rows with the title and text of a report as they may be shown: where somebody in it was taken down, blotted out. */
export async function asShown<Row extends Reported>(
  archive: Archive,
  rows: readonly Row[],
  reportOf: (row: Row) => number,
): Promise<Row[]> {
  const reports = await reportsWithHidden(archive)
  const shown = new Map<number, Reported>()
  for (const number of new Set(rows.map(reportOf))) {
    if (!reports.has(number)) continue
    const report = (await currentRecord(archive, number))?.report
    shown.set(number, { title: report?.title ?? null, text: report?.text ?? null })
  }
  return rows.map((row) => {
    const { title, text } = shown.get(reportOf(row)) ?? row
    return title === row.title && text === row.text ? row : { ...row, title, text }
  })
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
