import { createHash } from "node:crypto"
import { personName } from "./names.js"

export interface Tokens {
  /** Names by the SHA-256 of their tokens: what is looked up tells nothing about the tokens by the time it takes. */
  readonly names: ReadonlyMap<string, string>
  /** Changes with every change of a name or a token, and ends all sessions then. */
  readonly key: string
}

const SHORTEST = 20

/** Something about the file of tokens that its owner can put right. */
export class TokenError extends Error {
  override readonly name = "TokenError"
}

/**
 * The tokens of a file: on each line a name, a colon and a token; empty lines and those that begin with # say nothing.
 * Throws a TokenError that names the line.
 */
export function parseTokens(text: string): Tokens {
  const names = new Map<string, string>()
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue
    const [, given = "", token = ""] = /^([^:]*):(.*)$/.exec(line) ?? []
    const name = personName(given)
    if (name === undefined) throw new TokenError(`line ${n + 1}: a line is a name, a colon and a token`)
    if (!/^[\x21-\x7e]+$/.test(token.trim()) || token.trim().length < SHORTEST) {
      throw new TokenError(
        `line ${n + 1}: the token of ${name} must be ${SHORTEST} letters, digits and signs or more, ` +
          "without blanks; `openssl rand -hex 24` makes one",
      )
    }
    const hash = hashOf(token.trim())
    if (names.has(hash)) throw new TokenError(`line ${n + 1}: ${name} has the token of ${names.get(hash)}`)
    names.set(hash, name)
  }
  if (names.size === 0) throw new TokenError("holds no token; a line is a name, a colon and a token")
  const all = [...names].map(([hash, name]) => `${hash} ${name}`).sort()
  return { names, key: hashOf(all.join("\n")) }
}

export const nameOf = ({ names }: Tokens, token: string): string | undefined => names.get(hashOf(token))

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex")
