import type { Transaction } from "kysely"
import type { z } from "zod"
import type { Record } from "../../record.js"
import { entryName, findNamed } from "../entry-names.js"
import { ArchiveError, ChangedError } from "../errors.js"
import type { Archive } from "../open.js"
import { parsedRecord } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { anchorOf } from "./anchor.js"
import type { Corrected } from "./correct.js"
import { correctedRow } from "./current.js"
import {
  type Anchor,
  type Change,
  changesSchemas,
  type Entry,
  type EntryKind,
  entryById,
  type NewActor,
  type Refers,
  readingOf,
  seenOf,
  type What,
} from "./deeds.js"
import { deedOf, type Signed, writeLog } from "./log.js"
import { rewrite } from "./rewrite.js"

/** An entry as a person saw it, by `seenOf`, so that nothing is done to what was changed in the meantime. */
export interface Seen {
  readonly seen?: string | undefined
}

/** What became of a deed: its place in the log, and the name of the entry it is about. */
export interface Done {
  readonly number: number
  readonly report: string
  readonly entry: string
  /** "4fe09a21#s3" */
  readonly name: string
}

/**
 * Gives fields of an entry anew. `entry` is a name like "4fe09a21#s3"; `changes` holds fields as in a record, with
 * `via`, `when` and `where` beside the others, and null for one that goes. Actors who are not in the record yet are given
 * as `newcomers` and called "new1", "new2" … in the changes.
 */
export async function correctEntry(
  archive: Archive,
  entry: string,
  changes: object,
  signed: Signed & Seen & { readonly newcomers?: readonly NewActor[] },
): Promise<Done> {
  return handle(archive, entry, signed, ({ record, anchor, freeId }) => {
    const { cast, newcomers, links, change } = prepared(record, anchor.kind, changes, signed.newcomers ?? [], freeId)
    return { deed: "correct", entry: anchor, cast, newcomers, links, ...change }
  })
}

/** Takes an entry out of every answer: it is no statement, or no contact. */
export const withdrawEntry = (archive: Archive, entry: string, signed: Signed & Seen): Promise<Done> =>
  handle(archive, entry, signed, ({ anchor }) => {
    if (anchor.kind === "actor")
      throw new ArchiveError(`${entry}: an actor cannot be withdrawn; \`onrecord hide\` takes a person down`)
    return { deed: "withdraw", entry: anchor }
  })

/** Sets the words of a person who was quoted, or is said to have been in contact or not, beside the entry, which stays. */
export const disputeEntry = (archive: Archive, entry: string, words: string, signed: Signed): Promise<Done> =>
  handle(archive, entry, signed, ({ anchor }) => {
    if (anchor.kind === "actor") throw new ArchiveError(`${entry}: only a statement or a contact can be disputed`)
    if (words.trim() === "") throw new ArchiveError(`${entry}: the words of the person who disputes it are missing`)
    return { deed: "dispute", entry: anchor, words: words.trim() }
  })

/**
 * Says of entries that a person compared them with their reports and found them right: who said what to whom, or who was
 * in contact and how. All of them are accepted, or none.
 */
export async function acceptEntries(
  archive: Archive,
  entries: readonly (Seen & { readonly name: string })[],
  signed: Signed,
): Promise<Done[]> {
  if (entries.length === 0) throw new ArchiveError("no entry was given that could be accepted")
  return archive.db.transaction().execute(async (transaction) => {
    const done: Done[] = []
    const reports = new Map<string, Corrected>()
    for (const { name, seen } of entries) {
      const { row, entry: id } = await findNamed(transaction, name)
      const corrected = reports.get(row.id) ?? (await correctedRow(transaction, row))
      reports.set(row.id, corrected)
      const { record, handled } = corrected
      const { anchor, entry } = placeIn(record, name, id, seen)
      if (handled.standing.has(entry.id)) throw new ArchiveError(`${name}: was withdrawn; restore it first`)
      const { cast, links, change } = prepared(record, anchor.kind, acceptedOf(name, entry), [], () => "")
      const what = { deed: "accept", entry: anchor, cast, newcomers: {}, links, ...change } as const
      done.push(await write(transaction, row, signed, what, entry.id, entry))
    }
    // Accepting changes no row of an entry, so that the deeds need only be replayed, once for each report.
    for (const report of reports.keys()) {
      const row = await transaction.selectFrom("reports").selectAll().where("id", "=", report).executeTakeFirstOrThrow()
      refuseOrphans(await correctedRow(transaction, row), new Set(done.map(({ number }) => number)))
    }
    return done
  })
}

/** What whoever finds an entry right says with it. */
function acceptedOf(name: string, entry: Entry): object {
  if ("between" in entry)
    return { evidence: entry.evidence, between: entry.between, mode: entry.mode, status: entry.status }
  if ("mentions" in entry) throw new ArchiveError(`${name}: only a statement or a contact can be accepted`)
  const { content, speakers, addressees, act, polarity } = entry
  return { content, speakers, addressees, act, polarity }
}

/** Adds an entry that the machine missed to a report, named by the beginning of its id. */
export async function addEntry(
  archive: Archive,
  report: string,
  kind: EntryKind,
  changes: object,
  signed: Signed & { readonly newcomers?: readonly NewActor[] },
): Promise<Done> {
  return archive.db.transaction().execute(async (transaction) => {
    const { row } = await findNamed(transaction, report)
    const { record } = await correctedRow(transaction, row)
    const freeId = await freeIds(transaction, row)
    const id = freeId()
    const { change, ...refers } = prepared(record, kind, changes, signed.newcomers ?? [], freeId)
    return finish(transaction, row, signed, { deed: "add", id, ...refers, ...change }, id)
  })
}

interface Place {
  readonly record: Record
  readonly anchor: Anchor
  readonly freeId: () => string
}

async function handle(
  archive: Archive,
  name: string,
  signed: Signed & Seen,
  what: (place: Place) => What,
): Promise<Done> {
  return archive.db.transaction().execute(async (transaction) => {
    const { row, entry: id } = await findNamed(transaction, name)
    const { record } = await correctedRow(transaction, row)
    const { anchor, entry } = placeIn(record, name, id, signed.seen)
    const freeId = await freeIds(transaction, row)
    return finish(transaction, row, signed, what({ record, anchor, freeId }), entry.id, entry)
  })
}

/** The entry with an id, and how it is found again; `name` is what the person called it. */
function placeIn(record: Record, name: string, id: string | undefined, seen: string | undefined) {
  if (id === undefined) throw new ArchiveError(`${name}: which entry of this report? Name it like ${name}#s3`)
  const found = entryById(record, id)
  if (!found) throw new ArchiveError(`${name}: the report has no entry ${id}`)
  const { kind, entry } = found
  if (seen !== undefined && seen !== seenOf(entry)) {
    throw new ChangedError(
      `${name}: somebody changed this entry after you opened it; look at what it says now, and do it again where it is still wrong`,
    )
  }
  return { anchor: anchorOf(record, kind, entry), entry }
}

/** Writes the deed down and the report's rows anew; throws where the deed cannot be done, and nothing is written. */
async function finish(
  transaction: Transaction<Tables>,
  row: ReportRow,
  signed: Signed,
  what: What,
  entry: string,
  before?: object,
): Promise<Done> {
  const done = await write(transaction, row, signed, what, entry, before)
  refuseOrphans(await rewrite(transaction, row), new Set([done.number]))
  return done
}

async function write(
  transaction: Transaction<Tables>,
  row: ReportRow,
  signed: Signed,
  { deed, ...what }: What,
  entry: string,
  before?: object,
): Promise<Done> {
  const detail = { reading: readingOf(parsedRecord(row.record)), ...what }
  const number = await writeLog(transaction, signed, { deed, report: row.id, entry, detail, ...(before && { before }) })
  return { number, report: row.id, entry, name: entryName(row.name, entry) }
}

function refuseOrphans({ orphaned }: Corrected, numbers: ReadonlySet<number>): void {
  const orphan = orphaned.find(({ number }) => numbers.has(number))
  if (orphan) throw new ArchiveError(orphan.why)
}

function prepared(
  record: Record,
  kind: EntryKind,
  given: object,
  newActors: readonly NewActor[],
  freeId: () => string,
): Refers & { readonly change: Change } {
  const parsed = changesSchemas[kind].safeParse(given)
  if (!parsed.success) throw new ArchiveError(parsed.error.issues.map((issue) => issueWords(kind, issue)).join("; "))
  if (Object.keys(parsed.data).length === 0) throw new ArchiveError("nothing to change was given")
  const ids = new Map(newActors.map((_, n) => [`new${n + 1}`, freeId()]))
  const newcomers = Object.fromEntries(newActors.map((actor, n) => [ids.get(`new${n + 1}`)!, actor]))
  const changes: { [field: string]: unknown } = { ...parsed.data }
  const actors: string[] = []
  for (const field of ["speakers", "addressees", "about", "between"]) {
    if (!(field in changes)) continue
    const named = (changes[field] as readonly string[]).map((id) => ids.get(id) ?? id)
    changes[field] = named
    actors.push(...named)
  }
  const cast = record.actors.filter(({ id }) => actors.includes(id))
  const linked = [changes.within, changes.answers].flatMap((id) =>
    typeof id === "string" ? (entryById(record, id) ?? []) : [],
  )
  return {
    cast: Object.fromEntries(cast.map(({ id, name, kind, mentions }) => [id, { name, kind, mentions }])),
    newcomers,
    links: Object.fromEntries(linked.map(({ kind, entry }) => [entry.id, anchorOf(record, kind, entry)])),
    change: { kind, changes } as Change,
  }
}

/** act: Invalid option: expected one of "say"|"ask"… */
function issueWords(kind: EntryKind, issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    const fields = Object.keys(changesSchemas[kind].shape)
    return `${issue.keys.join(", ")}: no field of a ${kind} is called so; they are ${fields.join(", ")}`
  }
  const words = issue.code === "invalid_value" ? `is one of ${issue.values.map(String).join(", ")}` : issue.message
  return issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ${words}` : words
}

/** Ids for what people add to a report: "p1", "p2" …; one that was undone is not given again. */
async function freeIds(transaction: Transaction<Tables>, { id }: ReportRow): Promise<() => string> {
  const rows = await transaction
    .selectFrom("log")
    .select(["number", "deed", "detail"])
    .where("report", "=", id)
    .where("deed", "in", ["correct", "add"])
    .execute()
  let used = 0
  for (const deed of rows.map(deedOf)) {
    if (deed.deed === "add") used++
    if ("newcomers" in deed) used += Object.keys(deed.newcomers).length
  }
  return () => `p${++used}`
}
