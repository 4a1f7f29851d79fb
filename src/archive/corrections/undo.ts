import type { Transaction } from "kysely"
import { ArchiveError } from "../errors.js"
import { applyDecision, isDecision } from "../identities/apply.js"
import type { Details } from "../identities/decided.js"
import type { Archive } from "../open.js"
import { takenDownNumbers } from "../standing.js"
import type { LogRow, Tables } from "../tables.js"
import { entryDeeds } from "./deeds.js"
import { type Signed, writeLog } from "./log.js"
import { rewrite } from "./rewrite.js"
import { showOrHide, type Target } from "./taken-down.js"

export interface Undone {
  readonly number: number
  readonly deed: string
  /** true where an undo was undone, so that the deed holds again */
  readonly holds: boolean
  /** the report and the entry that it was about, where it was about one */
  readonly report: string | null
  readonly entry: string | null
  /** who was merged into somebody who was taken down, and is shown again without the merge */
  readonly shown: number | undefined
}

/** Undoes what stands in the log under a number, also an undo; a take-down only where that is wanted. */
export async function undo(
  archive: Archive,
  number: number,
  signed: Signed,
  { takeDowns = true }: { readonly takeDowns?: boolean } = {},
): Promise<Undone> {
  return archive.db.transaction().execute(async (transaction) => {
    const target = await lineOf(transaction, number)
    const root = await rootOf(transaction, target)
    if (!entryDeeds.includes(root.deed) && root.deed !== "hide" && !isDecision(root.deed))
      throw new ArchiveError(`${number}: “${root.deed}” cannot be undone`)
    if (root.deed === "hide" && !takeDowns) throw new ArchiveError(`${number}: only \`onrecord lift\` ends a take-down`)
    if (target.state === "undone") throw new ArchiveError(`${number}: is undone already`)
    const line = { deed: "undo", report: target.report, entry: target.entry, detail: {}, undoes: number }
    const undoing = await writeLog(transaction, signed, line)
    const holds = await turn(transaction, target, false)
    await putInPlace(transaction, root)
    const shown = root.deed === "merge" && !holds ? await shownAgain(transaction, root) : undefined
    return { number: undoing, deed: root.deed, holds, report: target.report, entry: target.entry, shown }
  })
}

async function shownAgain(transaction: Transaction<Tables>, { detail }: LogRow): Promise<number | undefined> {
  const { from, into } = JSON.parse(detail) as Details["merge"]
  const gone = await takenDownNumbers(transaction)
  return gone.has(into) && !gone.has(from) ? from : undefined
}

async function lineOf(transaction: Transaction<Tables>, number: number): Promise<LogRow> {
  const line = await transaction.selectFrom("log").selectAll().where("number", "=", number).executeTakeFirst()
  if (!line) throw new ArchiveError(`${number}: the log has no such line; \`onrecord log\` prints it`)
  return line
}

async function rootOf(transaction: Transaction<Tables>, line: LogRow): Promise<LogRow> {
  return line.undoes === null ? line : rootOf(transaction, await lineOf(transaction, line.undoes))
}

/** Makes a line hold or not; with an undo, what it undid turns the other way. Gives whether the root deed holds now. */
async function turn(transaction: Transaction<Tables>, line: LogRow, holds: boolean): Promise<boolean> {
  await transaction
    .updateTable("log")
    .set({ state: holds ? "applied" : "undone" })
    .where("number", "=", line.number)
    .execute()
  return line.undoes === null ? holds : turn(transaction, await lineOf(transaction, line.undoes), !holds)
}

async function putInPlace(transaction: Transaction<Tables>, { deed, report, detail }: LogRow): Promise<void> {
  if (isDecision(deed)) return applyDecision(transaction, deed, detail)
  if (deed === "hide") return showOrHide(transaction, JSON.parse(detail) as Target)
  const row = await transaction.selectFrom("reports").selectAll().where("id", "=", report).executeTakeFirst()
  if (row?.text) await rewrite(transaction, row)
}
