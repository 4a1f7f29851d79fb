import { sql, type Transaction } from "kysely"
import { inBatches } from "./batches.js"
import type { SpeakerTable, Tables } from "./tables.js"

/** What a speaker is counted as: an identity, or all who are called alike and are none. `p` is of statement_actors. */
export const personOf = sql<string>`coalesce('#' || p.identity, '=' || (select folded from actors where number = p.actor))`

type Counted = Pick<SpeakerTable, "person" | "identity" | "name" | "kind" | "statements" | "first_hand">

/**
 * Brings the counts of who is quoted how often in line with a report's rows: to be called whenever these changed, or
 * whether the report is a copy.
 */
export async function countSpeakers(transaction: Transaction<Tables>, report: number): Promise<void> {
  const { outlet, day, copy_of } = await transaction
    .selectFrom("reports")
    .select(["outlet", sql<string>`coalesce(day, '')`.as("day"), "copy_of"])
    .where("number", "=", report)
    .executeTakeFirstOrThrow()
  const before = await transaction
    .deleteFrom("speaker_reports")
    .where("day", "=", day)
    .where("report", "=", report)
    .returning(["person", "statements", "first_hand"])
    .execute()
  const now = copy_of === null ? await speakersIn(transaction, report) : []
  const rows = now.map(({ person, statements, first_hand }) => ({
    day,
    report,
    person,
    outlet,
    statements,
    first_hand,
  }))
  for (const some of inBatches(rows)) await transaction.insertInto("speaker_reports").values(some).execute()
  const fewer = new Map(before.map((one) => [one.person, one]))
  for (const one of now) {
    const { statements = 0, first_hand = 0 } = fewer.get(one.person) ?? {}
    fewer.delete(one.person)
    if (statements === one.statements && first_hand === one.first_hand) continue
    const more = { statements: one.statements - statements, first_hand: one.first_hand - first_hand }
    await countMore(transaction, { ...one, ...more }, outlet)
  }
  for (const one of fewer.values()) await countLess(transaction, one, outlet)
}

const speakersIn = (transaction: Transaction<Tables>, report: number): Promise<Counted[]> =>
  transaction
    .selectFrom("statements as s")
    .innerJoin("statement_actors as p", "p.statement", "s.number")
    .innerJoin("actors as a", "a.number", "p.actor")
    .select([personOf.as("person"), "p.identity"])
    .select(sql<string | null>`case when p.identity is null then min(a.name) end`.as("name"))
    .select(({ fn }) => fn.min("a.kind").as("kind"))
    .select(sql<number>`count(distinct s.number)`.as("statements"))
    .select(sql<number>`count(distinct case when s.remove = 1 then s.number end)`.as("first_hand"))
    .where("s.report", "=", report)
    .where("s.standing", "=", "current")
    .where("p.part", "=", "speaker")
    .groupBy(personOf)
    .execute()

async function countMore(transaction: Transaction<Tables>, more: Counted, outlet: string): Promise<void> {
  const { person, statements, first_hand } = more
  const sumIn = (table: "speakers" | "speaker_outlets") => ({
    statements: sql<number>`${sql.ref(`${table}.statements`)} + ${statements}`,
    first_hand: sql<number>`${sql.ref(`${table}.first_hand`)} + ${first_hand}`,
  })
  await transaction
    .insertInto("speakers")
    .values(more)
    .onConflict((conflict) => conflict.column("person").doUpdateSet(sumIn("speakers")))
    .execute()
  await transaction
    .insertInto("speaker_outlets")
    .values({ person, outlet, statements, first_hand })
    .onConflict((conflict) => conflict.columns(["person", "outlet"]).doUpdateSet(sumIn("speaker_outlets")))
    .execute()
}

/** Whoever is quoted nowhere any more is not in the list. */
async function countLess(
  transaction: Transaction<Tables>,
  { person, statements, first_hand }: Pick<Counted, "person" | "statements" | "first_hand">,
  outlet: string,
): Promise<void> {
  const less = {
    statements: sql<number>`statements - ${statements}`,
    first_hand: sql<number>`first_hand - ${first_hand}`,
  }
  await transaction.updateTable("speakers").set(less).where("person", "=", person).execute()
  await transaction.deleteFrom("speakers").where("person", "=", person).where("statements", "=", 0).execute()
  await transaction
    .updateTable("speaker_outlets")
    .set(less)
    .where("person", "=", person)
    .where("outlet", "=", outlet)
    .execute()
  await transaction
    .deleteFrom("speaker_outlets")
    .where("person", "=", person)
    .where("outlet", "=", outlet)
    .where("statements", "=", 0)
    .execute()
}
