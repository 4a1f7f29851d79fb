import { expect, test } from "vitest"
import { fitLogistic } from "./logistic.js"

const cases = (share: (score: number) => number) =>
  [0.05, 0.2, 0.5, 0.8, 0.95].flatMap((score) =>
    Array.from({ length: 400 }, (_, i) => [score, i < 400 * share(score)] as const),
  )

test("scores that are already right stay as they are", () => {
  const [slope, shift] = fitLogistic(cases((score) => score))
  expect(slope).toBeCloseTo(1, 1)
  expect(shift).toBeCloseTo(0, 1)
})

test("scores that claim too much are drawn to the middle", () => {
  const [slope] = fitLogistic(cases((score) => 0.5 + (score - 0.5) / 2))
  expect(slope).toBeLessThan(0.7)
})

test("where all are right the fit stays finite", () => {
  const [slope, shift] = fitLogistic(cases(() => 1))
  expect(Number.isFinite(slope) && Number.isFinite(shift)).toBe(true)
})
