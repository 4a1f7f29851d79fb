import { expect, test } from "vitest"
import { modeOf } from "./mode.js"

test.each([
  ["talk", " with Kane by telephone on Monday", "call"],
  ["talk", " on the phone", "call"],
  ["talk", " with Kane. He came by phone", "talk"],
  ["talk", " about a phone", "talk"],
  ["meet", " Kane, by phone late", "meet"],
] as const)("%s%s: %s", (mode, after, wanted) => {
  expect(modeOf(mode, after)).toBe(wanted)
})
