import { expect, test } from "vitest"
import { harmless, look, wrap } from "./terminal.js"

test("lines break at white space, and at nothing else", () => {
  expect(wrap("We will appeal, and we will win.", 12)).toEqual(["We will", "appeal, and", "we will win."])
  expect(wrap("see https://example.org/a-long-address now", 10)).toEqual([
    "see",
    "https://example.org/a-long-address",
    "now",
  ])
})

test("a text wrapped by hand flows, a blank line stays", () => {
  expect(wrap("one\ntwo\n\nthree", 20)).toEqual(["one two", "", "three"])
  expect(wrap("two  spaces", 20)).toEqual(["two  spaces"])
})

test("colours take no room, East Asian letters take two columns", () => {
  const { paint } = look(80, true)
  expect(wrap(`${paint("bold", "one")} two`, 7)).toEqual([`${paint("bold", "one")} two`])
  expect(wrap("東京 東京", 8)).toEqual(["東京", "東京"])
})

test("nothing is painted without colours", () => {
  expect(look(80, false).paint("red", "denied")).toBe("denied")
})

test("a report cannot speak to the terminal", () => {
  expect(harmless("\u001b[31mred\u001b[0m\u0007")).toBe("␛[31mred␛[0m␇")
  expect(harmless("\u202eturned \u009b2J")).toBe("\ufffdturned \ufffd2J")
  expect(harmless("“Año nuevo,”\n\tsaid 東京 👩‍👧")).toBe("“Año nuevo,”\n\tsaid 東京 👩‍👧")
})
