import type { Apart } from "./absorb.js"
import type { Choice } from "./choose.js"
import { rootsOf } from "./known.js"
import type { Linkable } from "./linkable.js"
import type { Linking } from "./linking.js"
import { nameOf, tellRoles } from "./tell.js"
import { addTenure, countTenures } from "./tenures.js"

/** Writes who the actors of the report are, and what the report says that they are. */
export async function writeLinks(linking: Linking, forced: ReadonlyMap<string, number>): Promise<void> {
  const touched = await writeOffices(linking)
  await writeActors(linking, forced)
  for (const identity of touched) await tellRoles(linking.transaction, identity)
  for (const known of new Set(linking.linked.values())) {
    if (known.names.size > 1) await nameOf(linking.transaction, known.identity)
  }
}

/** Returns whose offices the report tells of, or told of before. */
async function writeOffices({ transaction, report, day, linked }: Linking): Promise<ReadonlySet<number>> {
  const before = await transaction.deleteFrom("offices").where("report", "=", report).returning("identity").execute()
  const rows = [...linked].flatMap(([{ roles }, { identity }]) =>
    roles.map(({ role, office, field }) => ({
      identity,
      report,
      role,
      title: office?.title ?? null,
      scope: office?.scope ?? null,
      former: office?.former ? (1 as const) : (0 as const),
      field: field ?? null,
      day,
    })),
  )
  if (rows.length > 0) await transaction.insertInto("offices").values(rows).execute()
  const anew = new Set(before.map(({ identity }) => identity))
  for (const identity of anew) await countTenures(transaction, identity)
  for (const row of rows) if (!anew.has(row.identity)) await addTenure(transaction, row)
  return new Set([...anew, ...rows.map(({ identity }) => identity)])
}

async function writeActors({ transaction, linked }: Linking, forced: ReadonlyMap<string, number>): Promise<void> {
  const root = await rootsOf(transaction)
  for (const [{ actor, name }, { identity }] of linked) {
    await transaction
      .updateTable("actors")
      .set({ linked: identity, identity: root(forced.get(name) ?? identity) })
      .where("number", "=", actor)
      .execute()
  }
}

/** Offers go away with the actors' rows, so those of an earlier writing are gone. */
export async function writeOffers(
  { transaction, linked, known }: Linking,
  doubtful: ReadonlyMap<Linkable, Choice>,
  apart: Apart,
): Promise<void> {
  for (const [actor, { offers }] of doubtful) {
    const is = linked.get(actor)!
    const rows = offers
      .filter(({ to }) => known.includes(to) && to !== is && to.root !== is.root && !apart(is.identity, to.identity))
      .map(({ to, reason, score }) => ({ actor: actor.actor, identity: to.identity, reason, score }))
    if (rows.length > 0) await transaction.insertInto("offers").values(rows).execute()
  }
}
