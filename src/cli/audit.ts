import { readFile } from "node:fs/promises"
import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import { type Archive, ArchiveError, findWholeName, voices } from "../archive/index.js"
import { errorOf, type Measured, type ReaderError, readMeasured } from "../audit/measured.js"
import { type Attributes, type By, type Share, sharesOf } from "../audit/shares.js"
import { percent } from "../words.js"
import { write } from "./output.js"
import { reasonOf } from "./reason.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface AuditOptions {
  readonly archive: string
  readonly by: By
  readonly copies: "once" | "each"
  readonly attributes?: string
  readonly csv?: boolean
}

/** So many voices of a group are printed; the table has all of them. */
const VOICES = 10

/** Prints who gets quoted and how much. */
export const auditCommand = ({ archive: path, by, copies, attributes, csv }: AuditOptions) =>
  withArchive(path, async (archive) => {
    const list = attributes === undefined ? { names: [], of: new Map() } : await readAttributes(archive, attributes)
    const measured = await readMeasured()
    const shares = await sharesOf(voices(archive, copies), by, list)
    if (csv) {
      const rows = shares.map(({ group, ...share }) => {
        const outlet = by === "outlet" ? group : undefined
        const { precision, recall, own = "" } = errorOf(measured, share.measure, share.value, outlet)
        const portion = (share.count / share.of).toFixed(4)
        const error = { reader_precision: precision, reader_recall: recall, reader_own_reports: own }
        return { [by]: group, ...share, share: portion, ...error }
      })
      await write(stringify(rows, { header: true, escape_formulas: true }))
      return
    }
    if (shares.length === 0) await write("Nobody is quoted in this archive.\n")
    for (const group of new Set(shares.map(({ group }) => group))) {
      await write(
        harmless(
          groupText(
            group,
            shares.filter((share) => share.group === group),
            measured,
            by,
          ),
        ),
      )
    }
    await write(
      `In brackets: of what the reader finds so, how much is right, and how much of what there is it finds (${measured.model}, ` +
        `${measured.reports} annotated reports; where it says so, on the outlet's own: ${Object.keys(measured.outlets).sort().join(", ")}). ` +
        "`onrecord score` measures it on reports of your own, by outlet.\n",
    )
  })

function groupText(group: string, shares: readonly Share[], measured: Measured, by: By): string {
  const outlet = by === "outlet" ? group : undefined
  const lines = [group || "not known"]
  for (const measure of new Set(shares.map(({ measure }) => measure))) {
    const all = shares.filter((share) => share.measure === measure)
    const shown = measure === "voice" ? all.slice(0, VOICES) : all
    for (const { value, count, of } of shown) {
      lines.push(
        `  ${measure.padEnd(12)} ${`${((100 * count) / of).toFixed(1)} %`.padStart(7)}  ${value} (${count} of ${of})  ${errorWords(errorOf(measured, measure, value, outlet))}`,
      )
    }
    if (shown.length < all.length)
      lines.push(`  ${measure.padEnd(12)}          … and ${all.length - shown.length} more: --csv`)
  }
  return `${lines.join("\n")}\n\n`
}

/** [right 70 %, found 68 %, on 18 of its own reports] */
export function errorWords({ precision, recall, own }: ReaderError): string {
  const where = own === undefined ? "" : `, on ${own} of its own reports`
  return `[right ${percent(precision)}, found ${percent(recall)}${where}]`
}

/** A table with a column "name" and one for each attribute; whom the archive does not know for sure is told. */
async function readAttributes(archive: Archive, path: string): Promise<Attributes> {
  let rows: { readonly [column: string]: string }[]
  try {
    rows = parse(await readFile(path), { columns: true, bom: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    throw new ArchiveError(`${path}: cannot be read as CSV (${reasonOf(error)})`)
  }
  const names = Object.keys(rows[0] ?? {}).filter((column) => column !== "name")
  if (rows[0]?.name === undefined || names.length === 0) {
    throw new ArchiveError(`${path}: needs a column name, and one for each attribute`)
  }
  const of = new Map<number, { readonly [name: string]: string }>()
  for (const { name = "", ...values } of rows) {
    const found = await findWholeName(archive, name)
    if (found.kind === "one") of.set(found.identity.number, values)
    else {
      const why =
        found.kind === "none"
          ? "is not the whole name of anybody in the archive"
          : "could be several; give the number, such as #12"
      process.stderr.write(harmless(`onrecord: ${path}: ${name} ${why}\n`))
    }
  }
  return { names, of }
}
