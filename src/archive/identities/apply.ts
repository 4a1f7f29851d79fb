import type { Transaction } from "kysely"
import { rewrite } from "../corrections/rewrite.js"
import { countSpeakers } from "../speakers.js"
import type { Tables } from "../tables.js"
import { linkUtterancesAnew } from "../utterances.js"
import { type Details, standing } from "./decided.js"
import { rootsOf } from "./known.js"
import { tellMembership } from "./memberships.js"
import { nameOf } from "./tell.js"

const decisions: ReadonlySet<string> = new Set([
  "merge",
  "split",
  "apart",
  "rename",
  "wikidata",
  "privacy",
  "membership",
] satisfies (keyof Details)[])

/** Whether a deed of the log is about identities. */
export const isDecision = (deed: string): boolean => decisions.has(deed)

/** Makes the archive as the log has it, after a deed was done or undone. */
export async function applyDecision(transaction: Transaction<Tables>, deed: string, detail: string): Promise<void> {
  const told: unknown = JSON.parse(detail)
  if (deed === "merge") return applyMerge(transaction, (told as Details["merge"]).from)
  if (deed === "split") {
    const { from, to } = told as Details["split"]
    return restate(transaction, [from, to])
  }
  if (deed === "rename") return applyRename(transaction, (told as Details["rename"]).identity)
  if (deed === "wikidata") {
    const { identity } = told as Details["wikidata"]
    const last = (await standing(transaction, "wikidata")).findLast((one) => one.identity === identity)
    const { wikidata } = last ?? { wikidata: null }
    await transaction.updateTable("identities").set({ wikidata }).where("number", "=", identity).execute()
  }
  if (deed === "privacy") {
    const { identity } = told as Details["privacy"]
    const last = (await standing(transaction, "privacy")).findLast((one) => one.identity === identity)
    await transaction
      .updateTable("identities")
      .set({ private: last?.private ?? null })
      .where("number", "=", identity)
      .execute()
  }
  if (deed === "membership") await applyMembership(transaction, told as Details["membership"])
}

async function applyMerge(transaction: Transaction<Tables>, from: number): Promise<void> {
  const last = (await standing(transaction, "merge")).findLast((one) => one.from === from)
  const before = await rootsOf(transaction)
  await transaction
    .updateTable("identities")
    .set({ merged_into: last?.into ?? null })
    .where("number", "=", from)
    .execute()
  const after = await rootsOf(transaction)
  await restate(transaction, [from, before(from), after(from)])
}

async function applyRename(transaction: Transaction<Tables>, identity: number): Promise<void> {
  const last = (await standing(transaction, "rename")).findLast((one) => one.identity === identity)
  if (!last) return nameOf(transaction, identity)
  await transaction.updateTable("identities").set({ name: last.name }).where("number", "=", identity).execute()
}

async function applyMembership(
  transaction: Transaction<Tables>,
  { member, body }: Details["membership"],
): Promise<void> {
  const last = (await standing(transaction, "membership")).findLast((one) => one.member === member && one.body === body)
  await transaction.deleteFrom("memberships").where("member", "=", member).where("body", "=", body).execute()
  await tellMembership(transaction, { member, body })
  if (!last) return
  const { basis, from: from_day, to: to_day } = last
  await transaction
    .insertInto("memberships")
    .values({ member, body, basis, from_day, to_day, evidence: "" })
    .onConflict((conflict) => conflict.columns(["member", "body"]).doUpdateSet({ basis, from_day, to_day }))
    .execute()
}

/** Says anew who the actors are that were, or were taken for, one of these, and all that depends on who they are. */
async function restate(transaction: Transaction<Tables>, identities: readonly number[]): Promise<void> {
  const roots = await rootsOf(transaction)
  const forced = new Map(
    (await standing(transaction, "split")).flatMap(({ to, actors }) =>
      actors.map(({ report, name }): [string, number] => [`${report} ${name}`, to]),
    ),
  )
  const actors = await transaction
    .selectFrom("actors")
    .innerJoin("reports", "reports.number", "actors.report")
    .select(["actors.number", "actors.name", "actors.linked", "actors.identity", "actors.report", "reports.id"])
    .where((eb) => eb.or([eb("actors.linked", "in", identities), eb("actors.identity", "in", identities)]))
    .execute()
  const changed = new Set<number>()
  for (const { number, name, linked, identity: before, report, id } of actors) {
    const is = forced.get(`${id} ${name}`) ?? linked
    const identity = is === null ? null : roots(is)
    if (identity === before) continue
    changed.add(report)
    await transaction.updateTable("actors").set({ identity }).where("number", "=", number).execute()
    for (const table of ["statement_actors", "contact_actors"] as const) {
      await transaction.updateTable(table).set({ identity }).where("actor", "=", number).execute()
    }
  }
  const isAnyHidden = await transaction
    .selectFrom("identities")
    .select("number")
    .where("hidden", "=", 1)
    .executeTakeFirst()
  for (const report of changed) {
    if (isAnyHidden) await writeAnew(transaction, report)
    else {
      await linkUtterancesAnew(transaction, report)
      await countSpeakers(transaction, report)
    }
  }
}

/** Who was merged into somebody who was taken down is hidden too, and shown again when that is undone; “her office” is nobody. */
async function writeAnew(transaction: Transaction<Tables>, report: number): Promise<void> {
  const row = await transaction
    .selectFrom("reports")
    .selectAll()
    .where("number", "=", report)
    .where("text", "is not", null)
    .executeTakeFirst()
  if (row) await rewrite(transaction, row)
}
