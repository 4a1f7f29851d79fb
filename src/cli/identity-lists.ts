import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import {
  type Archive,
  ArchiveError,
  checkWikidataId,
  type Signed,
  settleMembership,
  setWikidata,
} from "../archive/index.js"
import { oneCalled, tell } from "./identities.js"
import { reasonOf } from "./reason.js"

// Lists of the user's own, about persons and bodies of the archive.

/** Takes Wikidata ids in. Where a row is wrong none is taken, and an ArchiveError names all that are. */
export async function takeWikidata(archive: Archive, file: string, signed: Signed): Promise<void> {
  const rows = await readAll(file, ["name", "wikidata"], async (row) => {
    const name = cell(row, "name")
    const wikidata = cell(row, "wikidata")
    checkWikidataId(wikidata)
    return { name, wikidata, number: (await oneCalled(archive, name)).number }
  })
  for (const { name, wikidata, number } of rows) {
    await tell(`#${number} ${name} is ${wikidata}`, await setWikidata(archive, number, wikidata, signed))
  }
}

/** Takes in who speaks for which body. Where a row is wrong none is taken, and an ArchiveError names all that are. */
export async function takeMembers(archive: Archive, file: string, signed: Signed): Promise<void> {
  const rows = await readAll(file, ["member", "body"], async (row) => {
    const { number: member } = await oneCalled(archive, cell(row, "member"))
    const { number: body, kind } = await oneCalled(archive, cell(row, "body"))
    if (kind === "person") throw new ArchiveError(`${row.body}: is a person, and no body`)
    const told = { member, body, from: row.from || null, to: row.to || null }
    return { words: `${row.member} speaks for ${row.body}`, told }
  })
  for (const { words, told } of rows) {
    await tell(words, await settleMembership(archive, { ...told, basis: "list" }, signed))
  }
}

function cell(row: Row, column: string): string {
  const value = row[column]
  if (!value) throw new ArchiveError(`the ${column} is missing`)
  return value
}

type Row = { readonly [column: string]: string | undefined }

/** What every row of a table tells; an ArchiveError names the file and the lines of those that tell nothing. */
async function readAll<Told>(
  file: string,
  columns: readonly string[],
  read: (row: Row) => Promise<Told>,
): Promise<Told[]> {
  const told: Told[] = []
  const wrong: string[] = []
  for (const { record, info } of rowsOf(file, columns)) {
    try {
      told.push(await read(record))
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error
      wrong.push(`    line ${info.lines}: ${error.message}`)
    }
  }
  if (wrong.length > 0) throw new ArchiveError(`${file}: nothing was taken from it\n${wrong.join("\n")}`)
  return told
}

function rowsOf(file: string, columns: readonly string[]) {
  let rows: { readonly record: Row; readonly info: { readonly lines: number } }[]
  try {
    rows = parse(readFileSync(file), { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true })
  } catch (error) {
    throw new ArchiveError(`${file}: cannot be read as CSV: ${reasonOf(error)}`)
  }
  const [first] = rows
  const missing = columns.filter((column) => first && !(column in first.record))
  if (missing.length > 0 || !first) {
    throw new ArchiveError(`${file}: has no ${first ? `column ${missing.join(", ")}` : "rows"}`)
  }
  return rows
}
