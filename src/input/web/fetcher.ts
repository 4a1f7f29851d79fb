import { setTimeout } from "node:timers/promises"
import { version } from "../../version.js"
import { type InputError, inputError, isInputError } from "../errors.js"
import type { Doors } from "./connect.js"
import { type Answer, type Headers, openRequests } from "./request.js"
import { type ReservationRule, reservationFor, reservationRules, reservedError } from "./reservations.js"
import { type Rules, rulesOf } from "./robots.js"

export interface WebOptions {
  /** How a site's operator reaches you: an address or a page of yours. It stands in the name that sites are told. */
  readonly contact?: string
}

/** What a page was when it was last read, so that it is only sent again when it has changed. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

export interface Fetched extends Validators {
  /** where it was found in the end */
  readonly url: string
  /** The page is as it was, and `bytes` is empty. */
  readonly unchanged: boolean
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** ISO 8601 */
  readonly retrieved: string
}

/** Reads one web address. Never throws. */
export type Fetcher = (address: string, known?: Validators) => Promise<Fetched | InputError>

/** What only tests give. */
export interface Surroundings extends Doors {
  readonly now?: () => number
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

/** Seconds between two visits to a site that does not ask for more. */
const usualDelay = 1
/** A site that wants longer pauses than this, in seconds, cannot be waited for in one reading. */
const longestWait = 120

/**
 * A fetcher that behaves: it says who it is, asks robots.txt first (at every hop), takes its time between two visits
 * to one site, and leaves alone what its publisher reserves. It knows what sites said for as long as it lives.
 */
export function openFetcher({ contact }: WebOptions = {}, surroundings: Surroundings = {}): Fetcher {
  const { now = Date.now, wait = setTimeout } = surroundings
  const get = openRequests(userAgent(contact), surroundings)
  const rules = kept(now, async (origin) => {
    const found = rulesOf(origin, await get(`${origin}/robots.txt`))
    return { value: found, seconds: found.keep }
  })
  const reservations = kept(now, async (origin): Promise<Kept<readonly ReservationRule[]>> => {
    const answer = await get(`${origin}/.well-known/tdmrep.json`)
    return { value: isInputError(answer) ? [] : reservationRules(answer.bytes), seconds: 3600 }
  })
  const nextVisit = new Map<string, number>()

  async function takeTurn(url: URL, delay: number): Promise<InputError | undefined> {
    const turn = Math.max(now(), nextVisit.get(url.origin) ?? 0)
    if (turn - now() > longestWait * 1000) {
      const seconds = Math.ceil((turn - now()) / 1000)
      const message = `not read, because ${url.host} asks for ${delay} seconds between two visits; try again later`
      return { ...inputError(url.href, "not-now", message), retryAfter: seconds }
    }
    nextVisit.set(url.origin, turn + Math.max(delay, usualDelay) * 1000)
    if (turn > now()) await wait(turn - now())
    return undefined
  }

  async function gate(url: URL): Promise<InputError | undefined> {
    const site: Rules = await rules(url.origin)
    const refusal = site.refusal(url)
    if (refusal) return refusal
    await reservations(url.origin) // what is said for the whole site is to be read before its pages are
    return takeTurn(url, site.delay)
  }

  return async (address, known = {}) => {
    const answer = await get(address, conditions(known), gate)
    if (isInputError(answer)) return answer
    if (answer.status === 304) return fetched(answer, known, now())
    const reservation = reservationFor(answer, await reservations(answer.url.origin))
    return reservation?.reserved ? reservedError(address, reservation) : fetched(answer, {}, now())
  }
}

/** `onrecord/0.1.0 (+desk@dorncourier.example)` */
function userAgent(contact: string | undefined): string {
  const shown = contact?.replace(/[^\x20-\x7e]|[()]/g, "").trim()
  return `onrecord/${version}${shown ? ` (+${shown})` : ""}`
}

function conditions({ etag, lastModified }: Validators): Headers {
  return {
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  }
}

function fetched({ url, status, headers, bytes }: Answer, known: Validators, now: number): Fetched {
  const { etag = known.etag, "last-modified": lastModified = known.lastModified } = headers
  return {
    url: url.href,
    unchanged: status === 304,
    headers,
    bytes,
    retrieved: new Date(now).toISOString(),
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  }
}

interface Kept<T> {
  readonly value: T
  readonly seconds: number
}

/** What was found out about a site, kept for a while; two who ask at once wait for the same answer. */
function kept<T>(now: () => number, find: (origin: string) => Promise<Kept<T>>): (origin: string) => Promise<T> {
  const known = new Map<string, { readonly found: Promise<Kept<T>>; until: number }>()
  return async (origin) => {
    const before = known.get(origin)
    if (before && before.until > now()) return (await before.found).value
    const entry = { found: find(origin), until: Number.POSITIVE_INFINITY }
    known.set(origin, entry)
    const { value, seconds } = await entry.found
    entry.until = now() + seconds * 1000
    return value
  }
}
