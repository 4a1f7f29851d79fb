import {
  type Archive,
  ArchiveError,
  acceptEntries,
  addEntry,
  correctEntry,
  correctedRecord,
  type Done,
  disputeEntry,
  erase,
  findHidden,
  findNamed,
  findTarget,
  hide,
  lift,
  readLog,
  reportNames,
  type Signed,
  targetWords,
  undo,
  withdrawEntry,
} from "../archive/index.js"
import type { Actor, Contact, Record, Statement } from "../record.js"
import { readChanges } from "./changes.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export const correctCommand = (path: string, entry: string, typed: readonly string[], signed: Signed) =>
  withArchive(path, async (archive) => {
    const { record, near, now } = await placeOf(archive, entry)
    const { changes, newcomers } = readChanges(record, typed, near, now)
    await tell("corrected", await correctEntry(archive, entry, changes, { ...signed, newcomers }))
  })

export const insertCommand = (
  path: string,
  report: string,
  kind: "statement" | "contact" | "actor",
  typed: readonly string[],
  signed: Signed,
) =>
  withArchive(path, async (archive) => {
    const { record, near } = await placeOf(archive, report)
    const { changes, newcomers } = readChanges(record, typed, near)
    await tell("added", await addEntry(archive, report, kind, changes, { ...signed, newcomers }))
  })

export const acceptCommand = (path: string, entries: readonly string[], signed: Signed) =>
  withArchive(path, async (archive) => {
    const names = entries.map((name) => ({ name }))
    for (const done of await acceptEntries(archive, names, signed)) await tell("accepted", done)
  })

export const withdrawCommand = (path: string, entry: string, signed: Signed) =>
  withArchive(path, async (archive) => tell("withdrew", await withdrawEntry(archive, entry, signed)))

/** Undoes the withdrawal of an entry, whatever its number in the log is. */
export const restoreCommand = (path: string, entry: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const lines = await readLog(archive, entry)
    const withdrawals = lines.filter(({ deed, state }) => deed === "withdraw" && state === "applied")
    if (withdrawals.length === 0) throw new ArchiveError(`${entry}: was not withdrawn`)
    for (const { number } of withdrawals) await undoLine(archive, number, signed)
  })

export const disputeCommand = (path: string, entry: string, words: string, signed: Signed) =>
  withArchive(path, async (archive) => tell("disputed", await disputeEntry(archive, entry, words, signed)))

export const undoCommand = (path: string, number: number, signed: Signed) =>
  withArchive(path, (archive) => undoLine(archive, number, signed))

export const hideCommand = (path: string, name: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const target = await findTarget(archive, name)
    const { number, copies } = await hide(archive, target, signed)
    await write(harmless(`${number}: took ${await targetWords(archive, target)} down\n`))
    await tellCopies(archive, copies, "shown")
  })

export const liftCommand = (path: string, name: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const target = await findHidden(archive, name)
    const { newer } = await lift(archive, target, signed)
    await write(harmless(`${await targetWords(archive, target)} is shown again\n`))
    if (newer.length === 0) return
    const nameOf = await reportNames(archive, newer)
    await write(`newer versions of it are still taken down: ${newer.map(nameOf).join(", ")}\n`)
  })

export const eraseCommand = (path: string, name: string, signed: Signed) =>
  withArchive(path, async (archive) => {
    const target = await findTarget(archive, name)
    const words = await targetWords(archive, target)
    const { copies } = await erase(archive, target, signed)
    await write(harmless(`${words} is erased; backups and files that were exported before still hold it\n`))
    await tellCopies(archive, copies, "there")
  })

async function tellCopies(archive: Archive, copies: readonly string[], where: "shown" | "there"): Promise<void> {
  if (copies.length === 0) return
  const nameOf = await reportNames(archive, copies)
  await write(`copies of it are still ${where}: ${copies.map(nameOf).join(", ")}\n`)
}

async function undoLine(archive: Archive, number: number, signed: Signed): Promise<void> {
  const { number: undoing, deed, holds, shown } = await undo(archive, number, signed)
  await write(`${undoing}: undid ${number}${holds ? `; the “${deed}” before it holds again` : ""}\n`)
  if (shown === undefined) return
  await write(harmless(`${await targetWords(archive, { identity: shown })} is shown again\n`))
}

/** The number is what an undo needs. */
const tell = (did: string, { number, name }: Done) => write(`${number}: ${did} ${name}\n`)

interface Place {
  readonly record: Record
  /** where the named entry stands */
  readonly near: number
  /** the entry; missing where only a report is named */
  readonly now?: Statement | Contact | Actor
}

/** What the name of an entry or a report means, as it stands. */
async function placeOf(archive: Archive, name: string): Promise<Place> {
  const { row, entry } = await findNamed(archive.db, name)
  const { record } = (await correctedRecord(archive, row.number))!
  const now = [...record.statements, ...record.contacts, ...record.actors].find(({ id }) => id === entry)
  if (!now) return { record, near: 0 }
  const [first] = "evidence" in now ? [now.evidence] : "content" in now ? now.content : now.mentions
  return { record, near: first?.start ?? 0, now }
}
