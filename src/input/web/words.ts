import { type InputCode, type InputError, inputError } from "../errors.js"
import { PrivateAddress } from "./connect.js"
import type { Headers, Limits } from "./request.js"

export class TimeUp extends Error {}
export class TooLarge extends Error {}
export class UnknownEncoding extends Error {}

/** Why no answer came, in words. */
export function networkError(path: string, cause: unknown, limits: Limits): InputError {
  const fail = (code: InputCode, message: string) => inputError(path, code, message)
  if (cause instanceof PrivateAddress) {
    return fail("private-address", `not read, because ${cause.host} lies in a private network or this machine`)
  }
  if (cause instanceof TooLarge) {
    return fail("too-large", `larger than ${limits.bytes / 1024 / 1024} MB; save what you need of it as a file`)
  }
  if (cause instanceof TimeUp) return fail("timeout", `took longer than ${limits.seconds} seconds; try again later`)
  if (cause instanceof UnknownEncoding)
    return fail("encoding", `comes packed in a way not asked for (${cause.message})`)
  const code = codeOf(cause)
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return fail("timeout", "does not answer; try again later")
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") {
    return fail("unreachable", "no server of this name was found; check the address and the connection")
  }
  if (/^Z_|^ERR_BROTLI|^ERR__ERROR/.test(code))
    return fail("broken-gzip", "what it sends packed is damaged; try again later")
  if (/CERT|TLS|SSL|SELF_SIGNED|ISSUER|SIGNATURE/.test(code)) {
    return fail("unreachable", `the server cannot prove that it is the right one (${code}); check the address`)
  }
  return fail("unreachable", `could not be reached (${code}); check the address, or try again later`)
}

function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return codeOf(cause.errors[0])
  if (!(cause instanceof Error)) return String(cause)
  return "code" in cause ? String(cause.code) : cause.message
}

/** An answer that is none: 404, 503. */
export function statusError(path: string, { status, headers }: { status: number; headers: Headers }): InputError {
  const seconds = retryAfter(headers)
  return {
    ...inputError(path, "http-status", `the server answers ${status}: ${meaning(status)}`),
    status,
    ...(seconds === undefined ? {} : { retryAfter: seconds }),
  }
}

function meaning(status: number): string {
  if (status === 401 || status === 402 || status === 403) {
    return "only for those who log in, pay or are let in; save the page from your browser and read the file"
  }
  if (status === 404) return "there is no such page; check the address"
  if (status === 410) return "the page was taken away for good"
  if (status === 429) return "asked too often; try again later"
  if (status === 451) return "the page may not be shown, for legal reasons"
  if (status >= 500) return "it is in trouble; try again later"
  return "this is no page that can be read"
}

/** `Retry-After` in seconds from now: "120", or a date. */
export function retryAfter(headers: Headers, now = Date.now()): number | undefined {
  const given = headers["retry-after"]?.trim() ?? ""
  if (/^\d{1,9}$/.test(given)) return Number(given)
  const date = Date.parse(given)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.round((date - now) / 1000))
}
