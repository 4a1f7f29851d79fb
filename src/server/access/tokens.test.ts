import { expect, test } from "vitest"
import { nameOf, parseTokens } from "./tokens.js"

const token = "3f9a1c20b7d44fe09a21c6d0"

test("a line is a name and a token; empty lines and comments say nothing", () => {
  const tokens = parseTokens(`# the desk\n\nAda Lund:${token}\r\n  Joaquín  Peñalver : x${token} \n`)
  expect(nameOf(tokens, token)).toBe("Ada Lund")
  expect(nameOf(tokens, `x${token}`)).toBe("Joaquín Peñalver")
  expect(nameOf(tokens, "")).toBeUndefined()
  expect(nameOf(tokens, token.toUpperCase())).toBeUndefined()
})

const odd: readonly (readonly [file: string, words: string])[] = [
  ["", "holds no token"],
  ["# nobody yet\n", "holds no token"],
  [`Ada Lund ${token}`, "line 1: a line is a name, a colon and a token"],
  [`\n:${token}`, "line 2: a line is a name"],
  [`Ada\u202e:${token}`, "line 1: a line is a name"],
  ["Ada Lund:short", "line 1: the token of Ada Lund must be 20"],
  ["Ada Lund:three words and some more", "without blanks"],
  [`Ada Lund:${token}\nBo Karr:${token}`, "line 2: Bo Karr has the token of Ada Lund"],
]

test.each(odd)("%j is refused in words", (file, words) => {
  expect(() => parseTokens(file)).toThrow(words)
})

test("a changed file ends the sessions that were begun with the one before", () => {
  const before = parseTokens(`Ada Lund:${token}`)
  expect(parseTokens(`# again\nAda Lund:${token}\n`).key).toBe(before.key)
  expect(parseTokens(`Ada Lund:${token}1`).key).not.toBe(before.key)
  expect(parseTokens(`Ada Lind:${token}`).key).not.toBe(before.key)
})
