import type { Transaction } from "kysely"
import type { Tables } from "../tables.js"
import type { Known } from "./known.js"
import type { Linkable } from "./linkable.js"
import { skeleton } from "./words.js"

/** The linking of one report's actors, as far as it has got. */
export interface Linking {
  readonly transaction: Transaction<Tables>
  readonly report: number
  readonly day: string | null
  /** Whom its actors may be; new ones come in at the end. */
  readonly known: Known[]
  readonly linked: Map<Linkable, Known>
}

/** An identity that the archive did not have. Of its `own` when its name means it in this report only: then once for it. */
export async function openIdentity(linking: Linking, { reading, kind }: Linkable, own: boolean): Promise<Known> {
  const before = linking.known.find((one) => one.own && one.sort === reading.sort && one.names.has(reading.name))
  if (own && before) return before
  const { number } = await linking.transaction
    .insertInto("identities")
    .values({
      name: reading.written,
      kind,
      folded: reading.name,
      roles: "{}",
      wikidata: null,
      private: null,
      merged_into: null,
    })
    .returning("number")
    .executeTakeFirstOrThrow()
  const one = {
    identity: number,
    root: number,
    sort: reading.sort,
    names: new Set<string>(),
    own,
    offices: [],
    fields: new Set<never>(),
  }
  linking.known.push(one)
  await addName(linking, one, reading.name)
  return one
}

export async function addName({ transaction, report }: Linking, known: Known, name: string): Promise<void> {
  if (known.names.has(name)) return
  known.names.add(name)
  const words = [...new Set(name.split(" ").map(skeleton))]
  await transaction
    .insertInto("known_names")
    .values(words.map((word) => ({ identity: known.identity, name, word, report: known.own ? report : null })))
    .execute()
}
