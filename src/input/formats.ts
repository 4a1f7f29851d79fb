import { columnsOf } from "./columns.js"

export type Format = "text" | "html" | "feed" | "csv" | "json" | "json-lines"

/** Enough to see the first line of JSON lines in, and what kind of file it is. */
export const headLength = 65_536

/** What a file holds: by its ending, and where that says nothing (standard input) by its first bytes. */
export function formatOf(path: string, head: Uint8Array): Format {
  if (/\.(?:txt|text|md)$/i.test(path)) return "text"
  if (/\.x?html?$/i.test(path)) return "html"
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return "json-lines"
  if (/\.(?:csv|tsv)$/i.test(path)) return "csv"
  const start = Buffer.from(head)
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf)/, "")
    .trimStart()
  if (/\.(?:rss|atom|rdf)$/i.test(path)) return "feed"
  if (/\.xml$/i.test(path)) return isHtml(start) ? "html" : "feed"
  if (isJsonFeed(start)) return "feed"
  if (/\.json$/i.test(path)) return isJsonLine(start) ? "json-lines" : "json"
  if (isHtml(start)) return "html"
  if (isFeed(start)) return "feed"
  if (isJsonLine(start)) return "json-lines"
  if (/^(?:\{\s*"|\[\s*\{)/.test(start)) return "json"
  return isTable(start) ? "csv" : "text"
}

// <?xml …?> and comments may stand in front. No comment reaches over its end, or many of them would take for ever.
const prologue = String.raw`^(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*`
const doctype = String.raw`(?:<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>\s*)?`
const htmlStart = new RegExp(String.raw`${prologue}<(?:!doctype html|html|head|body)\b`, "i")
const feedStart = new RegExp(String.raw`${prologue}${doctype}<((?:[\w-]+:)?(?:rss|feed|RDF))[\s>]`, "i")

const isHtml = (start: string): boolean => htmlStart.test(start)
const isFeed = (start: string): boolean => feedRoot(start) !== undefined

/** "rss", "feed", "rdf:RDF": the name of a feed's first element. */
export const feedRoot = (start: string): string | undefined => feedStart.exec(start.slice(0, headLength))?.[1]

// {"version": "https://jsonfeed.org/version/1.1", …}, on one line or on many
const isJsonFeed = (start: string): boolean =>
  start.startsWith("{") && /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/i.test(start)

// {"text": "…"} closed on its line, or a line that goes on beyond what is seen; not "{" with the rest below it
function isJsonLine(start: string): boolean {
  const feed = start.indexOf("\n")
  const line = feed < 0 ? start : start.slice(0, feed)
  return /^\{\s*["}]/.test(line) && (feed < 0 || line.trimEnd().endsWith("}"))
}

// "url,date,text": a first line of nothing but names of columns, of which one is the text
const isTable = (start: string): boolean => columnsOf(start)?.everyKnown === true
