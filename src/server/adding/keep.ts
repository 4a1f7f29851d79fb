import {
  type Archive,
  addRecord,
  copiesOf,
  explained,
  findReport,
  type Listed,
  meetReport,
  reportsNumbered,
  versionsOf,
} from "../../archive/index.js"
import { describeInputError, type InputError, isInputError } from "../../input/errors.js"
import type { Record, Report } from "../../record.js"
import type { Other, Outcome } from "../../web/adding/job.js"
import { noteWords } from "../../words.js"
import type { Reading } from "./reading.js"

/** Reads one report and adds it, whole or not at all, unless the archive has it. Never throws. */
export async function keepReport(archive: Archive, input: Report | InputError, read: Reading): Promise<Outcome> {
  if (isInputError(input)) return failed(describeInputError(input))
  return orFailed(archive, input, async () => {
    const met = await meetReport(archive, input)
    if (met !== "unknown") return heldOutcome(archive, input, met)
    const answer = await read(input)
    if ("problem" in answer) return failed(`${titleOf(input)}: reading it failed (${answer.problem})`)
    return addedOutcome(archive, answer.record)
  })
}

/** Adds a record that was made elsewhere. Never throws. */
export const keepRecord = (archive: Archive, record: Record): Promise<Outcome> =>
  orFailed(archive, record.report, () => addedOutcome(archive, record))

async function orFailed(archive: Archive, report: Report, keep: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await keep()
  } catch (thrown) {
    const error = explained(archive.path, thrown)
    return failed(`${titleOf(report)}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function addedOutcome(archive: Archive, record: Record): Promise<Outcome> {
  const { outcome, report, isCopy, isVersion } = await addRecord(archive, record)
  if (outcome === "known" || outcome === "restated") return heldOutcome(archive, record.report, outcome)
  if (outcome === "erased")
    return failed(`${titleOf(record.report)}: its text, or somebody in it, was erased from this archive for good`)
  const [listed] = await reportsNumbered(archive, [report])
  if (!listed) return failed(`${titleOf(record.report)}: it was added, but may not be shown (${whyHidden(record)})`)
  const copyOf = isCopy ? await otherIn(archive, await copiesOf(archive, report), report) : undefined
  const versionOf = isVersion ? await otherIn(archive, await versionsOf(archive, report), report) : undefined
  return {
    kind: "added",
    report: listed,
    ...(copyOf ? { copyOf } : {}),
    ...(versionOf ? { versionOf } : {}),
    notes: record.notes.filter(({ code }) => code === "language-not-read").map(noteWords),
  }
}

async function heldOutcome(archive: Archive, report: Report, kind: "known" | "restated"): Promise<Outcome> {
  const name = await nameOf(archive, report)
  return kind === "known" ? { kind, report: name } : { kind, report: name, status: report.status ?? "usable" }
}

const failed = (words: string): Outcome => ({ kind: "failed", words })

const whyHidden = ({ report }: Record): string =>
  report.status === undefined || report.status === "usable"
    ? "it was taken down"
    : `its publisher has ${report.status} it`

async function otherIn(archive: Archive, numbers: readonly number[], own: number): Promise<Other | undefined> {
  const [first] = await reportsNumbered(
    archive,
    numbers.filter((number) => number !== own),
  )
  return first && { id: first.id, title: listedTitle(first) }
}

async function nameOf(archive: Archive, { id, ...report }: Report): Promise<Other> {
  const number = await findReport(archive, id)
  const [listed] = number === undefined ? [] : await reportsNumbered(archive, [number])
  return { id, title: listed ? listedTitle(listed) : titleOf(report) }
}

const listedTitle = ({ title, opening }: Listed): string => title ?? shortened(opening)

const titleOf = ({ title, text }: Pick<Report, "title" | "text">): string => title ?? shortened(text)

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > 80 ? `${line.slice(0, 80).replace(/\s\S*$/, "")}…` : line
}
