import type { Context, MiddlewareHandler } from "hono"
import type { ServerEnv } from "../env.js"
import { formIn } from "../form.js"
import { isLoopback } from "../loopback.js"
import { type Problem, wantsJson } from "../problem.js"
import { type Access, asksWho } from "./access.js"
import type { Marks } from "./marks.js"
import { whoAsks } from "./person.js"
import type { Sessions } from "./session.js"

/** Where people say who they are; there nobody needs to be known yet. */
const OPEN = new Set(["/enter", "/leave"])
const CHANGES = /^(?!GET$|HEAD$|OPTIONS$)/

/**
 * Finds out who asks, and lets through only what they may: nobody unnamed where names are asked for, and nothing that
 * changes something unless it comes from a page of this server and from somebody. What lies behind finds the person in
 * `context.var.person`.
 */
export function guard(
  access: Access,
  sessions: Sessions,
  marks: Marks,
  problem: Problem,
): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    const asking = await whoAsks(context, access, sessions)
    context.set("person", asking?.name)
    context.set("mark", marks.markFor(asking?.name))
    context.set("mayWrite", !access.readOnly)
    context.set("mayLeave", asking?.by === "session")
    context.set("excerpts", access.readOnly === true && !access.wholeTexts)
    const { method, path } = context.req
    const changes = CHANGES.test(method)
    if (changes && access.readOnly && !OPEN.has(path)) return refuseWriting()
    if (changes && asking?.by !== "told") {
      const doubt = whyElsewhere(context, access)
      if (doubt !== undefined) return notOurs(doubt)
    }
    // Before a form is read, which may be long.
    if (!asking && !OPEN.has(path) && (changes || asksWho(access))) return askWho(context, access, problem)
    if (changes && asking?.by !== "told" && !marks.isMarkOf(asking?.name, await markIn(context))) {
      return notOurs(
        "The page is from before the server was started anew, or from before you said who you are. " +
          "Go back, load it again, and send it once more.",
      )
    }
    return next()

    function notOurs(words: string) {
      return problem(context, 403, "Not from a page of this archive", words)
    }

    function refuseWriting() {
      return problem(context, 403, "This archive can only be read", "Nothing can be added or corrected here.")
    }
  }
}

/** For pages that only make sense to somebody: whoever is not known is asked first. */
export function needsPerson(access: Access, problem: Problem): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    if (access.readOnly) {
      return problem(context, 403, "This archive can only be read", "Nothing can be added or corrected here.")
    }
    return context.var.person === undefined ? askWho(context, access, problem) : next()
  }
}

function askWho(context: Context<ServerEnv>, access: Access, problem: Problem) {
  const { method, path, url } = context.req
  if (access.tokens === undefined && asksWho(access)) {
    const words = `This archive is opened through ${access.origin ?? "its proxy"}, which says who asks.`
    return problem(context, 401, "Not through the proxy", words)
  }
  if (!CHANGES.test(method) && !wantsJson(context) && context.req.header("authorization") === undefined) {
    return context.redirect(`/enter?${new URLSearchParams({ next: path + new URL(url).search })}`, 303)
  }
  const [title, words] = access.tokens
    ? ["A token is needed", "Send yours as `Authorization: Bearer TOKEN`, or enter with it at /enter."]
    : ["Who is writing?", "Say your name at /enter first; what is changed bears it."]
  if (access.tokens) context.header("www-authenticate", 'Bearer realm="onrecord"')
  return problem(context, 401, title, words)
}

/** Where else a request that changes something came from; nothing where it came from a page of ours. */
function whyElsewhere(context: Context<ServerEnv>, access: Access): string | undefined {
  const origin = context.req.header("origin")
  if (origin === undefined) {
    if (context.req.header("sec-fetch-site") === "same-origin") return undefined
    return "The request does not say which page it came from. Programs send a token."
  }
  if (isOurs(origin, context, access)) return undefined
  return access.origin === undefined && !isLoopback(new URL(context.req.url).hostname)
    ? `It came from ${origin}. Behind a proxy, the server must know that address: onrecord serve --url ${origin}`
    : `It came from ${origin}.`
}

function isOurs(origin: string, { req }: Context, access: Access): boolean {
  return origin === access.origin || origin === new URL(req.url).origin
}

/** Scripts send it as a header, forms as a field. */
async function markIn(context: Context<ServerEnv>): Promise<string> {
  const { req } = context
  const header = req.header("x-mark")
  if (header !== undefined) return header
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(req.header("content-type") ?? "")) return ""
  const { mark } = await formIn(context)
  return typeof mark === "string" ? mark : ""
}
