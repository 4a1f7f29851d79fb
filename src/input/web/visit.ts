import { createHash } from "node:crypto"
import type { Report } from "../../record.js"
import { type InputError, inputError, isInputError } from "../errors.js"
import type { Feed, Item } from "../feed/items.js"
import { parseFeed } from "../feed/parse.js"
import { type Content, contentOf } from "./content.js"
import type { Fetched, Fetcher } from "./fetcher.js"
import { feedOf } from "./page.js"
import { sourceOf, wholeReport } from "./read.js"
import type { Headers } from "./request.js"
import { type FeedState, nextVisit } from "./schedule.js"

export interface Visit {
  /** of the items that are new or have changed since the last visit */
  readonly reports: readonly (Report | InputError)[]
  /** to be kept once the reports are, and given to the next visit */
  readonly state: FeedState
}

/** Visits a feed (`newFeed(url)` the first time). Whatever goes wrong is an error among the reports, and shifts the next visit. Never throws. */
export async function visitFeed(state: FeedState, fetcher: Fetcher, now = new Date()): Promise<Visit> {
  const { url } = state
  // Items that wait for their page are found in the feed only, so it must be sent even if it has not changed.
  const fetched = await fetcher(url, state.waiting.length > 0 ? {} : state)
  if (isInputError(fetched)) return failed(state, fetched, now)
  if (fetched.unchanged) {
    return { reports: [], state: nextVisit(remember(state, fetched), { kind: "read" }, now) }
  }
  const content = await contentOf(fetched, url)
  if (isInputError(content)) return failed(state, content, now)
  const feed = feedIn(content)
  if (isInputError(feed)) return failed(state, feed, now)
  const { reports, seen, waiting } = await readNews(feed, state, content, fetcher)
  const visited = { ...remember(state, fetched, feed.keep), seen, waiting }
  return { reports, state: nextVisit(visited, { kind: "read" }, now) }
}

function feedIn(content: Content): Feed | InputError {
  const { format, text, path, url } = content
  if (format === "feed") return parseFeed(text, path, url)
  const named = format === "html" ? feedOf(text, url) : undefined
  const hint = named ? `; the feed that it names is ${named}` : ""
  return inputError(path, "not-a-feed", `is no feed (RSS, Atom, RDF, JSON Feed)${hint}`)
}

function failed(state: FeedState, error: InputError, now: Date): Visit {
  const kind =
    error.status === 410 ? "gone" : error.code === "robots" || error.code === "reserved" ? "refused" : "failed"
  const { retryAfter } = error
  return { reports: [error], state: nextVisit(state, { kind, ...(retryAfter ? { retryAfter } : {}) }, now) }
}

/** The longest that items no longer in the feed are remembered for, in items: some feeds bring old ones back. */
const mostSeen = 5000
/** So many times the page of an item is asked for. */
const mostTries = 5

async function readNews(feed: Feed, state: FeedState, content: Content, fetcher: Fetcher) {
  const before = new Map(state.seen)
  const tries = new Map(state.waiting)
  const reports: (Report | InputError)[] = []
  const seen = new Map<string, string>()
  const waiting: [string, number][] = []
  for (const item of feed.items) {
    const key = keyOf(item)
    if (before.get(key) !== item.hash) {
      const outcome = await wholeReport(item, sourceOf(content), fetcher)
      reports.push(outcome)
      const tried = (tries.get(key) ?? 0) + (isInputError(outcome) && outcome.code === "not-now" ? 0 : 1)
      if (isInputError(outcome) && isPassing(outcome) && tried < mostTries) {
        waiting.push([key, tried])
        continue
      }
    }
    seen.set(key, item.hash)
  }
  const others = state.seen.filter(([key]) => !seen.has(key) && !waiting.some(([other]) => other === key))
  return { reports, seen: [...others, ...seen].slice(-Math.max(mostSeen, feed.items.length)), waiting }
}

/** Names of items are a few letters most often, but may be whole texts. */
const keyOf = ({ id }: Item): string => (id.length <= 200 ? id : createHash("sha256").update(id, "utf8").digest("hex"))

/** May it be over by the next visit? */
const isPassing = ({ code, status = 0 }: InputError): boolean =>
  code === "timeout" ||
  code === "unreachable" ||
  code === "not-now" ||
  code === "broken-gzip" ||
  (code === "http-status" && (status >= 500 || status === 408 || status === 425 || status === 429))

function remember(state: FeedState, { etag, lastModified, headers }: Fetched, feedKeep?: number): FeedState {
  const { etag: _, lastModified: __, keep: before, ...rest } = state
  const said = Math.max(feedKeep ?? 0, keptFor(headers) ?? 0)
  // A feed that has not changed does not say again how often it does.
  const keep = said || before
  return {
    ...rest,
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    ...(keep ? { keep } : {}),
  }
}

// Cache-Control: public, max-age=600
function keptFor(headers: Headers): number | undefined {
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(headers["cache-control"] ?? "")?.[1]
  if (age !== undefined) return Number(age)
  const expires = Date.parse(headers.expires ?? "")
  const sent = Date.parse(headers.date ?? "")
  return expires > sent ? Math.round((expires - sent) / 1000) : undefined
}
