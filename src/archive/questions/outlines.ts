import { type Expression, type SqlBool, sql } from "kysely"
import { type Contact, saysPlainly } from "../../record.js"
import { inBatches } from "../batches.js"
import type { Archive } from "../open.js"
import { given } from "./entries.js"

/**
 * A report telling of a contact, as far as it is grouped and held against others by: a question may find thousands, of
 * which a page is shown.
 */
export interface Outline {
  /** of the contact */
  readonly number: number
  /** the report, or the one that it is a copy of */
  readonly report: number
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  readonly evidence: string
  /** not in a question, a denial or a hypothesis */
  readonly plainly: boolean
  readonly when?: {
    readonly from?: string
    readonly to?: string
    readonly surely?: { readonly from: string; readonly to: string }
  }
  /** of the report */
  readonly date?: string
  readonly outlet: string
  readonly between: readonly OutlineSide[]
}

export interface OutlineSide {
  /** the same in every report for one person or body */
  readonly key: string
  readonly identity?: number
}

/** Contacts that a condition on "c" picks. */
export async function outlinesWhere(
  { db }: Archive,
  condition: Expression<SqlBool>,
  { stale = false }: { readonly stale?: boolean } = {},
): Promise<Outline[]> {
  const picked = db
    .selectFrom("contacts as c")
    .where("c.standing", "in", stale ? ["current", "stale"] : ["current"])
    .where(condition)
  const rows = await picked
    .leftJoin("statements as t", (join) => join.onRef("t.report", "=", "c.report").onRef("t.id", "=", "c.within"))
    .select(["c.number", "c.report", "c.mode", "c.status", "c.evidence", "c.day", "c.outlet", "c.when_text"])
    .select(["c.when_from", "c.when_to", "c.surely_from", "c.surely_to", "t.act", "t.polarity"])
    .orderBy("c.number")
    .execute()
  const sides = await sidesOf(
    { db },
    rows.map(({ number }) => number),
  )
  const original = await originals({ db }, rows.length)
  return rows.map((row) => ({
    number: row.number,
    report: original.get(row.report) ?? row.report,
    mode: row.mode,
    status: row.status,
    evidence: row.evidence,
    plainly: row.act === null || row.polarity === null || saysPlainly({ act: row.act, polarity: row.polarity }),
    ...(row.when_text === null ? {} : { when: whenOf(row) }),
    ...given("date", row.day),
    outlet: row.outlet,
    between: sides.get(row.number) ?? [],
  }))
}

type Times = { readonly [K in "when_from" | "when_to" | "surely_from" | "surely_to"]: string | null }

const whenOf = ({ when_from, when_to, surely_from, surely_to }: Times): NonNullable<Outline["when"]> => ({
  ...given("from", when_from),
  ...given("to", when_to),
  ...(surely_from !== null && surely_to !== null ? { surely: { from: surely_from, to: surely_to } } : {}),
})

async function sidesOf(
  { db }: Pick<Archive, "db">,
  contacts: readonly number[],
): Promise<ReadonlyMap<number, readonly OutlineSide[]>> {
  const sides = new Map<number, OutlineSide[]>()
  for (const some of inBatches(contacts)) {
    const rows = await db
      .selectFrom("contact_actors")
      .select(["contact", "actor", "identity"])
      .where("contact", "in", some)
      .execute()
    for (const { contact, actor, identity } of rows) {
      const key = identity === null ? `actor ${actor}` : `identity ${identity}`
      const all = sides.get(contact) ?? []
      sides.set(contact, all)
      // Two actors of a report that turn out to be one take part once.
      if (!all.some((side) => side.key === key)) all.push({ key, ...given("identity", identity) })
    }
  }
  return sides
}

/** What copies are copies of: from its index, for the row of a report is long. */
async function originals({ db }: Pick<Archive, "db">, wanted: number): Promise<ReadonlyMap<number, number>> {
  if (wanted === 0) return new Map()
  const { rows } = await sql<{ number: number; copy_of: number }>`select number, copy_of from reports
    where copy_of is not null`.execute(db)
  return new Map(rows.map(({ number, copy_of }) => [number, copy_of]))
}
