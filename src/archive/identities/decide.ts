import type { Transaction } from "kysely"
import { type Signed, writeLog } from "../corrections/log.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import type { Tables } from "../tables.js"
import { applyDecision } from "./apply.js"
import type { ActorOfReport, Details } from "./decided.js"
import { rootsOf } from "./known.js"

// What people decide about identities. Each is a line of the log, by the number of which it can be undone.

/** One counts as the other from now on. */
export const mergeIdentities = (archive: Archive, from: number, into: number, signed: Signed): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    const root = await rootsOf(transaction)
    const detail = { from: root(from), into: root(into) }
    if (detail.from === detail.into) throw new ArchiveError("these two are one already")
    const kinds = await Promise.all([kindOf(transaction, detail.from), kindOf(transaction, detail.into)])
    if ((kinds[0] === "person") !== (kinds[1] === "person")) {
      throw new ArchiveError("a person and a body cannot be one")
    }
    return decide(transaction, "merge", detail, signed)
  })

/** The actors of these names in these reports are somebody else, of that name; gives the number of who they are now. */
export const splitIdentity = (
  archive: Archive,
  from: number,
  actors: readonly ActorOfReport[],
  name: string,
  signed: Signed,
): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    const kind = await kindOf(transaction, from)
    for (const actor of actors) {
      const row = await transaction
        .selectFrom("actors")
        .innerJoin("reports", "reports.number", "actors.report")
        .select("actors.number")
        .where("reports.id", "=", actor.report)
        .where("actors.name", "=", actor.name)
        .where("actors.identity", "=", from)
        .executeTakeFirst()
      if (!row) throw new ArchiveError(`${actor.name}: is not among those who are one here`)
    }
    if (actors.length === 0) throw new ArchiveError("there is nobody to split off")
    const { number: to } = await transaction
      .insertInto("identities")
      .values({ name, kind, folded: "", roles: "{}", wikidata: null, private: null, merged_into: null })
      .returning("number")
      .executeTakeFirstOrThrow()
    await decide(transaction, "split", { from, to, actors }, signed)
    return to
  })

/** They are not one, and are not offered as one any more. */
export const keepApart = (archive: Archive, one: number, other: number, signed: Signed): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    await Promise.all([kindOf(transaction, one), kindOf(transaction, other)])
    return decide(transaction, "apart", { identities: [one, other] }, signed)
  })

export const renameIdentity = (archive: Archive, identity: number, name: string, signed: Signed): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    if (name.trim() === "") throw new ArchiveError("a name is needed")
    await kindOf(transaction, identity)
    return decide(transaction, "rename", { identity, name: name.trim() }, signed)
  })

/** Throws an ArchiveError where it is none. */
export function checkWikidataId(id: string): void {
  if (!/^Q[1-9]\d*$/.test(id)) throw new ArchiveError(`${id}: is no Wikidata id, such as Q42`)
}

export const setWikidata = (archive: Archive, identity: number, id: string | null, signed: Signed): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    if (id !== null) checkWikidataId(id)
    await kindOf(transaction, identity)
    return decide(transaction, "wikidata", { identity, wikidata: id }, signed)
  })

/** Private, public, or null: as the roles say. */
export const setPrivate = (
  archive: Archive,
  identity: number,
  isPrivate: boolean | null,
  signed: Signed,
): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    await kindOf(transaction, identity)
    const value = isPrivate === null ? null : isPrivate ? 1 : 0
    return decide(transaction, "privacy", { identity, private: value }, signed)
  })

/** Confirms or denies that somebody speaks for a body, or says so from a list of the user's own. */
export const settleMembership = (archive: Archive, told: Details["membership"], signed: Signed): Promise<number> =>
  inTransaction(archive, async (transaction) => {
    await kindOf(transaction, told.member)
    if ((await kindOf(transaction, told.body)) === "person") throw new ArchiveError("nobody is a member of a person")
    return decide(transaction, "membership", told, signed)
  })

const inTransaction = <Result>(
  { db }: Archive,
  act: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> => db.transaction().execute(act)

async function decide<Deed extends keyof Details>(
  transaction: Transaction<Tables>,
  deed: Deed,
  detail: Details[Deed],
  signed: Signed,
): Promise<number> {
  const entry = "identity" in detail ? String(detail.identity) : null
  const number = await writeLog(transaction, signed, { deed, report: null, entry, detail })
  await applyDecision(transaction, deed, JSON.stringify(detail))
  return number
}

async function kindOf(transaction: Transaction<Tables>, identity: number): Promise<Tables["identities"]["kind"]> {
  const row = await transaction
    .selectFrom("identities")
    .select("kind")
    .where("number", "=", identity)
    .executeTakeFirst()
  if (!row) throw new ArchiveError(`#${identity}: there is no such identity`)
  return row.kind
}
