import { sql } from "kysely"
import { asShown } from "./as-shown.js"
import type { Archive } from "./open.js"
import type { Period } from "./questions/page.js"

/** A report in a list: what stands above it, and how much was found in it. */
export interface Listed {
  readonly number: number
  readonly id: string
  readonly title: string | null
  readonly url: string | null
  readonly outlet: string
  readonly day: string | null
  readonly opening: string
  readonly statements: number
  readonly contacts: number
}

export interface ReportsAsked extends Period {
  readonly limit?: number
  readonly offset?: number
}

const OPENING = 160

/** Reports that answer questions, the newest day first; those without a day come last, the last added first. */
export async function latestReports(
  archive: Archive,
  { limit = 50, offset = 0, since, until, outlet }: ReportsAsked = {},
): Promise<Listed[]> {
  const rows = await listing(archive)
    .$if(since !== undefined, (query) => query.where("day", ">=", since!))
    .$if(until !== undefined, (query) => query.where("day", "<=", until!))
    .$if(outlet !== undefined, (query) => query.where("outlet", "=", outlet!))
    .orderBy("day", (day) => day.desc().nullsLast())
    .orderBy("number", "desc")
    .limit(limit)
    .offset(offset)
    .execute()
  return listed(archive, rows)
}

/** The reports with these numbers that may be shown, in the order they were added. */
export async function reportsNumbered(archive: Archive, numbers: readonly number[]): Promise<Listed[]> {
  if (numbers.length === 0) return []
  return listed(archive, await listing(archive).where("number", "in", numbers).orderBy("number").execute())
}

const listing = ({ db }: Archive) =>
  db
    .selectFrom("reports")
    .select(({ selectFrom }) => [
      "number",
      "id",
      "title",
      "url",
      "outlet",
      "day",
      sql<string | null>`substr(text, 1, ${OPENING})`.as("text"),
      selectFrom("statements")
        .whereRef("statements.report", "=", "reports.number")
        .where("statements.standing", "=", "current")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("statements"),
      selectFrom("contacts")
        .whereRef("contacts.report", "=", "reports.number")
        .where("contacts.standing", "=", "current")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("contacts"),
    ])
    .where("hidden", "=", 0)
    .where("status", "=", "usable")
    .where("text", "is not", null)

interface Found extends Omit<Listed, "opening" | "statements" | "contacts"> {
  readonly text: string | null
  readonly statements: number | null
  readonly contacts: number | null
}

async function listed(archive: Archive, found: readonly Found[]): Promise<Listed[]> {
  const rows = await asShown(archive, found, ({ number }) => number)
  return rows.map(({ text, statements, contacts, ...row }) => ({
    ...row,
    opening: (text ?? "").slice(0, OPENING),
    statements: statements ?? 0,
    contacts: contacts ?? 0,
  }))
}

/** The number of the report that is called so, or whose id begins so, unless several do, or it may not be shown. */
export async function findReport({ db }: Archive, beginning: string): Promise<number | undefined> {
  if (!/^[0-9a-f]{8,64}$/.test(beginning)) return undefined
  const found = await db
    .selectFrom("reports")
    .select(["number", "name"])
    .where("id", ">=", beginning)
    .where("id", "<", `${beginning}g`) // the letter behind the last of a hexadecimal number
    .where("hidden", "=", 0)
    .where("status", "=", "usable")
    .where("text", "is not", null)
    .orderBy((eb) => eb("name", "=", beginning), "desc")
    .limit(2)
    .execute()
  const [first, second] = found
  return !second || first!.name === beginning ? first?.number : undefined
}

/** Who the actors of a report are in the archive: the id of an actor, and the number of a person or body that may be shown. */
export async function identitiesIn({ db }: Archive, report: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("actors as a")
    .innerJoin("identities as i", "i.number", "a.identity")
    .select(["a.id", sql<number>`coalesce(i.merged_into, i.number)`.as("identity")])
    .where("a.report", "=", report)
    .where("i.hidden", "=", 0)
    .execute()
  return new Map(rows.map(({ id, identity }) => [id, identity]))
}

/** Outlets whose name holds the letters, those with most reports first: "gaz" → The Oriel Gazette. */
export async function outletsHolding(
  { db }: Archive,
  letters: string,
  { limit = 8 }: { readonly limit?: number } = {},
): Promise<{ readonly name: string; readonly reports: number }[]> {
  const typed = letters
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)
  if (typed === "") return []
  return db
    .selectFrom("reports")
    .select(["outlet as name", sql<number>`count(*)`.as("reports")])
    .where("hidden", "=", 0)
    .where("status", "=", "usable")
    .where(sql<string>`lower(outlet)`, "like", sql<string>`${`%${typed}%`} escape '\\'`)
    .groupBy("outlet")
    .orderBy("reports", "desc")
    .orderBy("outlet")
    .limit(limit)
    .execute()
}

export interface Counts {
  readonly reports: number
  readonly statements: number
  readonly contacts: number
  readonly outlets: number
  readonly from: string | null
  readonly to: string | null
}

/** What is in an archive. */
export async function countArchive({ db }: Archive): Promise<Counts> {
  const reports = await db
    .selectFrom("reports")
    .select(({ fn }) => [
      fn.countAll<number>().as("reports"),
      fn.count<number>("outlet").distinct().as("outlets"),
      fn.min("day").as("from"),
      fn.max("day").as("to"),
    ])
    .where("hidden", "=", 0)
    .executeTakeFirstOrThrow()
  // Nearly all entries are current: counting the others is quicker.
  const current = async (table: "statements" | "contacts") => {
    const counted = db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as("count"))
    const all = await counted.executeTakeFirstOrThrow()
    const others = await counted.where("standing", "!=", "current").executeTakeFirstOrThrow()
    return all.count - others.count
  }
  return { ...reports, statements: await current("statements"), contacts: await current("contacts") }
}
