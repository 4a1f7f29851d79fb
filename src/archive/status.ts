import type { Kysely, Transaction } from "kysely"
import type { Report } from "../record.js"
import { linkCopies } from "./copies.js"
import { writeLog } from "./corrections/log.js"
import { explained } from "./errors.js"
import type { Archive } from "./open.js"
import { parsedRecord } from "./stored.js"
import type { ReportRow, Tables } from "./tables.js"
import { linkVersions } from "./versions.js"

/** A report as it comes again: its words are in its id. */
type Again = Pick<Report, "id" | "status" | "updated" | "provenance">

/**
 * Whether the archive holds the report. One that says another status of itself than it did is "restated": the archive
 * has taken the new status, without another reading of it. One that says none leaves the status that is known.
 * Throws an ArchiveError where that cannot be written.
 */
export async function meetReport(
  { db, path }: Archive,
  again: Again,
  now = new Date(),
): Promise<"unknown" | "known" | "restated"> {
  const held = await heldRow(db, again.id)
  if (!held || !isOther(held, again)) return held ? "known" : "unknown"
  const restating = db.transaction().execute((transaction) => restate(transaction, again, now))
  const restated = await restating.catch((error) => {
    throw explained(path, error)
  })
  return restated?.outcome ?? "unknown"
}

/** The same within a transaction, with the report's number; undefined where the archive does not hold it. */
export async function restate(
  transaction: Transaction<Tables>,
  again: Again,
  now: Date,
): Promise<{ readonly outcome: "known" | "restated"; readonly report: number } | undefined> {
  const held = await heldRow(transaction, again.id)
  if (!held) return undefined
  const report = held.number
  if (!isOther(held, again)) return { outcome: "known", report }
  const record = parsedRecord(held.record)
  const { status, updated = record.report.updated } = again
  // A notice that calls back counts from when it came, unless it bears a later date.
  const retrieved = again.provenance?.retrieved ?? now.toISOString()
  const restated = {
    ...record.report,
    status,
    ...(updated && { updated }),
    provenance: { ...record.report.provenance, retrieved },
  }
  await transaction
    .updateTable("reports")
    .set({ record: JSON.stringify({ ...record, report: restated }) })
    .where("number", "=", report)
    .execute()
  await writeLog(
    transaction,
    { by: held.outlet || "its publisher", reason: reasonOf(again), now },
    { deed: "status", report: again.id, entry: null, detail: { from: statusOf(held), to: status } },
  )
  await linkVersions(transaction, report)
  await linkCopies(transaction, report)
  return { outcome: "restated", report }
}

type Held = Pick<ReportRow, "number" | "text" | "record" | "outlet">

const heldRow = (db: Kysely<Tables>, id: string): Promise<Held | undefined> =>
  db.selectFrom("reports").select(["number", "text", "record", "outlet"]).where("id", "=", id).executeTakeFirst()

/** What was erased says nothing any more. */
const isOther = (held: Held, { status }: Again): boolean =>
  status !== undefined && held.text !== null && status !== statusOf(held)

/** What the report says of itself, whatever became of its versions. */
const statusOf = ({ record }: Held) => parsedRecord(record).report.status ?? "usable"

/** "as wire.jsonl, line 2 says" */
function reasonOf({ provenance }: Again): string {
  const { path, line } = provenance ?? {}
  if (path === undefined) return "as it says itself"
  return `as ${path === "-" ? "standard input" : path}${line === undefined ? "" : `, line ${line}`} says`
}
