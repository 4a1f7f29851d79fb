import type { Kysely } from "kysely"
import type { Record } from "../../record.js"
import { shownWithout } from "../blotting/shown.js"
import { hiddenCut } from "../hidden.js"
import type { Archive } from "../open.js"
import { standingOf } from "../standing.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { type Corrected, correct, standingRecord } from "./correct.js"
import { deedsOf } from "./log.js"

/**
 * The record of a report as people corrected it, by the report's id or number, as it may be shown: without what was
 * withdrawn and without people who were taken down, whose names and words are blotted out, letter by letter. Undefined
 * where the report is not there, was taken down or erased, or its publisher called it back.
 */
export async function currentRecord({ db }: Archive, report: string | number): Promise<Record | undefined> {
  const row = await db
    .selectFrom("reports")
    .selectAll()
    .where(typeof report === "number" ? "number" : "id", "=", report)
    .where("text", "is not", null)
    .executeTakeFirst()
  if (!row || standingOf(row) === "hidden") return undefined
  const corrected = await correctedRow(db, row)
  return shownWithout(standingRecord(corrected), await hiddenCut(db, row.number, corrected))
}

/** The current records of all reports that may be shown and have no newer version, in the order they were added. */
export async function* currentRecords(archive: Archive): AsyncGenerator<Record> {
  const numbers = await archive.db
    .selectFrom("reports")
    .select("number")
    .where("succeeded_by", "is", null)
    .orderBy("number")
    .execute()
  for (const { number } of numbers) {
    const record = await currentRecord(archive, number)
    if (record) yield record
  }
}

/** The record with all that was done to it, also what may not be shown: for those who correct it. */
export async function correctedRecord({ db }: Archive, report: string | number): Promise<Corrected | undefined> {
  const row = await db
    .selectFrom("reports")
    .select(["id", "record", "text"])
    .where(typeof report === "number" ? "number" : "id", "=", report)
    .executeTakeFirst()
  return row && correctedRow(db, row)
}

export async function correctedRow(
  db: Kysely<Tables>,
  row: Pick<ReportRow, "id" | "record" | "text">,
): Promise<Corrected> {
  return correct(recordOfRow(row), await deedsOf(db, row.id))
}
