import {
  type Archive,
  ArchiveError,
  entryName,
  machineRecord,
  type Reread,
  replaceReading,
  reportNames,
  unlike,
} from "../archive/index.js"
import { extract } from "../extract.js"
import { describeInputError, isInputError } from "../input/errors.js"
import { buildReport } from "../input/report.js"
import { readMany } from "../pool/read-many.js"
import type { Report } from "../record.js"
import { amount } from "../words.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export interface RereadOptions {
  readonly archive: string
  readonly all?: boolean
  readonly json?: boolean
}

/** Reads reports again with the present model; the exit code is 1 when one could not be read. */
export async function rereadCommand(names: readonly string[], options: RereadOptions): Promise<0 | 1> {
  let failed = 0
  const code = await withArchive(options.archive, async (archive) => {
    if (!options.all && names.length === 0) throw new ArchiveError("which reports? Name them, or give --all")
    const { reader } = await extract(buildReport({ text: "" })) // tells what the present model is called
    const numbers = await unlike(archive, reader, options.all ? [] : names)
    const sum = { reports: 0, gained: 0, lost: 0, changed: 0, same: 0, orphaned: 0 }
    for await (const outcome of readMany(reportsOf(archive, numbers))) {
      if (isInputError(outcome)) {
        failed++
        process.stderr.write(`onrecord: ${harmless(describeInputError(outcome))}\n`)
        continue
      }
      const reread = await replaceReading(archive, outcome)
      sum.reports++
      for (const what of ["gained", "lost", "changed", "orphaned"] as const) sum[what] += reread[what].length
      sum.same += reread.same
      if (
        !(await write(
          options.json
            ? `${JSON.stringify(reread)}\n`
            : rereadWords(reread, await reportNames(archive, [reread.report])),
        ))
      )
        break
    }
    if (!options.json) {
      await write(
        `${amount(sum.reports, "report")} read again with ${reader.model}: ${amount(sum.same, "entry is", "entries are")} the same, ${sum.changed} changed, ` +
          `${sum.gained} gained, ${sum.lost} lost; ${amount(sum.orphaned, "correction is", "corrections are")} orphaned\n`,
      )
    }
  })
  return failed > 0 ? 1 : code
}

async function* reportsOf(archive: Archive, numbers: readonly number[]): AsyncGenerator<Report> {
  for (const number of numbers) yield (await machineRecord(archive, number))!.report
}

/** Only what is worth looking at; a report in which nothing moved says nothing. */
function rereadWords({ report, gained, lost, changed, orphaned }: Reread, called: (report: string) => string): string {
  const moved = Object.entries({ gained, lost, changed }).filter(([, entries]) => entries.length > 0)
  const lines = moved.map(
    ([what, entries]) => `${what} ${entries.map((entry) => entryName(called(report), entry)).join(" ")}\n`,
  )
  return [...lines, ...orphaned.map(({ number, why }) => `orphaned ${number}: ${why}\n`)].join("")
}
