import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import type { Report } from "../record.js"
import { decode, isGzip } from "./decode.js"
import { type InputError, inputError, isInputError, systemError } from "./errors.js"
import { readHtml } from "./html/article.js"
import { readJsonLines } from "./json-lines.js"
import { readJson } from "./json-report.js"
import { type Bytes, collect, gunzip, peek } from "./lines.js"
import { buildReport, type ReportOptions } from "./report.js"
import { walk } from "./walk.js"

export type { ReportOptions }

/** Everything under the given paths, in their order. What cannot be read is an error among the reports. */
export async function* readReports(
  paths: readonly string[],
  options: ReportOptions = {},
): AsyncGenerator<Report | InputError> {
  for (const path of paths) yield* readFile(path, options)
}

/** The reports of a file, of all files below a directory, or of standard input (`-`). Never throws. */
export async function* readFile(path: string, options: ReportOptions = {}): AsyncGenerator<Report | InputError> {
  if (path === "-") {
    yield* readBytes(process.stdin, path, options)
    return
  }
  const kind = await kindOf(path)
  if (kind === "directory") yield* readDirectory(path, options)
  else if (kind === "file") yield* readBytes(createReadStream(path), path, options)
  else yield kind
}

/**
 * The reports in a run of bytes, such as a stream or `[buffer]`. The name's ending says what they are; where it
 * says nothing (standard input), they do themselves.
 */
export async function* readBytes(
  source: Bytes,
  path: string,
  options: ReportOptions = {},
): AsyncGenerator<Report | InputError> {
  try {
    const { head, whole } = await peek(source, headLength)
    if (isGzip(head)) {
      const unpacked = await peek(gunzip(whole), headLength)
      yield* readUnpacked(unpacked, path, formatOf(path.replace(/\.gz$/i, ""), unpacked.head), options)
    } else {
      yield* readUnpacked({ whole }, path, formatOf(path, head), options)
    }
  } catch (cause) {
    yield systemError(path, cause)
  }
}

async function* readUnpacked(
  { whole }: { readonly whole: Bytes },
  path: string,
  format: Format,
  options: ReportOptions,
): AsyncGenerator<Report | InputError> {
  if (format === "json-lines") {
    yield* readJsonLines(whole, path, options)
    return
  }
  const bytes = await collect(whole, largest)
  if (!bytes) {
    yield inputError(path, "too-large", "larger than 64 MB; split it, or give its reports as JSON lines")
    return
  }
  const decoded = decode(bytes, path, format === "html")
  if (isInputError(decoded)) yield decoded
  else if (decoded.text.trim() === "") yield inputError(path, "empty", "holds no text")
  else if (format === "json") yield* readJson(decoded.text, path, options)
  else if (format === "html") yield readPage(decoded.text, path, options)
  else yield buildReport({ text: decoded.text, provenance: { path } }, options)
}

function readPage(html: string, path: string, options: ReportOptions): Report | InputError {
  const page = readHtml(html)
  if (page.text.trim() === "") return inputError(path, "empty", "the page holds no article")
  return buildReport({ ...page, provenance: { path } }, options)
}

/** Enough to see the first line of JSON lines in, and what kind of file it is. */
const headLength = 65_536
/** The largest file that is held in memory as a whole. */
const largest = 64 * 1024 * 1024

type Format = "text" | "html" | "json" | "json-lines"

function formatOf(path: string, head: Uint8Array): Format {
  if (/\.(?:txt|text|md)$/i.test(path)) return "text"
  if (/\.x?html?$/i.test(path)) return "html"
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return "json-lines"
  const start = Buffer.from(head)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart()
  if (/\.json$/i.test(path)) return isJsonLine(start) ? "json-lines" : "json"
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(start))
    return "html"
  if (isJsonLine(start)) return "json-lines"
  return /^(?:\{\s*"|\[\s*\{)/.test(start) ? "json" : "text"
}

// {"text": "…"} closed on its line, or a line that goes on beyond what is seen; not "{" with the rest below it
function isJsonLine(start: string): boolean {
  const feed = start.indexOf("\n")
  const line = feed < 0 ? start : start.slice(0, feed)
  return /^\{\s*["}]/.test(line) && (feed < 0 || line.trimEnd().endsWith("}"))
}

async function kindOf(path: string): Promise<"directory" | "file" | InputError> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return "directory"
    // A pipe ends some day; a device such as /dev/zero does not.
    if (found.isFile() || found.isFIFO()) return "file"
    return inputError(path, "not-a-file", "neither a file nor a directory")
  } catch (cause) {
    return systemError(path, cause)
  }
}

async function* readDirectory(directory: string, options: ReportOptions): AsyncGenerator<Report | InputError> {
  let isEmpty = true
  for await (const found of walk(directory)) {
    isEmpty = false
    if (typeof found === "string") yield* readFile(found, options)
    else yield systemError(found.path, found.cause)
  }
  if (isEmpty) {
    const names = ".txt, .md, .html, .json, .jsonl and .jsonl.gz"
    yield inputError(directory, "no-reports", `the directory holds none of the files that are looked for (${names})`)
  }
}
