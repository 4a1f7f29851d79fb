import type { Selectable, Transaction } from "kysely"
import type { Actor, Record } from "../record.js"
import { inBatches } from "./batches.js"
import { BLOT } from "./blotting/mask.js"
import { fold } from "./fold.js"
import type { ActorTable, Tables } from "./tables.js"

type Row = Selectable<ActorTable>

/**
 * Writes a report's actors in place of those it had. Who is in the reading as before stays who it was, and is offered as
 * it was; who is called otherwise now, or has other roles, is nobody until it is linked, and who is called by the name of
 * somebody who was erased is nobody for good. Rows keep their numbers.
 */
export async function writeActors(
  transaction: Transaction<Tables>,
  { actors }: Record,
  { report, day }: Pick<Row, "report" | "day">,
): Promise<void> {
  const rows = await transaction.selectFrom("actors").selectAll().where("report", "=", report).execute()
  const before = new Map(rows.map((row) => [row.id, row]))
  const now = actors.map((actor) => {
    const { id, name, kind, roles } = actor
    const row = before.get(id)
    const is = row && isSame(row, actor) && !name.includes(BLOT) ? row : undefined
    return {
      ...(row && { number: row.number }),
      report,
      ...{ id, name, kind, roles: JSON.stringify(roles), folded: fold(name), day },
      identity: is?.identity ?? null,
      linked: is?.linked ?? null,
    }
  })
  const known = new Set(now.flatMap(({ id, linked }) => (linked === null ? [] : [id])))
  const others = rows.filter(({ id }) => !known.has(id)).map(({ number }) => number)
  for (const some of inBatches(others)) await transaction.deleteFrom("offers").where("actor", "in", some).execute()
  const ids = new Set(now.map(({ id }) => id))
  const gone = rows.filter(({ id }) => !ids.has(id)).map(({ number }) => number)
  for (const some of inBatches(gone)) await transaction.deleteFrom("actors").where("number", "in", some).execute()
  for (const some of inBatches(now)) {
    await transaction
      .insertInto("actors")
      .values(some)
      .onConflict((conflict) =>
        conflict.column("number").doUpdateSet(({ ref }) => ({
          name: ref("excluded.name"),
          kind: ref("excluded.kind"),
          roles: ref("excluded.roles"),
          folded: ref("excluded.folded"),
          identity: ref("excluded.identity"),
          linked: ref("excluded.linked"),
          day: ref("excluded.day"),
        })),
      )
      .execute()
  }
}

/** In rows, and in roles where somebody was erased, other people's names are blotted out: “████'s lawyer” is “Lind's lawyer”. */
const isSame = (row: Row, { name, kind, roles }: Actor): boolean =>
  row.kind === kind && isSameButForBlots(row.name, name) && isSameButForBlots(row.roles, JSON.stringify(roles))

const isSameButForBlots = (one: string, other: string): boolean =>
  one.length === other.length &&
  one.split("").every((letter, at) => letter === other[at] || letter === BLOT || other[at] === BLOT)
