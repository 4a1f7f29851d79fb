import type { Transaction } from "kysely"
import { writeRows } from "../rows.js"
import { standingOf } from "../standing.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { type Corrected, correct } from "./correct.js"
import { deedsOf } from "./log.js"

/**
 * Writes a report's rows anew from what the machine read and what people did to it; the one way in which rows change.
 * Deeds that fit nowhere are marked as orphaned in the log.
 */
export async function rewrite(transaction: Transaction<Tables>, row: ReportRow): Promise<Corrected> {
  const corrected = await correctedRow(transaction, row)
  const { number: report, outlet, day } = row
  await writeRows(transaction, corrected.record, { report, outlet, day, standing: standingOf(row) }, corrected.handled)
  await markOrphans(transaction, row.id, corrected)
  return corrected
}

export async function correctedRow(transaction: Transaction<Tables>, row: ReportRow): Promise<Corrected> {
  return correct(recordOfRow(row), await deedsOf(transaction, row.id))
}

async function markOrphans(transaction: Transaction<Tables>, report: string, { orphaned }: Corrected): Promise<void> {
  const mark = (from: "applied" | "orphaned") =>
    transaction
      .updateTable("log")
      .set({ state: from === "applied" ? "orphaned" : "applied" })
      .where("report", "=", report)
      .where("state", "=", from)
  const numbers = orphaned.map(({ number }) => number)
  await mark("orphaned").execute()
  if (numbers.length > 0) await mark("applied").where("number", "in", numbers).execute()
}
