import { isUtf8 } from "node:buffer"
import type { Report } from "../record.js"
import { decode } from "./decode.js"
import { type InputError, inputError, isInputError, systemError } from "./errors.js"
import { jsonReport } from "./json-report.js"
import { type Bytes, splitLines } from "./lines.js"
import type { ReportOptions } from "./report.js"

/** A line longer than this is no report but a file in one line. */
const longestLine = 64 * 1024 * 1024

/**
 * The reports of a JSON lines file, one a line, read as they are asked for: memory holds one line at a time,
 * whatever the size of the file. A line that is broken is an error with its number, and the rest is read.
 */
export async function* readJsonLines(
  source: Bytes,
  path: string,
  options: ReportOptions = {},
): AsyncGenerator<Report | InputError> {
  let line = 0
  let isEmpty = true
  try {
    for await (const { number, bytes } of splitLines(source, longestLine)) {
      line = number
      const outcome = bytes
        ? readLine(bytes, path, number, options)
        : inputError(path, "too-large", "the line is longer than 64 MB; give one report a line", number)
      if (!outcome) continue
      isEmpty = false
      yield outcome
    }
    if (isEmpty) yield inputError(path, "empty", "holds no report")
  } catch (cause) {
    // Damaged gzip data and failing disks end the file here; what came before has been read.
    yield { ...systemError(path, cause), line: line + 1 }
  }
}

/** undefined for an empty line */
function readLine(
  bytes: Uint8Array,
  path: string,
  line: number,
  options: ReportOptions,
): Report | InputError | undefined {
  const text = decodeLine(bytes, path)
  if (typeof text !== "string") return { ...text, line }
  const json = text.replace(/^\ufeff/, "").trim()
  if (json === "") return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return inputError(path, "broken-json", 'not valid JSON; give one report a line, as {"text": …}', line)
  }
  return jsonReport(value, { path, line }, options)
}

function decodeLine(bytes: Uint8Array, path: string): string | InputError {
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
  const decoded = decode(bytes, path)
  if (isInputError(decoded)) return decoded
  return decoded.encoding.startsWith("utf16") || decoded.encoding.startsWith("utf32")
    ? inputError(path, "encoding", "JSON lines in UTF-16 or UTF-32; save the file as UTF-8")
    : decoded.text
}
