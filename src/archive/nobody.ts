import type { Transaction } from "kysely"
import type { Record } from "../record.js"
import { idsOf, isCalled } from "./blotting/goes.js"
import { fold } from "./fold.js"
import type { Tables } from "./tables.js"

// Who is nobody beyond a report while somebody is taken down, and is again who it was when that is lifted.

/** A row of an actor. */
interface Row {
  readonly number: number
  readonly linked: number | null
}

/** “Ms. Lind's office” is called by her name. Returns the rows of those who are called otherwise now. */
export async function renameOthers(transaction: Transaction<Tables>, report: number, before: Record, after: Record) {
  const known = new Map(before.actors.map((actor) => [actor.id, actor]))
  const renamed: Row[] = []
  for (const { id, name, roles } of after.actors) {
    const was = known.get(id)!
    if (name === was.name && roles.join() === was.roles.join()) continue
    const row = await transaction
      .updateTable("actors")
      .set({ name, folded: fold(name), roles: JSON.stringify(roles) })
      .where("report", "=", report)
      .where("id", "=", id)
      .returning(["number", "linked"])
      .executeTakeFirstOrThrow()
    if (name !== was.name) renamed.push(row)
  }
  return renamed
}

/** In the archive “Ms. Lind's office” would be listed by her name; who they were linked to, they are again when it is lifted. */
export async function makeNobody(transaction: Transaction<Tables>, rows: readonly Row[]): Promise<readonly number[]> {
  for (const { number } of rows) {
    await transaction.updateTable("actors").set({ identity: null }).where("number", "=", number).execute()
    for (const table of ["statement_actors", "contact_actors"] as const) {
      await transaction.updateTable(table).set({ identity: null }).where("actor", "=", number).execute()
    }
  }
  return rows.flatMap(({ linked }) => linked ?? [])
}

/** Of the actors who are not left those who were not taken down: a body of the very same name, and whom nothing names any more. */
export async function namedNoMore(
  transaction: Transaction<Tables>,
  report: number,
  before: Record,
  after: Record,
): Promise<readonly Row[]> {
  const rows = await transaction
    .selectFrom("actors")
    .innerJoin("identities as i", "i.number", "actors.identity")
    .leftJoin("identities as l", "l.number", "actors.linked")
    .select(["actors.number", "actors.id", "linked"])
    .where("report", "=", report)
    .where("i.hidden", "=", 0)
    .where((eb) => eb.or([eb("l.hidden", "is", null), eb("l.hidden", "=", 0)]))
    .execute()
  const [known, left] = [idsOf(before.actors), idsOf(after.actors)]
  return rows.filter(({ id }) => known.has(id) && !left.has(id))
}

/** Numbers of the bodies that a role alone names, by somebody's name: the “Lind campaign” of its treasurer. */
export async function describedBodies(
  transaction: Transaction<Tables>,
  report: number,
  blot: (words: string) => string,
): Promise<readonly number[]> {
  const bodies = await transaction
    .selectFrom("grounds")
    .innerJoin("identities", "identities.number", "grounds.body")
    .select(["identities.number", "name", "kind"])
    .distinct()
    .where("grounds.report", "=", report)
    .execute()
  return bodies.filter((body) => !isCalled(body) && blot(body.name) !== body.name).map(({ number }) => number)
}
