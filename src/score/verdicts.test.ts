import { expect, test } from "vitest"
import { judge, wilson } from "./verdicts.js"

// Figures from Newcombe (1998), “Two-sided confidence intervals for the single proportion”, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i lies between %f and %f", (right, judged, low, high) => {
  const interval = wilson(right, judged)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test("nothing judged says nothing; all right is not certainty", () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  expect(wilson(10, 10).high).toBeCloseTo(1)
  expect(wilson(10, 10).low).toBeLessThan(0.75)
})

test("only right and wrong are judged", () => {
  expect(judge(["right", "wrong", "right", "unsure", ""])).toEqual({ right: 2, judged: 3, unsure: 1, missing: 1 })
})
