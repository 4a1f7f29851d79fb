import type { MiddlewareHandler } from "hono"
import { type Access, asksWho } from "./access/access.js"
import { isLoopback } from "./loopback.js"

/**
 * Where nobody has to say who they are, or this machine's proxy is believed, a page elsewhere must not reach the server
 * under a name of its own that it lets point to 127.0.0.1: only the names of this machine are answered, and the one
 * that the archive is known by.
 */
export function onlyKnownHosts(access: Access): MiddlewareHandler {
  const own = access.origin === undefined ? undefined : new URL(access.origin).hostname
  const isOpen = asksWho(access) && access.userHeader === undefined // a browser has a token for its own names only
  return async (context, next) => {
    const { hostname } = new URL(context.req.url)
    if (isOpen || isLoopback(hostname) || hostname === own) return next()
    const known = access.origin ?? "http://127.0.0.1:4700"
    return context.text(
      `This server answers only to the names it knows, such as ${known}. Behind a proxy, start it with --url.`,
      421,
    )
  }
}
