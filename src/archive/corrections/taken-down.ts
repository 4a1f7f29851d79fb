import type { Kysely, Transaction } from "kysely"
import { inBatches } from "../batches.js"
import { linkCopies } from "../copies.js"
import { calledOf, reportsNaming, reportsNamingBeside } from "../hidden.js"
import type { Tables } from "../tables.js"
import { GONE } from "./gone.js"
import { writeLog } from "./log.js"
import { rewrite } from "./rewrite.js"

/** What is taken down: a report, or a person or body. */
export type Target = { readonly report: string } | { readonly identity: number }

/** Numbers of the lines in the log by which something is hidden now. */
export async function hidings(db: Kysely<Tables>, target: Target): Promise<number[]> {
  const lines = await db
    .selectFrom("log")
    .select("number")
    .where("deed", "=", "hide")
    .where("state", "=", "applied")
    .where("detail", "=", JSON.stringify(target))
    .execute()
  return lines.map(({ number }) => number)
}

/** Brings a report's or an identity's rows in line with what the log says. */
export async function showOrHide(transaction: Transaction<Tables>, target: Target): Promise<void> {
  const hidden = (await hidings(transaction, target)).length > 0 ? (1 as const) : (0 as const)
  if ("report" in target) {
    await transaction.updateTable("reports").set({ hidden }).where("id", "=", target.report).execute()
  } else {
    // Who is erased stays away, whatever becomes of an earlier take-down.
    await transaction
      .updateTable("identities")
      .set({ hidden })
      .where("number", "=", target.identity)
      .where("name", "!=", GONE)
      .execute()
  }
  for (const row of await reportsOf(transaction, target)) {
    await rewrite(transaction, row)
    // Another one of its copies is the first now, or again this one.
    if ("report" in target) await linkCopies(transaction, row.number)
  }
}

/** A new version of a report that was taken down is taken down with it, by whom and why the log says, until it is lifted. */
export async function hideVersion(transaction: Transaction<Tables>, report: number): Promise<void> {
  const before = await transaction
    .selectFrom("reports")
    .select("id")
    .where("succeeded_by", "=", report)
    .where("hidden", "=", 1)
    .executeTakeFirst()
  const [number] = before ? await hidings(transaction, { report: before.id }) : []
  if (number === undefined) return
  const { by, reason } = await transaction
    .selectFrom("log")
    .select(["by", "reason"])
    .where("number", "=", number)
    .executeTakeFirstOrThrow()
  const { id } = await transaction
    .selectFrom("reports")
    .select("id")
    .where("number", "=", report)
    .executeTakeFirstOrThrow()
  const target = { report: id }
  await writeLog(transaction, { by, reason }, { deed: "hide", report: id, entry: null, detail: target })
  await showOrHide(transaction, target)
}

/** The reports that have a target: an identity among their actors, or a whole name of it in their text or beside it. */
export async function reportsOf(transaction: Transaction<Tables>, target: Target) {
  const reports = transaction.selectFrom("reports").selectAll().where("text", "is not", null)
  if ("report" in target) return reports.where("id", "=", target.report).execute()
  const called = await calledOf(transaction, [target.identity])
  const actors = await transaction
    .selectFrom("actors")
    .select("report")
    .distinct()
    .where(({ or, eb }) => or([eb("identity", "=", target.identity), eb("linked", "=", target.identity)]))
    .execute()
  const naming = [...(await reportsNaming(transaction, called)), ...(await reportsNamingBeside(transaction, called))]
  const numbers = new Set([...actors.map(({ report }) => report), ...naming])
  const rows = []
  for (const some of inBatches([...numbers].toSorted((a, b) => a - b)))
    rows.push(...(await reports.where("number", "in", some).orderBy("number").execute()))
  return rows
}
