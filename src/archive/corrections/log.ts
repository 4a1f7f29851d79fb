import type { Kysely, Transaction } from "kysely"
import { ArchiveError } from "../errors.js"
import type { LogRow, Tables } from "../tables.js"
import { type Deed, entryDeeds } from "./deeds.js"

/** Who did something, and why: nothing is done to a record without both. */
export interface Signed {
  readonly by: string
  readonly reason: string
  readonly now?: Date
}

export interface Line extends Pick<LogRow, "deed" | "report" | "entry"> {
  readonly detail: object
  readonly before?: object
  readonly undoes?: number
}

/** Adds a line to the log and gives its number. */
export async function writeLog(transaction: Transaction<Tables>, signed: Signed, line: Line): Promise<number> {
  const { by, reason, now = new Date() } = signed
  if (by.trim() === "") throw new ArchiveError("who does this? A name is needed (--by)")
  if (reason.trim() === "") throw new ArchiveError("why? A reason is needed (--reason)")
  const { deed, report, entry, detail, before, undoes = null } = line
  const { number } = await transaction
    .insertInto("log")
    .values({
      at: now.toISOString(),
      by: by.trim(),
      reason: reason.trim(),
      deed,
      report,
      entry,
      detail: JSON.stringify(detail),
      before: before ? JSON.stringify(before) : null,
      undoes,
      state: "applied",
    })
    .returning("number")
    .executeTakeFirstOrThrow()
  return number
}

/** What people did to a report's entries and nobody undid, in the order it was done. */
export async function deedsOf(db: Kysely<Tables>, report: string): Promise<Deed[]> {
  const rows = await db
    .selectFrom("log")
    .select(["number", "deed", "detail"])
    .where("report", "=", report)
    .where("deed", "in", entryDeeds)
    .where("state", "!=", "undone")
    .orderBy("number")
    .execute()
  return rows.map(deedOf)
}

export const deedOf = ({ number, deed, detail }: Pick<LogRow, "number" | "deed" | "detail">): Deed => ({
  ...JSON.parse(detail),
  number,
  deed,
})
