import type { Transaction } from "kysely"
import type { Statement } from "../record.js"
import { inBatches } from "./batches.js"
import {
  fingerprintsOf,
  isTelling,
  type Quoted,
  quotedWords,
  type Speaker,
  sameWords,
  type Telling,
} from "./same-words.js"
import type { Tables } from "./tables.js"

/** Of all that share a run of words with a quotation, those with the most are compared. */
const MOST_COMPARED = 20

/** Says of each quotation of a report, once its rows are written, with which of other reports it is one utterance. */
export async function linkUtterances(transaction: Transaction<Tables>, report: number): Promise<void> {
  await linkQuotations(transaction, report)
  await renameLeft(transaction, report)
}

async function linkQuotations(transaction: Transaction<Tables>, report: number): Promise<void> {
  const rows = await transaction
    .selectFrom("statements")
    .select(["number", "kind", "content", "day"])
    .where("report", "=", report)
    .where("kind", "!=", "indirect")
    .where("polarity", "=", "asserted")
    .orderBy("number")
    .execute()
  const quotations = rows.flatMap(({ number, day, ...statement }): Quotation[] => {
    const quoted = quotedWords(statement)
    return isTelling(quoted) ? [{ number, day, quoted, fingerprints: fingerprintsOf(quoted) }] : []
  })
  if (quotations.length === 0) return
  const near = await sharingWords(transaction, quotations)
  await linkAlike(transaction, quotations, near)
  const marks = quotations.flatMap(({ number, fingerprints }) =>
    fingerprints.map((hash) => ({ hash, statement: number })),
  )
  for (const some of inBatches(marks)) await transaction.insertInto("fingerprints").values(some).execute()
}

/** An utterance bears the number of its first statement; where that is of another utterance now, it takes that of the next. */
async function renameLeft(transaction: Transaction<Tables>, report: number): Promise<void> {
  const left = await transaction
    .selectFrom("statements as first")
    .innerJoin("statements as other", "other.utterance", "first.number")
    .select((eb) => ["first.number", eb.fn.min("other.number").as("next")])
    .where("first.report", "=", report)
    .where((eb) => eb.or([eb("first.utterance", "is", null), eb("first.utterance", "!=", eb.ref("first.number"))]))
    .groupBy("first.number")
    .execute()
  for (const { number, next } of left) {
    await transaction.updateTable("statements").set({ utterance: next }).where("utterance", "=", number).execute()
  }
}

/** The same where it was said before, and who speaks is another now. */
export async function linkUtterancesAnew(transaction: Transaction<Tables>, report: number): Promise<void> {
  await transaction
    .deleteFrom("fingerprints")
    .where("statement", "in", (eb) => eb.selectFrom("statements").select("number").where("report", "=", report))
    .execute()
  await transaction.updateTable("statements").set({ utterance: null }).where("report", "=", report).execute()
  await linkUtterances(transaction, report)
}

interface Quotation {
  readonly number: number
  readonly day: string | null
  readonly quoted: Quoted
  readonly fingerprints: readonly number[]
}

/** By number the statements of other reports that share runs of words with each quotation, those with the most first. */
async function sharingWords(
  transaction: Transaction<Tables>,
  quotations: readonly Quotation[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const hashes = [...new Set(quotations.flatMap(({ fingerprints }) => fingerprints))]
  const bearers = new Map<number, number[]>()
  for (const some of inBatches(hashes)) {
    const rows = await transaction.selectFrom("fingerprints").selectAll().where("hash", "in", some).execute()
    for (const { hash, statement } of rows) {
      const all = bearers.get(hash)
      if (all) all.push(statement)
      else bearers.set(hash, [statement])
    }
  }
  return new Map(
    quotations.map(({ number, fingerprints }) => {
      const shared = new Map<number, number>()
      for (const hash of fingerprints) {
        for (const other of bearers.get(hash) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      const most = [...shared].sort(([a, some], [b, others]) => others - some || a - b).slice(0, MOST_COMPARED)
      return [number, most.map(([other]) => other)]
    }),
  )
}

interface Other extends Pick<Statement, "kind"> {
  readonly number: number
  readonly content: string
  readonly day: string | null
  utterance: number | null
}

async function linkAlike(
  transaction: Transaction<Tables>,
  quotations: readonly Quotation[],
  near: ReadonlyMap<number, readonly number[]>,
): Promise<void> {
  const others = [...new Set([...near.values()].flat())]
  if (others.length === 0) return
  const byNumber = new Map<number, Other>()
  for (const some of inBatches(others)) {
    const rows = await transaction
      .selectFrom("statements")
      .select(["number", "kind", "content", "day", "utterance"])
      .where("number", "in", some)
      .execute()
    for (const row of rows) byNumber.set(row.number, row)
  }
  const speakers = await speakersOf(transaction, [...quotations.map(({ number }) => number), ...others])
  for (const { number, quoted, day } of quotations) {
    const telling: Telling = { quoted, day, speakers: speakers(number) }
    const [best] = near
      .get(number)!
      .map((other) => byNumber.get(other)!)
      .map((other) => ({
        other,
        likeness: sameWords(telling, { quoted: quotedWords(other), day: other.day, speakers: speakers(other.number) }),
      }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness || a.other.number - b.other.number)
    if (!best) continue
    const utterance = best.other.utterance ?? best.other.number
    best.other.utterance = utterance
    await transaction
      .updateTable("statements")
      .set({ utterance })
      .where("number", "in", [number, best.other.number])
      .execute()
  }
}

async function speakersOf(
  transaction: Transaction<Tables>,
  statements: readonly number[],
): Promise<(statement: number) => Speaker[]> {
  const speakers = new Map<number, Speaker[]>()
  for (const some of inBatches(statements)) {
    const rows = await transaction
      .selectFrom("statement_actors")
      .innerJoin("actors", "actors.number", "statement_actors.actor")
      .select(["statement_actors.statement", "actors.identity", "actors.folded as name"])
      .where("statement_actors.part", "=", "speaker")
      .where("statement_actors.statement", "in", some)
      .execute()
    for (const { statement, ...speaker } of rows) speakers.set(statement, [...(speakers.get(statement) ?? []), speaker])
  }
  return (statement) => speakers.get(statement) ?? []
}
