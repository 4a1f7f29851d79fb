import type { Transaction } from "kysely"
import type { z } from "zod"
import type { Record } from "../../record.js"
import { findNamed } from "../entry-names.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import type { ReportRow, Tables } from "../tables.js"
import { anchorOf } from "./anchor.js"
import { correctedRow } from "./current.js"
import {
  type Anchor,
  type Change,
  changesSchemas,
  type EntryKind,
  entryById,
  type NewActor,
  type Refers,
  readingOf,
  type What,
} from "./deeds.js"
import { deedOf, type Signed, writeLog } from "./log.js"
import { rewrite } from "./rewrite.js"

/** What became of a deed: its place in the log, and the name of the entry it is about. */
export interface Done {
  readonly number: number
  readonly report: string
  readonly entry: string
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
  signed: Signed & { readonly newcomers?: readonly NewActor[] },
): Promise<Done> {
  return handle(archive, entry, signed, ({ record, anchor, freeId }) => {
    const { cast, newcomers, links, change } = prepared(record, anchor.kind, changes, signed.newcomers ?? [], freeId)
    return { deed: "correct", entry: anchor, cast, newcomers, links, ...change }
  })
}

/** Takes an entry out of every answer: it is no statement, or no contact. */
export const withdrawEntry = (archive: Archive, entry: string, signed: Signed): Promise<Done> =>
  handle(archive, entry, signed, ({ anchor }) => {
    if (anchor.kind === "actor")
      throw new ArchiveError(`${entry}: an actor cannot be withdrawn; \`onrecord hide\` takes a person down`)
    return { deed: "withdraw", entry: anchor }
  })

/** Sets the words of a person who was quoted beside the entry, which stays. */
export const disputeEntry = (archive: Archive, entry: string, words: string, signed: Signed): Promise<Done> =>
  handle(archive, entry, signed, ({ anchor }) => {
    if (anchor.kind !== "statement") throw new ArchiveError(`${entry}: only a statement can be disputed`)
    if (words.trim() === "") throw new ArchiveError(`${entry}: the words of the person who disputes it are missing`)
    return { deed: "dispute", entry: anchor, words: words.trim() }
  })

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

async function handle(archive: Archive, name: string, signed: Signed, what: (place: Place) => What): Promise<Done> {
  return archive.db.transaction().execute(async (transaction) => {
    const { row, entry } = await findNamed(transaction, name)
    if (entry === undefined) throw new ArchiveError(`${name}: which entry of this report? Name it like ${name}#s3`)
    const { record } = await correctedRow(transaction, row)
    const found = entryById(record, entry)
    if (!found) throw new ArchiveError(`${name}: the report has no entry ${entry}`)
    const anchor = anchorOf(record, found.kind, found.entry)
    const freeId = await freeIds(transaction, row)
    return finish(transaction, row, signed, what({ record, anchor, freeId }), entry, found.entry)
  })
}

/** Writes the deed down and the report's rows anew; throws where the deed cannot be done, and nothing is written. */
async function finish(
  transaction: Transaction<Tables>,
  row: ReportRow,
  signed: Signed,
  { deed, ...what }: What,
  entry: string,
  before?: object,
): Promise<Done> {
  const detail = { reading: readingOf(JSON.parse(row.record)), ...what }
  const number = await writeLog(transaction, signed, { deed, report: row.id, entry, detail, ...(before && { before }) })
  const { orphaned } = await rewrite(transaction, row)
  const orphan = orphaned.find((other) => other.number === number)
  if (orphan) throw new ArchiveError(orphan.why)
  return { number, report: row.id, entry }
}

function prepared(
  record: Record,
  kind: EntryKind,
  given: object,
  newActors: readonly NewActor[],
  freeId: () => string,
): Refers & { readonly change: Change } {
  const parsed = changesSchemas[kind].safeParse(given)
  if (!parsed.success) throw new ArchiveError(parsed.error.issues.map(issueWords).join("; "))
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
const issueWords = ({ path, message }: z.core.$ZodIssue): string =>
  path.length > 0 ? `${path.map(String).join(".")}: ${message}` : message

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
