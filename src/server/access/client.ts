import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context } from "hono"
import { isLoopback } from "../loopback.js"
import type { Access } from "./access.js"

/** The address of the machine that a request came from; a proxy's, where there is one. */
export function peerOf(context: Context): string | undefined {
  if (!context.env?.incoming) return undefined // called as a function, by a program
  return getConnInfo(context).remote.address?.replace(/^::ffff:/i, "")
}

/** Whether a request came from this machine, and so perhaps through the proxy on it. */
export function isFromThisMachine(context: Context): boolean {
  const peer = peerOf(context)
  return peer !== undefined && isLoopback(peer)
}

/** Whose requests are counted together: the address that the proxy saw, where one is known to stand in front. */
export function clientOf(context: Context, { origin }: Access): string {
  const forwarded = context.req.header("x-forwarded-for")
  // Each proxy adds at the end; what stands before it anybody may have written.
  const seen = origin !== undefined && isFromThisMachine(context) ? forwarded?.split(",").at(-1)?.trim() : undefined
  return seen || (peerOf(context) ?? "unknown")
}
