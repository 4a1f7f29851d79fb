import { createHash } from "node:crypto"

/** What is known of a feed between two visits: plain JSON, so that it lasts over restarts. */
export interface FeedState {
  readonly url: string
  readonly visits: number
  /** how many of the last visits failed, one after the other */
  readonly failures: number
  /** ISO 8601; missing where the feed is gone for good and not visited any more */
  readonly next?: string
  /** seconds that the feed asks to be left alone for after a visit */
  readonly keep?: number
  readonly etag?: string
  readonly lastModified?: string
  /** The items that are done, oldest first: what the feed calls each, and the hash of what it was. */
  readonly seen: readonly (readonly [item: string, hash: string])[]
  /** Items whose page could not be had yet, and how often it was asked for. */
  readonly waiting: readonly (readonly [item: string, tries: number])[]
}

export const newFeed = (url: string): FeedState => ({ url, visits: 0, failures: 0, seen: [], waiting: [] })

/** How a visit went: "refused" by robots.txt or a reservation, "gone" for good. */
export interface VisitOutcome {
  readonly kind: "read" | "failed" | "refused" | "gone"
  /** seconds that a server in trouble asks to be left alone for */
  readonly retryAfter?: number
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour
/** of a feed that does not say how often it changes */
const usual = 30 * minute
const shortest = 5 * minute
const longest = day

/**
 * When to visit a feed again. Never sooner than in five minutes, nor than the feed or its server asks for, but at
 * least once a day; after failures later and later. A little is added that differs from feed to feed and from visit
 * to visit, so that a hundred feeds are not visited in one second.
 */
export function nextVisit(state: FeedState, { kind, retryAfter = 0 }: VisitOutcome, now: Date): FeedState {
  const { next: _, ...rest } = state
  const failures = kind === "failed" ? state.failures + 1 : 0
  const visited = { ...rest, visits: state.visits + 1, failures }
  if (kind === "gone") return visited
  const interval = Math.max(intervalAfter(kind, failures, state.keep), Math.min(retryAfter, 7 * day))
  const seconds = Math.round(interval * (1 + 0.1 * share(state.url, visited.visits)))
  return { ...visited, next: new Date(now.getTime() + seconds * 1000).toISOString() }
}

function intervalAfter(kind: VisitOutcome["kind"], failures: number, keep = usual): number {
  if (kind === "refused") return day
  if (kind === "failed") return Math.min(shortest * 2 ** Math.min(failures - 1, 20), longest)
  return Math.min(Math.max(keep, shortest), longest)
}

/** Between 0 and 1, and the same whenever it is asked for. */
const share = (url: string, visits: number): number =>
  createHash("sha256").update(`${url}\n${visits}`).digest().readUInt32BE() / 2 ** 32

export const isDue = ({ next, visits }: FeedState, now: Date): boolean =>
  next === undefined ? visits === 0 : Date.parse(next) <= now.getTime()
