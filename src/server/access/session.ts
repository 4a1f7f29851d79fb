import { createHash, createHmac } from "node:crypto"
import type { Context } from "hono"
import { deleteCookie, getSignedCookie, setSignedCookie } from "hono/cookie"
import type { CookieOptions } from "hono/utils/cookie"
import type { Access } from "./access.js"

const DAY = 24 * 60 * 60
/** With a token, a month; a name that was only asked for once, as long as browsers keep it. */
const LASTS = { token: 30 * DAY, name: 400 * DAY }

/** Who sits at a browser: a name in a signed cookie that no script can read and no form of another site can send. */
export interface Sessions {
  begin(context: Context, name: string): Promise<void>
  nameIn(context: Context): Promise<string | undefined>
  end(context: Context): void
}

/** Sessions outlast a restart. `place` tells archives on one machine apart, whose cookies a browser puts together. */
export function openSessions({ tokens, origin }: Access, place: string): Sessions {
  // Without tokens anybody at this machine may say any name, so the key only has to be the same after a restart.
  const key = createHmac("sha256", tokens?.key ?? "this machine")
    .update(`onrecord session ${place}`)
    .digest("hex")
  const cookie = `onrecord-${createHash("sha256").update(place).digest("hex").slice(0, 8)}`
  const isSecure = origin?.startsWith("https:") ?? false
  const prefix = isSecure ? ("host" as const) : undefined
  const lasts = tokens ? LASTS.token : LASTS.name
  const options: CookieOptions = {
    path: "/",
    httpOnly: true,
    sameSite: "Lax", // a link in a letter opens for who has entered; what changes something is guarded otherwise too
    secure: isSecure,
    ...(prefix ? { prefix } : {}),
  }
  return {
    begin: (context, name) => {
      const until = Math.floor(Date.now() / 1000) + lasts
      return setSignedCookie(context, cookie, JSON.stringify([name, until]), key, { ...options, maxAge: lasts })
    },
    nameIn: async (context) => {
      const value = await getSignedCookie(context, key, cookie, prefix)
      if (!value) return undefined
      const [name, until] = JSON.parse(value) as [string, number] // signed: we wrote it
      return until * 1000 > Date.now() ? name : undefined
    },
    end: (context) => {
      deleteCookie(context, cookie, options)
    },
  }
}
