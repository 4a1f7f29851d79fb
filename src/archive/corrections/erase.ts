import type { Transaction } from "kysely"
import { inBatches } from "../batches.js"
import { alikeOf, linkCopies } from "../copies.js"
import { forgetForGood } from "../file.js"
import { tellRoles } from "../identities/tell.js"
import { countTenures } from "../identities/tenures.js"
import type { Archive } from "../open.js"
import { countSpeakers } from "../speakers.js"
import type { ReportRow, Tables } from "../tables.js"
import { erasePerson } from "./erase-person.js"
import { forgetAddress, forgetIdentities, GONE } from "./gone.js"
import { type Signed, writeLog } from "./log.js"
import { reportsOf, type Target } from "./taken-down.js"

export interface Erased {
  /** ids of reports with the same words, which are still there, some of them perhaps taken down */
  readonly copies: readonly string[]
}

/**
 * Removes a report's text, or a person's name and all that they said, for good: from the tables, the index of words, the
 * log and the file itself. A tombstone is left: that something was erased, when, by whom and why. Done again, it only
 * cleans the file, where another program had it open the first time.
 */
export async function erase(archive: Archive, target: Target, signed: Signed): Promise<Erased> {
  const copies = await archive.db.transaction().execute(async (transaction) => {
    const alike = "report" in target ? await alikeOf(transaction, target.report) : []
    const rows = await reportsOf(transaction, target)
    if (rows.length === 0) return []
    const identities = [...(await identitiesIn(transaction, rows)), ...(await mergedInto(transaction, target))]
    const spokenFor = await spokenForIn(transaction, rows)
    if ("report" in target) await eraseReport(transaction, rows[0]!)
    else await erasePerson(transaction, target.identity, rows)
    await forgetIdentities(transaction, [...identities, ...(await withoutGround(transaction, spokenFor))])
    await writeLog(transaction, signed, {
      deed: "erase",
      report: "report" in target ? target.report : null,
      entry: null,
      detail: target,
    })
    return alike.map(({ id }) => id)
  })
  await forgetForGood(archive.db)
  return { copies }
}

/** Id, hash, day and outlet stay, so that the report is known again and not added anew. */
async function eraseReport(transaction: Transaction<Tables>, { number, id, url }: ReportRow): Promise<void> {
  for (const table of ["statements", "contacts", "actors", "shingles", "readings", "grounds"] as const) {
    await transaction.deleteFrom(table).where("report", "=", number).execute()
  }
  const held = await transaction.deleteFrom("offices").where("report", "=", number).returning("identity").execute()
  for (const identity of new Set(held.map((one) => one.identity))) {
    await countTenures(transaction, identity)
    await tellRoles(transaction, identity)
  }
  await transaction
    .updateTable("reports")
    .set({ text: null, title: null, url: null, item: null, section: null, record: "{}", hidden: 1 })
    .where("number", "=", number)
    .execute()
  await transaction
    .updateTable("log")
    .set({ by: GONE, reason: GONE, detail: "{}", before: null })
    .where("report", "=", id)
    .execute()
  await countSpeakers(transaction, number)
  await linkCopies(transaction, number)
  await forgetAddress(transaction, number, url)
}

/** Who was taken for somebody else before they were merged into the target. */
async function mergedInto(transaction: Transaction<Tables>, target: Target): Promise<number[]> {
  if ("report" in target) return []
  const rows = await transaction
    .selectFrom("identities")
    .select("number")
    .where("merged_into", "=", target.identity)
    .execute()
  return rows.map(({ number }) => number)
}

async function identitiesIn(transaction: Transaction<Tables>, rows: readonly ReportRow[]): Promise<number[]> {
  const actors = await transaction
    .selectFrom("actors")
    .select(["identity", "linked"])
    .where(
      "report",
      "in",
      rows.map(({ number }) => number),
    )
    .execute()
  return [...new Set(actors.flatMap(({ identity, linked }) => [identity, linked]))].filter((number) => number !== null)
}

/** The bodies for which somebody speaks in reports, also those that a role alone names: the “Lind campaign” of its treasurer. */
async function spokenForIn(transaction: Transaction<Tables>, rows: readonly ReportRow[]): Promise<number[]> {
  const bodies = new Set<number>()
  for (const some of inBatches(rows.map(({ number }) => number))) {
    const grounds = await transaction.selectFrom("grounds").select("body").where("report", "in", some).execute()
    for (const { body } of grounds) bodies.add(body)
  }
  return [...bodies]
}

/** Those of some bodies for which nobody speaks in any report. */
async function withoutGround(transaction: Transaction<Tables>, bodies: readonly number[]): Promise<number[]> {
  const left = new Set<number>()
  for (const some of inBatches(bodies)) {
    const grounds = await transaction.selectFrom("grounds").select("body").where("body", "in", some).execute()
    for (const { body } of grounds) left.add(body)
  }
  return bodies.filter((body) => !left.has(body))
}
