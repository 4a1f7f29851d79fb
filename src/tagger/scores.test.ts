import { expect, test } from "vitest"
import { likeliest, logistic, shares } from "./scores.js"

test("log odds become probabilities", () => {
  expect([logistic(0), logistic(50), logistic(-50)].map((score) => score.toFixed(3))).toEqual([
    "0.500",
    "1.000",
    "0.000",
  ])
})

test("shares come to one, and what is impossible gets none", () => {
  expect(shares([0, 0, Number.NEGATIVE_INFINITY])).toEqual([0.5, 0.5, 0])
  expect(shares([1000, 0])).toEqual([1, 0])
})

test("where nothing is possible there are no shares", () => {
  expect(shares([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual([0, 0])
  expect(shares([])).toEqual([])
})

test("the likeliest name of a row is the first of the greatest", () => {
  const scores = [0.1, 0.8, 0.1, 0.4, 0.2, 0.4]
  expect(likeliest(["meet", "talk", "call"], scores, 0)).toBe("talk")
  expect(likeliest(["meet", "talk", "call"], scores, 1)).toBe("meet")
})
