import type { Context } from "hono"
import { auth } from "hono/utils/basic-auth"
import { type Access, asksWho } from "./access.js"
import { isFromThisMachine } from "./client.js"
import { personName } from "./names.js"
import type { Sessions } from "./session.js"
import { nameOf } from "./tokens.js"

export interface Asking {
  readonly name: string
  /** "told": by a token in the request itself, which no other site can make a browser send */
  readonly by: "told" | "session" | "proxy"
}

/** Who asks, as far as a token, the proxy or the session vouches for it. */
export async function whoAsks(context: Context, access: Access, sessions: Sessions): Promise<Asking | undefined> {
  const told = toldBy(context, access)
  if (told !== undefined) return { name: told, by: isBearer(context) ? "told" : "session" }
  const proxied = namedByProxy(context, access)
  if (proxied !== undefined) return { name: proxied, by: "proxy" }
  if (access.tokens === undefined && asksWho(access)) return undefined
  const name = await sessions.nameIn(context)
  return name === undefined ? undefined : { name, by: "session" }
}

/** `Authorization: Bearer TOKEN`, or the token as the password, for feed readers that know nothing else. */
function toldBy(context: Context, { tokens }: Access): string | undefined {
  if (!tokens) return undefined
  const token = bearerOf(context) ?? auth(context.req.raw)?.password
  return token === undefined ? undefined : nameOf(tokens, token)
}

const bearerOf = (context: Context): string | undefined =>
  /^Bearer +([\x21-\x7e]+) *$/i.exec(context.req.header("authorization") ?? "")?.[1]

const isBearer = (context: Context): boolean => bearerOf(context) !== undefined

/** The user header of a proxy on this machine; from anywhere else it says nothing. */
function namedByProxy(context: Context, { userHeader }: Access): string | undefined {
  if (userHeader === undefined || !isFromThisMachine(context)) return undefined
  const given = context.req.header(userHeader)
  // Headers are read as Latin-1, proxies write UTF-8.
  return given === undefined ? undefined : personName(Buffer.from(given, "latin1").toString("utf8"))
}
