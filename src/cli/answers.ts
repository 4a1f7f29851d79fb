import type { Archive, Meant, Page, Paging, Searched } from "../archive/index.js"
import type { AnswerTable } from "../asking/tables.js"
import { csvHeader, csvLines } from "../export/csv.js"
import { amount, leftOutWords, someNamed } from "../words.js"
import { write } from "./output.js"
import { harmless, type Look, lookOf } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface AnswerOptions {
  readonly archive: string
  readonly json?: boolean
  readonly csv?: boolean
}

/** How the rows of an answer are shown. */
export interface Shown<Row> {
  readonly ask: (archive: Archive, paging: Paging) => Promise<Page<Row>>
  readonly json?: (row: Row) => object
  readonly table: AnswerTable<Row>
  readonly pretty: (row: Row, look: Look, rows: readonly Row[]) => string[]
  /** whether a terminal, too, shows all of it */
  readonly whole?: boolean
  /** what a terminal is told behind the rows */
  readonly foot?: (archive: Archive, look: Look, rows: readonly Row[]) => Promise<string[]>
}

/** How many rows are asked for at a time. */
const PIECE = 1000

/** Prints an answer: JSON and CSV hold all of it, a terminal shows what fits a person. */
export const answerCommand = <Row>(options: AnswerOptions, shown: Shown<Row>) =>
  withArchive(options.archive, async (archive) => {
    if (!options.json && !options.csv) return printPretty(archive, shown)
    const { columns, rowsOf } = shown.table
    if (options.csv) await write(csvHeader(columns, "\n"))
    let cursor: string | undefined
    do {
      const page = await shown.ask(archive, { limit: PIECE, ...(cursor === undefined ? {} : { cursor }) })
      if (cursor === undefined) tellAbout(page)
      const lines = options.csv
        ? csvLines(columns, page.rows.flatMap(rowsOf), "\n")
        : page.rows.map((row) => `${JSON.stringify(shown.json?.(row) ?? row)}\n`).join("")
      if (!(await write(lines))) return
      cursor = page.next
    } while (cursor !== undefined)
  })

async function printPretty<Row>(archive: Archive, shown: Shown<Row>): Promise<void> {
  const look = lookOf(process.stdout)
  const page = await shown.ask(archive, shown.whole ? { limit: Number.MAX_SAFE_INTEGER } : {})
  const { rows, next } = page
  tellAbout(page)
  const foot = rows.length > 0 && shown.foot ? [await shown.foot(archive, look, rows)] : []
  const more = next === undefined ? [] : [[`The first ${rows.length} are shown; --json or --csv gives all.`]]
  const blocks = [...rows.map((row) => shown.pretty(row, look, rows)), ...foot, ...more]
  await write(blocks.map((lines) => `${lines.join("\n")}\n`).join("\n"))
}

/** What an answer says beside its rows goes where it disturbs nobody who reads the rows. */
function tellAbout(page: Page<unknown>): void {
  for (const words of besideRows(page, "--reports")) process.stderr.write(`onrecord: ${harmless(words)}\n`)
}

/**
 * Whom a name may mean where that is not just one, and what was looked through where nothing was found; `inReports` is
 * what finds words in reports that are in no statement.
 */
export function besideRows({ meant = [], searched, rows }: Page<unknown>, inReports: string): string[] {
  const people = meant.flatMap(meantWords)
  if (rows.length > 0 || !searched) return people
  const elsewhere = `no statement found in ${reportsWords(searched)}, but reports have these words: ${inReports} finds them`
  return [...people, searched.inReports ? elsewhere : searchedWords(searched)]
}

function meantWords(meant: Meant): string[] {
  const { asked, people } = meant
  if (people.length === 0) return [`nobody in the archive goes by “${asked}”`]
  const leftOut = leftOutWords(meant)
  if (people.length === 1 || meant.inPlaceOf) return leftOut
  const several = `“${asked}” may mean ${someNamed(people)}; all are shown, '#${people[0]!.identity ?? 1}' asks for one`
  return [several, ...leftOut]
}

/** "nothing found in 1,204 reports from 2021-03-04 to 2022-01-10" */
export const searchedWords = (searched: Searched): string =>
  searched.reports === 0
    ? "the archive has no reports of this time and outlet; an outlet goes by its whole name"
    : `nothing found in ${reportsWords(searched)}`

/** "1,204 reports from 2021-03-04 to 2022-01-10" */
export function reportsWords({ reports, from, to }: Searched): string {
  const dates = from === undefined ? "" : from === to ? ` of ${from}` : ` from ${from} to ${to}`
  return `${amount(reports, "report")}${dates}`
}
