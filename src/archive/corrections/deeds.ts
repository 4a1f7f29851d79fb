import * as z from "zod"
import { type Contact, type Record, recordSchema, type Statement } from "../../record.js"
import { sha256 } from "../../text/hash.js"
import type { Span } from "../../text/span.js"

// What a person did to the record of one report, as the log keeps it. A deed is replayed on what the machine read,
// and not only on the reading it was made on: so it says in words and places what it is about.

export type EntryKind = "statement" | "contact" | "actor"

/** Exact words at a place, with a little of what stands before and after them. */
export interface Quote extends Span {
  readonly exact: string
  readonly before: string
  readonly after: string
}

/** By what an entry is found again: its words, and those that stand with it (cue and source, other mentions). */
export interface Anchor {
  readonly kind: EntryKind
  readonly id: string
  readonly words: readonly Quote[]
  readonly beside: readonly Span[]
}

const { statements, contacts, actors } = recordSchema.shape
const { setting, within, answers, response, ...said } = statements.element.omit({
  id: true,
  candidates: true,
  confidence: true,
  why: true,
}).shape
const { when, where, within: told, ...met } = contacts.element.omit({ id: true, confidence: true }).shape

/** The fields of an entry that can be given anew; null takes one away. */
export const changesSchemas = {
  statement: z
    .strictObject({
      ...said,
      via: setting.shape.via.nullable(),
      when: setting.shape.when.nullable(),
      where: setting.shape.where.nullable(),
      within: within.nullable(),
      answers: answers.nullable(),
      response: response.nullable(),
    })
    .partial(),
  contact: z
    .strictObject({ ...met, when: when.nullable(), where: where.nullable(), within: told.nullable() })
    .partial(),
  actor: z.strictObject(actors.element.omit({ id: true }).shape).partial(),
} as const

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T
export type StatementChanges = Fixed<z.infer<typeof changesSchemas.statement>>
export type ContactChanges = Fixed<z.infer<typeof changesSchemas.contact>>
export type ActorChanges = Fixed<z.infer<typeof changesSchemas.actor>>

/** An actor whom a person names and the reading does not have. */
export type NewActor = Pick<Record["actors"][number], "name" | "kind" | "mentions">

/** What a change refers to beside its entry: actors, and other statements. */
export interface Refers {
  /** actors of the reading, by their id in it */
  readonly cast: { readonly [id: string]: NewActor }
  /** actors who are new, by the id they were given */
  readonly newcomers: { readonly [id: string]: NewActor }
  /** statements of the reading, by their id in it */
  readonly links: { readonly [id: string]: Anchor }
}

export type Change =
  | { readonly kind: "statement"; readonly changes: StatementChanges }
  | { readonly kind: "contact"; readonly changes: ContactChanges }
  | { readonly kind: "actor"; readonly changes: ActorChanges }

export type What =
  | (Refers & Change & { readonly deed: "correct"; readonly entry: Anchor })
  | (Refers & Change & { readonly deed: "add"; readonly id: string })
  | { readonly deed: "withdraw"; readonly entry: Anchor }
  /** `changes` holds what the entry said when it was found right */
  | (Refers & Change & { readonly deed: "accept"; readonly entry: Anchor })
  | { readonly deed: "dispute"; readonly entry: Anchor; readonly words: string }

/** `number` is its place in the log; `reading` names the reading whose ids it uses. */
export type Deed = What & { readonly number: number; readonly reading: string }

export const entryDeeds: readonly string[] = [
  "correct",
  "add",
  "withdraw",
  "accept",
  "dispute",
] satisfies What["deed"][]

export const readingOf = ({ reader }: Pick<Record, "reader">): string => `${reader.version} ${reader.model}`

export type Entry = Statement | Contact | Record["actors"][number]

/** What an entry says, in a few letters: another where anything in it is changed. */
export const seenOf = (entry: Entry): string => sha256(JSON.stringify(entry)).slice(0, 6)

const lists = { statement: "statements", contact: "contacts", actor: "actors" } as const

export const entriesOf = (record: Record, kind: EntryKind): readonly Entry[] => record[lists[kind]]

/** The entry with an id, and what it is. */
export function entryById(record: Record, id: string): { kind: EntryKind; entry: Entry } | undefined {
  for (const kind of ["statement", "contact", "actor"] as const) {
    const entry = entriesOf(record, kind).find((entry) => entry.id === id)
    if (entry) return { kind, entry }
  }
  return undefined
}

export function withEntry(record: Record, kind: EntryKind, entry: Entry): Record {
  const entries = entriesOf(record, kind)
  const isThere = entries.some(({ id }) => id === entry.id)
  const changed = isThere ? entries.map((other) => (other.id === entry.id ? entry : other)) : [...entries, entry]
  return { ...record, [lists[kind]]: changed }
}

/** A record without some entries; what pointed to them points nowhere. */
export function withoutEntries(record: Record, isGone: (entry: Statement | Contact) => boolean): Record {
  const statements = record.statements.filter((statement) => !isGone(statement))
  const contacts = record.contacts.filter((contact) => !isGone(contact))
  if (statements.length === record.statements.length && contacts.length === record.contacts.length) return record
  const left = new Set(statements.map(({ id }) => id))
  return {
    ...record,
    statements: statements.map(({ within, answers, response, ...statement }) => ({
      ...statement,
      ...(within !== undefined && left.has(within) && { within }),
      ...(answers !== undefined && left.has(answers) && { answers, ...(response && { response }) }),
    })),
    contacts: contacts.map(({ within, ...contact }) => ({
      ...contact,
      ...(within !== undefined && left.has(within) && { within }),
    })),
  }
}
