import type { Transaction } from "kysely"
import { writeRows } from "../rows.js"
import { standingOf } from "../standing.js"
import type { ReportRow, Tables } from "../tables.js"
import type { Corrected } from "./correct.js"
import { correctedRow } from "./current.js"
import { entryDeeds } from "./deeds.js"

/**
 * Writes a report's rows anew from what the machine read and what people did to it; the one way in which rows change.
 * Deeds that fit nowhere are marked as orphaned in the log.
 */
export async function rewrite(transaction: Transaction<Tables>, row: ReportRow): Promise<Corrected> {
  const corrected = await correctedRow(transaction, row)
  const { number: report, outlet, day } = row
  await writeRows(transaction, corrected.record, { report, outlet, day, standing: standingOf(row) }, corrected.handled)
  await markDeeds(transaction, row.id, corrected)
  return corrected
}

/** A deed says in the log which entry it is about in the present reading, and whether it is there at all. */
async function markDeeds(
  transaction: Transaction<Tables>,
  report: string,
  { orphaned, steps }: Corrected,
): Promise<void> {
  const lines = await transaction
    .selectFrom("log")
    .select(["number", "entry", "state"])
    .where("report", "=", report)
    .where("deed", "in", entryDeeds)
    .where("state", "!=", "undone")
    .execute()
  const lost = new Set(orphaned.map(({ number }) => number))
  for (const { number, entry, state } of lines) {
    const now = {
      entry: steps.get(number)?.entry ?? entry,
      state: lost.has(number) ? ("orphaned" as const) : ("applied" as const),
    }
    if (now.entry === entry && now.state === state) continue
    await transaction.updateTable("log").set(now).where("number", "=", number).execute()
  }
}
