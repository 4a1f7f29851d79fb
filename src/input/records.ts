import { createReadStream } from "node:fs"
import { type Record, recordSchema } from "../record.js"
import { identify } from "../text/hash.js"
import { isGzip } from "./decode.js"
import { type InputError, inputError, systemError } from "./errors.js"
import { headLength } from "./formats.js"
import { type Bytes, collect, gunzip, peek, splitLines } from "./lines.js"

const longestLine = 64 * 1024 * 1024

/** Whether a file holds records (`onrecord/1`, one a line, or one in a .json) and not reports: its first line says so. */
export async function holdsRecords(path: string): Promise<boolean> {
  if (!isWhole(path) && !isLines(path)) return false
  return recordsBegin(createReadStream(path), path)
}

/** The same of bytes under a file's name. */
export async function recordsBegin(bytes: Bytes, path: string): Promise<boolean> {
  try {
    if (isWhole(path)) return isMade(parsed((await textOf(bytes)) ?? ""))
    if (!isLines(path)) return false
    for await (const { bytes: line } of splitLines(unpacked(bytes), longestLine)) {
      const text = line ? Buffer.from(line).toString("utf8").trim() : ""
      if (text !== "") return isMade(parsed(text))
    }
    return false
  } catch {
    return false // whoever reads the file as reports will say what is wrong with it
  }
}

/** The records of a file, as they were made; a line that is none is an error with its number, and the rest is read. */
export async function* readRecords(path: string): AsyncGenerator<Record | InputError> {
  yield* readRecordBytes(path === "-" ? process.stdin : createReadStream(path), path)
}

/** The same of bytes under a file's name. */
export async function* readRecordBytes(bytes: Bytes, path: string): AsyncGenerator<Record | InputError> {
  let line = 0
  try {
    if (isWhole(path)) {
      const text = await textOf(bytes)
      yield text === undefined ? inputError(path, "too-large", "larger than 64 MB") : recordIn(text, path)
      return
    }
    for await (const { number, bytes: given } of splitLines(unpacked(bytes), longestLine)) {
      line = number
      if (!given) {
        yield inputError(path, "too-large", "the line is longer than 64 MB", number)
        continue
      }
      const text = Buffer.from(given).toString("utf8").trim()
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

const isLines = (path: string): boolean => /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path)

/** What is packed, whatever the name says. */
async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const { head, whole } = await peek(bytes, headLength)
  yield* isGzip(head) ? gunzip(whole) : whole
}

async function textOf(bytes: Bytes): Promise<string | undefined> {
  const whole = await collect(bytes, longestLine)
  return whole && Buffer.from(whole).toString("utf8")
}
