import type { Record } from "../../record.js"
import { blotAll } from "../blotting/mask.js"
import { blotBeside, shownWithout, withoutEntriesOf, withoutNames } from "../blotting/shown.js"
import { findNamed } from "../entry-names.js"
import { hiddenCut } from "../hidden.js"
import type { Archive } from "../open.js"
import { standingOf } from "../standing.js"
import { recordOfRow } from "../stored.js"
import type { LogRow, ReportRow } from "../tables.js"
import { type Changed, changedFields } from "./changed.js"
import { standingRecord } from "./correct.js"
import { correctedRow, currentRecord } from "./current.js"
import { type Entry, entryById } from "./deeds.js"
import { stepOf } from "./step.js"

/** A line of the log as it is given out: `detail` and `before` are what was done, and what stood there before. */
export interface LogLine extends Omit<LogRow, "detail" | "before"> {
  readonly detail: object
  readonly before: object | null
}

/** The log from the first line on: all of it, or what was done to a report or an entry by its name. */
export async function readLog(archive: Archive, name?: string): Promise<LogLine[]> {
  const { db } = archive
  let lines = db.selectFrom("log").selectAll().orderBy("number")
  if (name !== undefined) {
    const { row, entry } = await findNamed(db, name)
    lines = lines.where("report", "=", row.id)
    if (entry !== undefined) lines = lines.where("entry", "=", entry)
  }
  return (await lines.execute()).map(lineOf)
}

const lineOf = ({ detail, before, ...line }: LogRow): LogLine => ({
  ...line,
  detail: JSON.parse(detail),
  before: before === null ? null : JSON.parse(before),
})

/** An entry as the machine read it, as it stands now, and what people did to it in between, without the names and words of who was taken down. */
export interface History {
  /** missing where a person added it */
  readonly machine: Entry | undefined
  /** missing where it was withdrawn, or is not in the newest reading */
  readonly now: Entry | undefined
  readonly disputed: string | undefined
  readonly deeds: readonly HistoryLine[]
}

export interface HistoryLine extends LogLine {
  /** what a correction changed in the entry, field by field; missing where it fits nowhere in the present reading */
  readonly changed?: readonly Changed[]
}

export async function entryHistory(archive: Archive, name: string): Promise<History> {
  const { row, entry = "" } = await findNamed(archive.db, name)
  const corrected = await correctedRow(archive.db, row)
  const cut = await hiddenCut(archive.db, row.number, corrected)
  const blot = blotBeside(cut)
  const shown = withoutNames(corrected.record, cut)
  const disputed = corrected.disputes.get(entry)
  return {
    machine: entryById(recordOfRow(row), entry)?.entry,
    now: entryById(standingRecord(corrected), entry)?.entry,
    disputed: disputed === undefined ? undefined : blot(disputed),
    deeds: await Promise.all((await readLog(archive, name)).map(lineTold)),
  }

  async function lineTold(line: LogLine): Promise<HistoryLine> {
    const { by, reason, detail, before, ...kept } = line
    const step = line.deed === "correct" ? await stepOf(archive, row, corrected, line) : undefined
    const changed = step?.before && changedFields(shown, step.before, step.after)
    return {
      ...kept,
      ...blotAll({ by, reason, detail, before }, blot),
      ...(changed && { changed: blotAll(changed, blot) }),
    }
  }
}

/** A deed as an example to learn from: what the machine read, and what a person says that it should have read. */
export interface Lesson {
  readonly report: string
  readonly textHash: string
  readonly language: string
  readonly model: string
  readonly entry: string
  readonly deeds: readonly Pick<LogRow, "number" | "at" | "by" | "reason" | "deed">[]
  /** null: the machine did not find it */
  readonly before: Entry | null
  /** null: it is no entry */
  readonly after: Entry | null
  /** the actors that the two name */
  readonly actors: Record["actors"]
}

/**
 * Every entry that people corrected, added, withdrew or found right, as it was read and as it should have been; spans, no
 * text. Nothing of reports and people that were taken down.
 */
export async function* lessons(archive: Archive): AsyncGenerator<Lesson> {
  for await (const row of rowsWith(archive, teaching)) {
    const corrected = await correctedRow(archive.db, row)
    const cut = await hiddenCut(archive.db, row.number, corrected)
    const machine = withoutEntriesOf(recordOfRow(row), cut)
    const now = shownWithout(standingRecord(corrected), cut)
    const blot = blotBeside(cut)
    const lines = (await readLog(archive, row.id)).filter(isLesson)
    for (const entry of new Set(lines.flatMap(({ entry }) => entry ?? []))) {
      const before = entryById(machine, entry)?.entry ?? null
      const after = entryById(now, entry)?.entry ?? null
      if (before === null && after === null) continue
      yield {
        report: row.id,
        textHash: row.text_hash,
        language: row.language,
        model: row.model,
        entry,
        deeds: lines
          .filter((line) => line.entry === entry)
          .map(({ number, at, by, reason, deed }) => ({ number, at, by: blot(by), reason: blot(reason), deed })),
        before,
        after,
        actors: now.actors.filter(({ id }) => named(before).has(id) || named(after).has(id)),
      }
    }
  }
}

/** The records of the reports in which people corrected something, as they stand now and may be shown. */
export async function* correctedRecords(archive: Archive): AsyncGenerator<Record> {
  for await (const { number } of rowsWith(archive, correcting)) {
    const record = await currentRecord(archive, number)
    if (record) yield record
  }
}

const correcting: readonly string[] = ["correct", "add", "withdraw"]
const teaching: readonly string[] = [...correcting, "accept"]

const isLesson = ({ deed, state }: LogLine): boolean => teaching.includes(deed) && state === "applied"

async function* rowsWith({ db }: Archive, deeds: readonly string[]): AsyncGenerator<ReportRow> {
  const reports = await db
    .selectFrom("log")
    .select("report")
    .distinct()
    .where("deed", "in", deeds)
    .where("state", "=", "applied")
    .execute()
  for (const { report } of reports) {
    const row = await db
      .selectFrom("reports")
      .selectAll()
      .where("id", "=", report)
      .where("text", "is not", null)
      .executeTakeFirst()
    if (row && standingOf(row) !== "hidden") yield row
  }
}

function named(entry: Entry | null): ReadonlySet<string> {
  if (entry === null || "mentions" in entry) return new Set()
  return new Set("between" in entry ? entry.between : [...entry.speakers, ...entry.addressees, ...entry.about])
}
