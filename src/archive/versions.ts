import type { Transaction } from "kysely"
import type { Record } from "../record.js"
import { linkCopies } from "./copies.js"
import { rewrite } from "./corrections/rewrite.js"
import type { Archive } from "./open.js"
import { standingOf } from "./standing.js"
import { parsedRecord } from "./stored.js"
import type { ReportRow, Tables } from "./tables.js"

/**
 * Puts the reports at one address, or of one item of an agency or a feed, in their order: each but the newest is
 * succeeded by the next, and where the newest is withheld or cancelled none of them answers any more. Rows are written
 * anew where their standing changes. Returns how many there are, this one included.
 */
export async function linkVersions(transaction: Transaction<Tables>, report: number): Promise<number> {
  const versions = await versionRows(transaction, report)
  const recalled = versions.at(-1)?.own
  for (const [n, { row, own }] of versions.entries()) {
    const now = {
      succeeded_by: versions[n + 1]?.row.number ?? null,
      status: recalled === undefined || recalled === "usable" ? own : recalled,
    }
    if (now.succeeded_by === row.succeeded_by && now.status === row.status) continue
    await transaction.updateTable("reports").set(now).where("number", "=", row.number).execute()
    const changed = { ...row, ...now }
    if (standingOf(changed) === standingOf(row)) continue
    await rewrite(transaction, changed)
    if (row.number !== report) await linkCopies(transaction, row.number)
  }
  return versions.length
}

/** Numbers of the versions of a report, the oldest first. */
export async function versionsOf({ db }: Archive, report: number): Promise<number[]> {
  const versions = await db.transaction().execute((transaction) => versionRows(transaction, report))
  return versions.map(({ row }) => row.number)
}

interface Version {
  readonly row: ReportRow
  /** what the report says of itself */
  readonly own: ReportRow["status"]
  readonly time: number
  readonly retrieved: number
  readonly known: Record["report"]
}

async function versionRows(transaction: Transaction<Tables>, report: number): Promise<Version[]> {
  const { url, item } = await transaction
    .selectFrom("reports")
    .select(["url", "item"])
    .where("number", "=", report)
    .executeTakeFirstOrThrow()
  const address = url !== null && namesOneReport(url) ? url : null
  const rows = await transaction
    .selectFrom("reports")
    .selectAll()
    .where("text", "is not", null)
    .where((eb) =>
      eb.or([
        eb("number", "=", report),
        ...(address === null ? [] : [eb("url", "=", address)]),
        ...(item === null ? [] : [eb("item", "=", item)]),
      ]),
    )
    .execute()
  const versions = rows.map(asVersion).sort(inOrder)
  const newest = versions.findLast(({ own }) => own === "usable")
  const published = ({ known }: Version) => timeOf(known.published)!
  return newest
    ? versions.map((one) => (isReleasedBy(newest, one) ? { ...one, time: published(one) } : one)).sort(inOrder)
    : versions
}

const inOrder = (a: Version, b: Version): number =>
  a.time - b.time || a.retrieved - b.retrieved || a.row.number - b.row.number

/**
 * An embargo ends with a version that came later, bears a later date, and says of itself that it is usable. A story that
 * was cancelled is not revived by what may be a file from before.
 */
function isReleasedBy(newest: Version, { own, known, retrieved, row }: Version): boolean {
  const published = timeOf(known.published)
  if (own !== "withheld" || published === undefined || known.updated !== undefined) return false
  if (newest.known.status !== "usable" || newest.time <= published) return false
  // Who was withheld after it came bears the time of that.
  const isFirst = known.provenance?.retrieved === undefined && row.number < newest.row.number
  return retrieved < newest.retrieved || (retrieved === newest.retrieved && isFirst)
}

/** A notice that calls a report back often bears the report's own date: without a later one it counts from when it came. */
function asVersion(row: ReportRow): Version {
  const known = parsedRecord(row.record).report
  const { updated, published, status: own = "usable", provenance } = known
  const retrieved = timeOf(provenance?.retrieved) ?? timeOf(row.added)!
  const time = own === "usable" ? (timeOf(updated) ?? timeOf(published)) : timeOf(updated)
  return { row, own, time: time ?? retrieved, retrieved, known }
}

function timeOf(date: string | undefined): number | undefined {
  const time = Date.parse(date ?? "")
  return Number.isNaN(time) ? undefined : time
}

/** The front page of a paper is another report every hour. */
function namesOneReport(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, search } = new URL(url)
  return pathname !== "/" || search !== ""
}

/**
 * What an agency or feed calls the report, where that means it everywhere ("urn:newsml:…", "tag:…", an address) or,
 * with the feed's address before it, in that feed; "17" in some file means nothing.
 */
export function itemOf({ provenance }: Pick<Record["report"], "provenance">): string | null {
  const name = provenance?.item ?? provenance?.record
  if (name === undefined) return null
  if (/^[a-z][a-z0-9+.-]*:\S/i.test(name)) return name
  return provenance?.item !== undefined && /^https?:/.test(provenance.path ?? "") ? `${provenance.path} ${name}` : null
}
