import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from "feedsmith"
import { type InputError, inputError } from "../errors.js"
import { feedRoot } from "../formats.js"
import { fromAtom, fromJson, fromRdf, fromRss } from "./formats.js"
import type { Feed } from "./items.js"

/** A feed in RSS, Atom, RDF (RSS 1.0) or JSON. `url` is where it was found: what its relative links start from. */
export function parseFeed(text: string, path: string, url?: string): Feed | InputError {
  const start = text.replace(/^\ufeff/, "").trimStart()
  try {
    if (start.startsWith("{")) return fromJson(parseJsonFeed(JSON.parse(start)), url)
    const root = feedRoot(start)
    if (!root) return inputError(path, "not-a-feed", notAFeed)
    // The parser takes a feed that ends between two items for a whole one.
    if (!start.includes(`</${root}`)) return inputError(path, "not-a-feed", broken(`it ends without </${root}>`))
    if (/(?:^|:)rss$/i.test(root)) return fromRss(parseRssFeed(start), url)
    if (/(?:^|:)feed$/i.test(root)) return fromAtom(parseAtomFeed(start), url)
    return fromRdf(parseRdfFeed(start), url)
  } catch (cause) {
    return inputError(path, "not-a-feed", broken(reasonOf(cause)))
  }
}

const notAFeed = "no feed that is known; RSS, Atom, RDF and JSON Feed are read"

const broken = (reason: string): string => `the feed is broken and cannot be read: ${reason}`

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const reason = cause.cause instanceof Error ? cause.cause.message : cause.message
  return reason.replace(/\s+/g, " ").slice(0, 200)
}
