import type { Kysely } from "kysely"
import { unshownReports } from "../standing.js"
import type { Tables } from "../tables.js"

/**
 * Of these identities those of whom a report tells that may be shown, with how many name them: none where they are only
 * spoken for, as the body is by a “White House press secretary”.
 */
export async function toldOf(db: Kysely<Tables>, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const told = new Map<number, number>()
  for (let at = 0; at < numbers.length; at += MOST_ASKED) {
    for (const [number, reports] of await toldAmong(db, numbers.slice(at, at + MOST_ASKED))) told.set(number, reports)
  }
  return told
}

/** A query holds only so many values. */
const MOST_ASKED = 10_000

async function toldAmong(db: Kysely<Tables>, numbers: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const named = await db
    .selectFrom("actors")
    .select(["identity", (eb) => eb.fn.count<number>("report").distinct().as("reports")])
    .where("identity", "in", numbers)
    .where("report", "not in", unshownReports(db))
    .groupBy("identity")
    .execute()
  const told = new Map(named.map(({ identity, reports }) => [identity!, reports]))
  const others = numbers.filter((number) => !told.has(number))
  if (others.length === 0) return told
  const grounds = await db
    .selectFrom("memberships as m")
    .innerJoin("grounds as g", (join) => join.onRef("g.member", "=", "m.member").onRef("g.body", "=", "m.body"))
    .select(["m.member", "m.body"])
    .distinct()
    .where((eb) => eb.or([eb("m.member", "in", others), eb("m.body", "in", others)]))
    .where("g.report", "not in", unshownReports(db))
    .execute()
  const spokenFor = new Set(grounds.flatMap(({ member, body }) => [member, body]))
  for (const number of others) if (spokenFor.has(number)) told.set(number, 0)
  return told
}

/** Whether a report tells of an identity that may be shown: sooner known than in how many. */
export async function isTold(db: Kysely<Tables>, number: number): Promise<boolean> {
  const named = await db
    .selectFrom("actors")
    .select("number")
    .where("identity", "=", number)
    .where("report", "not in", unshownReports(db))
    .limit(1)
    .executeTakeFirst()
  return named !== undefined || (await toldOf(db, [number])).has(number)
}

/** Those of these identities whom only reports name that may not be shown, also where they were merged into another. */
export async function onlyUnshown(db: Kysely<Tables>, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set()
  const naming = db
    .selectFrom("actors")
    .select(["identity", "linked"])
    .distinct()
    .where((eb) => eb.or([eb("identity", "in", numbers), eb("linked", "in", numbers)]))
  const all = await naming.execute()
  const shown = await naming.where("report", "not in", unshownReports(db)).execute()
  const named = (rows: typeof all) => new Set(rows.flatMap(({ identity, linked }) => [identity, linked]))
  const [anywhere, somewhere] = [named(all), named(shown)]
  return new Set(numbers.filter((number) => anywhere.has(number) && !somewhere.has(number)))
}
