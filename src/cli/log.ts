import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import {
  type Archive,
  correctedRecords,
  entryName,
  type LogLine,
  lessons,
  readLog,
  reportNames,
} from "../archive/index.js"
import { makeFolder } from "../export/folder.js"
import { printMarked } from "../marked/print.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface LogOptions {
  readonly archive: string
  readonly json?: boolean
  readonly lessons?: boolean
  readonly marked?: string
}

export const logCommand = (name: string | undefined, { archive: path, json, lessons, marked }: LogOptions) =>
  withArchive(path, async (archive) => {
    if (lessons) return printLessons(archive)
    if (marked !== undefined) return writeMarked(archive, marked)
    const lines = await readLog(archive, name)
    const called = await reportNames(
      archive,
      lines.flatMap(({ report }) => report ?? []),
    )
    for (const line of lines) {
      if (!(await write(json ? `${JSON.stringify(line)}\n` : `${harmless(lineWords(line, called))}\n`))) break
    }
  })

async function printLessons(archive: Archive): Promise<void> {
  for await (const lesson of lessons(archive)) if (!(await write(`${JSON.stringify(lesson)}\n`))) break
}

async function writeMarked(archive: Archive, folder: string): Promise<void> {
  await makeFolder(folder)
  let reports = 0
  for await (const record of correctedRecords(archive)) {
    const name = `${record.report.id.slice(0, 12)}.marked.txt`
    await writeFile(join(folder, name), `${printMarked(record, { header: true, mentions: true })}\n`)
    reports++
  }
  await write(`${reports} corrected reports are marked in ${folder}\n`)
}

/** merge → " #8 into #10" */
function whoWords(deed: string, detail: object): string {
  const told: { readonly [field: string]: unknown } = { ...detail }
  if (deed === "merge") return ` #${told.from} into #${told.into}`
  if (deed === "split") return ` #${told.to} from #${told.from}`
  if (deed === "apart" && Array.isArray(told.identities)) return ` #${told.identities.join(" and #")}`
  if (deed === "rename") return ` #${told.identity} “${told.name}”`
  if (deed === "wikidata") return ` #${told.identity} ${told.wikidata ?? "none"}`
  if (deed === "privacy") return ` #${told.identity} ${told.private === 1 ? "private" : "public"}`
  if (deed === "membership") return ` #${told.member} of #${told.body} (${told.basis})`
  if (deed === "status") return ` from ${told.from} to ${told.to}`
  return ""
}

/** 12  2026-03-04 10:15  Ada Lund  correct 4fe09a21#s3 {"act":"promise"}: the report says “vowed” */
function lineWords(
  { number, at, by, reason, deed, report, entry, undoes, state, detail }: LogLine,
  called: (report: string) => string,
): string {
  const about = report === null ? "" : ` ${entry === null ? called(report) : entryName(called(report), entry)}`
  // What was accepted is what stands there.
  const changes =
    "changes" in detail && deed !== "accept"
      ? ` ${JSON.stringify(detail.changes)}`
      : "words" in detail
        ? ` “${detail.words}”`
        : whoWords(deed, detail)
  const undone = undoes === null ? "" : ` ${undoes}`
  const now = state === "applied" ? "" : ` [${state}]`
  return `${number}  ${at.slice(0, 16).replace("T", " ")}  ${by}  ${deed}${undone}${about}${changes}: ${reason}${now}`
}
