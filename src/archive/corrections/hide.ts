import type { Kysely } from "kysely"
import { alikeOf } from "../copies.js"
import { findNamed } from "../entry-names.js"
import { ArchiveError } from "../errors.js"
import type { Archive } from "../open.js"
import { standingOf } from "../standing.js"
import type { Tables } from "../tables.js"
import { GONE } from "./gone.js"
import { type Signed, writeLog } from "./log.js"
import { hidings, showOrHide, type Target } from "./taken-down.js"
import { undo } from "./undo.js"
import { whomCalled, whomHidden, whomWords } from "./whom.js"

/** By a report's id, an identity's number such as "#12", or the whole name that one identity bears; also what is taken down. */
export const findTarget = (archive: Archive, name: string): Promise<Target> => targetOf(archive, name, whomCalled)

/** The same among what is taken down. */
export const findHidden = (archive: Archive, name: string): Promise<Target> => targetOf(archive, name, whomHidden)

async function targetOf(archive: Archive, name: string, find: typeof whomCalled): Promise<Target> {
  if (/^[0-9a-f]{8,64}$/.test(name)) return { report: (await findNamed(archive.db, name)).row.id }
  return { identity: (await find(archive, name)).number }
}

/** "4fe09a21", or "#12 Berta Quill" */
export async function targetWords({ db }: Archive, target: Target): Promise<string> {
  if ("report" in target) return (await findNamed(db, target.report)).row.name
  const { identity } = target
  const row = await db.selectFrom("identities").select("name").where("number", "=", identity).executeTakeFirst()
  if (!row) throw new ArchiveError(`#${identity}: there is no such identity`)
  return whomWords({ number: identity, name: row.name })
}

export interface Hidden {
  /** of the line in the log */
  readonly number: number
  /** ids of reports with the same words, which are still shown */
  readonly copies: readonly string[]
}

/** Takes a report, a person or a body out of every answer and export. The source stays as it is, and it can be lifted. */
export async function hide(archive: Archive, target: Target, signed: Signed): Promise<Hidden> {
  return archive.db.transaction().execute(async (transaction) => {
    if (await isErased(transaction, target)) throw new ArchiveError("it is erased")
    if ((await hidings(transaction, target)).length > 0) throw new ArchiveError("it is taken down already")
    const alike = "report" in target ? await alikeOf(transaction, target.report) : []
    const number = await writeLog(transaction, signed, {
      deed: "hide",
      report: "report" in target ? target.report : null,
      entry: null,
      detail: target,
    })
    await showOrHide(transaction, target)
    return { number, copies: alike.filter((row) => standingOf(row) !== "hidden").map(({ id }) => id) }
  })
}

async function isErased(db: Kysely<Tables>, target: Target): Promise<boolean> {
  if ("report" in target) return (await findNamed(db, target.report)).row.text === null
  const erased = db.selectFrom("identities").select("number").where("name", "=", GONE)
  return (await erased.where("number", "=", target.identity).executeTakeFirst()) !== undefined
}

export interface Lifted {
  /** ids of newer versions of a report, which are still taken down: somebody has to look at what they say */
  readonly newer: readonly string[]
}

/** Shows again what was taken down. */
export async function lift(archive: Archive, target: Target, signed: Signed): Promise<Lifted> {
  if (await isErased(archive.db, target)) throw new ArchiveError("it is erased")
  const numbers = await hidings(archive.db, target)
  if (numbers.length === 0) throw new ArchiveError("it is not taken down")
  for (const number of numbers) await undo(archive, number, signed)
  return { newer: "report" in target ? await newerHidden(archive, target.report) : [] }
}

async function newerHidden({ db }: Archive, report: string): Promise<string[]> {
  const newer: string[] = []
  let { succeeded_by: next } = (await findNamed(db, report)).row
  while (next !== null) {
    const row = await db
      .selectFrom("reports")
      .select(["id", "hidden", "text", "succeeded_by"])
      .where("number", "=", next)
      .executeTakeFirstOrThrow()
    if (row.hidden === 1 && row.text !== null) newer.push(row.id)
    next = row.succeeded_by
  }
  return newer
}
