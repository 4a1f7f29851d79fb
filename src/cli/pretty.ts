import type { Record } from "../record.js"
import { list, noteWords } from "../words.js"
import { openPage, type Page, wordsAt } from "./page.js"
import { contactLines } from "./pretty-contact.js"
import { statementLines } from "./pretty-statement.js"
import { harmless, type Look, wrap } from "./terminal.js"

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

function headingLines({ record, look }: Page): string[] {
  const { title, byline, url } = record.report
  const facts = [byline?.length ? `by ${list(byline)}` : undefined, placeOf(record), url]
  const known = facts.filter((fact) => fact !== undefined).join(" · ")
  return [
    ...(title ? wrap(harmless(title), look.columns).map((line) => look.paint("bold", line)) : []),
    ...(known === "" ? [] : wrap(harmless(known), look.columns).map((line) => look.paint("dim", line))),
    record.statements.length > 0 ? reportedThat(record, look) : "No statement was found.",
  ]
}

/** "elections.jsonl, line 12" */
function placeOf({ report: { provenance } }: Record): string | undefined {
  if (!provenance?.path || provenance.path === "-") return undefined // standard input has no place to go back to
  const { path, line } = provenance
  return line === undefined ? path : `${path}, ${/\.[ct]sv$/i.test(path) ? "row" : "line"} ${line}`
}

/** Never "she said": "Dorn Courier reported on 2026-03-04 that", and then what. */
function reportedThat(record: Record, look: Look): string {
  const outlet = outletOf(record)
  const day = record.report.published?.slice(0, 10)
  if (!outlet) return day ? `The report of ${harmless(day)} says that` : "The report says that"
  return `${look.paint("bold", outlet)} reported${day ? ` on ${harmless(day)}` : ""} that`
}

function contactsHeading({ record, look }: Page): string[] {
  const outlet = outletOf(record)
  return [outlet ? `Contacts that ${look.paint("bold", outlet)} reported` : "Contacts that the report tells of"]
}

/** The publisher, or else the site that it stood on. */
function outletOf({ report: { publisher, url } }: Record): string | undefined {
  if (publisher) return harmless(publisher)
  const site = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : ""
  return site === "" ? undefined : harmless(site)
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
