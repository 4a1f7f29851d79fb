import type { Kysely, Transaction } from "kysely"
import type { Tables } from "./tables.js"

/** Takes the entries of hidden people out of the answers; to be called whenever a report's actors were linked anew. */
export async function hidePeople(transaction: Transaction<Tables>, report: number): Promise<void> {
  const hidden = await hiddenActors(transaction, report)
  if (hidden.length === 0) return
  const numbers = hidden.map(({ number }) => number)
  await transaction
    .updateTable("statements")
    .set({ standing: "hidden" })
    .where("number", "in", (eb) => eb.selectFrom("statement_actors").select("statement").where("actor", "in", numbers))
    .execute()
  await transaction
    .updateTable("contacts")
    .set({ standing: "hidden" })
    .where("number", "in", (eb) => eb.selectFrom("contact_actors").select("contact").where("actor", "in", numbers))
    .execute()
}

/** A report's actors who are hidden identities. */
export const hiddenActors = (db: Kysely<Tables>, report: number) =>
  db
    .selectFrom("actors")
    .innerJoin("identities", (join) =>
      // An identity that was taken down stays so when it is merged into another.
      join.on((eb) =>
        eb.or([eb("identities.number", "=", eb.ref("identity")), eb("identities.number", "=", eb.ref("linked"))]),
      ),
    )
    .select(["actors.number", "actors.id"])
    .distinct()
    .where("actors.report", "=", report)
    .where("identities.hidden", "=", 1)
    .execute()
