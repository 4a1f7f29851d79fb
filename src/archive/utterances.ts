import { diffWordsWithSpace } from "diff"
import type { Transaction } from "kysely"
import type { Archive } from "./open.js"
import { type StatementEntry, statementEntries } from "./questions/entries.js"
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
  const rows = await transaction
    .selectFrom("statements")
    .select(["number", "kind", "content", "day"])
    .where("report", "=", report)
    .where("kind", "!=", "indirect")
    .where("polarity", "=", "asserted")
    .orderBy("number")
    .execute()
  for (const { number, day, ...statement } of rows) {
    const quoted = quotedWords(statement)
    if (isTelling(quoted)) await linkOne(transaction, report, { number, day, quoted })
  }
}

interface One {
  readonly number: number
  readonly day: string | null
  readonly quoted: Quoted
}

async function linkOne(transaction: Transaction<Tables>, report: number, { number, ...one }: One): Promise<void> {
  const fingerprints = fingerprintsOf(one.quoted)
  const found = await transaction
    .selectFrom("fingerprints as f")
    .innerJoin("statements as s", "s.number", "f.statement")
    .select(({ fn }) => ["s.number", "s.kind", "s.content", "s.day", "s.utterance", fn.countAll<number>().as("shared")])
    .where("f.hash", "in", fingerprints)
    .where("s.report", "!=", report)
    .groupBy("s.number")
    .orderBy("shared", "desc")
    .orderBy("s.number")
    .limit(MOST_COMPARED)
    .execute()
  const speakers = await speakersOf(transaction, [number, ...found.map((other) => other.number)])
  const telling: Telling = { ...one, speakers: speakers(number) }
  const alike = found
    .map((other) => ({
      other,
      likeness: sameWords(telling, { quoted: quotedWords(other), day: other.day, speakers: speakers(other.number) }),
    }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.other.number - b.other.number)
  await transaction
    .insertInto("fingerprints")
    .values(fingerprints.map((hash) => ({ hash, statement: number })))
    .execute()
  const best = alike[0]?.other
  if (!best) return
  const utterance = best.utterance ?? best.number
  await transaction.updateTable("statements").set({ utterance }).where("number", "in", [number, best.number]).execute()
}

async function speakersOf(
  transaction: Transaction<Tables>,
  statements: readonly number[],
): Promise<(statement: number) => Speaker[]> {
  const rows = await transaction
    .selectFrom("statement_actors")
    .innerJoin("actors", "actors.number", "statement_actors.actor")
    .select(["statement_actors.statement", "actors.identity", "actors.folded as name"])
    .where("statement_actors.part", "=", "speaker")
    .where("statement_actors.statement", "in", statements)
    .execute()
  return (statement) => rows.filter((row) => row.statement === statement)
}

/** One report's wording of an utterance, with what differs from the earliest one. */
export interface Wording {
  readonly entry: StatementEntry
  readonly differences: readonly Difference[]
}

/** A piece of the earliest wording that stands here too, or only there, or only here. */
export interface Difference {
  readonly words: string
  readonly only?: "there" | "here"
}

/** How reports word the utterance that a statement is of, the earliest first; the statement alone where no other has it. */
export async function wordingsOf(archive: Archive, statement: number): Promise<Wording[]> {
  const rows = await archive.db
    .selectFrom("statements")
    .select("number")
    .where("standing", "=", "current")
    .where((eb) =>
      eb.or([
        eb("number", "=", statement),
        eb("utterance", "=", eb.selectFrom("statements").select("utterance").where("number", "=", statement)),
      ]),
    )
    .orderBy("day", (day) => day.asc().nullsLast())
    .orderBy("number")
    .execute()
  const entries = await statementEntries(
    archive,
    rows.map(({ number }) => number),
  )
  const earliest = entries[0]?.content ?? ""
  return entries.map((entry) => ({ entry, differences: differencesOf(earliest, entry.content) }))
}

const differencesOf = (there: string, here: string): Difference[] =>
  diffWordsWithSpace(there, here).map(({ value, added, removed }) => ({
    words: value,
    ...(added ? { only: "here" as const } : removed ? { only: "there" as const } : {}),
  }))
