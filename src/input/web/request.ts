import { pipeline } from "node:stream/promises"
import { createBrotliDecompress, createGunzip } from "node:zlib"
import { Agent, type Dispatcher, request } from "undici"
import { type InputError, inputError } from "../errors.js"
import { type Doors, guardedConnector } from "./connect.js"
import { bareHost, checkUrl } from "./urls.js"
import { networkError, statusError, TimeUp, TooLarge, UnknownEncoding } from "./words.js"

/** What a server answered. */
export interface Answer {
  /** where it was found in the end */
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
}

export type Headers = { readonly [name: string]: string }

export interface Limits {
  /** of the unpacked answer */
  readonly bytes: number
  /** for everything from the first redirect on */
  readonly seconds: number
}

export const usualLimits: Limits = { bytes: 10 * 1024 * 1024, seconds: 30 }
const mostRedirects = 5

/** Asked before every hop; an error stops it there. */
export type Gate = (url: URL) => Promise<InputError | undefined>

/**
 * Asks for web addresses, follows redirects (each of which is checked as the first address was) and reads what is
 * answered within the limits. Never throws. What is no answer to the question, such as a 404, is an error.
 */
export function openRequests(userAgent: string, doors: Doors = {}) {
  const dispatcher = new Agent({ connect: guardedConnector(doors) })
  const isAllowed = (url: URL) => doors.allow?.includes(`${bareHost(url)}:${url.port}`) ?? false

  return async function get(
    address: string,
    headers: Headers = {},
    gate: Gate = async () => undefined,
    limits: Limits = usualLimits,
  ): Promise<Answer | InputError> {
    const clock = startClock(limits.seconds)
    let next = address
    try {
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        const url = checkUrl(next, address, isAllowed)
        if (!(url instanceof URL)) return url
        const refusal = await clock.pauseFor(gate(url))
        if (refusal) return { ...refusal, path: address }
        const {
          statusCode,
          headers: answered,
          body,
        } = await request(url, {
          dispatcher,
          signal: clock.signal,
          headers: { "user-agent": userAgent, "accept-encoding": "gzip, br", ...headers },
        })
        const answer = { url, status: statusCode, headers: plainHeaders(answered) }
        const target = redirectOf(answer)
        if (target !== undefined) {
          await body.dump({ limit: 65_536 })
          next = target
        } else if (statusCode === 304 || (statusCode >= 200 && statusCode < 300)) {
          const bytes = await readBody(body, answer.headers, limits.bytes)
          return { ...answer, bytes }
        } else {
          await body.dump({ limit: 65_536 })
          return statusError(address, answer)
        }
      }
      return inputError(address, "redirects", `leads from one address to the next more than ${mostRedirects} times`)
    } catch (cause) {
      return networkError(address, cause, limits)
    } finally {
      clock.stop()
    }
  }
}

/** The time that the server takes; that in which we wait out of politeness is not its own. */
function startClock(seconds: number) {
  const controller = new AbortController()
  let left = seconds * 1000
  let begun = Date.now()
  const start = () => setTimeout(() => controller.abort(new TimeUp()), left)
  let timer = start()
  return {
    signal: controller.signal,
    stop: () => clearTimeout(timer),
    async pauseFor<T>(waiting: Promise<T>): Promise<T> {
      clearTimeout(timer)
      left -= Date.now() - begun
      const result = await waiting
      begun = Date.now()
      timer = start()
      return result
    },
  }
}

function redirectOf({ url, status, headers }: Omit<Answer, "bytes">): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return undefined
  return URL.canParse(headers.location, url.href) ? new URL(headers.location, url).href : headers.location
}

async function readBody(body: Dispatcher.ResponseData["body"], headers: Headers, limit: number): Promise<Uint8Array> {
  if (Number(headers["content-length"] ?? 0) > limit) {
    leave(body)
    throw new TooLarge()
  }
  const pieces: Uint8Array[] = []
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const piece of bounded(source, limit)) pieces.push(piece)
  }
  const packing = headers["content-encoding"]?.trim().toLowerCase() ?? "identity"
  // What is packed is bounded before and behind the unpacker: little may become much, and much may become nothing.
  if (packing === "gzip" || packing === "x-gzip")
    await pipeline(body, (s) => bounded(s, limit), createGunzip(), collect)
  else if (packing === "br") await pipeline(body, (s) => bounded(s, limit), createBrotliDecompress(), collect)
  else if (packing === "identity" || packing === "") await pipeline(body, collect)
  else {
    leave(body)
    throw new UnknownEncoding(packing)
  }
  return Buffer.concat(pieces)
}

/** A body that is left unread reports that as an error, which is none of ours. */
function leave(body: Dispatcher.ResponseData["body"]): void {
  body.on("error", () => {}).destroy()
}

async function* bounded(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > limit) throw new TooLarge()
    yield piece
  }
}

function plainHeaders(headers: { readonly [name: string]: string | string[] | undefined }): Headers {
  const plain: { [name: string]: string } = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = typeof value === "string" ? value : value.join(", ")
  }
  return plain
}
