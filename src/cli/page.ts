import type { Record, Statement, When } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"
import { list } from "../words.js"
import { harmless, type Look, widthOf, wrap } from "./terminal.js"

/** What the parts of a pretty record look things up in. */
export interface Page {
  readonly record: Record
  readonly look: Look
  readonly nameOf: (actor: string) => string
  readonly isUnnamed: (actor: string) => boolean
  readonly statementOf: (id: string) => Statement | undefined
  /** "s12" → "12", the number that the statement is shown under */
  readonly numberOf: (id: string) => string
}

export function openPage(record: Record, look: Look): Page {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]))
  const statements = new Map(record.statements.map((statement, n) => [statement.id, { statement, number: n + 1 }]))
  return {
    record,
    look,
    nameOf: (id) => harmless(actors.get(id)?.name ?? id),
    isUnnamed: (id) => actors.get(id)?.kind === "unnamed",
    statementOf: (id) => statements.get(id)?.statement,
    numberOf: (id) => String(statements.get(id)?.number ?? id),
  }
}

/** Everything under an entry's number stands this far in. */
export const INDENT = "    "

/** The words of the report at a place, safe to print. */
export const wordsAt = ({ record }: Page, span: Span): string => harmless(sliceOf(record.report.text, span))

/** Each span verbatim behind a bar, on lines of its own; a broken bar where the words are no claim. */
export function behindBar(page: Page, spans: readonly Span[], claimed: boolean): string[] {
  const bar = page.look.paint("dim", claimed ? "│" : "┊")
  const room = page.look.columns - INDENT.length - 2
  return spans.flatMap((span) => wrap(wordsAt(page, span), room)).map((line) => `${INDENT}${bar} ${line}`.trimEnd())
}

/** Short facts in a running line, broken between facts: "told · in an exclusive interview · Wednesday (2021-12-08)". */
export function factLines({ look }: Page, facts: readonly (string | undefined)[]): string[] {
  const room = look.columns - INDENT.length
  const lines: string[] = []
  for (const fact of facts) {
    if (fact === undefined || fact === "") continue
    const [first, ...more] = wrap(fact, room)
    const longer = lines.length > 0 ? `${lines.at(-1)} · ${first}` : ""
    if (more.length === 0 && longer !== "" && widthOf(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(first!, ...more)
  }
  return lines.map((line) => INDENT + line)
}

/** The words of the report, then the dates they mean: "over the summer (2021-06-01 to 2021-09-22)". */
export function whenWords(page: Page, when: When): string {
  const widest = datesWords(when.from, when.to)
  const surely = when.surely ? `surely ${datesWords(when.surely.from, when.surely.to)}` : undefined
  const dates = [widest, surely].filter((part) => part !== undefined).join("; ")
  return wordsAt(page, when) + (dates === "" ? "" : ` (${dates})`)
}

function datesWords(from?: string, to?: string): string | undefined {
  if (from === undefined || to === undefined) return from ? `from ${from}` : to ? `until ${to}` : undefined
  return from === to ? from : `${from} to ${to}`
}

/** The speaker of a statement for a sentence elsewhere; a person nobody is sure of is not named there. */
export const speakerWords = (page: Page, statement: Statement): string =>
  statement.speakers.length > 0 ? list(statement.speakers.map(page.nameOf)) : "somebody"
