import { createHash } from "node:crypto"
import { asShown } from "./as-shown.js"
import { entryName } from "./entry-names.js"
import type { Archive } from "./open.js"

/** An entry to be compared with its report by a person. */
export interface Sampled {
  readonly id: string
  readonly kind: "direct" | "indirect" | "mixed" | "contact"
  readonly outlet: string
  readonly day: string | null
  readonly url: string | null
  /** who said it, or who were in contact */
  readonly who: readonly string[]
  readonly addressees: readonly string[]
  /** act and polarity of a statement, mode and status of a contact */
  readonly what: readonly [string, string]
  /** the words that were said, or that tell of the contact */
  readonly words: string
  /** the words of the report around them */
  readonly around: string
}

const AROUND = 300

/** A random sample of the entries that answer questions; the same seed draws the same entries of the same archive. */
export async function sampleEntries(archive: Archive, size: number, seed: number): Promise<Sampled[]> {
  const drawn = await draw(archive, size, seed)
  const entries: Sampled[] = []
  for (const { table, number } of drawn) {
    entries.push(table === "statements" ? await statementSample(archive, number) : await contactSample(archive, number))
  }
  return entries
}

interface Ticket {
  readonly table: "statements" | "contacts"
  readonly number: number
  readonly lot: string
}

/** Every entry draws a lot of its own; the lowest are the sample. */
async function draw({ db }: Archive, size: number, seed: number): Promise<Ticket[]> {
  let lowest: Ticket[] = []
  for (const table of ["statements", "contacts"] as const) {
    const entries = db
      .selectFrom(table)
      .innerJoin("reports", "reports.number", `${table}.report`)
      .select([`${table}.number as number`, `${table}.id as entry`, "reports.id as report"])
      .where(`${table}.standing`, "=", "current")
      .stream()
    for await (const { number, entry, report } of entries) {
      const lot = createHash("sha256").update(`${seed} ${report} ${table} ${entry}`).digest("hex")
      lowest.push({ table, number, lot })
      if (lowest.length > 10_000 + 2 * size) lowest = lowestOf(lowest, size)
    }
  }
  return lowestOf(lowest, size)
}

const lowestOf = (tickets: readonly Ticket[], size: number): Ticket[] =>
  tickets.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, size)

async function statementSample(archive: Archive, number: number): Promise<Sampled> {
  const { db } = archive
  const found = await db
    .selectFrom("statements as s")
    .innerJoin("reports as r", "r.number", "s.report")
    .select([
      "s.id",
      "s.kind",
      "s.act",
      "s.polarity",
      "s.content",
      "s.start",
      "s.report as number",
      "s.outlet",
      "s.day",
    ])
    .select(["r.name as report", "r.title", "r.url", "r.text"])
    .where("s.number", "=", number)
    .executeTakeFirstOrThrow()
  const row = (await asShown(archive, [found], (found) => found.number))[0]!
  const parts = await db
    .selectFrom("statement_actors as p")
    .innerJoin("actors as a", "a.number", "p.actor")
    .select(["p.part", "a.name"])
    .where("p.statement", "=", number)
    .orderBy("p.actor")
    .execute()
  const named = (part: string) => parts.filter((each) => each.part === part).map(({ name }) => name)
  return {
    id: entryName(row.report, row.id),
    kind: row.kind,
    outlet: row.outlet,
    day: row.day,
    url: row.url,
    who: named("speaker"),
    addressees: named("addressee"),
    what: [row.act, row.polarity],
    words: row.content,
    around: around(row.text!, row.start, row.content.length),
  }
}

async function contactSample(archive: Archive, number: number): Promise<Sampled> {
  const { db } = archive
  const found = await db
    .selectFrom("contacts as c")
    .innerJoin("reports as r", "r.number", "c.report")
    .select(["c.id", "c.mode", "c.status", "c.evidence", "c.start", "c.report as number", "c.outlet", "c.day"])
    .select(["r.name as report", "r.title", "r.url", "r.text"])
    .where("c.number", "=", number)
    .executeTakeFirstOrThrow()
  const row = (await asShown(archive, [found], (found) => found.number))[0]!
  const sides = await db
    .selectFrom("contact_actors as p")
    .innerJoin("actors as a", "a.number", "p.actor")
    .select("a.name")
    .where("p.contact", "=", number)
    .orderBy("p.actor")
    .execute()
  return {
    id: entryName(row.report, row.id),
    kind: "contact",
    outlet: row.outlet,
    day: row.day,
    url: row.url,
    who: sides.map(({ name }) => name),
    addressees: [],
    what: [row.mode, row.status],
    words: row.evidence,
    around: around(row.text!, row.start, row.evidence.length),
  }
}

const around = (text: string, start: number, length: number): string =>
  text
    .slice(Math.max(0, start - AROUND), start + length + AROUND)
    .replace(/\s+/g, " ")
    .trim()
