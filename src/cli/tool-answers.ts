import type {
  Checked,
  ContactAnswer,
  Exchange,
  Facets,
  Page,
  Quoted,
  ReportEntry,
  Showing,
  StatementEntry,
} from "../archive/index.js"
import type { MeasuredShare } from "../asking/audit.js"
import type { questionWords } from "../asking/parameters.js"
import type { ReportListed } from "../asking/reports.js"
import type { Record } from "../record.js"
import { amount } from "../words.js"
import { besideRows } from "./answers.js"
import { reportAnswer, spreadLines } from "./ask.js"
import { errorWords } from "./audit.js"
import { checkedAnswer } from "./check.js"
import { personAnswer } from "./people.js"
import { prettyRecord } from "./pretty.js"
import { contactAnswer, exchangeAnswer, quotedAnswer, source, statementAnswer } from "./pretty-answers.js"
import { showingAnswer } from "./show.js"
import { harmless, type Look, look } from "./terminal.js"

type Name = keyof typeof questionWords

/** Nobody reads it in columns. */
const plain: Look = { ...look(100_000, false), tellsMissing: true }

/** An answer in the words that a person at a terminal reads, which is how an assistant should tell it. */
export function toolAnswer(name: Name, answer: unknown): string {
  const blocks =
    name in whole
      ? whole[name as keyof typeof whole](answer as never)
      : pageBlocks(name as keyof typeof rows, answer as Page<never>)
  return harmless(blocks.map((lines) => lines.join("\n")).join("\n\n"))
}

const statement = (row: StatementEntry) => statementAnswer(row, plain)

/** A row of a page as lines; `all` are the rows beside it. */
const rows = {
  said: statement,
  about: statement,
  search: statement,
  asked: (row: Exchange) => exchangeAnswer(row, plain),
  contacts: (row: ContactAnswer, all: readonly ContactAnswer[]) =>
    contactAnswer(row, plain, new Map(all.map((one) => [one.id, one]))),
  "search-reports": (row: ReportEntry) => reportAnswer(row, plain),
  who: (row: Quoted) => quotedAnswer(row, plain),
  people: personAnswer,
  reports: reportLines,
  audit: shareLines,
} satisfies { readonly [name in Name]?: (row: never, all: readonly never[]) => string[] }

const whole = {
  facets: (spread: Facets) => [spreadLines(spread, plain)],
  check: (checked: Checked) => [checkedAnswer(checked, plain), ...more(checked)],
  show: (shown: Showing) => [showingAnswer(shown, plain)],
  report: (record: Record) => [
    [`Report ${record.report.id.slice(0, 12)}`, prettyRecord(record, plain)],
    ["Its text:", ...record.report.text.split("\n").map((line) => `│ ${line}`)],
  ],
} satisfies { readonly [name in Name]?: (answer: never) => string[][] }

function pageBlocks(name: keyof typeof rows, page: Page<never>): string[][] {
  const lines = rows[name] as (row: never, all: readonly never[]) => string[]
  return [
    ...besideRows(page, "search-reports").map((words) => [`(${words})`]),
    ...(name === "audit"
      ? [page.rows.flatMap((row) => lines(row, []))]
      : page.rows.map((row) => lines(row, page.rows))),
    ...more(page),
    ...(page.rows.length === 0 && !page.searched ? [["(nothing)"]] : []),
  ]
}

const more = ({ next }: { readonly next?: string }): string[][] =>
  next === undefined ? [] : [[`(there is more: ask again with cursor "${next}")`]]

function reportLines({ id, outlet, date, title, url, statements, contacts }: ReportListed): string[] {
  const found = `${amount(statements, "statement")}, ${amount(contacts, "contact")}`
  return [
    `${id.slice(0, 12)}  ${outlet || "an outlet that is not known"} ${date ?? "(no date)"}${title ? `  “${title}”` : ""}  ${found}`,
    ...source({ ...(url && { link: url }) }, plain),
  ]
}

/** "The Oriel Gazette: voice 12.5 % Inés Aldarondo (5 of 40) [right 70 %, found 68 %]" */
function shareLines({ group, measure, share, value, count, of, ...error }: MeasuredShare): string[] {
  return [
    `${group || "not known"}: ${measure} ${(100 * share).toFixed(1)} % ${value} (${count} of ${of}) ${errorWords(error)}`,
  ]
}
