import type { Record } from "../record.js"
import { ArchiveError } from "./errors.js"
import type { Archive } from "./open.js"
import type { ReportRow } from "./tables.js"

/** The record of a report as the machine read it, by the report's id or number. */
export async function machineRecord({ db }: Archive, report: string | number): Promise<Record | undefined> {
  const row = await db
    .selectFrom("reports")
    .select(["record", "text"])
    .where(typeof report === "number" ? "number" : "id", "=", report)
    .executeTakeFirst()
  return row && recordOfRow(row)
}

/** Throws where the text has been erased: nothing can be read back then. */
export function recordOfRow({ record, text }: Pick<ReportRow, "record" | "text">): Record {
  if (text === null) throw new ArchiveError("this report has been erased")
  const stored = parsedRecord(record)
  return { ...stored, report: { ...stored.report, text } }
}

/** A record as it stands in its row, without the text. */
export function parsedRecord(record: string): Record {
  try {
    return JSON.parse(record) as Record
  } catch {
    throw new Error("the record of a report is malformed") // `explained` knows by this word that the archive is damaged
  }
}
