import { isLoopback } from "../loopback.js"
import type { Tokens } from "./tokens.js"

/** Who may do what with the archive that is served. */
export interface Access {
  /** Everybody has a token of their own and is named by it. */
  readonly tokens?: Tokens
  /** The header in which a reverse proxy on this machine names who asks, such as "x-forwarded-user". */
  readonly userHeader?: string
  /** Where people open the archive, when that is not where it answers: "https://archive.example". */
  readonly origin?: string
  /** Nobody writes, and what is shown may be shown to everybody: private people by their role, entries in their sentences. */
  readonly readOnly?: boolean
  /** The operator states the right to publish whole texts. */
  readonly wholeTexts?: boolean
}

/** Nobody but this machine asks, and whoever sits at it may write. */
export const thisMachine: Access = {}

/** Whether nobody is let in without a name that a token or a proxy vouches for. */
export const asksWho = ({ tokens, userHeader }: Access): boolean => tokens !== undefined || userHeader !== undefined

/** Why an archive may not be served like that, in words for who wanted to; nothing where it may. */
export function refusalOf(access: Access, host: string): string | undefined {
  const { userHeader, origin } = access
  if (!isLoopback(host) && !asksWho(access)) {
    return (
      `${host} can be reached from other machines, so it must be known who asks: give everybody a token ` +
      "(--token-file), or put a reverse proxy in front that says who it is (--user-header). " +
      "A public archive (--read-only) answers on 127.0.0.1, behind a proxy that has its name (--url)"
    )
  }
  if (userHeader !== undefined && !/^[a-z0-9][a-z0-9-]*$/i.test(userHeader)) {
    return `${userHeader} is no name of a header; one is X-Forwarded-User`
  }
  if (userHeader !== undefined && origin === undefined) {
    return "behind a proxy that names people, the address that they open must be known: add --url https://archive.example"
  }
  if (access.wholeTexts && !access.readOnly) {
    return "whoever may write sees whole texts anyway; --whole-texts belongs to --read-only"
  }
  if (origin !== undefined && !asksWho(access) && !access.readOnly) {
    return (
      `whoever opens ${origin} comes through your proxy as if they sat at this machine, and anybody could write: ` +
      "give everybody a token (--token-file), let the proxy say who it is (--user-header), or add --read-only"
    )
  }
  return undefined
}

/** "https://archive.example/" → "https://archive.example"; nothing where it is no address of a whole site. */
export function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, origin, pathname, search, hash } = new URL(address)
  const isSite = /^https?:$/.test(protocol) && pathname === "/" && search === "" && hash === ""
  return isSite ? origin : undefined
}
