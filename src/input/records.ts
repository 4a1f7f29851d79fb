import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { type Record, recordSchema } from "../record.js"
import { identify } from "../text/hash.js"
import { type InputError, inputError, systemError } from "./errors.js"
import { type Bytes, gunzip, splitLines } from "./lines.js"

const longestLine = 64 * 1024 * 1024

/** Whether a file holds records (`onrecord/1`, one a line, or one in a .json) and not reports: its first line says so. */
export async function holdsRecords(path: string): Promise<boolean> {
  if (isWhole(path)) return isMade(parsed(await readFile(path, "utf8").catch(() => "")))
  if (!/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path)) return false
  try {
    for await (const { bytes } of splitLines(unpacked(path), longestLine)) {
      const line = bytes ? Buffer.from(bytes).toString("utf8").trim() : ""
      if (line !== "") return isMade(parsed(line))
    }
    return false
  } catch {
    return false // whoever reads the file as reports will say what is wrong with it
  }
}

/** The records of a file, as they were made; a line that is none is an error with its number, and the rest is read. */
export async function* readRecords(path: string): AsyncGenerator<Record | InputError> {
  if (isWhole(path)) {
    yield recordIn(await readFile(path, "utf8"), path)
    return
  }
  let line = 0
  try {
    for await (const { number, bytes } of splitLines(unpacked(path), longestLine)) {
      line = number
      if (!bytes) {
        yield inputError(path, "too-large", "the line is longer than 64 MB", number)
        continue
      }
      const text = Buffer.from(bytes).toString("utf8").trim()
      if (text !== "") yield recordIn(text, path, number)
    }
  } catch (cause) {
    yield { ...systemError(path, cause), line: line + 1 }
  }
}

function recordIn(line: string, path: string, number?: number): Record | InputError {
  const value = parsed(line)
  if (!isMade(value)) return inputError(path, "broken-json", "not a record of the format onrecord/1", number)
  const checked = recordSchema.safeParse(value)
  if (!checked.success) {
    const [issue] = checked.error.issues
    return inputError(path, "broken-json", `${issue!.path.join(".")}: ${issue!.message}`, number)
  }
  const record: Record = checked.data
  const { id, textHash, text, url, published } = record.report
  const right = identify(text, url, published)
  if (id !== right.id || textHash !== right.textHash) {
    return inputError(
      path,
      "broken-json",
      "report.id or report.textHash is not the hash that the format asks for",
      number,
    )
  }
  const outside = spansOf(record).find(({ start, end }) => start >= end || end > record.report.text.length)
  return outside
    ? inputError(path, "broken-json", `the span ${outside.start}–${outside.end} does not lie in the text`, number)
    : record
}

function spansOf({ report, actors, statements, contacts }: Record) {
  return [
    ...report.paragraphs,
    ...actors.flatMap(({ mentions }) => mentions),
    ...statements.flatMap(({ content, cue, source, setting, figures }) => [
      ...content,
      ...cue,
      ...source,
      ...[setting.via, setting.when, setting.where].filter((span) => span !== undefined),
      ...figures.map(({ text }) => text),
    ]),
    ...contacts.flatMap(({ evidence, when, where }) => [evidence, when, where].filter((span) => span !== undefined)),
  ]
}

const isMade = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "format" in value && value.format === "onrecord/1"

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isWhole = (path: string): boolean => /\.json$/i.test(path)

const unpacked = (path: string): Bytes => {
  const file = path === "-" ? process.stdin : createReadStream(path)
  return /\.gz$/i.test(path) ? gunzip(file) : file
}
