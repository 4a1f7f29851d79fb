import { Buffer } from "node:buffer"
import { inputError } from "../../input/errors.js"
import { readBytes } from "../../input/read.js"
import { readRecordBytes, recordsBegin } from "../../input/records.js"
import { buildReport } from "../../input/report.js"
import type { Fetcher } from "../../input/web/fetcher.js"
import { readUrl } from "../../input/web/read.js"
import { isDay } from "../../text/days.js"
import type { AddressFields, FieldProblems, TextFields } from "../../web/adding/form.js"
import type { Given } from "./queue.js"

/** What was given, or what is wrong with it, field by field, in words for who filled it in. */
export type Checked<Fields> = { readonly given: Given } | { readonly problems: FieldProblems<Fields> }

const LONGEST_TEXT = 1_000_000
const MOST_ADDRESSES = 100

/** A text that somebody pasted, with what they know of it. */
export function givenText(fields: TextFields): Checked<TextFields> {
  const { text, title, outlet, date, url } = fields
  const problems: FieldProblems<TextFields> = {
    ...(text.trim() === "" ? { text: "Paste the text of the report." } : {}),
    ...(text.length > LONGEST_TEXT ? { text: "That is more than a million letters; give it as a file instead." } : {}),
    ...(date !== "" && !isDay(date) ? { date: "A day is written like 2026-03-04." } : {}),
    ...(url !== "" && !addressOf(url) ? { url: "An address is written like https://news.example/report." } : {}),
  }
  if (Object.keys(problems).length > 0) return { problems }
  const report = buildReport({
    text,
    title: title.trim(),
    publisher: outlet.trim(),
    published: date,
    url: url === "" ? undefined : addressOf(url),
    provenance: { path: "pasted", retrieved: new Date().toISOString() },
  })
  async function* reports() {
    yield report
  }
  return { given: { what: title.trim() || "pasted text", sources: [reports] } }
}

/** Files from somebody's machine; their names say what they are, as with `onrecord add`. */
export function givenFiles(files: readonly File[]): Checked<{ readonly files: string }> {
  const filled = files.filter(({ name, size }) => name !== "" || size > 0)
  if (filled.length === 0) return { problems: { files: "Choose at least one file." } }
  const [first] = filled
  return {
    given: {
      what: filled.length === 1 ? first!.name : `${filled.length} files`,
      sources: filled.map((file) => () => readUpload(file)),
    },
  }
}

async function* readUpload(file: File) {
  const name = file.name.replace(/^.*[\\/]/, "") || "a file without a name"
  const bytes = Buffer.from(await file.arrayBuffer())
  if (bytes.length === 0) yield inputError(name, "empty", "holds no text")
  else if (await recordsBegin([bytes], name)) yield* readRecordBytes([bytes], name)
  else yield* readBytes([bytes], name)
}

/** Pages, feeds and files on the web, one address a line. */
export function givenAddresses({ addresses }: AddressFields, fetcher: Fetcher): Checked<AddressFields> {
  const lines = addresses.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]))
  const odd = lines.find((line) => addressOf(line) === undefined)
  const problem =
    lines.length === 0
      ? "Give the address of a page or a feed."
      : lines.length > MOST_ADDRESSES
        ? `At most ${MOST_ADDRESSES} addresses in one go.`
        : odd && `${odd.slice(0, 80)} is no address; one is written like https://news.example/report.`
  if (problem) return { problems: { addresses: problem } }
  const found = lines.map((line) => addressOf(line)!)
  return {
    given: {
      what: found.length === 1 ? found[0]! : `${found.length} addresses`,
      sources: found.map((address) => () => readUrl(address, fetcher)),
    },
  }
}

/** "news.example/report" → "https://news.example/report"; nothing where it is no web address. */
function addressOf(typed: string): string | undefined {
  const trimmed = typed.trim()
  const whole =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/]*\.[^/]*:\d/.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/\s/.test(trimmed) || !URL.canParse(whole)) return undefined
  const { protocol, hostname, href } = new URL(whole)
  return /^https?:$/.test(protocol) && /[.:]/.test(hostname) ? href : undefined
}
