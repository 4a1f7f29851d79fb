import type { Kysely } from "kysely"
import { inBatches } from "./batches.js"
import type { Archive } from "./open.js"
import type { StatementTable, Tables } from "./tables.js"

type Row = Pick<StatementTable, "id" | "within" | "standing">

/**
 * By report: ids of the statements that come through the mouth of somebody who was taken down. “Lind said that Reed had
 * said that Ruiz said so”: without Lind, Reed's and Ruiz's. In a copy for everybody her statement is not there at all,
 * but theirs still point to it.
 */
export async function toldByTakenDown(
  db: Kysely<Tables>,
  reports: readonly number[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const rowsOf = new Map<number, Row[]>()
  for (const some of inBatches([...new Set(reports)])) {
    const rows = await db
      .selectFrom("statements")
      .select(["report", "id", "within", "standing"])
      .where("report", "in", some)
      .execute()
    for (const { report, ...row } of rows) {
      const known = rowsOf.get(report)
      if (known) known.push(row)
      else rowsOf.set(report, [row])
    }
  }
  return new Map([...rowsOf].map(([report, rows]) => [report, toldByGone(rows)]))
}

/** The same of one report. */
export const tellersTakenDown = async ({ db }: Pick<Archive, "db">, report: number): Promise<ReadonlySet<string>> =>
  (await toldByTakenDown(db, [report])).get(report) ?? new Set()

function toldByGone(rows: readonly Row[]): ReadonlySet<string> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const isTold = ({ within }: Row, depth = 0): boolean => {
    if (within === null) return false
    const outer = byId.get(within)
    if (outer === undefined || outer.standing === "hidden") return true
    // Nothing is told through so many mouths, but a person can make a circle.
    return depth < rows.length && isTold(outer, depth + 1)
  }
  return new Set(rows.filter((row) => row.standing !== "hidden" && isTold(row)).map(({ id }) => id))
}
