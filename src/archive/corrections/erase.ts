import type { Transaction } from "kysely"
import type { Actor, Record } from "../../record.js"
import type { Span } from "../../text/span.js"
import { copiesOf, linkCopies } from "../copies.js"
import { ArchiveError } from "../errors.js"
import { forgetForGood } from "../file.js"
import { tellRoles } from "../identities/tell.js"
import { countTenures } from "../identities/tenures.js"
import type { Archive } from "../open.js"
import { countSpeakers } from "../speakers.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { type Signed, writeLog } from "./log.js"
import { blotNames, blotSpans, namePlaces, namingMentions, withoutActors } from "./mask.js"
import { rewrite } from "./rewrite.js"
import { reportsOf, type Target } from "./taken-down.js"

/** What stands in the place of words that are gone for good. */
const GONE = "[erased]"

export interface Erased {
  /** ids of reports with the same words, which are still there */
  readonly copies: readonly string[]
}

/**
 * Removes a report's text, or a person's name and all that they said, for good: from the tables, the index of words, the
 * log and the file itself. A tombstone is left: that something was erased, when, by whom and why. Done again, it only
 * cleans the file, where another program had it open the first time.
 */
export async function erase(archive: Archive, target: Target, signed: Signed): Promise<Erased> {
  const copies = "report" in target ? await otherCopies(archive, target.report) : []
  await archive.db.transaction().execute(async (transaction) => {
    const rows = await reportsOf(transaction, target)
    if (rows.length === 0) return
    const identities = await identitiesIn(transaction, rows)
    if ("report" in target) await eraseReport(transaction, rows[0]!)
    else await erasePerson(transaction, target.identity, rows)
    await forgetIdentities(transaction, identities)
    await writeLog(transaction, signed, {
      deed: "erase",
      report: "report" in target ? target.report : null,
      entry: null,
      detail: target,
    })
  })
  await forgetForGood(archive.db)
  return { copies }
}

/** Id, hash, day and outlet stay, so that the report is known again and not added anew. */
async function eraseReport(transaction: Transaction<Tables>, { number, id, url }: ReportRow): Promise<void> {
  for (const table of ["statements", "contacts", "actors", "shingles", "readings", "grounds"] as const) {
    await transaction.deleteFrom(table).where("report", "=", number).execute()
  }
  const held = await transaction.deleteFrom("offices").where("report", "=", number).returning("identity").execute()
  for (const identity of new Set(held.map((one) => one.identity))) {
    await countTenures(transaction, identity)
    await tellRoles(transaction, identity)
  }
  await transaction
    .updateTable("reports")
    .set({ text: null, title: null, url: null, item: null, section: null, record: "{}", hidden: 1 })
    .where("number", "=", number)
    .execute()
  await transaction
    .updateTable("log")
    .set({ by: GONE, reason: GONE, detail: "{}", before: null })
    .where("report", "=", id)
    .execute()
  await countSpeakers(transaction, number)
  await linkCopies(transaction, number)
  await forgetAddress(transaction, number, url)
}

async function forgetAddress(transaction: Transaction<Tables>, report: number, url: string | null): Promise<void> {
  if (url !== null) await transaction.deleteFrom("pages").where("url", "=", url).execute()
  const item = `${GONE} ${report}`
  await transaction.updateTable("items").set({ item }).where("report", "=", report).execute()
}

/** In every report that has them: their entries are gone, and their name is blotted out wherever it stands. */
async function erasePerson(
  transaction: Transaction<Tables>,
  identity: number,
  rows: readonly ReportRow[],
): Promise<void> {
  const erased: Actor[] = []
  for (const row of rows) {
    const actors = await transaction
      .selectFrom("actors")
      .select("id")
      .where("report", "=", row.number)
      .where((eb) => eb.or([eb("identity", "=", identity), eb("linked", "=", identity)]))
      .execute()
    const record = recordOfRow(row)
    const gone = record.actors.filter(({ id }) => actors.some((actor) => actor.id === id))
    erased.push(...gone)
    await eraseFrom(transaction, row, record, gone)
  }
  await blotQuestions(transaction, erased)
  await blotLog(transaction, null, erased)
}

async function eraseFrom(
  transaction: Transaction<Tables>,
  row: ReportRow,
  record: Record,
  gone: readonly Actor[],
): Promise<void> {
  const text = blotSpans(record.report.text, placesIn(record, gone))
  const { report, ...rest } = withoutActors(record, new Set(gone.map(({ id }) => id)))
  const { text: _, ...known } = blotAll(report, gone)
  const isNamed = row.url !== null && gone.some((actor) => isInAddress(row.url!, actor))
  const { url, ...bare } = known
  const changed = {
    text,
    title: row.title === null ? null : blotAll(row.title, gone),
    url: isNamed ? null : row.url,
    item: isNamed ? null : row.item,
    record: JSON.stringify({ ...rest, report: isNamed ? bare : { ...bare, ...(url && { url }) } }),
  }
  await transaction.updateTable("reports").set(changed).where("number", "=", row.number).execute()
  if (isNamed) await forgetAddress(transaction, row.number, row.url)
  // An earlier reading holds the name, and the marks by which copies are known would tell what stood there.
  for (const table of ["readings", "shingles"] as const) {
    await transaction.deleteFrom(table).where("report", "=", row.number).execute()
  }
  const kept = new Set([...rest.statements, ...rest.contacts].map(({ id }) => id))
  const lost = [...record.statements, ...record.contacts].map(({ id }) => id).filter((id) => !kept.has(id))
  if (lost.length > 0) {
    await transaction
      .updateTable("log")
      .set({ by: GONE, reason: GONE, detail: "{}", before: null, state: "undone" })
      .where("report", "=", row.id)
      .where("entry", "in", lost)
      .execute()
  }
  await blotLog(transaction, row.id, gone)
  await rewrite(transaction, { ...row, ...changed })
}

/** The mentions that name them, and their name where the reader did not see it; not another person of that name. */
function placesIn({ report, actors }: Record, gone: readonly Actor[]): Span[] {
  const others = actors.filter((actor) => !gone.includes(actor)).flatMap(({ mentions }) => mentions)
  return gone.flatMap((actor) => [...namingMentions(report.text, actor), ...namePlaces(report.text, actor, others)])
}

/** "…/mayor-mara-lind-resigns" names her. */
function isInAddress(url: string, { name }: Actor): boolean {
  const last = name.toLowerCase().split(/\s+/).at(-1)!
  return decodeURI(url)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(last)
}

/** The same value with the names blotted out in every string that it holds. */
function blotAll<T>(value: T, gone: readonly Actor[]): T {
  const blot = blotNames(gone)
  if (typeof value === "string") return blot(value) as T
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "string" ? blot(inner) : inner,
  ) as T
}

/** What people did stays done, without the name. */
async function blotLog(transaction: Transaction<Tables>, report: string | null, gone: readonly Actor[]): Promise<void> {
  const lines = await transaction
    .selectFrom("log")
    .selectAll()
    .where((eb) => (report === null ? eb("report", "is", null) : eb("report", "=", report)))
    .execute()
  for (const { number, by, reason, detail, before } of lines) {
    const json = (words: string) => JSON.stringify(blotAll(JSON.parse(words), gone))
    await transaction
      .updateTable("log")
      .set({
        by: blotAll(by, gone),
        reason: blotAll(reason, gone),
        detail: json(detail),
        before: before === null ? null : json(before),
      })
      .where("number", "=", number)
      .execute()
  }
}

async function blotQuestions(transaction: Transaction<Tables>, gone: readonly Actor[]): Promise<void> {
  for (const { name, question } of await transaction.selectFrom("searches").selectAll().execute()) {
    const blotted = JSON.stringify(blotAll(JSON.parse(question), gone))
    await transaction.updateTable("searches").set({ question: blotted }).where("name", "=", name).execute()
  }
}

async function identitiesIn(transaction: Transaction<Tables>, rows: readonly ReportRow[]): Promise<number[]> {
  const actors = await transaction
    .selectFrom("actors")
    .select(["identity", "linked"])
    .where(
      "report",
      "in",
      rows.map(({ number }) => number),
    )
    .execute()
  return [...new Set(actors.flatMap(({ identity, linked }) => [identity, linked]))].filter((number) => number !== null)
}

/** Those whom no report names any more: the number stays, the name and all that was told of them goes. */
async function forgetIdentities(transaction: Transaction<Tables>, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    const actor = await transaction
      .selectFrom("actors")
      .select("number")
      .where((eb) => eb.or([eb("identity", "=", number), eb("linked", "=", number)]))
      .executeTakeFirst()
    if (actor) continue
    for (const table of ["known_names", "offices", "tenures", "offers"] as const) {
      await transaction.deleteFrom(table).where("identity", "=", number).execute()
    }
    for (const table of ["memberships", "grounds"] as const) {
      await transaction
        .deleteFrom(table)
        .where((eb) => eb.or([eb("member", "=", number), eb("body", "=", number)]))
        .execute()
    }
    await transaction
      .updateTable("identities")
      .set({ name: GONE, folded: GONE, roles: "{}", wikidata: null, hidden: 1 })
      .where("number", "=", number)
      .execute()
  }
}

async function otherCopies(archive: Archive, report: string): Promise<string[]> {
  const { db } = archive
  const row = await db.selectFrom("reports").select("number").where("id", "=", report).executeTakeFirst()
  if (!row) throw new ArchiveError(`${report}: there is no such report`)
  const copies = await copiesOf(archive, row.number)
  const rows = await db
    .selectFrom("reports")
    .select("id")
    .where("number", "in", copies)
    .where("id", "!=", report)
    .where("text", "is not", null)
    .orderBy("number")
    .execute()
  return rows.map(({ id }) => id)
}
