import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import type { Report } from "../record.js"
import { decode, isGzip } from "./decode.js"
import { type InputError, inputError, isInputError, systemError } from "./errors.js"
import { type Format, formatOf, headLength } from "./formats.js"
import { readHtml } from "./html/article.js"
import { readJsonLines } from "./json-lines.js"
import { readJson } from "./json-report.js"
import { type Bytes, collect, gunzip, peek } from "./lines.js"
import { buildReport, type ReportOptions } from "./report.js"
import { walk } from "./walk.js"
import type { Fetcher, WebOptions } from "./web/fetcher.js"

export type { ReportOptions }

export interface SourceOptions extends ReportOptions, WebOptions {}

/**
 * Everything under the given paths and at the given web addresses, in their order. What cannot be read is an error
 * among the reports.
 */
export async function* readReports(
  sources: readonly string[],
  options: SourceOptions = {},
  fetcher?: Fetcher,
): AsyncGenerator<Report | InputError> {
  for (const source of sources) {
    if (isWebAddress(source)) {
      // Only what is needed is loaded: files need nothing that speaks to servers.
      const [{ openFetcher }, { readUrl }] = await Promise.all([import("./web/fetcher.js"), import("./web/read.js")])
      fetcher ??= openFetcher(options) // one for all, because it knows when it was where
      yield* readUrl(source, fetcher, options)
    } else yield* readFile(source, options)
  }
}

export const isWebAddress = (source: string): boolean => /^https?:\/\//i.test(source)

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
  // What has .gz behind its name need not be packed, or may have been unpacked on its way.
  const name = path.replace(/\.gz$/i, "")
  try {
    const { head, whole } = await peek(source, headLength)
    if (isGzip(head)) {
      const unpacked = await peek(gunzip(whole), headLength)
      yield* readUnpacked(unpacked, path, formatOf(name, unpacked.head), options)
    } else {
      yield* readUnpacked({ whole }, path, formatOf(name, head), options)
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
  if (format === "csv") {
    const { readCsv } = await import("./csv.js")
    yield* readCsv(whole, path, options)
    return
  }
  const bytes = await collect(whole, largest)
  if (!bytes) {
    yield inputError(path, "too-large", "larger than 64 MB; split it, or give its reports as JSON lines")
    return
  }
  const decoded = decode(bytes, path, { isMarkup: format === "html" || format === "feed" })
  if (isInputError(decoded)) yield decoded
  else if (decoded.text.trim() === "") yield inputError(path, "empty", "holds no text")
  else if (format === "json") yield* readJson(decoded.text, path, options)
  else if (format === "html") yield readPage(decoded.text, path, options)
  else if (format === "feed") yield* readFeed(decoded.text, path, options)
  else yield buildReport({ text: decoded.text, provenance: { path } }, options)
}

function readPage(html: string, path: string, options: ReportOptions): Report | InputError {
  const page = readHtml(html)
  if (page.text.trim() === "") return inputError(path, "empty", "the page holds no article")
  return buildReport({ ...page, provenance: { path } }, options)
}

/** The items of a feed in a file, each with the text that stands in the file: no page is asked for. */
async function* readFeed(text: string, path: string, options: ReportOptions): AsyncGenerator<Report | InputError> {
  const [{ parseFeed }, { itemReport }] = await Promise.all([import("./feed/parse.js"), import("./feed/report.js")])
  const feed = parseFeed(text, path)
  if (isInputError(feed)) yield feed
  else if (feed.items.length === 0) yield inputError(path, "empty", "the feed holds no items")
  else for (const item of feed.items) yield itemReport(item, { path }, options)
}

/** The largest file that is held in memory as a whole. */
const largest = 64 * 1024 * 1024

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
    const names = ".txt, .md, .html, .json, .jsonl, .csv, .tsv, .xml, .rss and .atom, also with .gz behind it"
    yield inputError(directory, "no-reports", `the directory holds none of the files that are looked for (${names})`)
  }
}
