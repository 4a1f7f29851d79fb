import type { Transaction } from "kysely"
import { ArchiveError } from "./errors.js"
import type { Archive } from "./open.js"
import { bandsOf, likenessOf, shinglesOf } from "./shingles.js"
import { countSpeakers } from "./speakers.js"
import type { ReportRow, Tables } from "./tables.js"

/** So much of the shorter text must stand in the longer one; stories that only share their quotations stay below it. */
const CONTAINED = 0.7
/** Of shorter texts than this, in shingles, only the same text is a copy. */
const SHORTEST = 40
/** Of those that share a band, the likeliest so many are compared. */
const MOST_COMPARED = 30

interface Member {
  readonly number: number
  readonly text: string
  readonly hash: string
  readonly published: string | null
}

/**
 * Finds of which reports this one is a copy: the same text, or a wire story with another lead or credit line. A group
 * hangs together through `copy_of`, at its earliest report. Called again, also when a report has left the archive's
 * answers, it says what is so now. Returns how many there are, this one included.
 */
export async function linkCopies(transaction: Transaction<Tables>, report: number): Promise<number> {
  const before = await groupOf(transaction, report)
  const [one] = await membersOf(transaction, [report])
  if (!one) {
    await transaction.deleteFrom("shingles").where("report", "=", report).execute()
    await writeGroup(transaction, before)
    return 1
  }
  const shingles = shinglesOf(one.text)
  if (shingles.size >= SHORTEST) await writeBands(transaction, report, bandsOf(shingles))
  const alike = [...(await sameText(transaction, one)), ...(await nearCopies(transaction, report, shingles))]
  const all = new Set(before)
  for (const other of alike) for (const member of await groupOf(transaction, other)) all.add(member)
  await writeGroup(transaction, [...all])
  return all.size
}

/** Numbers of all reports that are copies of each other, this one among them. */
export async function copiesOf({ db }: Archive, report: number): Promise<number[]> {
  return db.transaction().execute((transaction) => groupOf(transaction, report))
}

/**
 * The other reports that have the same text, whether they are shown or not, and those that are shown and have nearly the
 * same: also of a report that is taken down, which is linked to none.
 */
export async function alikeOf(transaction: Transaction<Tables>, report: string): Promise<Alike[]> {
  const one = await transaction
    .selectFrom("reports")
    .select(["number", "text", "text_hash"])
    .where("id", "=", report)
    .executeTakeFirst()
  if (!one) throw new ArchiveError(`${report}: there is no such report`)
  if (one.text === null || one.text.trim() === "") return []
  const linked = new Set(await groupOf(transaction, one.number))
  for (const near of await nearCopies(transaction, one.number, shinglesOf(one.text))) {
    for (const other of await groupOf(transaction, near)) linked.add(other)
  }
  return transaction
    .selectFrom("reports")
    .select(["id", "hidden", "status", "succeeded_by"])
    .where("text", "is not", null)
    .where("number", "!=", one.number)
    .where((eb) => eb.or([eb("text_hash", "=", one.text_hash), eb("number", "in", [...linked])]))
    .orderBy("number")
    .execute()
}

type Alike = Pick<ReportRow, "id" | "hidden" | "status" | "succeeded_by">

async function groupOf(transaction: Transaction<Tables>, report: number): Promise<number[]> {
  const { copy_of } = await transaction
    .selectFrom("reports")
    .select("copy_of")
    .where("number", "=", report)
    .executeTakeFirstOrThrow()
  const first = copy_of ?? report
  const copies = await transaction.selectFrom("reports").select("number").where("copy_of", "=", first).execute()
  return [first, ...copies.map(({ number }) => number)].sort((a, b) => a - b)
}

/** Only reports that answer questions take part: neither an older version nor what was called back is a copy. */
async function membersOf(transaction: Transaction<Tables>, numbers: readonly number[]): Promise<Member[]> {
  if (numbers.length === 0) return []
  const rows = await transaction
    .selectFrom("reports")
    .select(["number", "text", "text_hash as hash", "published"])
    .where("number", "in", numbers)
    .where("succeeded_by", "is", null)
    .where("status", "=", "usable")
    .where("hidden", "=", 0)
    .execute()
  return rows.flatMap(({ text, ...row }) => (text === null || text.trim() === "" ? [] : [{ ...row, text }]))
}

async function sameText(transaction: Transaction<Tables>, { number, hash }: Member): Promise<number[]> {
  const rows = await transaction
    .selectFrom("reports")
    .select("number")
    .where("text_hash", "=", hash)
    .where("number", "!=", number)
    .orderBy("number")
    .limit(MOST_COMPARED)
    .execute()
  const members = await membersOf(
    transaction,
    rows.map((row) => row.number),
  )
  return members.map((member) => member.number)
}

async function nearCopies(
  transaction: Transaction<Tables>,
  number: number,
  shingles: ReadonlySet<number>,
): Promise<number[]> {
  if (shingles.size < SHORTEST) return []
  const bands = bandsOf(shingles)
  const found = await transaction
    .selectFrom("shingles")
    .select(({ fn }) => ["report", fn.countAll<number>().as("shared")])
    .where((eb) => eb.or(bands.map((hash, band) => eb.and([eb("hash", "=", hash), eb("band", "=", band)]))))
    .where("report", "!=", number)
    .groupBy("report")
    .orderBy("shared", "desc")
    .orderBy("report")
    .limit(MOST_COMPARED)
    .execute()
  const members = await membersOf(
    transaction,
    found.map(({ report }) => report),
  )
  return members
    .filter((other) => {
      const theirs = shinglesOf(other.text)
      return theirs.size >= SHORTEST && likenessOf(shingles, theirs).containment >= CONTAINED
    })
    .map((other) => other.number)
}

async function writeBands(transaction: Transaction<Tables>, report: number, bands: readonly number[]): Promise<void> {
  await transaction.deleteFrom("shingles").where("report", "=", report).execute()
  await transaction
    .insertInto("shingles")
    .values(bands.map((hash, band) => ({ hash, band, report })))
    .execute()
}

/** The earliest is the original, also when it was added last. */
async function writeGroup(transaction: Transaction<Tables>, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return
  const before = await copiesAmong(transaction, numbers)
  await transaction
    .updateTable("reports")
    .set({ copy_of: null, likeness: null })
    .where("number", "in", numbers)
    .where("copy_of", "is not", null)
    .execute()
  const members = await membersOf(transaction, numbers)
  const [first, ...copies] = members.sort((a, b) => timeOf(a) - timeOf(b) || a.number - b.number)
  const shingles = copies.length > 0 ? shinglesOf(first!.text) : new Set<number>()
  for (const { number, hash, text } of copies) {
    // 1 is kept for the same text, letter for letter.
    const likeness = hash === first!.hash ? 1 : Math.min(0.999, likenessOf(shingles, shinglesOf(text)).resemblance)
    await transaction
      .updateTable("reports")
      .set({ copy_of: first!.number, likeness })
      .where("number", "=", number)
      .execute()
  }
  const now = new Set(copies.map(({ number }) => number))
  for (const number of numbers) if (before.has(number) !== now.has(number)) await countSpeakers(transaction, number)
}

async function copiesAmong(transaction: Transaction<Tables>, numbers: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await transaction
    .selectFrom("reports")
    .select("number")
    .where("number", "in", numbers)
    .where("copy_of", "is not", null)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** Reports without a date come last. */
const timeOf = ({ published }: Member): number => {
  const time = published === null ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}
