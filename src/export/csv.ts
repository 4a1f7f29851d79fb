import { stringify } from "csv-stringify/sync"
import type { Cell, Column, Row } from "./tables.js"

/**
 * RFC 4180: commas, CR LF, quotation marks doubled. A cell that a spreadsheet would take for a formula (it begins with
 * = + - @, a tab or CR) gets an apostrophe in front: the words of a report are not ours to trust.
 */
export function csvLines(columns: readonly Named[], rows: readonly Row[], lineEnd: LineEnd = "\r\n"): string {
  if (rows.length === 0) return ""
  return written(
    rows.map((row) => columns.map(({ name }) => cellText(row[name] ?? null))),
    lineEnd,
  )
}

type Named = Pick<Column, "name">

/** A pipe of a terminal is read by programs that know but "\n". */
type LineEnd = "\r\n" | "\n"

export const csvHeader = (columns: readonly Named[], lineEnd: LineEnd = "\r\n"): string =>
  written([columns.map(({ name }) => name)], lineEnd)

const written = (cells: readonly (readonly string[])[], lineEnd: LineEnd): string =>
  stringify(
    cells.map((row) => [...row]),
    // A line break alone would go unquoted where lines end in CR LF.
    { record_delimiter: lineEnd, escape_formulas: true, quoted_match: /[\r\n]/ },
  )

/** Several names in one cell: "Ana Velde; Tom Reed". */
function cellText(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "string") return cell
  return typeof cell === "number" ? String(cell) : cell.join("; ")
}
