import { isUtf8 } from "node:buffer"
import iconv from "iconv-lite"
import type { Report } from "../record.js"
import { columnsOf } from "./columns.js"
import { decode } from "./decode.js"
import { type InputError, inputError, isInputError, systemError } from "./errors.js"
import { headLength } from "./formats.js"
import { jsonReport } from "./json-report.js"
import { type Bytes, peek } from "./lines.js"
import type { ReportOptions } from "./report.js"
import { isEmpty, type Row, tableRows } from "./table-rows.js"

/**
 * The reports of a table, one a row, read as they are asked for. The first row names the columns: `text`, and where
 * known those that a report in JSON may have. Commas, semicolons or tabs part them. A row that is broken is an error
 * with its number, and the rest is read.
 */
export async function* readCsv(
  source: Bytes,
  path: string,
  options: ReportOptions = {},
): AsyncGenerator<Report | InputError> {
  const opened = await openTable(source, path)
  if (isInputError(opened)) {
    yield opened
    return
  }
  const { bytes, encoding, delimiter, names } = opened
  let last = 1
  let isWithoutReports = true
  try {
    for await (const row of tableRows(bytes, delimiter)) {
      last = row.number
      if (row.number === 1 || (!row.broken && row.cells.every(isEmpty))) continue
      isWithoutReports = false
      yield readRow(row, names, encoding, path, options)
    }
    if (isWithoutReports) yield inputError(path, "empty", "holds no report below the names of its columns")
  } catch (cause) {
    yield { ...systemError(path, cause), row: last + 1 }
  }
}

interface Table {
  readonly bytes: Bytes
  /** for rows that are not UTF-8 */
  readonly encoding: string
  readonly delimiter: string
  readonly names: readonly string[]
}

async function openTable(source: Bytes, path: string): Promise<Table | InputError> {
  const { head, whole } = await peek(source, headLength)
  const decoded = decode(head, path)
  if (isInputError(decoded)) {
    await whole.return(undefined)
    return decoded
  }
  const text = decoded.text.replace(/^\ufeff/, "")
  const columns = columnsOf(text)
  if (!columns) {
    await whole.return(undefined)
    if (text.trim() === "") return inputError(path, "empty", "holds no text")
    const first = text.slice(0, 100).split(/[\r\n]/)[0]
    return inputError(
      path,
      "broken-csv",
      `no column is named "text"; name the columns in the first row (it is: ${first})`,
    )
  }
  const { encoding } = decoded
  const isWide = /^utf(?:16|32)/.test(encoding)
  const bytes = isWide ? inUtf8(whole, encoding) : whole
  return {
    bytes: withoutOpening(bytes, /^sep=/i.test(text)),
    // The first bytes may be plain letters only; what comes later is most likely from Windows then.
    encoding: encoding === "utf8" && isUtf8(head) ? "win1252" : isWide ? "utf8" : encoding,
    ...columns,
  }
}

async function* inUtf8(bytes: Bytes, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = iconv.getDecoder(encoding)
  for await (const piece of bytes) yield Buffer.from(decoder.write(Buffer.from(piece)), "utf8")
  const rest = decoder.end()
  if (rest) yield Buffer.from(rest, "utf8")
}

/** Without a byte order mark, and without the line "sep=;" that spreadsheets are told the delimiter by. */
async function* withoutOpening(bytes: Bytes, hasSeparator: boolean): AsyncGenerator<Uint8Array> {
  const { head, whole } = await peek(bytes, 16)
  let skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  if (hasSeparator) skip = head.indexOf(0x0a) + 1
  for await (const piece of whole) {
    if (piece.length > skip) yield piece.subarray(skip)
    skip = Math.max(0, skip - piece.length)
  }
}

function readRow(
  { number, cells, broken }: Row,
  names: readonly string[],
  encoding: string,
  path: string,
  options: ReportOptions,
): Report | InputError {
  if (broken !== undefined) return { ...inputError(path, "broken-csv", broken), row: number }
  const used = isUtf8(Buffer.concat(cells)) ? "utf8" : encoding
  const values: { [name: string]: string | string[] } = {}
  for (const [index, name] of names.entries()) {
    const value = iconv.decode(Buffer.from(cells[index]!), used)
    if (value.trim() !== "") values[name] ??= name === "byline" ? value.split(/\s*;\s*/) : value
  }
  const outcome = jsonReport({ text: "", ...values }, { path, line: number }, options)
  if (!isInputError(outcome)) return outcome
  const { line: _, ...error } = outcome
  return { ...error, row: number }
}
