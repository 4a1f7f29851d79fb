import type { Report } from "../../record.js"
import { type InputError, inputError } from "../errors.js"
import { readHtml } from "../html/article.js"
import { buildReport, type ReportOptions, type ReportParts } from "../report.js"

/** A page as it came from the web. */
export interface WebPage {
  /** what was asked for */
  readonly path: string
  /** where it was found in the end */
  readonly url: string
  readonly html: string
  readonly provenance: Report["provenance"]
}

/** The report of a page; `known` is what a feed says about it, for what the page itself leaves out. */
export function pageReport(
  { path, url, html, provenance }: WebPage,
  known: Partial<ReportParts> = {},
  options: ReportOptions = {},
): Report | InputError {
  const { free, ...page } = readHtml(html, { url })
  const problem = withoutArticle(page.text, free)
  if (problem) return inputError(path, problem === "paywall" ? "paywall" : "empty", words[problem])
  const address = page.url !== undefined && isSameSite(page.url, url) ? page.url : url
  return buildReport({ ...known, ...page, url: address, provenance }, options)
}

const words = {
  paywall: "only its beginning is shown to those who do not pay; save the page when logged in, and read the file",
  scripts: "shows its text only to browsers that run scripts; save the page from a browser, and read the file",
  nothing: "the page holds no article",
}

/** A teaser is rarely longer than this, in words, and an article rarely shorter. */
const longTeaser = 150

function withoutArticle(text: string, free: boolean | undefined): keyof typeof words | undefined {
  const length = text.split(/\s+/).filter((word) => word !== "").length
  if (length === 0) return "nothing"
  if (free === false && length < longTeaser) return "paywall"
  return length < 60 && needsScripts.test(text) ? "scripts" : undefined
}

// "You need to enable JavaScript to run this app.", "JavaScript is disabled in your browser."
const needsScripts =
  /\b(?:enable|turn on|allow|requires?|needs?)\b.{0,40}\bjavascript\b|\bjavascript\b.{0,60}\b(?:enabled?|required|disabled|turned off)\b/i

/**
 * A page may say what its own address is, but not that it is another paper's: whoever believed that would put words
 * into the mouth of that paper.
 */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [siteOf(one), siteOf(other)]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

const siteOf = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|mobile|amp)\./, "")

/** The feed that a page names as its own: `<link rel="alternate" type="application/rss+xml" href="/feed">`. */
export function feedOf(html: string, url: string): string | undefined {
  for (const [link] of html.slice(0, 500_000).matchAll(/<link\b[^>]{0,1000}>/gi)) {
    const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(link)?.[1]?.replaceAll("&amp;", "&")
    const isFeed = /\btype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(link)
    if (isFeed && href && URL.canParse(href, url)) return new URL(href, url).href
  }
  return undefined
}
