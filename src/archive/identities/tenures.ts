import { sql, type Transaction } from "kysely"
import type { OfficeTable, Tables } from "../tables.js"

// Who bore which office from when to when, counted from what the reports say.

/** Counts one more report that gives somebody a role. */
export async function addTenure(
  transaction: Transaction<Tables>,
  { identity, role, title, scope, former, field, day }: OfficeTable,
): Promise<void> {
  const told = { title, former, field }
  await transaction
    .insertInto("tenures")
    .values({ identity, role, scope: scope ?? "", ...told, reports: 1, first_day: day, last_day: day })
    .onConflict((conflict) =>
      conflict.columns(["identity", "role", "scope"]).doUpdateSet({
        ...told,
        reports: sql<number>`tenures.reports + 1`,
        first_day: sql`case when tenures.first_day <= ${day} then tenures.first_day else coalesce(${day}, tenures.first_day) end`,
        last_day: sql`case when tenures.last_day >= ${day} then tenures.last_day else coalesce(${day}, tenures.last_day) end`,
      }),
    )
    .execute()
}

/** Counts somebody's offices anew, after a report changed what it says or another identity became this one. */
export async function countTenures(transaction: Transaction<Tables>, identity: number): Promise<void> {
  await transaction.deleteFrom("tenures").where("identity", "=", identity).execute()
  await sql`insert into tenures (identity, role, title, scope, former, field, reports, first_day, last_day)
    select identity, role, min(title), coalesce(scope, ''), min(former), min(field), count(*), min(day), max(day)
    from offices where identity = ${identity} group by identity, role, coalesce(scope, '')`.execute(transaction)
}
