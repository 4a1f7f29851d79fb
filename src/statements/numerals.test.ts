import { expect, test } from "vitest"
import { findNumerals, numberOf } from "./numerals.js"

test.each([
  ["two", 2],
  ["twenty-five", 25],
  ["two hundred and fifty thousand", 250000],
  ["a million", 1e6],
  ["1,200.5", 1200.5],
  ["a dozen", 12],
  ["several", undefined],
  ["", undefined],
])("%s", (words, value) => {
  expect(numberOf(words)).toBe(value)
})

test.each([
  ["between 1,200 and 3.5bn", ["1,200", "3.5bn"]],
  ["tens of thousands, several dozen, half a dozen", ["tens of thousands", "several dozen", "half a dozen"]],
  ["three quarters of it, one in five days", ["three quarters", "one in five"]],
  ["twenty-five of one hundred and two", ["twenty-five", "one hundred and two"]],
  ["12:30, 007, A300, often, someone", []],
])("%s", (text, wanted) => {
  expect(findNumerals(text).map(({ start, end }) => text.slice(start, end))).toEqual(wanted)
})

test("ten times the text takes no hundred times the time", () => {
  const fastest = (text: string) => {
    const times = [1, 2, 3].map(() => {
      const begin = performance.now()
      findNumerals(text)
      return performance.now() - begin
    })
    return Math.min(...times)
  }
  for (const odd of ["1,", "one hundred and ", "9", "half a ", "$", "a ", "tens of "]) {
    expect(fastest(odd.repeat(50000))).toBeLessThan(50 * Math.max(fastest(odd.repeat(5000)), 5))
  }
})
