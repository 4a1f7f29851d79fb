import type { Kysely, Transaction } from "kysely"
import { inBatches } from "../batches.js"
import { linkCopies } from "../copies.js"
import { calledOf, reportsNaming } from "../hidden.js"
import type { Tables } from "../tables.js"
import { GONE } from "./gone.js"
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

/** The reports that have a target: an identity among their actors, or a whole name of it in their text. */
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
  const numbers = new Set([...actors.map(({ report }) => report), ...(await reportsNaming(transaction, called))])
  const rows = []
  for (const some of inBatches([...numbers].toSorted((a, b) => a - b)))
    rows.push(...(await reports.where("number", "in", some).orderBy("number").execute()))
  return rows
}
