import type { Report } from "../../record.js"
import { readCsv } from "../csv.js"
import { type InputError, inputError, isInputError } from "../errors.js"
import type { Item } from "../feed/items.js"
import { parseFeed } from "../feed/parse.js"
import { type FeedSource, isWhole, itemReport, nameOf, partsOf } from "../feed/report.js"
import { readJsonLines } from "../json-lines.js"
import { readJson } from "../json-report.js"
import { buildReport, type ReportOptions, type ReportParts } from "../report.js"
import { type Content, contentOf } from "./content.js"
import type { Fetcher } from "./fetcher.js"
import { pageReport } from "./page.js"

/** The reports at a web address: a page, a feed with all its items, or a file of reports. Never throws. */
export async function* readUrl(
  address: string,
  fetcher: Fetcher,
  options: ReportOptions = {},
): AsyncGenerator<Report | InputError> {
  const fetched = await fetcher(address)
  const content = isInputError(fetched) ? fetched : await contentOf(fetched, address)
  if (isInputError(content)) yield content
  else if (content.format === "feed") yield* readFeed(content, fetcher, options)
  else if (content.format === "html" || content.format === "text") yield oneReport(content, {}, options)
  else yield* readList(content, options)
}

async function* readFeed(content: Content, fetcher: Fetcher, options: ReportOptions) {
  const feed = parseFeed(content.text, content.path, content.url)
  if (isInputError(feed)) yield feed
  else if (feed.items.length === 0) yield inputError(content.path, "empty", "the feed holds no items")
  else for (const item of feed.items) yield await wholeReport(item, sourceOf(content), fetcher, options)
}

export const sourceOf = ({ path, retrieved, digest }: Content): FeedSource => ({ path, retrieved, digest })

/** The report of a feed's item: the feed's own text or, where that is only a summary, the page's. */
export async function wholeReport(
  item: Item,
  source: FeedSource,
  fetcher: Fetcher,
  options: ReportOptions = {},
): Promise<Report | InputError> {
  if (isWhole(item) || item.url === undefined) return itemReport(item, source, options)
  const fetched = await fetcher(item.url)
  const content = isInputError(fetched) ? fetched : await contentOf(fetched, item.url)
  const outcome = isInputError(content) ? content : oneReport(content, partsOf(item), options, item.id)
  if (!isInputError(outcome)) return outcome
  return { ...outcome, path: source.path, message: `${nameOf(item)}: ${outcome.message}` }
}

function oneReport(
  content: Content,
  known: Partial<ReportParts>,
  options: ReportOptions,
  item?: string,
): Report | InputError {
  const { path, url, format, text, retrieved, digest } = content
  const provenance = { path, retrieved, digest, ...(item === undefined ? {} : { item }) }
  if (format === "html") return pageReport({ path, url, html: text, provenance }, known, options)
  if (format === "text") return buildReport({ ...known, text, url, provenance }, options)
  return inputError(path, "not-a-report", `is no page but a file of another kind (${format})`)
}

/** JSON, JSON lines and tables, each report with when it came and from what. */
async function* readList({ path, format, text, retrieved, digest }: Content, options: ReportOptions) {
  const bytes = [Buffer.from(text)]
  const outcomes =
    format === "json"
      ? readJson(text, path, options)
      : format === "csv"
        ? readCsv(bytes, path, options)
        : readJsonLines(bytes, path, options)
  for await (const outcome of outcomes) {
    if (isInputError(outcome)) yield outcome
    else yield { ...outcome, provenance: { ...outcome.provenance, retrieved, digest } }
  }
}
