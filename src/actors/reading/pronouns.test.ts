import { expect, test } from "vitest"
import { agrees, readPronoun, showsOf } from "./pronouns.js"

test.each([
  ["She", { person: 3, count: "one", gender: "she", use: "subject" }],
  ["him", { person: 3, count: "one", gender: "he", use: "object" }],
  ["I’m", { person: 1, count: "one", use: "subject" }],
  ["our", { person: 1, count: "many", use: "possessive" }],
  ["they", { person: 3, use: "subject" }],
  ["Ruiz", undefined],
  ["constructor", undefined],
])("%s", (form, pronoun) => expect(readPronoun(form)).toEqual(pronoun))

test.each([
  ["Ruiz", undefined, "Ms.", { gender: "she" }],
  ["Sir Tom Kane", undefined, undefined, { gender: "he" }],
  ["the spokeswoman", "spokeswoman", undefined, { gender: "she", count: "one" }],
  ["two aides", "aide", undefined, { count: "many" }],
  ["Ana Ruiz", undefined, undefined, {}],
] as const)("%s shows", (mention, head, title, shows) => expect(showsOf(mention, head, title)).toEqual(shows))

test.each([
  ["she", "Ms. Ruiz", undefined, "person", true],
  ["he", "Ms. Ruiz", undefined, "person", false],
  ["he", "Ana Ruiz", undefined, "person", true],
  ["it", "Ana Ruiz", undefined, "person", false],
  ["it", "Acme", undefined, "organisation", true],
  ["she", "two aides", "aide", "unnamed", false],
  ["they", "two aides", "aide", "unnamed", true],
  ["they", "Ana Ruiz", undefined, "person", true],
] as const)("%s for %s", (pronoun, mention, head, kind, expected) =>
  expect(agrees(readPronoun(pronoun)!, showsOf(mention, head), kind)).toBe(expected),
)
