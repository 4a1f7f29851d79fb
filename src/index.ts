import { fileURLToPath } from "node:url"
import { extract } from "./extract.js"
import { describeInputError, type InputError, isInputError } from "./input/errors.js"
import { readReports, readBytes as reportsInBytes } from "./input/read.js"
import { buildReport, type ReportParts } from "./input/report.js"
import { type PoolOptions, readMany } from "./pool/read-many.js"
import type { Record, Report } from "./record.js"

export type { InputError } from "./input/errors.js"
export type * from "./record.js"
export { recordSchema } from "./record.js"
export type { Span } from "./text/span.js"
export { extract }

export interface ReadOptions extends PoolOptions {
  /** Keep the way back from `report.text` to the file's own characters, as `report.origin`. */
  readonly origin?: boolean
  /**
   * Told of every file, or line of a file, that gave no report; the others are still read.
   * Left out, the first such error is thrown, with the `InputError` as its `cause`.
   */
  readonly onError?: (error: InputError) => void
  /** How the operator of a site that is read reaches you, such as a mail address; sites are told. */
  readonly contact?: string
}

/** What is known of a text beside its words. Dates may come in any usual form. */
export type ReportDetails = Omit<ReportParts, "text" | "paragraphs" | "edits">

/**
 * The records of files and web addresses, in the order given: text, HTML, JSON lines (also .gz), tables (CSV), feeds,
 * folders of them, "-" for standard input; pages and feeds at http and https addresses. Three reports and more are read on worker threads; however many there are, few are in memory at a time.
 *
 *     for await (const record of read("reports/", { onError: (error) => console.error(error) })) {
 *       for (const { content } of record.statements) console.log(content.map(({ start, end }) => record.report.text.slice(start, end)))
 *     }
 */
export async function* read(
  sources: string | URL | readonly (string | URL)[],
  options: ReadOptions = {},
): AsyncGenerator<Record> {
  const names = [sources].flat().map((source) => (source instanceof URL ? nameOf(source) : source))
  yield* recordsOf(readReports(names, options), options)
}

const nameOf = (url: URL): string => (url.protocol === "file:" ? fileURLToPath(url) : url.href)

/** The records of what lies in memory; the ending of `name` says what it is: page.html, reports.jsonl.gz, report.txt. */
export async function* readBytes(bytes: Uint8Array, name: string, options: ReadOptions = {}): AsyncGenerator<Record> {
  yield* recordsOf(reportsInBytes([bytes], name, options), options)
}

/** The record of a plain text: `await readText("“No,” she said.", { publisher: "Dorn Courier", published: "2026-03-04" })`. */
export async function readText(
  text: string,
  details: ReportDetails = {},
  options: Pick<ReadOptions, "why" | "origin"> = {},
): Promise<Record> {
  return extract(buildReport({ ...details, text }, options), options)
}

async function* recordsOf(inputs: AsyncIterable<Report | InputError>, options: ReadOptions): AsyncGenerator<Record> {
  for await (const outcome of readMany(inputs, options)) {
    if (!isInputError(outcome)) yield outcome
    else if (options.onError) options.onError(outcome)
    else throw new Error(describeInputError(outcome), { cause: outcome })
  }
}
