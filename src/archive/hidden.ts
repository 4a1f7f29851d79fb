import type { Kysely, Transaction } from "kysely"
import type { Record } from "../record.js"
import { inBatches } from "./batches.js"
import { type Cut, cutOf, type Readable } from "./corrections/cut.js"
import { namedIn } from "./corrections/goes.js"
import { nameWords } from "./corrections/mask.js"
import { withoutEntriesOf, withoutSaid } from "./corrections/shown.js"
import { rowsWithWords } from "./dialect.js"
import { fold } from "./fold.js"
import type { Tables } from "./tables.js"

/** Takes the entries of hidden people out of the answers; to be called whenever a report's actors were linked anew. */
export async function hidePeople(transaction: Transaction<Tables>, report: number, corrected: Readable): Promise<void> {
  const { record } = corrected
  const cut = await hiddenCut(transaction, report, corrected)
  if (cut.actors.length === 0) return
  const left = withoutEntriesOf(record, cut)
  await renameOthers(transaction, report, record, withoutSaid(left, cut, namedIn(left)))
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

/** “Ms. Lind's lawyer” is called by her name. */
async function renameOthers(transaction: Transaction<Tables>, report: number, before: Record, after: Record) {
  const known = new Map(before.actors.map((actor) => [actor.id, actor]))
  for (const { id, name, roles } of after.actors) {
    const was = known.get(id)!
    if (name === was.name && roles.join() === was.roles.join()) continue
    await transaction
      .updateTable("actors")
      .set({ name, folded: fold(name), roles: JSON.stringify(roles) })
      .where("report", "=", report)
      .where("id", "=", id)
      .execute()
  }
}

type Named = { readonly id: string }

function gone(before: readonly Named[], after: readonly Named[]): string[] {
  const left = new Set(after.map(({ id }) => id))
  return before.flatMap(({ id }) => (left.has(id) ? [] : [id]))
}

/** What goes of a report with people who were taken down. */
export async function hiddenCut(db: Kysely<Tables>, report: number, corrected: Readable): Promise<Cut> {
  const names = await hiddenNames(db)
  if (names.length === 0) return cutOf(corrected, [], [])
  const hidden = new Set((await hiddenActors(db, report)).map(({ id }) => id))
  return cutOf(
    corrected,
    corrected.record.actors.filter(({ id }) => hidden.has(id)),
    names,
  )
}

/** What people and bodies who were taken down are called, in any report. */
export async function hiddenNames(db: Kysely<Tables>): Promise<string[]> {
  const hidden = db.selectFrom("identities").where("hidden", "=", 1)
  const given = (column: "actors.identity" | "actors.linked") =>
    hidden.innerJoin("actors", column, "identities.number").select("actors.name")
  const rows = await hidden.select("name").union(given("actors.identity")).union(given("actors.linked")).execute()
  return rows.map(({ name }) => name)
}

/** Numbers of the reports whose text or title has the name whole, whoever that is there. */
export async function reportsNaming(db: Kysely<Tables>, name: string): Promise<number[]> {
  if (nameWords({ name, aliases: [] }).size < 2) return []
  const rows = await db
    .selectFrom(rowsWithWords("reports", `"${name.replaceAll('"', " ")}"`).as("found"))
    .select("found.number")
    .execute()
  return rows.map(({ number }) => number)
}

/** A report's actors who are hidden identities. */
const hiddenActors = (db: Kysely<Tables>, report: number) =>
  db
    .selectFrom("actors")
    .innerJoin("identities", (join) =>
      // An identity that was taken down stays so when it is merged into another.
      join.on((eb) =>
        eb.or([eb("identities.number", "=", eb.ref("identity")), eb("identities.number", "=", eb.ref("linked"))]),
      ),
    )
    .select("actors.id")
    .distinct()
    .where("actors.report", "=", report)
    .where("identities.hidden", "=", 1)
    .execute()
