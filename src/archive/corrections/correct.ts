import type { Actor, Contact, Record, Statement } from "../../record.js"
import { overlaps, type Span } from "../../text/span.js"
import { type Handled, untouched } from "../rows.js"
import { findActor, findAnchored } from "./anchor.js"
import {
  type Anchor,
  type Change,
  type ContactChanges,
  type Deed,
  type Entry,
  entriesOf,
  entryById,
  type Refers,
  readingOf,
  type StatementChanges,
  withEntry,
  withoutEntries,
} from "./deeds.js"
import { problemOf } from "./valid.js"

export interface Orphan {
  /** the deed's place in the log */
  readonly number: number
  readonly why: string
}

export interface Corrected {
  /** with the entries that were withdrawn, which `handled` names */
  readonly record: Record
  readonly handled: Handled
  /** what an entry's disputer says, by entry id */
  readonly disputes: ReadonlyMap<string, string>
  /** the deed by which an entry was found right as it stands now, by entry id */
  readonly accepted: ReadonlyMap<string, number>
  readonly orphaned: readonly Orphan[]
  /** what each deed came to in this reading, by the deed's number; the orphaned ones are missing */
  readonly steps: ReadonlyMap<number, Step>
}

/** An entry before and after a deed. */
export interface Step {
  /** the entry in this reading that the deed was found to be about */
  readonly entry: string
  /** missing where the deed added it */
  readonly before: Entry | undefined
  readonly after: Entry
}

/** Replays what people did on what the machine read, in the order they did it. What fits nowhere is orphaned. */
export function correct(machine: Record, deeds: readonly Deed[]): Corrected {
  let record = machine
  const standing = new Map(untouched.standing)
  const added = new Set(untouched.added)
  const disputes = new Map<string, string>()
  const accepted = new Map<string, number>()
  const orphaned: Orphan[] = []
  const steps = new Map<number, Step>()
  for (const deed of deeds) {
    const sameReading = deed.reading === readingOf(machine)
    const outcome = deed.deed === "add" ? add(record, deed, sameReading) : change(record, deed, sameReading)
    if (typeof outcome === "string") {
      orphaned.push({ number: deed.number, why: outcome })
      continue
    }
    const { id } = outcome
    const before = entryById(record, id)?.entry
    record = outcome.record
    steps.set(deed.number, { entry: id, before, after: entryById(record, id)!.entry })
    if (deed.deed === "add") added.add(id)
    if (deed.deed === "withdraw") standing.set(id, "withdrawn")
    if (deed.deed === "dispute") disputes.set(id, deed.words)
    // What somebody found right is not what stands there after the next correction.
    if (deed.deed === "accept") accepted.set(id, deed.number)
    else if (deed.deed !== "dispute") accepted.delete(id)
  }
  const handled = { standing, added, disputed: new Set(disputes.keys()) }
  return { record, handled, disputes, accepted, orphaned, steps }
}

/** What still stands of a record: the entries that nobody withdrew. */
export const standingRecord = ({ record, handled }: Corrected): Record =>
  withoutEntries(record, ({ id }) => handled.standing.get(id) === "withdrawn")

/** The record after a deed and the entry it was about, or a sentence that says why it cannot be done. */
type Outcome = { readonly record: Record; readonly id: string } | string

type Kind<D extends Deed["deed"]> = Extract<Deed, { deed: D }>

function change(
  record: Record,
  deed: Kind<"correct" | "withdraw" | "accept" | "dispute">,
  sameReading: boolean,
): Outcome {
  const found = findEntry(record, deed.entry, sameReading)
  if (!found) return `there is no ${deed.entry.kind} with these words any more`
  if (deed.deed === "withdraw" || deed.deed === "dispute") return { record, id: found.id }
  const settled = settle(record, deed, sameReading)
  if (typeof settled === "string") return settled
  if (deed.deed === "accept") {
    return saysSo(found, settled.change) ? { record, id: found.id } : "it says something else than what was accepted"
  }
  return checked(settled.record, withChanges(settled.record, found, settled.change), deed.kind)
}

/** Whether an entry says what it said when it was found right; the order of names is nothing. */
function saysSo(entry: Entry, { changes }: Change): boolean {
  const said = { ...entry } as { readonly [field: string]: unknown }
  const plain = (value: unknown) =>
    JSON.stringify(Array.isArray(value) && typeof value[0] === "string" ? value.toSorted() : value)
  return Object.entries(changes).every(([field, value]) => plain(value) === plain(said[field]))
}

function add(record: Record, deed: Kind<"add">, sameReading: boolean): Outcome {
  const settled = settle(record, deed, sameReading)
  if (typeof settled === "string") return settled
  const { kind } = deed
  const bare: Entry =
    kind === "statement" ? bareStatement(deed.id) : kind === "contact" ? bareContact(deed.id) : bareActor(deed.id)
  return checked(settled.record, withChanges(settled.record, bare, settled.change), kind)
}

function checked(record: Record, entry: Entry, kind: Change["kind"]): Outcome {
  const changed = withEntry(record, kind, entry)
  const before = kind === "statement" ? (entryById(record, entry.id)?.entry as Statement | undefined) : undefined
  const outcome = before ? withRemoves(changed, entry as Statement, before) : changed
  return problemOf(outcome, kind, entry) ?? { record: outcome, id: entry.id }
}

/** "p3": what a person added has the same id in every reading. */
const isOurs = (id: string): boolean => id.startsWith("p")

function findEntry(record: Record, anchor: Anchor, sameReading: boolean): Entry | undefined {
  return sameReading || isOurs(anchor.id)
    ? entriesOf(record, anchor.kind).find(({ id }) => id === anchor.id)
    : findAnchored(record, anchor)
}

/** The change in the ids of this reading, and the record with those actors whom only a person knows of. */
function settle(
  record: Record,
  { kind, changes, cast, newcomers, links }: Change & Refers,
  sameReading: boolean,
): { readonly record: Record; readonly change: Change } | string {
  let settled = record
  const actors = new Map<string, string>()
  for (const [id, actor] of Object.entries(newcomers))
    settled = withEntry(settled, "actor", { ...bareActor(id), ...actor })
  for (const [id, actor] of Object.entries(cast)) {
    const isThere = (sameReading || isOurs(id)) && settled.actors.some((other) => other.id === id)
    const known = isThere ? id : findActor(settled, actor)?.id
    // This reading does not know them: a person's word is enough.
    const ours = known ?? (isOurs(id) ? id : `p-${id}`)
    if (known === undefined) settled = withEntry(settled, "actor", { ...bareActor(ours), ...actor })
    actors.set(id, ours)
  }
  const statements = new Map<string, string>()
  for (const [id, anchor] of Object.entries(links)) {
    const statement = findEntry(record, anchor, sameReading)
    if (!statement) return "the statement that it points to is not there any more"
    statements.set(id, statement.id)
  }
  const meant = (ids: readonly string[]) => ids.map((id) => actors.get(id) ?? id)
  const linked = (id: string | null) => (id === null ? null : (statements.get(id) ?? id))
  const renamed: { [field: string]: unknown } = { ...changes }
  for (const field of ["speakers", "addressees", "about", "between"] as const) {
    if (field in renamed) renamed[field] = meant(renamed[field] as readonly string[])
  }
  for (const field of ["within", "answers"] as const) {
    if (field in renamed) renamed[field] = linked(renamed[field] as string | null)
  }
  return { record: settled, change: { kind, changes: renamed } as Change }
}

function withChanges(record: Record, entry: Entry, { kind, changes }: Change): Entry {
  if (kind === "statement") return changedStatement(record, entry as Statement, changes)
  if (kind === "contact") return changedContact(entry as Contact, changes)
  return { ...(entry as Actor), ...changes }
}

function changedStatement(record: Record, statement: Statement, changes: StatementChanges): Statement {
  const { via, when, where, within, answers, response, ...fields } = changes
  const setting = withOptional(statement.setting, { via, when, where })
  const { candidates, ...rest } = withOptional({ ...statement, ...fields, setting }, { within, answers, response })
  const { content, speakers } = changes
  return {
    ...rest,
    // Who is named by a person is no guess any more.
    ...(candidates && !speakers && { candidates }),
    ...(content && !changes.about && { about: aboutOf(record, content) }),
    ...(content && !changes.figures && { figures: statement.figures.filter(({ text }) => touches(content, text)) }),
    confidence: {
      statement: content ? 1 : statement.confidence.statement,
      speaker: speakers ? 1 : statement.confidence.speaker,
    },
  }
}

function changedContact(contact: Contact, { when, where, within, ...fields }: ContactChanges): Contact {
  return { ...withOptional({ ...contact, ...fields }, { when, where, within }), confidence: 1 }
}

/** undefined leaves a field as it is, null takes it away. */
function withOptional<T extends object>(entry: T, optional: { readonly [field: string]: unknown }): T {
  const changed = { ...entry } as { [field: string]: unknown }
  for (const [field, value] of Object.entries(optional)) {
    if (value === null) delete changed[field]
    else if (value !== undefined) changed[field] = value
  }
  return changed as T
}

/** Who tells of it has changed: what is told within comes nearer or goes farther with it. */
function withRemoves(record: Record, after: Statement, before: Statement): Record {
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]))
  const outer = byId.get(after.within ?? "")
  const toldAnew = after.within !== before.within && after.remove === before.remove
  const remove = !toldAnew ? after.remove : outer ? outer.remove + (sameSpeakers(outer, after) ? 0 : 1) : 1
  const farther = remove - before.remove
  if (farther === 0) return record
  const isInside = (statement: Statement): boolean => {
    for (let id = statement.within, steps = 0; id !== undefined && steps < byId.size; steps++) {
      if (id === after.id) return true
      id = byId.get(id)?.within
    }
    return false
  }
  return {
    ...record,
    statements: record.statements.map((statement) => {
      if (statement.id === after.id) return { ...statement, remove }
      return isInside(statement) ? { ...statement, remove: Math.max(1, statement.remove + farther) } : statement
    }),
  }
}

const sameSpeakers = (a: Statement, b: Statement): boolean =>
  a.speakers.toSorted().join() === b.speakers.toSorted().join()

const touches = (spans: readonly Span[], span: Span): boolean => spans.some((other) => overlaps(other, span))

const aboutOf = ({ actors }: Record, content: readonly Span[]): string[] =>
  actors.filter(({ mentions }) => mentions.some((mention) => touches(content, mention))).map(({ id }) => id)

const bareActor = (id: string): Actor => ({ id, name: "", kind: "person", aliases: [], roles: [], mentions: [] })

const bareStatement = (id: string): Statement => ({
  id,
  kind: "indirect",
  content: [],
  cue: [],
  source: [],
  speakers: [],
  addressees: [],
  act: "say",
  polarity: "asserted",
  setting: {},
  remove: 1,
  figures: [],
  about: [],
  confidence: { statement: 1, speaker: 1 },
})

const bareContact = (id: string): Contact => ({
  id,
  between: [],
  mode: "other",
  status: "happened",
  evidence: { start: 0, end: 0 },
  confidence: 1,
})
