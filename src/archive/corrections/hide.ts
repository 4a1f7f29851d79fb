import { findNamed } from "../entry-names.js"
import { ArchiveError } from "../errors.js"
import { fold } from "../fold.js"
import { findIdentity } from "../identities/index.js"
import type { Archive } from "../open.js"
import { type Signed, writeLog } from "./log.js"
import { hidings, showOrHide, type Target } from "./taken-down.js"
import { undo } from "./undo.js"

/** By a report's id, an identity's number such as "#12", or a name that one identity bears. */
export async function findTarget(archive: Archive, name: string): Promise<Target> {
  if (/^[0-9a-f]{8,64}$/.test(name)) return { report: (await findNamed(archive.db, name)).row.id }
  const found = await findIdentity(archive, name)
  if (found.kind === "one") return { identity: found.identity.number }
  return { identity: only(name, found.kind === "none" ? [] : found.candidates.map(({ identity }) => identity)) }
}

/** The same among what is taken down. */
export async function findHidden({ db }: Archive, name: string): Promise<Target> {
  if (/^[0-9a-f]{8,64}$/.test(name)) return { report: (await findNamed(db, name)).row.id }
  const found = await db
    .selectFrom("identities")
    .select(["number", "name"])
    .where("hidden", "=", 1)
    .where((eb) => (/^#\d+$/.test(name) ? eb("number", "=", Number(name.slice(1))) : eb("folded", "=", fold(name))))
    .execute()
  return { identity: only(name, found) }
}

function only(name: string, found: readonly { readonly number: number; readonly name: string }[]): number {
  const [identity, ...others] = found
  if (!identity) throw new ArchiveError(`${name}: there is neither a report nor a person or body of this name`)
  if (others.length === 0) return identity.number
  const several = found.map((each) => `#${each.number} ${each.name}`).join(", ")
  throw new ArchiveError(`${name}: could be several; say which one by its number: ${several}`)
}

/** Takes a report, a person or a body out of every answer and export. The source stays as it is, and it can be lifted. */
export async function hide(archive: Archive, target: Target, signed: Signed): Promise<number> {
  return archive.db.transaction().execute(async (transaction) => {
    if ((await hidings(transaction, target)).length > 0) throw new ArchiveError("it is taken down already")
    const number = await writeLog(transaction, signed, {
      deed: "hide",
      report: "report" in target ? target.report : null,
      entry: null,
      detail: target,
    })
    await showOrHide(transaction, target)
    return number
  })
}

/** Shows again what was taken down; gives the numbers of the lines in the log that this undid. */
export async function lift(archive: Archive, target: Target, signed: Signed): Promise<number[]> {
  const numbers = await hidings(archive.db, target)
  if (numbers.length === 0) throw new ArchiveError("it is not taken down")
  for (const number of numbers) await undo(archive, number, signed)
  return numbers
}
