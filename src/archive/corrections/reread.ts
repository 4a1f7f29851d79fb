import type { Contact, Record, Statement } from "../../record.js"
import { findNamed } from "../entry-names.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow } from "../tables.js"
import { anchorOf, findAnchored } from "./anchor.js"
import type { Orphan } from "./correct.js"
import { rewrite } from "./rewrite.js"

export type Reader = Record["reader"]

/**
 * Reports, by number, that another reader or model read than this one: those named, or all. Records that were made
 * elsewhere, by hand perhaps, are among them only when they are named.
 */
export async function unlike(archive: Archive, reader: Reader, names: readonly string[] = []): Promise<number[]> {
  const { db } = archive
  const differs = ({ reader_version, model }: Pick<ReportRow, "reader_version" | "model">) =>
    reader_version !== reader.version || model !== reader.model
  if (names.length > 0) {
    const rows = []
    for (const name of names) rows.push((await findNamed(db, name)).row)
    return rows.filter(differs).map(({ number }) => number)
  }
  const rows = await db
    .selectFrom("reports")
    .select(["number", "reader_version", "model"])
    .where("text", "is not", null)
    .where("model", "like", `${reader.model.split(" ")[0]} %`)
    .orderBy("number")
    .execute()
  return rows.filter(differs).map(({ number }) => number)
}

/** What a new reading changed in a report; entries are called by their ids in the reading that has them. */
export interface Reread {
  readonly report: string
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  /** found in both, but not alike */
  readonly changed: readonly string[]
  readonly same: number
  /** what people did that fits nowhere any more */
  readonly orphaned: readonly Orphan[]
}

/** Puts a newer reading of a report in the place of the older one, which is kept; what people did is done to it anew. */
export async function replaceReading({ db }: Archive, record: Record, now = new Date()): Promise<Reread> {
  return db.transaction().execute(async (transaction) => {
    const { id } = record.report
    const row = await transaction.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst()
    if (!row) throw new ArchiveError(`${id}: there is no such report`)
    const before = recordOfRow(row)
    if (before.report.text !== record.report.text)
      throw new ArchiveError(`${id}: has another text now; it cannot be read again in place`)
    const { record: stored, reader_version, model } = row
    await transaction
      .insertInto("readings")
      .values({ report: row.number, record: stored, reader_version, model, replaced: now.toISOString() })
      .execute()
    // What is known of the report beside its words stays as it was added.
    const { text: _, ...report } = before.report
    const newest = {
      record: JSON.stringify({ ...record, report }),
      reader_version: record.reader.version,
      model: record.reader.model,
    }
    await transaction.updateTable("reports").set(newest).where("number", "=", row.number).execute()
    const { orphaned } = await rewrite(transaction, { ...row, ...newest })
    return { report: id, ...compare(before, record), orphaned }
  })
}

export function compare(before: Record, after: Record): Omit<Reread, "report" | "orphaned"> {
  const changes = { gained: new Set<string>(), changed: new Set<string>(), same: 0, lost: [] as string[] }
  for (const { id } of [...after.statements, ...after.contacts]) changes.gained.add(id)
  const look = (kind: "statement" | "contact", entry: Statement | Contact) => {
    const found = findAnchored(after, anchorOf(before, kind, entry))
    if (!found || !changes.gained.delete(found.id)) changes.lost.push(entry.id)
    else if (plain(before, entry) === plain(after, found as Statement | Contact)) changes.same++
    else changes.changed.add(found.id)
  }
  for (const statement of before.statements) look("statement", statement)
  for (const contact of before.contacts) look("contact", contact)
  return { gained: [...changes.gained], lost: changes.lost, changed: [...changes.changed], same: changes.same }
}

/** An entry without what two readings may number or weigh differently: actors by name, statements by their words. */
function plain(record: Record, entry: Statement | Contact): string {
  const names = new Map(record.actors.map(({ id, name }) => [id, name]))
  const places = new Map(record.statements.map(({ id, content }) => [id, content[0]]))
  const { id: _, confidence: __, ...rest } = entry
  return JSON.stringify(rest, (key, value: unknown) => {
    if (key === "candidates" || key === "why") return undefined
    if (key === "within" || key === "answers") return places.get(value as string)
    if (["speakers", "addressees", "about", "between"].includes(key)) {
      return (value as string[]).map((actor) => names.get(actor)).sort()
    }
    return value
  })
}
