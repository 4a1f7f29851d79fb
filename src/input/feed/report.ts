import type { Report } from "../../record.js"
import { type InputError, inputError } from "../errors.js"
import { findBlocks } from "../html/blocks.js"
import { chooseBlocks } from "../html/choose.js"
import { parsePage, textOf } from "../html/page.js"
import { writeText } from "../html/positions.js"
import { buildReport, type ReportOptions, type ReportParts } from "../report.js"
import type { FeedText, Item } from "./items.js"

/** Where a feed was read: a file, or an address at a time. */
export interface FeedSource {
  readonly path: string
  readonly retrieved?: string
  readonly digest?: string
}

/** What the feed itself has of a report: all of it or, in many feeds, only how it begins. */
export function itemReport(item: Item, source: FeedSource, options: ReportOptions = {}): Report | InputError {
  const given = [item.content, item.summary].map((text) => text && readText(text, item.title))
  const text = given.find((parts) => parts !== undefined && parts.text.trim() !== "")
  if (!text) return inputError(source.path, "empty", `${nameOf(item)} holds no text`)
  return buildReport({ ...partsOf(item), ...text, provenance: { ...source, item: item.id } }, options)
}

/** What the feed says about a report beside its text. */
export function partsOf({ url, title, publisher, byline, section, language, published, updated }: Item) {
  return { url, title, publisher, byline, section, language, published, updated }
}

/** `the item “Mayor resigns” (https://…/1)` */
export function nameOf({ id, title, url }: Item): string {
  const shown = title ? `the item “${title.slice(0, 80)}”` : `the item ${id.slice(0, 80)}`
  return url ? `${shown} (${url})` : shown
}

/** Fewer words than these may be all there is, but a page would have it as well. */
const fewInContent = 60
const fewInSummary = 200

/** Does the feed have the whole text, so that the page need not be asked for? */
export const isWhole = ({ content, summary, title }: Item): boolean =>
  isLong(content, fewInContent, title) || isLong(summary, fewInSummary, title)

const isLong = (text: FeedText | undefined, few: number, title: string | undefined): boolean =>
  text !== undefined && !isCutShort(text) && readText(text, title).text.split(/\s+/).length >= few

// "The council will vote on Tuesday…", "… on Tuesday [...]", "… on Tuesday. Continue reading →"
function isCutShort({ form, value }: FeedText): boolean {
  const shown = form === "html" ? textOf(parsePage(value)) : value
  const end = shown.trimEnd().slice(-400).replace(feedLine, "").trimEnd()
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:(?:read|see) more|continue reading|read the (?:full|whole))\b.{0,80})[\s»›→.]*$/i.test(
    end,
  )
}

// "The post Mayor resigns appeared first on Dorn Courier."
const feedLine = /\bthe (?:post|article) .{1,300} (?:appeared )?first (?:appeared )?on .{1,100}$/i

function readText(
  { form, value }: FeedText,
  title: string | undefined,
): Pick<ReportParts, "text" | "paragraphs" | "edits"> {
  if (form === "text") return { text: value }
  const blocks = findBlocks(parsePage(value))
  const ofReport = chooseBlocks(blocks, new Set(blocks.flatMap((block) => block.sources)), title)
  return writeText(
    value,
    ofReport.filter(({ text }) => !/^the/i.test(text) || !feedLine.test(text)),
  )
}
