import type { Record } from "../../record.js"
import type { Archive } from "../open.js"
import { recordOfRow } from "../stored.js"
import { type Corrected, correct } from "./correct.js"
import { deedsOf } from "./log.js"

/** The record of a report as people corrected it, by the report's id or number: what was withdrawn is left out. */
export async function currentRecord(archive: Archive, report: string | number): Promise<Record | undefined> {
  const found = await correctedRecord(archive, report)
  if (!found) return undefined
  const { record, handled } = found
  const stands = ({ id }: { readonly id: string }) => handled.standing.get(id) !== "withdrawn"
  return { ...record, statements: record.statements.filter(stands), contacts: record.contacts.filter(stands) }
}

export async function correctedRecord({ db }: Archive, report: string | number): Promise<Corrected | undefined> {
  const row = await db
    .selectFrom("reports")
    .select(["id", "record", "text"])
    .where(typeof report === "number" ? "number" : "id", "=", report)
    .executeTakeFirst()
  return row && correct(recordOfRow(row), await deedsOf(db, row.id))
}
