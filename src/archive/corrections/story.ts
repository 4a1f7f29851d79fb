import type { Contact, Record, Statement } from "../../record.js"
import { blotBeside, withoutNames } from "../blotting/shown.js"
import { findNamed } from "../entry-names.js"
import { hiddenCut } from "../hidden.js"
import type { Archive } from "../open.js"
import { standingOf } from "../standing.js"
import { recordOfRow } from "../stored.js"
import type { Standing } from "../tables.js"
import type { Step } from "./correct.js"
import { correctedRow } from "./current.js"
import { type Entry, type EntryKind, entryById, seenOf } from "./deeds.js"
import { type LogLine, readLog } from "./history.js"
import type { Signature } from "./states.js"
import { stepOf } from "./step.js"
import { stateTold, TOLD } from "./told.js"

/** A deed, and the entry before and after it; both are missing where it fits nowhere in the present reading. */
export interface Chapter extends Pick<LogLine, "number" | "at" | "by" | "reason" | "deed" | "state" | "undoes"> {
  readonly before: Statement | Contact | undefined
  readonly after: Statement | Contact | undefined
  /** what a person says who disputes the entry */
  readonly words: string | undefined
  /** what was corrected, where nothing else is told of it: in a copy for everybody */
  readonly fields: readonly string[] | undefined
}

/** All that became of a statement or contact, as anybody may see it: people who were taken down have no name in it. */
export interface Story {
  readonly kind: Exclude<EntryKind, "actor">
  readonly standing: Exclude<Standing, "hidden">
  /** what entries point into: the report's text, the actors, and every entry, also the withdrawn ones */
  readonly record: Record
  /** missing where a person added it, and in a copy for everybody where a person corrected it */
  readonly machine: Statement | Contact | undefined
  /** as it stands now, or stood when it was withdrawn */
  readonly now: Statement | Contact
  /** the number of the deed by which it was accepted as it stands */
  readonly accepted: number | undefined
  /** to be given back with a change, so that nobody changes what they did not see */
  readonly seen: string
  readonly chapters: readonly Chapter[]
}

/** The story of an entry by its name, "4fe09a21#s3"; undefined where it is not there or may not be shown. */
export async function entryStory(archive: Archive, name: string): Promise<Story | undefined> {
  const { row, entry: id = "" } = await findNamed(archive.db, name)
  if (row.text === null || standingOf(row) === "hidden") return undefined
  const corrected = await correctedRow(archive.db, row)
  const found = entryById(corrected.record, id)
  const standing = found && found.kind !== "actor" ? await standingNow(archive, row.number, found.kind, id) : "hidden"
  if (!found || found.kind === "actor" || standing === "hidden") return undefined
  const cut = await hiddenCut(archive.db, row.number, corrected)
  const blot = blotBeside(cut)
  const lines = await readLog(archive, name)
  const told = lines.find(({ deed }) => deed === TOLD)
  const untold = told ? stateTold({ number: told.number, detail: JSON.stringify(told.detail) }) : {}
  return {
    kind: found.kind,
    // The entries of an older version are stale, whatever people did to them.
    standing: corrected.handled.standing.get(id) === "withdrawn" ? "withdrawn" : standing,
    record: withoutNames(corrected.record, cut),
    // The record of a copy for everybody is the corrected one.
    machine: untold.added || untold.corrected ? undefined : plain(entryById(recordOfRow(row), id)?.entry),
    now: plain(found.entry)!,
    accepted: corrected.accepted.get(id) ?? untold.accepted?.number,
    seen: seenOf(found.entry),
    chapters: told
      ? chaptersTold(untold)
      : await Promise.all(
          lines.map(async (line) => chapterOf(line, await stepOf(archive, row, corrected, line), blot)),
        ),
  }
}

/** A deed about a statement or contact never comes to an actor. */
const plain = (entry: Entry | undefined): Statement | Contact | undefined =>
  entry && !("mentions" in entry) ? entry : undefined

async function standingNow({ db }: Archive, report: number, kind: Story["kind"], id: string): Promise<Standing> {
  const row = await db
    .selectFrom(kind === "statement" ? "statements" : "contacts")
    .select("standing")
    .where("report", "=", report)
    .where("id", "=", id)
    .executeTakeFirst()
  return row?.standing ?? "hidden"
}

function chapterOf(
  { number, at, by, reason, deed, state, undoes, detail }: LogLine,
  step: Step | undefined,
  blot: (words: string) => string,
): Chapter {
  const { words } = detail as { readonly words?: string }
  return {
    ...{ number, at, deed, state, undoes },
    by: blot(by),
    reason: blot(reason),
    before: plain(step?.before),
    after: plain(step?.after),
    words: words === undefined ? undefined : blot(words),
    fields: undefined,
  }
}

/** Each deed once, without who did it and why. */
function chaptersTold({ added, corrected, accepted, disputed }: ReturnType<typeof stateTold>): Chapter[] {
  const nothing = { reason: "", state: "applied", undoes: null, before: undefined, after: undefined } as const
  const chapter = (deed: string, signature: Signature | undefined, words?: string, fields?: readonly string[]) =>
    signature ? [{ ...nothing, ...pick(signature), deed, words, fields }] : []
  const pick = ({ number, by, at }: Signature) => ({ number, by, at })
  return [
    ...chapter("add", added),
    ...chapter("correct", corrected, undefined, corrected?.fields),
    ...chapter("accept", accepted),
    ...chapter("dispute", disputed, disputed?.words),
  ]
}
