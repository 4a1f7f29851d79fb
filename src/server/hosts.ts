import type { MiddlewareHandler } from "hono"

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

/** An address of this machine only: "127.0.0.1", "::1", "localhost", "127.0.0.53" */
export const isLoopback = (host: string): boolean => /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/.test(host)

/**
 * On loopback there is no password, so a page elsewhere must not reach the server under a name of its own that it lets
 * point to 127.0.0.1: only the names of this machine are answered.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const { hostname } = new URL(context.req.url)
  if (LOOPBACK.has(hostname) || isLoopback(hostname)) return next()
  return context.text("This server answers only to the names of its own machine, such as http://127.0.0.1:4700.", 421)
}
