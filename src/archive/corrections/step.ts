import type { Archive } from "../open.js"
import { recordOfRow } from "../stored.js"
import type { LogRow, ReportRow } from "../tables.js"
import { type Corrected, correct, type Step } from "./correct.js"
import { entryDeeds } from "./deeds.js"
import { deedOf, deedsOf } from "./log.js"

/**
 * What a deed did; undefined where it fits nowhere, or is about no entry. One that was undone is not among those that are
 * replayed: it is done again on what came before it.
 */
export async function stepOf(
  { db }: Archive,
  row: ReportRow,
  corrected: Corrected,
  line: Pick<LogRow, "number" | "deed" | "state"> & { readonly detail: object },
): Promise<Step | undefined> {
  const known = corrected.steps.get(line.number)
  if (known || line.state !== "undone" || !entryDeeds.includes(line.deed)) return known
  const before = (await deedsOf(db, row.id)).filter(({ number }) => number < line.number)
  const again = deedOf({ ...line, detail: JSON.stringify(line.detail) })
  return correct(recordOfRow(row), [...before, again]).steps.get(line.number)
}
