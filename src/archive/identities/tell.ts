import type { Transaction } from "kysely"
import { unshownReports } from "../standing.js"
import type { Tables } from "../tables.js"
import { readActor } from "./reading.js"

// What an identity is called and what it is said to be, told from its actors.

/** However many reports name somebody, so many are enough to tell by. */
const ENOUGH = 300

/** How often each role is given. */
export async function tellRoles(transaction: Transaction<Tables>, identity: number): Promise<void> {
  const rows = await transaction
    .selectFrom("tenures")
    .select(({ fn }) => ["role", fn.sum<number>("reports").as("reports")])
    .where("identity", "=", identity)
    .groupBy("role")
    .orderBy("reports", "desc")
    .orderBy("role")
    .execute()
  const roles = Object.fromEntries(rows.map(({ role, reports }) => [role, reports]))
  await transaction
    .updateTable("identities")
    .set({ roles: JSON.stringify(roles) })
    .where("number", "=", identity)
    .execute()
}

/** The name it is given most often where it may be shown, a full one where there is one; a name given by hand stays. */
export async function nameOf(transaction: Transaction<Tables>, identity: number): Promise<void> {
  const renamed = await transaction
    .selectFrom("log")
    .select("number")
    .where("deed", "=", "rename")
    .where("state", "=", "applied")
    .where("entry", "=", String(identity))
    .executeTakeFirst()
  if (renamed) return
  const rows = await transaction
    .selectFrom("actors")
    .select(["name", "kind"])
    .where("linked", "=", identity)
    .where("report", "not in", unshownReports(transaction))
    .limit(ENOUGH)
    .execute()
  const counts = new Map<string, number>()
  for (const { name: given, kind } of rows) {
    const name = readActor({ name: given, kind, roles: [] })?.written ?? given
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const full = [...counts].filter(([name]) => name.includes(" "))
  const [best] = (full.length > 0 ? full : [...counts]).sort(
    ([a, some], [b, others]) => others - some || b.length - a.length || (a < b ? -1 : 1),
  )
  if (best) await transaction.updateTable("identities").set({ name: best[0] }).where("number", "=", identity).execute()
}
