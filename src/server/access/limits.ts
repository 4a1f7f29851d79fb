import type { Context, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { RateLimiterMemory } from "rate-limiter-flexible"
import type { Problem } from "../problem.js"
import type { Access } from "./access.js"
import { clientOf } from "./client.js"

/** Requests that one machine may make in a minute, and bytes that one may send at once. */
export interface Limits {
  readonly reading: number
  /** people who accept in bulk press a key several times a second */
  readonly writing: number
  readonly entering: number
  readonly bytes: number
  /** where files are added */
  readonly uploaded: number
}

const MB = 1024 * 1024

export const usualLimits: Limits = { reading: 1200, writing: 300, entering: 10, bytes: MB, uploaded: 64 * MB }

const isReading = (method: string): boolean => /^(GET|HEAD|OPTIONS)$/.test(method)

/** Answers 429 to whoever asks too often, and says when to try again. */
export function limitRate(access: Access, limits: Limits, problem: Problem): MiddlewareHandler {
  const limiters = {
    reading: perMinute(limits.reading),
    writing: perMinute(limits.writing),
    entering: perMinute(limits.entering),
  }
  return async (context, next) => {
    if (context.req.path.startsWith("/assets/")) return next()
    const wait = await secondsToWait(limiters[kindOf(context)], clientOf(context, access))
    if (wait === 0) return next()
    context.header("retry-after", String(wait))
    return problem(context, 429, "Too many requests", `This was asked too often; try again in ${wait} seconds.`)
  }
}

/** Answers 413 to whoever sends too much at once, and reads no further. */
export function limitBytes({ bytes, uploaded }: Limits, problem: Problem): MiddlewareHandler {
  const [usual, files] = [bytes, uploaded].map((most) =>
    bodyLimit({
      // What stands around the files in a form is not counted.
      maxSize: most + (most === uploaded ? 64 * 1024 : 0),
      onError: (context) => {
        const words = `At most ${Math.max(1, Math.floor(most / MB))} MB can be sent in one go.`
        return problem(context, 413, "Too much at once", words)
      },
    }),
  )
  return (context, next) => (context.req.path.startsWith("/add/") ? files! : usual!)(context, next)
}

function kindOf({ req }: Context): "reading" | "writing" | "entering" {
  if (isReading(req.method)) return "reading"
  return req.path === "/enter" ? "entering" : "writing"
}

const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 })

async function secondsToWait(limiter: RateLimiterMemory, client: string): Promise<number> {
  try {
    await limiter.consume(client)
    return 0
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return Math.max(1, Math.ceil((refused as { readonly msBeforeNext: number }).msBeforeNext / 1000))
  }
}
