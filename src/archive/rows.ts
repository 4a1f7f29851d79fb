import type { Transaction } from "kysely"
import type { Contact, Record, Statement } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"
import { writeActors } from "./actor-rows.js"
import { inBatches } from "./batches.js"
import { hidePeople } from "./hidden.js"
import { linkActors } from "./identities/index.js"
import { countSpeakers } from "./speakers.js"
import type { Part, Standing, Tables } from "./tables.js"
import { linkUtterances } from "./utterances.js"

/** What holds for every row of a report beside what its record says. */
export interface Holding {
  readonly report: number
  readonly outlet: string
  readonly day: string | null
  readonly standing: Standing
}

/** What people did to single entries, by entry id. */
export interface Handled {
  readonly standing: ReadonlyMap<string, Standing>
  readonly added: ReadonlySet<string>
  readonly disputed: ReadonlySet<string>
}

export const untouched: Handled = { standing: new Map(), added: new Set(), disputed: new Set() }

/** Writes a report's entries as rows, in place of those it had, and says which identities its actors are. */
export async function writeRows(
  transaction: Transaction<Tables>,
  record: Record,
  holding: Holding,
  handled: Handled = untouched,
): Promise<void> {
  await addRows(transaction, record, holding, handled, await clearRows(transaction, holding.report))
}

/** The same for a report that has none yet. */
export async function addRows(
  transaction: Transaction<Tables>,
  record: Record,
  holding: Holding,
  handled: Handled = untouched,
  before: Before = { statements: new Map(), contacts: new Map() },
): Promise<void> {
  await writeActors(transaction, record, holding)
  await linkActors(transaction, record, holding)
  const actors = await actorsOf(transaction, holding)
  await writeStatements(transaction, record, holding, handled, actors, before)
  await writeContacts(transaction, record, holding, handled, actors, before)
  await linkUtterances(transaction, holding.report)
  await hidePeople(transaction, holding.report, { record, handled })
  await countSpeakers(transaction, holding.report)
}

/**
 * Which numbers the entries of a report had, by id. Written anew they keep them: entries of one day, the wordings of an
 * utterance and the tellings of a contact stand in the order of their numbers.
 */
interface Before {
  readonly statements: ReadonlyMap<string, number>
  readonly contacts: ReadonlyMap<string, number>
}

/** Actors are not cleared: they stay who they were. */
async function clearRows(transaction: Transaction<Tables>, report: number): Promise<Before> {
  return { statements: await clear("statements"), contacts: await clear("contacts") }

  async function clear(table: "statements" | "contacts"): Promise<ReadonlyMap<string, number>> {
    const rows = await transaction.deleteFrom(table).where("report", "=", report).returning(["id", "number"]).execute()
    return new Map(rows.map(({ id, number }) => [id, number]))
  }
}

/** By id in the record: who takes part in an entry, and which identity that is. */
type Actors = ReadonlyMap<string, { readonly actor: number; readonly identity: number | null }>

async function actorsOf(transaction: Transaction<Tables>, { report }: Holding): Promise<Actors> {
  const rows = await transaction
    .selectFrom("actors")
    .select(["id", "number as actor", "identity"])
    .where("report", "=", report)
    .execute()
  return new Map(rows.map(({ id, ...actor }) => [id, actor]))
}

async function writeStatements(
  transaction: Transaction<Tables>,
  record: Record,
  { report, outlet, day, standing }: Holding,
  handled: Handled,
  actors: Actors,
  before: Before,
): Promise<void> {
  const words = wordsOf(record)
  const ids = new Set(record.statements.map(({ id }) => id))
  const rows = record.statements.map((statement) => ({
    ...numberIn(before.statements, statement),
    report,
    id: statement.id,
    ...statementWords(words, statement),
    kind: statement.kind,
    act: statement.act,
    polarity: statement.polarity,
    remove: statement.remove,
    // A record from elsewhere may point to what it does not have.
    within: statement.within !== undefined && ids.has(statement.within) ? statement.within : null,
    answers: statement.answers ?? null,
    response: statement.response ?? null,
    when_from: statement.setting.when?.from ?? null,
    when_to: statement.setting.when?.to ?? null,
    confidence: statement.confidence.statement,
    speaker_confidence: statement.confidence.speaker,
    day,
    outlet,
    standing: standing === "current" ? (handled.standing.get(statement.id) ?? standing) : standing,
    origin: handled.added.has(statement.id) ? ("person" as const) : ("machine" as const),
    disputed: handled.disputed.has(statement.id) ? (1 as const) : (0 as const),
    utterance: null,
  }))
  const numbers = new Map<string, number>()
  for (const some of inBatches(rows)) {
    const added = await transaction.insertInto("statements").values(some).returning(["id", "number"]).execute()
    for (const { id, number } of added) numbers.set(id, number)
  }
  const parts = record.statements.flatMap((statement) =>
    partsOf(statement).flatMap(([part, actor]) => {
      const is = actors.get(actor)
      return is === undefined ? [] : [{ statement: numbers.get(statement.id)!, ...is, part, day }]
    }),
  )
  for (const some of inBatches(parts)) await transaction.insertInto("statement_actors").values(some).execute()
}

function numberIn(before: ReadonlyMap<string, number>, { id }: { readonly id: string }): { readonly number?: number } {
  const number = before.get(id)
  return number === undefined ? {} : { number }
}

function partsOf({ speakers, addressees, about, candidates = [] }: Statement): [Part, string][] {
  return [
    ...speakers.map((actor): [Part, string] => ["speaker", actor]),
    ...addressees.map((actor): [Part, string] => ["addressee", actor]),
    ...about.map((actor): [Part, string] => ["about", actor]),
    ...(speakers.length > 0 ? [] : candidates.map(({ actor }): [Part, string] => ["candidate", actor])),
  ]
}

async function writeContacts(
  transaction: Transaction<Tables>,
  record: Record,
  { report, outlet, day, standing }: Holding,
  handled: Handled,
  actors: Actors,
  before: Before,
): Promise<void> {
  const words = wordsOf(record)
  const rows = record.contacts.map((contact: Contact) => ({
    ...numberIn(before.contacts, contact),
    report,
    id: contact.id,
    ...contactWords(words, contact),
    mode: contact.mode,
    status: contact.status,
    when_from: contact.when?.from ?? null,
    when_to: contact.when?.to ?? null,
    surely_from: contact.when?.surely?.from ?? null,
    surely_to: contact.when?.surely?.to ?? null,
    within: contact.within ?? null,
    confidence: contact.confidence,
    day,
    outlet,
    standing: standing === "current" ? (handled.standing.get(contact.id) ?? standing) : standing,
    origin: handled.added.has(contact.id) ? ("person" as const) : ("machine" as const),
    disputed: handled.disputed.has(contact.id) ? (1 as const) : (0 as const),
  }))
  const numbers = new Map<string, number>()
  for (const some of inBatches(rows)) {
    const added = await transaction.insertInto("contacts").values(some).returning(["id", "number"]).execute()
    for (const { id, number } of added) numbers.set(id, number)
  }
  const sides = record.contacts.flatMap((contact) =>
    contact.between.flatMap((actor) => {
      const is = actors.get(actor)
      return is === undefined ? [] : [{ contact: numbers.get(contact.id)!, ...is }]
    }),
  )
  for (const some of inBatches(sides)) await transaction.insertInto("contact_actors").values(some).execute()
}

/** Writes the words and places of a report's entries anew where its text is another; entries that it has not are gone. */
export async function updateWords(transaction: Transaction<Tables>, report: number, record: Record): Promise<void> {
  const words = wordsOf(record)
  for (const statement of record.statements) {
    await transaction
      .updateTable("statements")
      .set(statementWords(words, statement))
      .where("report", "=", report)
      .where("id", "=", statement.id)
      .execute()
  }
  for (const contact of record.contacts) {
    await transaction
      .updateTable("contacts")
      .set(contactWords(words, contact))
      .where("report", "=", report)
      .where("id", "=", contact.id)
      .execute()
  }
  for (const [table, entries] of [
    ["statements", record.statements],
    ["contacts", record.contacts],
    ["actors", record.actors],
  ] as const) {
    const rows = await transaction.selectFrom(table).select(["number", "id"]).where("report", "=", report).execute()
    const ids = new Set(entries.map(({ id }) => id))
    const gone = rows.filter(({ id }) => !ids.has(id)).map(({ number }) => number)
    for (const some of inBatches(gone)) await transaction.deleteFrom(table).where("number", "in", some).execute()
  }
}

interface EntryWords {
  readonly [column: string]: string | number | null
}

/** The words of a report's entries and where they begin, by the columns that hold them. */
export function wordsById(record: Record): ReadonlyMap<string, EntryWords> {
  const words = wordsOf(record)
  return new Map<string, EntryWords>([
    ...record.statements.map((statement) => [statement.id, statementWords(words, statement)] as const),
    ...record.contacts.map((contact) => [contact.id, contactWords(words, contact)] as const),
  ])
}

type Words = (spans: readonly Span[]) => string

const statementWords = (words: Words, { content, cue, source, setting }: Statement) => ({
  start: content[0]!.start,
  content: words(content),
  cue: words(cue),
  source: words(source),
  via: wordsOrNull(words, setting.via),
  place: wordsOrNull(words, setting.where),
  when_text: wordsOrNull(words, setting.when),
})

const contactWords = (words: Words, { evidence, when, where }: Contact) => ({
  start: evidence.start,
  evidence: words([evidence]),
  when_text: wordsOrNull(words, when),
  place: wordsOrNull(words, where),
})

const wordsOf =
  ({ report }: Record): Words =>
  (spans): string =>
    spans.map((span) => sliceOf(report.text, span)).join(" … ")

const wordsOrNull = (words: Words, span: Span | undefined): string | null => (span ? words([span]) : null)
