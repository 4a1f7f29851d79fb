import type { Kysely } from "kysely"
import type { Record } from "../../record.js"
import { hiddenActors } from "../hidden.js"
import type { Archive } from "../open.js"
import { standingOf } from "../standing.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { type Corrected, correct, standingRecord } from "./correct.js"
import { deedsOf } from "./log.js"
import { withoutActors, withoutWords } from "./mask.js"

/**
 * The record of a report as people corrected it, by the report's id or number, as it may be shown: without what was
 * withdrawn and without people who were taken down, whose names are blotted out of the text, letter by letter. Undefined
 * where the report is not there, was taken down or erased, or its publisher called it back.
 */
export async function currentRecord(archive: Archive, report: string | number): Promise<Record | undefined> {
  return (await shownOf(archive, report))?.record
}

/** The same for answers that quote the text: the words of entries that went with people who were taken down are blotted out, too. */
export async function quotableRecord(archive: Archive, report: string | number): Promise<Record | undefined> {
  const shown = await shownOf(archive, report)
  return shown && withoutWords(shown.record, shown.corrected.record.statements, shown.hidden)
}

interface Shown {
  readonly record: Record
  readonly corrected: Corrected
  /** ids of actors */
  readonly hidden: ReadonlySet<string>
}

async function shownOf({ db }: Archive, report: string | number): Promise<Shown | undefined> {
  const row = await db
    .selectFrom("reports")
    .selectAll()
    .where(typeof report === "number" ? "number" : "id", "=", report)
    .where("text", "is not", null)
    .executeTakeFirst()
  if (!row || standingOf(row) === "hidden") return undefined
  const hidden = new Set((await hiddenActors(db, row.number)).map(({ id }) => id))
  const corrected = await correctedRow(db, row)
  return { record: withoutActors(standingRecord(corrected), hidden), corrected, hidden }
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
