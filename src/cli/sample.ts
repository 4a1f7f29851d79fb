import { readFile } from "node:fs/promises"
import { parse } from "csv-parse/sync"
import { stringify } from "csv-stringify/sync"
import { type Sampled, sampleEntries } from "../archive/index.js"
import { isVerdict, judge, type Verdict, wilson } from "../score/verdicts.js"
import { actWords, contactWords, list } from "../words.js"
import { write } from "./output.js"
import { reasonOf } from "./reason.js"
import { withArchive } from "./with-archive.js"

export interface SampleOptions {
  readonly archive: string
  readonly seed: number
}

/** Prints a random sample as a table with a column for the verdict of whoever compares it with the reports. */
export const sampleCommand = (size: number, { archive: path, seed }: SampleOptions) =>
  withArchive(path, async (archive) => {
    const rows = (await sampleEntries(archive, size, seed)).map(rowOf)
    // A spreadsheet must not take words of a report for a formula.
    await write(stringify(rows, { header: true, columns: [...columns], escape_formulas: true }))
  })

const columns = ["id", "kind", "outlet", "day", "who", "what", "to", "words", "report", "url", "verdict"] as const

function rowOf({ id, kind, outlet, day, url, who, addressees, what, words, around }: Sampled): object {
  const [first, second] = what
  const told =
    kind === "contact"
      ? contactWords({ mode: first, status: second } as Parameters<typeof contactWords>[0])
      : actWords({ act: first, polarity: second } as Parameters<typeof actWords>[0])
  return {
    id,
    kind,
    outlet,
    day,
    who: list(who),
    what: told,
    to: list(addressees),
    words,
    report: around,
    url,
    verdict: "",
  }
}

/** How many of the judged entries are right, of each kind and together, and between which shares the truth lies. */
export async function verdictsCommand(path: string): Promise<0 | 1> {
  const rows = await readRows(path)
  if (typeof rows === "string") {
    process.stderr.write(`onrecord: ${path}: ${rows}\n`)
    return 1
  }
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  for (const kind of kinds)
    await write(
      `${lineOf(
        kind,
        rows.filter((row) => row.kind === kind),
      )}\n`,
    )
  await write(`${lineOf("together", rows)}\n`)
  return 0
}

interface JudgedRow {
  readonly kind: string
  readonly verdict: Verdict
}

/** The rows of a table that was sampled and judged, or what is wrong with it. */
async function readRows(path: string): Promise<JudgedRow[] | string> {
  let rows: { [column: string]: string }[]
  try {
    rows = parse(await readFile(path), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      delimiter: [",", ";", "\t"],
    })
  } catch (error) {
    return `cannot be read as CSV (${reasonOf(error)})`
  }
  const judged: JudgedRow[] = []
  for (const [n, { kind, verdict }] of rows.entries()) {
    if (kind === undefined || verdict === undefined)
      return "lacks the columns kind and verdict, which `onrecord sample` writes"
    const word = verdict.trim().toLowerCase()
    if (!isVerdict(word))
      return `row ${n + 2}: “${verdict}” is no verdict; write right, wrong or unsure, or leave it empty`
    judged.push({ kind, verdict: word })
  }
  return judged.length > 0 ? judged : "holds no entries"
}

/** together  right 45 of 50, 90.0 %; with 95 % confidence between 78.6 % and 95.7 %   (2 unsure, 3 not judged) */
function lineOf(name: string, rows: readonly JudgedRow[]): string {
  const { right, judged, unsure, missing } = judge(rows.map(({ verdict }) => verdict))
  const { low, high } = wilson(right, judged)
  const share = (part: number) => `${(100 * part).toFixed(1)} %`
  const precision =
    judged === 0
      ? "nothing is judged yet"
      : `right ${right} of ${judged}, ${share(right / judged)}; with 95 % confidence between ${share(low)} and ${share(high)}`
  return `${name.padEnd(9)} ${precision}   (${unsure} unsure, ${missing} not judged)`
}
