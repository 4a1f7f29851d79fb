import type { Edit } from "../../text/edits.js"
import type { Span } from "../../text/span.js"
import { findBlocks } from "./blocks.js"
import { readNames } from "./byline.js"
import { chooseBlocks } from "./choose.js"
import { type Metadata, readMetadata } from "./metadata.js"
import { parsePage } from "./page.js"
import { writeText } from "./positions.js"
import { pickArticle } from "./readability.js"
import { isNeverRead } from "./signs.js"

export interface HtmlArticle extends Metadata {
  readonly text: string
  readonly paragraphs: readonly Span[]
  /** From `text` to the characters of the page. */
  readonly edits: readonly Edit[]
}

export interface HtmlOptions {
  /** Where the page was found: what its relative addresses start from, and its own when it names none. */
  readonly url?: string
}

/** The article of a page, as a browser would show its words, and the way back to the page's characters. Never throws. */
export function readHtml(html: string, options: HtmlOptions = {}): HtmlArticle {
  const page = parsePage(html)
  const metadata = readMetadata(page, options.url)
  const picked = pickArticle(page, metadata.title, isNeverRead)
  const blocks = chooseBlocks(findBlocks(page), picked.texts, metadata.title)
  const byline = metadata.byline ?? readNames(picked.byline ? [picked.byline] : [])
  return { ...metadata, ...(byline.length > 0 ? { byline } : {}), ...writeText(html, blocks) }
}
