import type { Transaction } from "kysely"
import type { Record } from "../../record.js"
import type { Tables } from "../tables.js"
import { namesakes } from "./choose.js"
import { type Known, knownFor } from "./known.js"
import { type Linkable, linkablesOf } from "./linkable.js"
import { type Linking, openIdentity } from "./linking.js"
import { writeLinks } from "./write.js"

/** Says of each actor of a report who it is in the archive, once its rows are written. */
export async function linkActors(
  transaction: Transaction<Tables>,
  record: Record,
  { report, day }: { readonly report: number; readonly day: string | null },
): Promise<void> {
  const actors = await linkablesOf(transaction, record, report)
  const known = await knownFor(
    transaction,
    actors.map(({ reading }) => reading),
    report,
    day,
  )
  const linking: Linking = { transaction, report, day, known, linked: new Map() }
  for (const actor of actors) linking.linked.set(actor, await identityOf(linking, actor))
  await writeLinks(linking)
}

async function identityOf(linking: Linking, actor: Linkable): Promise<Known> {
  const { reading } = actor
  if (reading.whole) {
    const [first, ...others] = namesakes(actor, linking.known)
    return first && others.every(({ root }) => root === first.root) ? first : openIdentity(linking, actor, false)
  }
  const own = linking.known.find((one) => one.own && one.sort === reading.sort && one.names.has(reading.name))
  return own ?? openIdentity(linking, actor, true)
}
