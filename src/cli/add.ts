import { type Archive, addRecords, meetReport, openArchive, whyFailed } from "../archive/index.js"
import { describeInputError, type InputError, isInputError } from "../input/errors.js"
import { isWebAddress, readReports } from "../input/read.js"
import { holdsRecords, readRecords } from "../input/records.js"
import { readMany } from "../pool/read-many.js"
import type { Record, Report } from "../record.js"
import { amount } from "../words.js"
import { grouped } from "./grouped.js"
import { type Progress, startProgress } from "./progress.js"
import { harmless } from "./terminal.js"

export interface AddOptions {
  readonly archive: string
  readonly threads?: number
  readonly contact?: string
}

export interface Tally {
  added: number
  copies: number
  versions: number
  known: number
  restated: number
  erased: number
  failed: number
}

export const newTally = (): Tally => ({ added: 0, copies: 0, versions: 0, known: 0, restated: 0, erased: 0, failed: 0 })

/**
 * Reads what the archive does not hold yet and adds it, each report whole or not at all. Stopped, the same command
 * finishes the rest. The exit code is 1 when something could not be read.
 */
export async function addCommand(sources: readonly string[], options: AddOptions): Promise<0 | 1> {
  const archive = await openArchive(options.archive)
  const progress = await startProgress(sources)
  const tally = newTally()
  try {
    await keepOutcomes(archive, outcomesOf(archive, sources, options, tally), tally, progress)
  } catch (error) {
    throw await whyFailed(archive, error)
  } finally {
    progress.stop()
    await archive.close()
  }
  console.error(summary(tally, options.archive))
  return tally.failed === 0 ? 0 : 1
}

/** Adds records as they come, in their order, and says which could not be read. */
export async function keepOutcomes(
  archive: Archive,
  outcomes: AsyncIterable<Record | InputError>,
  tally: Tally,
  progress: Pick<Progress, "say" | "count">,
): Promise<void> {
  // Waiting for the disk takes as long as all else that adding does: it is done once for what comes close together.
  for await (const group of grouped(outcomes, 20, 500)) {
    const records = group.filter((outcome): outcome is Record => !isInputError(outcome))
    for (const { outcome, isCopy, isVersion } of await addRecords(archive, records)) {
      tally[outcome] += 1
      if (isCopy) tally.copies += 1
      if (isVersion) tally.versions += 1
    }
    for (const outcome of group) {
      if (!isInputError(outcome)) {
        progress.count(outcome.report.provenance?.path ?? "", false)
        continue
      }
      tally.failed += 1
      progress.say(`onrecord: ${harmless(describeInputError(outcome))}`)
      progress.count(outcome.path, true)
    }
  }
}

/** Records made elsewhere as they are; reports read, unless the archive has them. */
async function* outcomesOf(
  archive: Archive,
  sources: readonly string[],
  { threads, contact }: AddOptions,
  tally: Tally,
): AsyncGenerator<Record | InputError> {
  const fetcher = sources.some(isWebAddress)
    ? (await import("../input/web/fetcher.js")).openFetcher(contact === undefined ? {} : { contact })
    : undefined
  for (const source of sources) {
    if (await holdsRecords(source)) yield* readRecords(source)
    else {
      const inputs = unknownOnly(archive, readReports([source], {}, fetcher), tally)
      yield* readMany(inputs, threads === undefined ? {} : { threads })
    }
  }
}

/** Reading costs a hundred times more than looking; a new status of what is known is taken on the way. */
export async function* unknownOnly(
  archive: Archive,
  inputs: AsyncIterable<Report | InputError>,
  tally: Tally,
): AsyncGenerator<Report | InputError> {
  for await (const input of inputs) {
    const met = isInputError(input) ? "unknown" : await meetReport(archive, input)
    if (met === "unknown") yield input
    else tally[met] += 1
  }
}

export function summary({ added, copies, versions, known, restated, erased, failed }: Tally, archive: string): string {
  const kinds = [
    ...(copies > 0 ? [amount(copies, "copy of another", "copies of others")] : []),
    ...(versions > 0 ? [amount(versions, "new version")] : []),
  ]
  const among = kinds.length > 0 ? ` (${kinds.join(", ")})` : ""
  const parts = [
    `${amount(added, "report")} added to ${archive}${among}`,
    ...(known > 0 ? [`${known} already there`] : []),
    ...(restated > 0 ? [`${restated} with a new status`] : []),
    ...(erased > 0 ? [`${erased} not added again, having been erased`] : []),
    ...(failed > 0 ? [`${failed} not read`] : []),
  ]
  return `onrecord: ${parts.join(", ")}`
}
