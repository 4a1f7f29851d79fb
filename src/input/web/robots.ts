import { createRequire } from "node:module"
import { type InputError, inputError, isInputError } from "../errors.js"
import type { Answer } from "./request.js"

// Its types promise a default export that the module does not have.
type RobotsParser = (url: string, contents: string) => import("robots-parser").Robot
const robotsParser: RobotsParser = createRequire(import.meta.url)("robots-parser")

/** By what name robots.txt speaks of this program. */
const agent = "onrecord"

/** What a site's robots.txt says about us (RFC 9309). */
export interface Rules {
  /** undefined where the address may be read */
  refusal(url: URL): InputError | undefined
  /** seconds between two visits */
  readonly delay: number
  /** seconds for which the rules may be kept */
  readonly keep: number
}

const anything: Rules = { refusal: () => undefined, delay: 0, keep: 3600 }

/** Nothing may be read now, and we ask again soon. */
const nothingNow = (reason: string): Rules => ({
  refusal: ({ href, host }) =>
    inputError(href, "not-now", `not read, because robots.txt of ${host} ${reason}; try again later`),
  delay: 0,
  keep: 300,
})

/**
 * From what the site answered when asked for its robots.txt. A site that has none (404, and every other 4xx) lets
 * everything be read; one whose rules cannot be had just now lets nothing be.
 */
export function rulesOf(origin: string, answer: Answer | InputError): Rules {
  if (!isInputError(answer)) return parsedRules(origin, answer.bytes)
  // "Too many requests" says that we should stay away for a while, not that there are no rules.
  if (answer.status === 429) return nothingNow("may not be asked for just now")
  const isMissing = answer.status !== undefined && answer.status >= 400 && answer.status < 500
  if (isMissing || answer.code === "redirects") return anything
  // What is wrong with the whole site has better words: a private address, a name that nobody has.
  if (answer.code === "private-address") return { ...anything, refusal: () => answer }
  if (answer.code === "unreachable" || answer.code === "timeout") {
    return { ...nothingNow("cannot be reached"), refusal: () => answer }
  }
  return nothingNow("cannot be reached")
}

/** More than this need not be read of the rules. */
const longest = 512 * 1024

function parsedRules(origin: string, bytes: Uint8Array): Rules {
  const rules = robotsParser(`${origin}/robots.txt`, Buffer.from(bytes.subarray(0, longest)).toString("utf8"))
  const delay = rules.getCrawlDelay(agent) ?? 0
  return {
    refusal: ({ href, host }) =>
      rules.isDisallowed(href, agent)
        ? inputError(href, "robots", `not read, because robots.txt of ${host} does not allow it`)
        : undefined,
    delay: Number.isFinite(delay) && delay > 0 ? delay : 0,
    keep: 3600,
  }
}

/** Does a pattern of robots.txt ("/news/*.html$") cover the address? Reservations use the same patterns. */
export function covers(pattern: string, url: URL): boolean {
  const rule = `User-agent: *\nDisallow: ${pattern.replace(/[\r\n#].*/s, "")}`
  return robotsParser(`${url.origin}/robots.txt`, rule).isDisallowed(url.href, agent) === true
}
