import type { Transaction } from "kysely"
import type { Actor } from "../../record.js"
import { type Left, leftOf } from "../blotting/left.js"
import { isWholePerson } from "../blotting/longer.js"
import { blotAll, blotNames, blotSpans, blotWholeNames, mapped, namesOfBody, phrasePlaces } from "../blotting/mask.js"
import { blotSaid, isRun } from "../blotting/said-again.js"
import { actorsOf, calledOf } from "../hidden.js"
import { renamesOf } from "../identities/decided.js"
import { rootsOf } from "../identities/known.js"
import { readActor } from "../identities/reading.js"
import { recordOfRow } from "../stored.js"
import type { ReportRow, Tables } from "../tables.js"
import { quote } from "./anchor.js"
import { correctedRow } from "./current.js"
import type { Quote } from "./deeds.js"
import { forgetAddress, forgetWords, GONE } from "./gone.js"
import { rewrite } from "./rewrite.js"

type Blot = (words: string) => string

/** In every report that has them: their entries are gone, and their name and what they said are blotted out wherever they stand. */
export async function erasePerson(
  transaction: Transaction<Tables>,
  identity: number,
  rows: readonly ReportRow[],
): Promise<void> {
  const called = await calledOf(transaction, [identity])
  await forgetNames(transaction, identity)
  await letGo(transaction, identity)
  const lefts: Left[] = []
  for (const row of rows) {
    const gone = await actorsOf(transaction, row.number, [identity], called)
    lefts.push(leftOf(recordOfRow(row), await correctedRow(transaction, row), gone, called))
  }
  const elsewhere = blotSaid(lefts.flatMap(({ said }) => said).filter(isRun))
  for (const [n, row] of rows.entries()) await eraseFrom(transaction, row, lefts[n]!, elsewhere)
  const whole = blotWholeNames(called.map(({ name }) => name))
  await forgetWords(transaction, called.filter(isWholePerson), whole)
  const own = blotNames(lefts.flatMap(({ actors }) => actors))
  const names = (words: string) => own(whole(words))
  const blot = (words: string) => names(elsewhere(words))
  await blotQuestions(transaction, blot)
  await blotLog(transaction, "none", (words) => blotAll(JSON.parse(words), blot), blot)
  // In the log of other reports the words of a name may be somebody else's.
  const inOthers = (words: string) => whole(elsewhere(words))
  const here = rows.map(({ id }) => id)
  await blotLog(transaction, { not: here }, (words) => blotAll(JSON.parse(words), inOthers), inOthers)
}

/** Another person, whom people split off from who is erased, is known by their name, and by themselves from now on. */
async function letGo(transaction: Transaction<Tables>, identity: number): Promise<void> {
  const rootOf = await rootsOf(transaction)
  const actors = await transaction.selectFrom("actors").selectAll().where("linked", "=", identity).execute()
  const known = await transaction.selectFrom("known_names").selectAll().where("identity", "=", identity).execute()
  const names = new Map<number, Set<string>>()
  for (const { number, identity: other, name, kind } of actors) {
    if (other === null || other === rootOf(identity)) continue
    await transaction.updateTable("actors").set({ linked: other }).where("number", "=", number).execute()
    const called = readActor({ name, kind, roles: [] })?.name
    if (called !== undefined) names.set(other, (names.get(other) ?? new Set()).add(called))
  }
  const theirs = [...names].flatMap(([other, called]) =>
    known.flatMap((row) => (called.has(row.name) ? [{ ...row, identity: other }] : [])),
  )
  if (theirs.length > 0) await transaction.insertInto("known_names").values(theirs).execute()
}

/** What people called who is erased, and whoever was merged into them: one word is gone, too. */
async function forgetNames(transaction: Transaction<Tables>, identity: number): Promise<void> {
  const rows = await transaction
    .selectFrom("identities")
    .select("number")
    .where(({ eb, or }) => or([eb("number", "=", identity), eb("merged_into", "=", identity)]))
    .execute()
  const renames = await renamesOf(
    transaction,
    rows.map(({ number }) => number),
  )
  for (const { line, identity, name } of renames) {
    const detail = JSON.stringify({ identity, name: blotSpans(name, [{ start: 0, end: name.length }]) })
    await transaction.updateTable("log").set({ detail }).where("number", "=", line).execute()
  }
}

async function eraseFrom(
  transaction: Transaction<Tables>,
  row: ReportRow,
  { text, record, lost, actors, blot: beside }: Left,
  elsewhere: Blot,
): Promise<void> {
  // Names last: one that is blotted out of what was said breaks it in two.
  const blot = (words: string) => beside(elsewhere(words))
  const { report, ...rest } = record
  const { text: _, ...known } = blotAll(report, blot)
  const isTold = row.url !== null && (actors.some((actor) => isInAddress(row.url!, actor)) || blot(row.url) !== row.url)
  const { url, ...bare } = known
  const changed = {
    text,
    title: row.title === null ? null : blot(row.title),
    url: isTold ? null : row.url,
    item: isTold ? null : row.item,
    section: row.section === null ? null : blot(row.section),
    record: JSON.stringify({ ...rest, report: isTold ? bare : { ...bare, ...(url && { url }) } }),
  }
  await transaction.updateTable("reports").set(changed).where("number", "=", row.number).execute()
  if (isTold) await forgetAddress(transaction, row.number, row.url)
  // An earlier reading holds the name, and the marks by which copies are known would tell what stood there.
  for (const table of ["readings", "shingles"] as const) {
    await transaction.deleteFrom(table).where("report", "=", row.number).execute()
  }
  await transaction
    .updateTable("log")
    .set({ by: GONE, reason: GONE, detail: "{}", before: null, state: "undone" })
    .where("report", "=", row.id)
    .where("entry", "in", [...lost])
    .execute()
  await blotLog(transaction, { report: row.id }, (words) => quotedAnew(blotAll(JSON.parse(words), blot), text), blot)
  await rewrite(transaction, { ...row, ...changed })
}

/** "…/mayor-mara-lind-resigns" names her. */
function isInAddress(url: string, actor: Actor): boolean {
  const names = actor.kind === "person" ? [actor.name.split(/\s+/).at(-1)!] : namesOfBody(actor)
  return names.some((name) => phrasePlaces(decodeURI(url), name, true).length > 0)
}

/** What deeds quote of a report is what stands there now: so their places are found again. */
const quotedAnew = <T>(value: T, text: string): T =>
  mapped(value, (inner) => (isQuote(inner) ? quote(text, inner) : inner))

const isQuote = (value: unknown): value is Quote => typeof value === "object" && value !== null && "exact" in value

/** Lines of the log: of no report, of one, or of all reports but some. */
type Lines = "none" | { readonly report: string } | { readonly not: readonly string[] }

/** What people did stays done, without the name and the words. */
async function blotLog(
  transaction: Transaction<Tables>,
  lines: Lines,
  change: (json: string) => unknown,
  blot: Blot,
): Promise<void> {
  const log = transaction.selectFrom("log").selectAll()
  const found =
    lines === "none"
      ? log.where("report", "is", null)
      : "report" in lines
        ? log.where("report", "=", lines.report)
        : log.where("report", "is not", null)
  const others = new Set(typeof lines === "object" && "not" in lines ? lines.not : [])
  const json = (words: string) => JSON.stringify(change(words))
  for (const { number, report, by, reason, detail, before } of await found.execute()) {
    if (report !== null && others.has(report)) continue
    await transaction
      .updateTable("log")
      .set({
        by: blot(by),
        reason: blot(reason),
        detail: json(detail),
        before: before === null ? null : json(before),
      })
      .where("number", "=", number)
      .execute()
  }
}

async function blotQuestions(transaction: Transaction<Tables>, blot: Blot): Promise<void> {
  for (const { name, question } of await transaction.selectFrom("searches").selectAll().execute()) {
    const blotted = JSON.stringify(blotAll(JSON.parse(question), blot))
    await transaction.updateTable("searches").set({ question: blotted }).where("name", "=", name).execute()
  }
}
