import { type Archive, ArchiveError, recordsWithDisputes, whyFailed } from "../archive/index.js"
import { type Exported, type Format, type FormatOptions, writeExport } from "../export/index.js"
import { describeInputError, isInputError } from "../input/errors.js"
import { readRecords } from "../input/records.js"
import { amount } from "../words.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface ExportOptions extends FormatOptions {
  readonly archive: string
  /** files of records to write instead of those of the archive */
  readonly records?: readonly string[]
}

/**
 * Writes the archive's records as they may be shown, or those of files, into a folder; the exit code is 1 when one of
 * them could not be read.
 */
export async function exportCommand(format: Format, folder: string, options: ExportOptions): Promise<0 | 1> {
  const unfit = unfitOption(format, options)
  if (unfit !== undefined) {
    process.stderr.write(`onrecord: ${unfit}\n`)
    return 1
  }
  const write = async (records: AsyncIterable<Exported>) => {
    const { counts } = await writeExport(records, format, folder, optionsOf(format, options))
    const summary = [
      amount(counts.reports, "report"),
      amount(counts.statements, "statement"),
      amount(counts.contacts, "contact"),
    ].join(", ")
    process.stderr.write(`onrecord: ${summary} written to ${harmless(folder)}\n`)
  }
  if (!options.records) return withArchive(options.archive, (archive) => write(recordsOf(archive, folder)))
  let failed = 0
  const complain = (words: string) => {
    failed += 1
    process.stderr.write(`onrecord: ${harmless(words)}\n`)
  }
  await write(recordsIn(options.records, complain))
  return failed === 0 ? 0 : 1
}

/** An option that would do nothing would be taken for done. */
function unfitOption(format: Format, { bom, text, offsets }: ExportOptions): string | undefined {
  if (bom && format !== "csv") return "--bom is for csv; leave it out, or export csv"
  if (format === "jsonl") return undefined
  if (text === false) return "--no-text is for jsonl; the other formats hold no text of reports but the entries' words"
  if (offsets === "code-points") {
    return "--offsets is for jsonl; csv and parquet have places in both units, web-annotation in code points"
  }
  return undefined
}

function optionsOf(format: Format, { bom = false, text = true, offsets = "utf-16" }: ExportOptions): FormatOptions {
  if (format === "csv") return { bom }
  return format === "jsonl" ? { text, offsets } : {}
}

async function* recordsOf(archive: Archive, folder: string): AsyncGenerator<Exported> {
  try {
    yield* recordsWithDisputes(archive)
  } catch (thrown) {
    const error = await whyFailed(archive, thrown)
    if (!(error instanceof ArchiveError)) throw error
    throw new ArchiveError(`${error.message}; the export in ${folder} is not whole, and has no manifest`)
  }
}

async function* recordsIn(paths: readonly string[], complain: (words: string) => void): AsyncGenerator<Exported> {
  for (const path of paths) {
    for await (const outcome of readRecords(path)) {
      if (isInputError(outcome)) complain(describeInputError(outcome))
      else yield { record: outcome }
    }
  }
}
