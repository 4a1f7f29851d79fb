import type { Kysely } from "kysely"
import { takenDown, unshownReports } from "../standing.js"
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
    .select(["actors.identity as of", "offers.identity", "reason"])
    .distinct()
    .where("actors.identity", "is not", null)
    .where("actors.report", "not in", unshownReports(db))
    .where("offers.identity", "not in", takenDown(db))
    .$if(only !== undefined, (query) => query.where("actors.identity", "in", only!))
    .orderBy("offers.identity")
    .execute()
  const numbers = [...new Set(rows.map(({ identity }) => roots(identity)))]
  const told = await toldOf(db, numbers)
  const named = await db.selectFrom("identities").select(["number", "name"]).where("number", "in", numbers).execute()
  const names = new Map(named.map(({ number, name }) => [number, name]))
  const offers = new Map<number, OfferedIdentity[]>()
  for (const { of, identity, reason } of rows) {
    const number = roots(identity)
    const before = offers.get(of!) ?? []
    if (number === of || apart(identity, of!) || apart(number, of!) || !told.has(number)) continue
    // Several that were offered may be one by now.
    if (before.some((other) => other.number === number)) continue
    offers.set(of!, [...before, { number, name: names.get(number)!, reason }])
  }
  return offers
}
