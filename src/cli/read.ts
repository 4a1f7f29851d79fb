import { describeInputError, isInputError } from "../input/errors.js"
import { readReports } from "../input/read.js"
import { printMarked } from "../marked/print.js"
import { readMany } from "../pool/read-many.js"
import type { Record } from "../record.js"
import { write } from "./output.js"
import { prettyRecord } from "./pretty.js"
import { type Progress, startProgress } from "./progress.js"
import { harmless, type Look, lookOf } from "./terminal.js"

export interface ReadOptions {
  readonly json?: boolean
  readonly marked?: boolean
  readonly why?: boolean
  readonly origin?: boolean
  readonly threads?: number
  readonly contact?: string
}

/** Prints the record of every report; the exit code is 1 when one could not be read. */
export async function readCommand(files: readonly string[], options: ReadOptions): Promise<0 | 1> {
  const progress = await startProgress(files)
  try {
    return await readAll(files, options, progress)
  } finally {
    progress.stop()
  }
}

async function readAll(files: readonly string[], options: ReadOptions, progress: Progress): Promise<0 | 1> {
  const show = printer(options, lookOf(process.stdout))
  let allRead = true
  for await (const outcome of readMany(readReports(files, options), options)) {
    if (isInputError(outcome)) {
      allRead = false
      progress.say(`onrecord: ${harmless(describeInputError(outcome))}`)
      progress.count(outcome.path, true)
    } else {
      if (!(await write(show(outcome)))) break
      progress.count(outcome.report.provenance?.path ?? "", false)
    }
  }
  return allRead ? 0 : 1
}

/** On paper and screen a rule stands between two reports; JSON has its lines. */
function printer({ json, marked }: ReadOptions, look: Look): (record: Record) => string {
  if (json) return (record) => `${JSON.stringify(record)}\n`
  const rule = `\n${look.paint("dim", "─".repeat(look.columns))}\n\n`
  let before = ""
  return (record) => {
    const shown = before + (marked ? `${harmless(printMarked(record))}\n` : prettyRecord(record, look))
    before = rule
    return shown
  }
}
