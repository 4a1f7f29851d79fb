import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { describeInputError, isInputError } from "../input/errors.js"
import { buildReport } from "../input/report.js"
import { recordFromMarked } from "../marked/read.js"
import { readMany } from "../pool/read-many.js"
import { type Record, recordSchema } from "../record.js"
import { type GoldReport, goldOfRecord, goldSchema } from "../score/gold.js"
import { scoreRecords } from "../score/records.js"
import { scoreLines } from "../score/resample.js"
import { speakerText } from "../score/speakers.js"
import { amount } from "../words.js"
import { write } from "./output.js"
import { reasonOf } from "./reason.js"

/** Reads the texts of annotated reports and prints how well what is found agrees with the annotations. */
export async function scoreCommand(paths: readonly string[]): Promise<0 | 1> {
  const gold: GoldReport[] = []
  for (const path of paths) {
    const found = await readGold(path)
    if (typeof found === "string") {
      process.stderr.write(`onrecord: ${found}\n`)
      return 1
    }
    gold.push(...found)
  }
  const records = new Map<string, Record>()
  const idOf = new Map(gold.map(({ id, text }) => [text, id]))
  let failed = false
  for await (const outcome of readMany(reportsOf(gold))) {
    if (isInputError(outcome)) {
      failed = true
      process.stderr.write(`onrecord: ${describeInputError(outcome)}\n`)
    } else records.set(idOf.get(outcome.report.text)!, outcome)
  }
  const { rows, speakers } = scoreRecords(gold, records)
  await write(`${amount(gold.length, "report")}\n${[...scoreLines(rows), ...speakerText(speakers)].join("\n")}\n`)
  return failed ? 1 : 0
}

async function* reportsOf(gold: readonly GoldReport[]) {
  for (const { text } of gold) yield buildReport({ text })
}

/** The right answers in a file or a folder of them, or a sentence that says why there are none. */
async function readGold(path: string): Promise<GoldReport[] | string> {
  try {
    if (!(await stat(path)).isDirectory()) return await readFileOf(path)
    const files = (await readdir(path)).filter((name) => /\.marked\.txt$|\.jsonl(\.gz)?$/.test(name)).sort()
    if (files.length === 0) return `${path}: holds no annotated reports (NAME.marked.txt or NAME.jsonl)`
    const all: GoldReport[] = []
    for (const file of files) {
      const found = await readFileOf(join(path, file))
      if (typeof found === "string") return found
      all.push(...found)
    }
    return all
  } catch (error) {
    return `${path}: ${reasonOf(error)}`
  }
}

async function readFileOf(path: string): Promise<GoldReport[] | string> {
  const bytes = await readFile(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  if (!/\.jsonl(\.gz)?$/.test(path)) return readMarked(path, text)
  const gold: GoldReport[] = []
  for (const [n, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue
    const found = readLine(line, `${path}, line ${n + 1}`)
    if (typeof found === "string") return found
    gold.push(found)
  }
  return gold
}

function readMarked(path: string, text: string): GoldReport[] | string {
  try {
    const record = recordFromMarked(text)
    // A report in which nothing is said has nothing to mark: its name says that somebody looked.
    if (record.statements.length + record.contacts.length === 0 && !path.endsWith(".marked.txt")) {
      return `${path}: holds no marks; give marked reports (NAME.marked.txt) or annotated ones (NAME.jsonl)`
    }
    return [goldOfRecord(path, record)]
  } catch (error) {
    return `${path}: ${reasonOf(error)}`
  }
}

/** A record that people corrected is a right answer too. */
function readLine(line: string, place: string): GoldReport | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return `${place}: is not valid JSON`
  }
  const record = recordSchema.safeParse(value)
  if (record.success) return goldOfRecord(record.data.report.id, record.data)
  const gold = goldSchema.safeParse(value)
  if (gold.success) return gold.data
  const { path, message } = gold.error.issues[0]!
  return `${place}: is neither a record nor an annotated report (${path.join(".")}: ${message})`
}
