import type { Actor, Record, Statement } from "../../record.js"
import { type Span, sliceOf } from "../../text/span.js"
import { list } from "../../words.js"
import { personPath } from "../links.js"
import { type EntryState, type Handling, untouched } from "./handling.js"
import { type Look, looksOf, unsure } from "./looks.js"

/** What the parts of a reader page look things up in. */
export interface Reading {
  readonly record: Record
  /** the outlet in a sentence: "Dorn Courier", "the report" */
  readonly outlet: string
  /** the page of a person or body, where the archive knows it */
  readonly pageOf: (actor: string) => string | undefined
  readonly actorOf: (actor: string) => Actor | undefined
  readonly statementOf: (id: string) => Statement | undefined
  /** "s12" → "12": what the machine numbered; what a person added keeps its letter, "p1" */
  readonly numberOf: (id: string) => string
  /** what came back on a question */
  readonly repliesTo: (id: string) => readonly Statement[]
  readonly lookOf: (statement: Statement) => Look
  /** what people did to its entries */
  readonly handling: Handling
  readonly stateOf: (entry: string) => EntryState | undefined
  /** ids of the statements that come through the mouth of somebody who was taken down */
  readonly tellersTakenDown: ReadonlySet<string>
}

export function openReading(
  record: Record,
  identities: ReadonlyMap<string, number> = new Map(),
  handling: Handling = untouched,
  tellersTakenDown: ReadonlySet<string> = new Set(),
): Reading {
  const actors = new Map(record.actors.map((actor) => [actor.id, actor]))
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const replies = new Map<string, Statement[]>()
  for (const statement of record.statements) {
    if (statement.answers === undefined) continue
    replies.set(statement.answers, [...(replies.get(statement.answers) ?? []), statement])
  }
  const looks = looksOf(record)
  return {
    record,
    outlet: outletOf(record.report) ?? "the report",
    pageOf: (id) => {
      const identity = identities.get(id)
      return identity === undefined ? undefined : personPath(identity)
    },
    actorOf: (id) => actors.get(id),
    statementOf: (id) => statements.get(id),
    numberOf: (id) => id.replace(/^s(?=\d+$)/, ""),
    repliesTo: (id) => replies.get(id) ?? [],
    lookOf: ({ speakers }) => looks.get(speakers.join(" ")) ?? unsure,
    handling,
    stateOf: (entry) => handling.states.get(entry),
    tellersTakenDown,
  }
}

/** The publisher, or else the site that it stood on: "www.example.org" → "example.org" */
export function outletOf({ publisher, url }: Pick<Record["report"], "publisher" | "url">): string | undefined {
  if (publisher) return publisher
  const site = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : ""
  return site === "" ? undefined : site
}

export const wordsAt = ({ record }: Reading, span: Span): string => sliceOf(record.report.text, span)

/** A content in pieces: “I am … tired.” */
export const wordsOf = (reading: Reading, spans: readonly Span[]): string =>
  spans.map((span) => wordsAt(reading, span).replace(/\s+/g, " ")).join(" … ")

export const nameOf = (reading: Reading, actor: string): string => reading.actorOf(actor)?.name ?? actor

export const namesOf = (reading: Reading, actors: readonly string[]): string =>
  list(actors.map((actor) => nameOf(reading, actor)))

/** The speaker in a sentence: a name, else the words that stand there, “she”; somebody where there are none. */
export function speakerWords(reading: Reading, { speakers, source }: Statement): string {
  if (speakers.length > 0) return namesOf(reading, speakers)
  return source.length > 0 ? `“${wordsOf(reading, source)}”` : "somebody"
}
