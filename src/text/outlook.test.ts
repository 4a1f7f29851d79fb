import { expect, test } from "vitest"
import { closesBeforeOpening, closesFirst, nextClosing, nextOpening, none, outlookOf, reopens } from "./outlook.js"

const outlook = (text: string) => outlookOf(text, { start: 0, end: text.length })

test("every mark knows the next one of a family", () => {
  const here = outlook("“He said ‘no’ to “us” then.”")
  expect(nextClosing(here, "double", 0)).toBe(4)
  expect(nextOpening(here, "double", 0)).toBe(3)
  expect(nextClosing(here, "single", 0)).toBe(2)
  expect(nextClosing(here, "single", 2)).toBe(none)
  expect(closesBeforeOpening(here, "single", 1)).toBe(true)
  expect(closesBeforeOpening(here, "guillemet", 0)).toBe(false)
})

test("a mark sees how many levels the rest of the paragraph closes", () => {
  expect(outlook("“He said, “go,” and I went.”").closesAhead).toEqual([1, 2, 1, 0])
  expect(outlook("“He said. “Go,” I said.").closesAhead).toEqual([0, 1, 0])
})

test("a paragraph may open again or close what an earlier one opened", () => {
  expect(reopens(outlook("“‘And then,’ he said.”"), 1, "single")).toBe(true)
  expect(reopens(outlook("— “And then,” he said."), 0, "double")).toBe(true)
  expect(reopens(outlook("He said, “And then.”"), 0, "double")).toBe(false)
  expect(closesFirst(outlook("and then,” he said."), "double")).toBe(true)
  expect(closesFirst(undefined, "double")).toBe(false)
})
