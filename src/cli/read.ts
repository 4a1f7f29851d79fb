import { once } from "node:events"
import { describeInputError, isInputError } from "../input/errors.js"
import { readReports } from "../input/read.js"
import { printMarked } from "../marked/print.js"
import { readMany } from "../pool/read-many.js"
import type { Record } from "../record.js"
import { prettyRecord } from "./pretty.js"
import { startProgress } from "./progress.js"
import { harmless, type Look, lookOf } from "./terminal.js"

export interface ReadOptions {
  readonly json?: boolean
  readonly marked?: boolean
  readonly why?: boolean
  readonly origin?: boolean
  readonly threads?: number
}

/** Prints the record of every report; the exit code is 1 when one could not be read. */
export async function readCommand(files: readonly string[], options: ReadOptions): Promise<0 | 1> {
  const progress = startProgress()
  const show = printer(options, lookOf(process.stdout))
  let failed = 0
  let read = 0
  for await (const outcome of readMany(readReports(files, options), options)) {
    if (isInputError(outcome)) {
      failed += 1
      progress.say(`onrecord: ${harmless(describeInputError(outcome))}`)
    } else {
      const text = show(outcome, read)
      read += 1
      if (!process.stdout.write(text)) await once(process.stdout, "drain")
    }
    progress.update(read, failed)
  }
  progress.stop()
  return failed === 0 ? 0 : 1
}

function printer({ json, marked }: ReadOptions, look: Look): (record: Record, before: number) => string {
  if (json) return (record) => `${JSON.stringify(record)}\n`
  const rule = `\n${look.paint("dim", "─".repeat(look.columns))}\n\n`
  const print = marked ? (record: Record) => `${printMarked(record)}\n` : (record: Record) => prettyRecord(record, look)
  return (record, before) => (before > 0 ? rule : "") + print(record)
}
