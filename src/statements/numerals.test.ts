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

test("time grows with length, not faster", () => {
  for (const odd of ["1,", "one hundred and ", "9", "half a ", "$", "a "]) {
    const measure = (times: number) => {
      const text = odd.repeat(times)
      const begin = performance.now()
      findNumerals(text)
      return performance.now() - begin
    }
    measure(1000)
    expect(measure(20000)).toBeLessThan(60 * Math.max(measure(1000), 1))
  }
})
