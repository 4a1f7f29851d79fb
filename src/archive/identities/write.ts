import { sql } from "kysely"
import type { Linking } from "./linking.js"

/** Writes who the actors of the report are, and what the report says that they are. */
export async function writeLinks(linking: Linking): Promise<void> {
  await writeOffices(linking)
  await writeActors(linking)
}

async function writeOffices({ transaction, report, day, linked }: Linking): Promise<void> {
  await transaction.deleteFrom("offices").where("report", "=", report).execute()
  for (const [{ roles }, { identity }] of linked) {
    if (roles.length === 0) continue
    const rows = roles.map(({ role, office, field }) => ({
      identity,
      report,
      role,
      title: office?.title ?? null,
      scope: office?.scope ?? null,
      former: office?.former ? (1 as const) : (0 as const),
      field: field ?? null,
      day,
    }))
    await transaction.insertInto("offices").values(rows).execute()
  }
}

async function writeActors({ transaction, report, linked }: Linking): Promise<void> {
  for (const [{ actor }, { identity, root }] of linked) {
    await transaction
      .updateTable("actors")
      .set({ linked: identity, identity: root })
      .where("number", "=", actor)
      .execute()
  }
  await sql`update statement_actors set identity = (select identity from actors where number = actor)
    where statement in (select number from statements where report = ${report})`.execute(transaction)
  await sql`update contact_actors set identity = (select identity from actors where number = actor)
    where contact in (select number from contacts where report = ${report})`.execute(transaction)
}
