import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import {
  type Archive,
  ArchiveError,
  checkWikidataId,
  oneNamed,
  type Signed,
  settleMembership,
  setWikidata,
} from "../archive/index.js"
import { tell } from "./identities.js"
import { reasonOf } from "./reason.js"

// Lists of the user's own, about persons and bodies of the archive.

/** Takes Wikidata ids in. Where a row is wrong none is taken, and an ArchiveError names all that are. */
export async function takeWikidata(archive: Archive, file: string, signed: Signed): Promise<void> {
  const told: WikidataRow[] = []
  const rows = await readAll(file, ["name", "wikidata"], async (row, line) => {
    const typed = cell(row, "name")
    const wikidata = cell(row, "wikidata")
    checkWikidataId(wikidata)
    const { number, name } = await oneNamed(archive, typed)
    const one = { number, name, wikidata, line }
    checkAgainst(told, one)
    told.push(one)
    return one
  })
  for (const { name, wikidata, number } of rows) {
    await tell(`#${number} ${name} is ${wikidata}`, await setWikidata(archive, number, wikidata, signed))
  }
}

interface WikidataRow {
  readonly number: number
  readonly name: string
  readonly wikidata: string
  readonly line: number
}

/** Throws an ArchiveError where a row before gives the id to another one, or another id to the same one. */
function checkAgainst(before: readonly WikidataRow[], { number, name, wikidata }: WikidataRow): void {
  const other = before.find((row) => (row.number === number) !== (row.wikidata === wikidata))
  if (!other) return
  const said = `line ${other.line} gives ${other.wikidata} to #${other.number} ${other.name}`
  throw new ArchiveError(`#${number} ${name} cannot have ${wikidata}: ${said}`)
}

/** Takes in who speaks for which body. Where a row is wrong none is taken, and an ArchiveError names all that are. */
export async function takeMembers(archive: Archive, file: string, signed: Signed): Promise<void> {
  const rows = await readAll(file, ["member", "body"], async (row) => {
    const member = await oneNamed(archive, cell(row, "member"))
    const body = await oneNamed(archive, cell(row, "body"))
    if (body.kind === "person") throw new ArchiveError(`${row.body}: is a person, and no body`)
    const told = { member: member.number, body: body.number, from: row.from || null, to: row.to || null }
    return { words: `${member.name} speaks for ${body.name}`, told }
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
  read: (row: Row, line: number) => Promise<Told>,
): Promise<Told[]> {
  const told: Told[] = []
  const wrong: string[] = []
  for (const { record, info } of rowsOf(file, columns)) {
    try {
      told.push(await read(record, info.lines))
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
