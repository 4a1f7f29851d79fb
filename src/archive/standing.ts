import type { Kysely } from "kysely"
import type { ReportRow, Standing, Tables } from "./tables.js"

/** Whether a report's entries answer questions: not when it was taken down or called back, nor beside its newer version. */
export function standingOf({
  hidden,
  status,
  succeeded_by,
}: Pick<ReportRow, "hidden" | "status" | "succeeded_by">): Standing {
  if (hidden === 1 || status !== "usable") return "hidden"
  return succeeded_by === null ? "current" : "stale"
}

/** Numbers of the reports that may not be shown, as a query: there are few, and an index has them. */
export const unshownReports = (db: Kysely<Tables>) =>
  db
    .selectFrom("reports")
    .select("number")
    .where(({ eb, or, and }) =>
      or([eb("hidden", "=", 1), and([eb("hidden", "=", 0), eb("status", "in", ["withheld", "cancelled"])])]),
    )

/** Numbers of the identities that were taken down, and of those who were merged into one that was, as a query. */
export const takenDown = (db: Kysely<Tables>) =>
  db
    .withRecursive("down", (query) =>
      query
        .selectFrom("identities")
        .select("number")
        .where("hidden", "=", 1)
        .union(
          query.selectFrom("identities as i").innerJoin("down", "down.number", "i.merged_into").select("i.number"),
        ),
    )
    .selectFrom("down")
    .select("number")

export async function takenDownNumbers(db: Kysely<Tables>): Promise<ReadonlySet<number>> {
  const rows = await takenDown(db).execute()
  return new Set(rows.map(({ number }) => number))
}
