import type { Transaction } from "kysely"
import { countSpeakers } from "../speakers.js"
import type { Tables } from "../tables.js"
import { goesBy, isCompatible, nameHolds, sharesOffice, shortFormOf } from "./choose.js"
import type { Known } from "./known.js"
import type { Linkable } from "./linkable.js"
import type { Linking } from "./linking.js"
import { moveMemberships } from "./memberships.js"
import { tellRoles } from "./tell.js"
import { countTenures } from "./tenures.js"

/**
 * A report can show that two identities are one, each having been seen without what shows it: “President Ruiz” before
 * anyone wrote “Ana Ruiz, president”, “ZTP” before anyone wrote “Party of Work (ZTP)”. So it does not matter which of
 * them was added first.
 */
export async function absorbOthers(linking: Linking, apart: Apart): Promise<void> {
  for (const [actor] of [...linking.linked]) {
    const to = linking.linked.get(actor)!
    // What was known before shows nothing new.
    if (actor.linked !== undefined || to.own || to.root !== to.identity) continue
    for (const other of othersOf(actor, to, linking.known, apart)) {
      // Who was taken down would be shown under the other's number.
      if (await isHidden(linking.transaction, other.identity)) continue
      await absorb(linking.transaction, other.identity, to.identity)
      for (const name of other.names) to.names.add(name)
      linking.known.splice(linking.known.indexOf(other), 1)
      for (const [each, known] of linking.linked) if (known === other) linking.linked.set(each, to)
    }
  }
}

/** Whether a person said that two identities are not one. */
export type Apart = (one: number, other: number) => boolean

function othersOf({ reading, roles, acronyms }: Linkable, to: Known, known: readonly Known[], apart: Apart): Known[] {
  const others = known.filter(
    (other) =>
      other !== to &&
      !other.own &&
      other.sort === to.sort &&
      other.root === other.identity &&
      !apart(other.identity, to.identity),
  )
  if (reading.sort === "body") {
    const goBy = (short: string) => known.filter((one) => one.sort === "body" && !one.own && one.names.has(short))
    return acronyms.flatMap((short) => {
      const bearers = goBy(short).filter((one) => one !== to)
      const [only] = bearers
      return bearers.length === 1 && only!.names.size === 1 && others.includes(only!) ? [only!] : []
    })
  }
  if (!reading.whole) return []
  const fitting = others.filter((other) => isCompatible(roles, other))
  const bearers = fitting.filter((other) => sharesOffice(roles, other))
  const spelt = bearers.filter((other) => isWhole(other) && goesBy(other, reading))
  const alike = fitting.filter((other) => isWhole(other) && goesBy(other, reading))
  const short = spelt.length === 0 ? shortFormOf(reading, roles, alike) : undefined
  const rivals = bearers.filter(
    (other) => isWhole(other) && !spelt.includes(other) && holdsSurname(other, reading.words),
  )
  const surnames = bearers.filter((other) => !isWhole(other) && nameHolds({ names: to.names }, wordOf(other)))
  return [...(spelt.length === 1 ? spelt : []), ...(short ? [short] : []), ...(rivals.length === 0 ? surnames : [])]
}

const isWhole = ({ names }: Known): boolean => [...names].some((name) => name.includes(" "))
const wordOf = ({ names }: Known) => {
  const [name = ""] = names
  return { name, words: name.split(" ") }
}
const holdsSurname = (other: Known, words: readonly string[]): boolean =>
  nameHolds(other, { name: words.at(-1)!, words: words.slice(-1) })

async function isHidden(transaction: Transaction<Tables>, identity: number): Promise<boolean> {
  const row = await transaction
    .selectFrom("identities")
    .select("hidden")
    .where("number", "=", identity)
    .executeTakeFirst()
  return row?.hidden === 1
}

/** All that was one identity's becomes another's; what people decided about it stays true of the other one. */
async function absorb(transaction: Transaction<Tables>, from: number, to: number): Promise<void> {
  await transaction.updateTable("actors").set({ linked: to }).where("linked", "=", from).execute()
  for (const table of ["actors", "statement_actors", "contact_actors"] as const) {
    await transaction.updateTable(table).set({ identity: to }).where("identity", "=", from).execute()
  }
  for (const table of ["known_names", "offices"] as const) {
    await transaction.updateTable(table).set({ identity: to }).where("identity", "=", from).execute()
  }
  await countTenures(transaction, from)
  await countTenures(transaction, to)
  await tellRoles(transaction, to)
  const quoting = await transaction
    .selectFrom("speaker_reports")
    .select("report")
    .where("person", "=", `#${from}`)
    .execute()
  for (const { report } of quoting) await countSpeakers(transaction, report)
  await moveMemberships(transaction, from, to)
  await transaction.deleteFrom("offers").where("identity", "=", from).execute()
  await transaction.updateTable("identities").set({ merged_into: to }).where("number", "=", from).execute()
}
