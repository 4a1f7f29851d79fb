import type { Archive } from "../open.js"
import { standing } from "./decided.js"
import type { IdentityRow } from "./find.js"
import { nameWords, skeleton } from "./words.js"

/** A name that an identity goes by. */
export interface NameHeld {
  readonly identity: number
  /** as compared */
  readonly name: string
  readonly kind: IdentityRow["kind"]
  /** whether it means the same one in every report */
  readonly anywhere: boolean
}

/** The names that hold a word that sounds like one of these, and all that people gave, by which a report may call nobody. */
export const namesLike = async (db: Archive["db"], words: readonly string[]): Promise<NameHeld[]> => [
  ...(await namesRead(db, words)),
  ...(await namesByHand(db)),
]

async function namesRead(db: Archive["db"], words: readonly string[]): Promise<NameHeld[]> {
  const rows = await db
    .selectFrom("known_names")
    .innerJoin("identities", "identities.number", "known_names.identity")
    .select(["identity", "known_names.name", "known_names.report", "identities.kind"])
    .distinct()
    .where("word", "in", words.map(skeleton))
    .execute()
  return rows.map(({ report, ...row }) => ({ ...row, anywhere: report === null }))
}

async function namesByHand(db: Archive["db"]): Promise<NameHeld[]> {
  const [renamed, split] = await Promise.all([standing(db, "rename"), standing(db, "split")])
  const named = [...renamed.map(({ identity }) => identity), ...split.map(({ to }) => to)]
  if (named.length === 0) return []
  const rows = await db
    .selectFrom("identities")
    .select(["number", "name", "kind"])
    .where("number", "in", named)
    .execute()
  return rows.map(({ number: identity, name, kind }) => ({
    identity,
    name: nameWords(name).join(" "),
    kind,
    anywhere: true,
  }))
}
