import type { Record } from "../record.js"
import { openPage, type Page, wordsAt } from "./page.js"
import { contactLines } from "./pretty-contact.js"
import { statementLines } from "./pretty-statement.js"
import { harmless, type Look, wrap } from "./terminal.js"
import { list, noteWords } from "./words.js"

/** The record for a person at a terminal: what was said, in reading order, then who was in contact with whom. */
export function prettyRecord(record: Record, look: Look): string {
  const page = openPage(record, look)
  const blocks = [
    headingLines(page),
    ...record.statements.map((statement) => statementLines(page, statement)),
    ...(record.contacts.length > 0 ? [contactsHeading(page)] : []),
    ...record.contacts.map((contact) => contactLines(page, contact)),
    ...(record.notes.length > 0 ? [noteLines(page)] : []),
  ]
  return blocks.map((lines) => `${lines.join("\n")}\n`).join("\n")
}

function headingLines(page: Page): string[] {
  const { record, look } = page
  const { title, byline, published, url } = record.report
  const facts = [byline?.length ? `by ${list(byline)}` : undefined, published?.slice(0, 10), placeOf(record), url]
  const known = facts.filter((fact) => fact !== undefined).join(" · ")
  const nothing = record.statements.length === 0
  return [
    ...(title ? wrap(harmless(title), look.columns).map((line) => look.paint("bold", line)) : []),
    ...(known === "" ? [] : wrap(harmless(known), look.columns).map((line) => look.paint("dim", line))),
    nothing ? "No statement was found." : `${outletWords(page)} reported that`,
  ]
}

function contactsHeading(page: Page): string[] {
  return [`Contacts that ${outletWords(page)} told of`]
}

/** "elections.jsonl, line 12" */
function placeOf({ report: { provenance } }: Record): string | undefined {
  if (!provenance?.path) return undefined
  return provenance.line === undefined ? provenance.path : `${provenance.path}, line ${provenance.line}`
}

/** The publisher, or else the site that it stood on. */
function outletWords({ record: { report }, look }: Page): string {
  const site = report.url && URL.canParse(report.url) ? new URL(report.url).hostname.replace(/^www\./, "") : ""
  const outlet = report.publisher || site
  return outlet ? look.paint("bold", harmless(outlet)) : "the report"
}

function noteLines(page: Page): string[] {
  const { record, look } = page
  return [
    "Noted",
    ...record.notes.flatMap((note) => {
      const words = wordsAt(page, note.span).replace(/\s+/g, " ")
      const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words
      return wrap(`${noteWords(note)} At “${shown}”`, look.columns - 4).map((line, n) => (n ? "    " : "  - ") + line)
    }),
  ]
}
