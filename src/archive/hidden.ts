import type { Kysely, Transaction } from "kysely"
import { inBatches } from "./batches.js"
import { type Cut, cutOf, namedBeside, type Readable } from "./blotting/cut.js"
import { namedIn } from "./blotting/goes.js"
import { isLonger } from "./blotting/longer.js"
import { type Called, isWholeName, joined } from "./blotting/mask.js"
import { blotBeside, withoutEntriesOf, withoutSaid } from "./blotting/shown.js"
import { rowsWithWords, withLetters } from "./dialect.js"
import { fold } from "./fold.js"
import { renamesOf } from "./identities/decided.js"
import { blotGrounds } from "./identities/index.js"
import { rootsOf } from "./identities/known.js"
import { describedBodies, makeNobody, namedNoMore, renameOthers } from "./nobody.js"
import { parsedRecord } from "./stored.js"
import type { Tables } from "./tables.js"

/** Takes the entries of hidden people out of the answers; to be called whenever a report's actors were linked anew. */
export async function hidePeople(transaction: Transaction<Tables>, report: number, corrected: Readable): Promise<void> {
  const { record } = corrected
  const cut = await hiddenCut(transaction, report, corrected)
  if (cut.isNone) return
  const left = withoutEntriesOf(record, cut)
  const after = withoutSaid(left, cut, namedIn(left))
  const renamed = await renameOthers(transaction, report, record, after)
  const blot = blotBeside(cut)
  const nobody = [
    ...(await makeNobody(transaction, [...renamed, ...(await namedNoMore(transaction, report, record, after))])),
    ...(await describedBodies(transaction, report, blot)),
  ]
  await blotGrounds(transaction, report, new Set(nobody), blot)
  for (const table of ["statements", "contacts"] as const) {
    for (const some of inBatches(gone(record[table], left[table]))) {
      await transaction
        .updateTable(table)
        .set({ standing: "hidden" })
        .where("report", "=", report)
        .where("id", "in", some)
        .execute()
    }
  }
}

type Named = { readonly id: string }

function gone(before: readonly Named[], after: readonly Named[]): string[] {
  const left = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id }) => (left.has(id) ? [] : [id]))
}

/** What goes of a report with people who were taken down. */
export async function hiddenCut(db: Kysely<Tables>, report: number, corrected: Readable): Promise<Cut> {
  const numbers = await hiddenNumbers(db)
  if (numbers.length === 0) return cutOf(corrected, [], [])
  const called = await calledOf(db, numbers)
  const hidden = await actorsOf(db, report, numbers, called)
  return cutOf(
    corrected,
    corrected.record.actors.filter(({ id }) => hidden.has(id)),
    called,
  )
}

/** What people and bodies who were taken down are called, in any report. */
export const hiddenCalled = async (db: Kysely<Tables>): Promise<Called[]> => calledOf(db, await hiddenNumbers(db))

async function hiddenNumbers(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db.selectFrom("identities").select("number").where("hidden", "=", 1).execute()
  return rows.map(({ number }) => number)
}

/** What identities, and those who were merged into them, are called: as they are shown or were, and in reports. */
export async function calledOf(db: Kysely<Tables>, numbers: readonly number[]): Promise<Called[]> {
  if (numbers.length === 0) return []
  const identities = await db
    .selectFrom("identities")
    .select(["number", "name", "kind"])
    .where(({ eb, or }) => or([eb("number", "in", numbers), eb("merged_into", "in", numbers)]))
    .execute()
  const all = identities.map(({ number }) => number)
  const actors = await db
    .selectFrom("actors")
    .select(["name", "kind"])
    .distinct()
    .where(({ eb, or }) => or([eb("identity", "in", all), eb("linked", "in", all)]))
    .execute()
  const kinds = new Map(identities.map(({ number, kind }) => [number, kind]))
  const known = await db.selectFrom("known_names").select(["name", "identity"]).where("identity", "in", all).execute()
  const byHand = await namesByHand(db, all)
  const rows = [
    ...identities,
    ...actors,
    ...[...known, ...byHand].map(({ name, identity }) => ({ name, kind: kinds.get(identity)! })),
  ]
  const called = new Map(rows.map(({ name, kind }) => [`${kind} ${name}`, { name, kind, aliases: [] }]))
  return [...called.values()]
}

/** A name that somebody else bears was given by mistake. */
async function namesByHand(db: Kysely<Tables>, some: readonly number[]) {
  const renames = await renamesOf(db, some)
  if (renames.length === 0) return []
  const others = await db
    .selectFrom("identities")
    .select("folded")
    .where("number", "not in", some)
    .where("folded", "in", [...new Set(renames.map(({ name }) => fold(name)))])
    .execute()
  const borne = new Set(others.map(({ folded }) => folded))
  return renames.filter(({ name }) => !borne.has(fold(name)))
}

/**
 * Ids of a report's actors who are some identities, or bear the whole name of one and are nobody else: another person of
 * the name is, but not an organisation for which a reader took it, nor “President Vera Tonk”.
 */
export async function actorsOf(
  db: Kysely<Tables>,
  report: number,
  numbers: readonly number[],
  called: readonly Called[],
): Promise<ReadonlySet<string>> {
  const whole = called.filter(({ name }) => isWholeName(name)).map((one) => ({ ...one, folded: fold(one.name) }))
  const rows = await db
    .selectFrom("actors as a")
    .leftJoin("identities as i", "i.number", "a.linked")
    .select(["a.id", "a.name", "a.kind", "a.folded", "a.identity", "a.linked"])
    .select(["i.name as linkedName", "i.kind as linkedKind"])
    .where("a.report", "=", report)
    .execute()
  const [those, rootOf] = [new Set<number | null>(numbers), await rootsOf(db)]
  type Row = (typeof rows)[number]
  const bears = ({ kind, folded, identity, linked }: Row) =>
    whole.some((one) => one.folded === folded && (one.kind !== kind || (identity === null && linked === null)))
  // “President Vera Tonk” is she, but where people said who it is, or the archive takes it for another of the name.
  const bearsLonger = (actor: Row) => {
    const { identity, linked, linkedName: name, linkedKind: kind } = actor
    if ((identity !== null && identity !== linked) || !isLonger(actor, whole)) return false
    if (name === null || kind === null) return true
    return isLonger({ name, kind }, whole) || whole.some((one) => one.folded === fold(name) && one.kind !== kind)
  }
  const gone = rows.filter((actor) => {
    const { identity, linked } = actor
    // An identity that was taken down stays so when it is merged into another; who was split off from it is not it.
    const isOne = those.has(identity) || (those.has(linked) && (identity === null || identity === rootOf(linked!)))
    return isOne || bears(actor) || bearsLonger(actor)
  })
  return new Set(gone.map(({ id }) => id))
}

/** Numbers of the reports whose text or title has one of the names whole or joined (“@VeraTonk”), whoever that is there. */
export async function reportsNaming(db: Kysely<Tables>, called: readonly Called[]): Promise<number[]> {
  const numbers = new Set<number>()
  const names = called.map(({ name }) => name).filter(isWholeName)
  for (const words of new Set(names.flatMap((name) => [`"${name.replaceAll('"', " ")}"`, joined(name)]))) {
    const rows = await db.selectFrom(rowsWithWords("reports", words).as("found")).select("found.number").execute()
    for (const { number } of rows) numbers.add(number)
  }
  return [...numbers]
}

/** The same of those that have one beside the text: in a byline, a section, a label, the words by which somebody is called. */
export async function reportsNamingBeside(db: Kysely<Tables>, called: readonly Called[]): Promise<number[]> {
  const numbers: number[] = []
  for (const { name } of called.filter(({ name }) => isWholeName(name))) {
    const rows = await db
      .selectFrom("reports")
      .select(["number", "record"])
      .where("text", "is not", null)
      .where(withLetters("record", name))
      .execute()
    for (const { number, record } of rows) if (namedBeside(parsedRecord(record), name)) numbers.push(number)
  }
  return numbers
}
