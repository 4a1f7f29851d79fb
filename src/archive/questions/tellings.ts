import { type Expression, type SqlBool, sql } from "kysely"
import { type Contact, type Statement, saysPlainly } from "../../record.js"
import { asShown } from "../as-shown.js"
import { disputesOf } from "../corrections/disputes.js"
import { asWritten } from "../dialect.js"
import { entryName } from "../entry-names.js"
import type { Archive } from "../open.js"
import { type Entry, entryOf, given, type Named, type Time, timeOf } from "./entries.js"

/** One report telling of a contact. */
export interface Telling extends Entry {
  readonly mode: Contact["mode"]
  readonly publisher?: string
  /** as the report gives it, with the hour where it does */
  readonly published?: string
  readonly evidence: string
  /** 0 where the report itself tells of it; else that of the statement in which it is told */
  readonly remove: number
  /** who tells of it; nobody where the report does */
  readonly by: readonly Named[]
  /** the statement in which it is told */
  readonly within?: string
  /** how who tells of it does; missing where the report does */
  readonly toldAs?: Pick<Statement, "act" | "polarity">
  /** by the report itself, or by somebody who claims it: not in a question, a denial or a hypothesis */
  readonly plainly: boolean
  readonly when?: Time & { readonly surely?: { readonly from: string; readonly to: string } }
  readonly where?: string
  readonly confidence: number
}

/** A telling with what it is grouped and held against others by. */
export interface Loaded {
  /** of the contact */
  readonly number: number
  readonly telling: Telling
  readonly status: Contact["status"]
  readonly between: readonly Side[]
  /** the report, or the one that it is a copy of */
  readonly report: number
}

export interface Side extends Named {
  /** the same in every report for one person or body */
  readonly key: string
}

/** Contacts that a condition on "c" picks. */
export async function tellingsWhere(
  archive: Archive,
  condition: Expression<SqlBool>,
  { stale = false, withdrawn = false }: { readonly stale?: boolean; readonly withdrawn?: boolean } = {},
): Promise<Loaded[]> {
  const found = await archive.db
    .selectFrom("contacts as c")
    .innerJoin("reports as r", "r.number", "c.report")
    .leftJoin("reports as original", "original.number", "r.copy_of")
    .leftJoin("statements as t", (join) => join.onRef("t.report", "=", "c.report").onRef("t.id", "=", "c.within"))
    .selectAll("c")
    .select(["r.name as reportName", "r.title", "r.url", "r.text", "r.publisher", "r.published", "r.copy_of"])
    .select(["original.id as copyOf", "t.act", "t.polarity", "t.remove"])
    // Who was taken down is not named; that somebody denied it, or only asked, is said all the same.
    .select([whereShown("t.number").as("teller"), whereShown("t.disputed").as("tellerDisputed")])
    .where(
      "c.standing",
      "in",
      withdrawn ? ["current", "stale", "withdrawn"] : stale ? ["current", "stale"] : ["current"],
    )
    .where(condition)
    .orderBy("c.number")
    .execute()
  const rows = await asShown(archive, found, ({ report }) => report)
  const sides = await sidesOf(
    archive,
    rows.map(({ number }) => number),
  )
  const tellers = await tellersOf(
    archive,
    rows.flatMap(({ teller }) => teller ?? []),
  )
  const disputes = await disputesOf(
    archive,
    "contacts",
    rows.flatMap(({ number, disputed }) => (disputed === 1 ? number : [])),
  )
  const told = await disputesOf(
    archive,
    "statements",
    rows.flatMap(({ teller, tellerDisputed }) => (tellerDisputed === 1 ? (teller ?? []) : [])),
  )
  return rows.map((row) => {
    const when = timeOf(row)
    const surely =
      row.surely_from !== null && row.surely_to !== null ? { from: row.surely_from, to: row.surely_to } : null
    const toldAs = row.act === null || row.polarity === null ? null : { act: row.act, polarity: row.polarity }
    const entry = entryOf(row, row.evidence.length)
    return {
      number: row.number,
      status: row.status,
      between: sides.get(row.number) ?? [],
      report: row.copy_of ?? row.report,
      telling: {
        ...entry,
        disputed: row.disputed === 1 || row.tellerDisputed === 1,
        ...given("dispute", disputes.get(row.number) ?? told.get(row.teller ?? -1) ?? null),
        mode: row.mode,
        ...given("publisher", row.publisher),
        ...given("published", row.published),
        evidence: row.evidence,
        remove: row.remove ?? 0,
        by: row.teller === null ? [] : (tellers.get(row.teller) ?? []),
        ...given("within", row.teller !== null && row.within ? entryName(row.reportName, row.within) : null),
        ...given("toldAs", toldAs),
        plainly: toldAs === null || saysPlainly(toldAs),
        ...given("when", when && { ...when, ...given("surely", surely) }),
        ...given("where", row.place),
        confidence: row.confidence,
      },
    }
  })
}

const whereShown = (column: "t.number" | "t.disputed") =>
  sql<number | null>`case when t.standing != 'hidden' then ${sql.ref(column)} end`

async function sidesOf({ db }: Archive, contacts: readonly number[]): Promise<Map<number, Side[]>> {
  const sides = new Map<number, Side[]>()
  if (contacts.length === 0) return sides
  const rows = await db
    .selectFrom("contact_actors as p")
    .innerJoin("actors as a", "a.number", "p.actor")
    .leftJoin("identities as i", "i.number", "p.identity")
    .select(["p.contact", "p.actor", "a.name", "a.kind", "i.name as shown"])
    .select(sql<number | null>`coalesce(i.merged_into, p.identity)`.as("identity"))
    .where("p.contact", "in", contacts)
    .orderBy(asWritten("p")) // as the report names them
    .execute()
  for (const { contact, actor, name, kind, shown, identity } of rows) {
    const key = identity === null ? `actor ${actor}` : `identity ${identity}`
    const all = sides.get(contact) ?? []
    // Two actors of a report that turn out to be one take part once.
    if (!all.some((side) => side.key === key))
      all.push({ key, name: shown ?? name, kind, ...given("identity", identity) })
    sides.set(contact, all)
  }
  return sides
}

async function tellersOf({ db }: Archive, statements: readonly number[]): Promise<Map<number, Named[]>> {
  const tellers = new Map<number, Named[]>()
  if (statements.length === 0) return tellers
  const rows = await db
    .selectFrom("statement_actors as p")
    .innerJoin("actors as a", "a.number", "p.actor")
    .leftJoin("identities as i", "i.number", "p.identity")
    .select(["p.statement", "p.identity", "a.name", "a.kind", "i.name as shown"])
    .where("p.part", "=", "speaker")
    .where("p.statement", "in", statements)
    .orderBy("p.actor")
    .execute()
  for (const { statement, identity, name, kind, shown } of rows) {
    const named = { name: shown ?? name, kind, ...given("identity", identity) }
    tellers.set(statement, [...(tellers.get(statement) ?? []), named])
  }
  return tellers
}
