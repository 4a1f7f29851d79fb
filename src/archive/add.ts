import type { Transaction } from "kysely"
import type { Record } from "../record.js"
import { linkCopies } from "./copies.js"
import { hideVersion } from "./corrections/taken-down.js"
import { freeName } from "./entry-names.js"
import { explained } from "./errors.js"
import type { Archive } from "./open.js"
import { addRows } from "./rows.js"
import { standingOf } from "./standing.js"
import { restate } from "./status.js"
import type { Tables } from "./tables.js"
import { itemOf, linkVersions } from "./versions.js"

export interface Added {
  /**
   * "known": the archive had it already; "restated": it had, and the report's new status was taken; "erased": its text was
   * erased, or somebody from it. Then nothing else was written.
   */
  readonly outcome: "added" | "known" | "restated" | "erased"
  /** number of the report in the archive */
  readonly report: number
  /** the archive has another report with these words, all or nearly */
  readonly isCopy: boolean
  /** the archive has another version of this report */
  readonly isVersion: boolean
}

/** Adds a record with its report, whole or not at all. */
export async function addRecord(archive: Archive, record: Record, now = new Date()): Promise<Added> {
  const [added] = await addRecords(archive, [record], now)
  return added!
}

/** Adds records with their reports, all of them or none: what takes longest is to have the disk confirm it, once for all. */
export async function addRecords(
  { db, path }: Archive,
  records: readonly Record[],
  now = new Date(),
): Promise<readonly Added[]> {
  if (records.length === 0) return []
  const adding = db.transaction().execute(async (transaction) => {
    const all: Added[] = []
    for (const record of records) all.push(await addOne(transaction, record, now))
    return all
  })
  return adding.catch((error) => {
    throw explained(path, error)
  })
}

async function addOne(transaction: Transaction<Tables>, record: Record, now: Date): Promise<Added> {
  const held = await restate(transaction, record.report, now)
  if (held) return { ...held, isCopy: false, isVersion: false }
  const erased = await erasedTwin(transaction, record.report)
  if (erased) return { outcome: "erased", report: erased.number, isCopy: false, isVersion: false }
  const report = await writeReport(transaction, record, now)
  await addRows(transaction, record, {
    report,
    outlet: outletOf(record.report),
    day: dayOf(record.report),
    standing: standingOf({ hidden: 0, status: record.report.status ?? "usable", succeeded_by: null }),
  })
  const versions = await linkVersions(transaction, report)
  if (versions > 1) await hideVersion(transaction, report)
  const copies = await linkCopies(transaction, report)
  return { outcome: "added", report, isCopy: copies > 1, isVersion: versions > 1 }
}

/** A report with this text as it was before something was erased from it: under another address it must not come back. */
const erasedTwin = (transaction: Transaction<Tables>, { textHash, text }: Record["report"]) =>
  transaction
    .selectFrom("reports")
    .select("number")
    .where("text_hash", "=", textHash)
    .where((eb) => eb.or([eb("text", "is", null), eb("text", "!=", text)]))
    .executeTakeFirst()

async function writeReport(transaction: Transaction<Tables>, record: Record, now: Date): Promise<number> {
  const { text, ...report } = record.report
  const row = await transaction
    .insertInto("reports")
    .values({
      id: report.id,
      name: await freeName(transaction, report.id),
      text_hash: report.textHash,
      text,
      title: report.title ?? null,
      url: report.url ?? null,
      item: itemOf(report),
      publisher: report.publisher ?? null,
      outlet: outletOf(report),
      section: report.section ?? null,
      language: report.language,
      published: report.published ?? null,
      day: dayOf(report),
      status: report.status ?? "usable",
      record: JSON.stringify({ ...record, report }),
      reader_version: record.reader.version,
      model: record.reader.model,
      added: now.toISOString(),
      copy_of: null,
      likeness: null,
      succeeded_by: null,
      hidden: 0,
    })
    .returning("number")
    .executeTakeFirstOrThrow()
  return row.number
}

type Named = Pick<Record["report"], "publisher" | "url" | "published">

/** The publisher, else the host that it was read from: "www.example.org" → "example.org". */
export function outletOf({ publisher, url }: Named): string {
  if (publisher) return publisher
  return url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : ""
}

/** The day of publication, in the report's own time zone. */
export const dayOf = ({ published }: Named): string | null => published?.slice(0, 10) ?? null
