import type { Kysely } from "kysely"
import { unshownReports } from "../standing.js"
import type { Tables } from "../tables.js"
import { apartOf } from "./decided.js"
import { rootsOf } from "./known.js"
import { toldOf } from "./told.js"

/** Whom somebody may be as well. */
export interface OfferedIdentity {
  readonly number: number
  readonly name: string
  readonly reason: string
}

/**
 * Whom identities may be as well, by their numbers, of these only where some are given: what was offered and is neither
 * accepted nor declined, and can be seen. Whoever nothing is offered for is not in it.
 */
export async function openOffers(
  db: Kysely<Tables>,
  only?: readonly number[],
): Promise<ReadonlyMap<number, readonly OfferedIdentity[]>> {
  const roots = await rootsOf(db)
  const apart = await apartOf(db)
  const rows = await db
    .selectFrom("offers")
    .innerJoin("actors", "actors.number", "offers.actor")
    .innerJoin("identities", "identities.number", "offers.identity")
    .select(["actors.identity as of", "offers.identity", "identities.name", "reason"])
    .distinct()
    .where("actors.identity", "is not", null)
    .where("actors.report", "not in", unshownReports(db))
    .where("identities.hidden", "=", 0)
    .$if(only !== undefined, (query) => query.where("actors.identity", "in", only!))
    .execute()
  const told = await toldOf(db, [...new Set(rows.map(({ identity }) => roots(identity)))])
  const offers = new Map<number, OfferedIdentity[]>()
  for (const { of, identity, name, reason } of rows) {
    const number = roots(identity)
    if (number === of || apart(identity, of!) || !told.has(number)) continue
    offers.set(of!, [...(offers.get(of!) ?? []), { number, name, reason }])
  }
  return offers
}
