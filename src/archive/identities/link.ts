import type { Transaction } from "kysely"
import type { Record } from "../../record.js"
import type { Tables } from "../tables.js"
import { absorbOthers } from "./absorb.js"
import { type Choice, chooseByPart, chooseWhole } from "./choose.js"
import { chooseByCompany } from "./company.js"
import { apartOf, forcedIn } from "./decided.js"
import { knownFor } from "./known.js"
import { type Linkable, linkablesOf } from "./linkable.js"
import { addName, type Linking, openIdentity } from "./linking.js"
import { proposeMemberships } from "./memberships.js"
import { writeLinks, writeOffers } from "./write.js"

/**
 * Says of each actor of a report who it is in the archive, once its rows are written. Who was linked before stays linked.
 * Surest first: the same whole name, then another spelling of it that something else speaks for, then surnames. What is
 * doubtful is offered.
 */
export async function linkActors(
  transaction: Transaction<Tables>,
  record: Record,
  { report, day }: { readonly report: number; readonly day: string | null },
): Promise<void> {
  const actors = await linkablesOf(transaction, record, report)
  const known = await knownFor(transaction, actors, report, day)
  const linking: Linking = { transaction, report, day, known, linked: new Map() }
  const doubtful = new Map<Linkable, Choice>()

  for (const actor of actors) {
    const before = known.find(({ identity }) => identity === actor.linked)
    if (before) linking.linked.set(actor, before)
  }
  const whole = actors.filter(({ reading }) => reading.whole)
  for (const actor of whole) {
    if (linking.linked.has(actor)) continue
    const { join } = chooseWhole(actor, known)
    if (join) linking.linked.set(actor, join)
  }
  for (const actor of whole) {
    if (!linking.linked.has(actor)) await take(actor, await chooseByCompany(linking, chooseWhole(actor, known)))
  }
  const here = whole.map((actor) => ({ reading: actor.reading, known: linking.linked.get(actor)! }))
  for (const actor of actors) {
    if (!linking.linked.has(actor)) await take(actor, chooseByPart(actor, known, here))
  }

  const apart = await apartOf(transaction)
  for (const [actor, one] of linking.linked) {
    for (const name of actor.reading.whole ? [actor.reading.name, ...actor.acronyms] : []) {
      await addName(linking, one, name)
    }
  }
  await absorbOthers(linking, apart)
  await writeLinks(linking, await forcedIn(transaction, record.report.id))
  await writeOffers(linking, doubtful, apart)
  await proposeMemberships(linking, record)

  async function take(actor: Linkable, choice: Choice): Promise<void> {
    linking.linked.set(actor, choice.join ?? (await openIdentity(linking, actor, choice.own)))
    if (!choice.join) doubtful.set(actor, choice)
  }
}
