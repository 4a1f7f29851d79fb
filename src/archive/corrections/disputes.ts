import type { Record } from "../../record.js"
import { blotBeside } from "../blotting/shown.js"
import { hiddenCalled, hiddenCut } from "../hidden.js"
import type { Archive } from "../open.js"
import { tellersTakenDown } from "../tellers.js"
import { correctedRow, currentRecords } from "./current.js"
import { handlingOf } from "./states.js"
import { stateTold, TOLD } from "./told.js"

/** What somebody says against an entry whom it quotes, or who is said to have been in contact or not. */
export interface Dispute {
  /** when their words were set beside it, ISO 8601 */
  readonly at: string
  /** without the names and words of people who were taken down */
  readonly words: string
}

/** What is said against statements or contacts, by their number; those that nobody disputes are missing. */
export async function disputesOf(
  { db }: Archive,
  table: "statements" | "contacts",
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Dispute>> {
  if (numbers.length === 0) return new Map()
  const entries = db.selectFrom(table).select(["number", "report", "id"]).where("number", "in", numbers)
  const lines = await db
    .selectFrom(entries.as("e"))
    .innerJoin("reports as r", "r.number", "e.report")
    .innerJoin("log as l", (join) => join.onRef("l.report", "=", "r.id").onRef("l.entry", "=", "e.id"))
    .select(["e.number as entry", "e.report", "l.number", "l.at", "l.deed", "l.detail"])
    .where("l.deed", "in", ["dispute", TOLD])
    .where("l.state", "=", "applied")
    .orderBy("l.number")
    .execute()
  const blots = new Map<number, (words: string) => string>()
  // A report is read for this only where somebody was taken down.
  const reports = (await hiddenCalled(db)).length > 0 ? lines.map(({ report }) => report) : []
  for (const report of new Set(reports)) blots.set(report, await blotIn(db, report))
  // Whoever objects again says the same or more: the last counts.
  return new Map(
    lines.flatMap(({ entry, report, deed, at, ...line }) => {
      const said = deed === TOLD ? stateTold(line).disputed : { at, ...(JSON.parse(line.detail) as { words: string }) }
      if (!said) return []
      return [[entry, { at: said.at, words: blots.get(report)?.(said.words) ?? said.words }]]
    }),
  )
}

async function blotIn(db: Archive["db"], number: number): Promise<(words: string) => string> {
  const row = await db.selectFrom("reports").selectAll().where("number", "=", number).executeTakeFirstOrThrow()
  return blotBeside(await hiddenCut(db, number, await correctedRow(db, row)))
}

/** A record as it may be shown, with what people say against its entries, and what it cannot say itself. */
export interface WithDisputes {
  readonly record: Record
  /** by entry id: their words, without those of people who were taken down */
  readonly disputes: ReadonlyMap<string, string>
  /** ids of the statements that come through the mouth of somebody who was taken down */
  readonly tellersTakenDown: ReadonlySet<string>
}

/** The current records of all reports that may be shown, as `currentRecords` gives them, with what is known beside them. */
export async function* recordsWithDisputes(archive: Archive): AsyncGenerator<WithDisputes> {
  const disputed = await reportsDisputed(archive)
  const passedOn = await reportsPassingOn(archive)
  for await (const record of currentRecords(archive)) {
    const number = disputed.get(record.report.id)
    const teller = passedOn.get(record.report.id)
    yield {
      record,
      disputes: number === undefined ? new Map() : await wordsAgainst(archive, number),
      tellersTakenDown: teller === undefined ? new Set() : await tellersTakenDown(archive, teller),
    }
  }
}

/** Numbers by ids of the reports with a statement that is told in one which nobody may see. */
async function reportsPassingOn({ db }: Archive): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("statements as s")
    .innerJoin("reports as r", "r.number", "s.report")
    .leftJoin("statements as outer", (join) =>
      join
        .onRef("outer.report", "=", "s.report")
        .onRef("outer.id", "=", "s.within")
        .on("outer.standing", "!=", "hidden"),
    )
    .select(["r.id", "r.number"])
    .distinct()
    .where("s.within", "is not", null)
    .where("s.standing", "!=", "hidden")
    .where("outer.number", "is", null)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Numbers by ids: most reports have nothing that is disputed, and need not be asked for it. */
async function reportsDisputed({ db }: Archive): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("log")
    .innerJoin("reports", "reports.id", "log.report")
    .select(["reports.id", "reports.number"])
    .distinct()
    .where("log.state", "=", "applied")
    .where((eb) =>
      eb.or([eb("deed", "=", "dispute"), eb.and([eb("deed", "=", TOLD), eb("detail", "like", '%"disputed":%')])]),
    )
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function wordsAgainst(archive: Archive, report: number): Promise<ReadonlyMap<string, string>> {
  const { states } = await handlingOf(archive, report)
  return new Map([...states].flatMap(([id, { disputed }]) => (disputed ? [[id, disputed.words]] : [])))
}
