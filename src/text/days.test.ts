import { expect, test } from "vitest"
import { isDay } from "./days.js"

test("a day is one that there is", () => {
  expect(["2024-02-29", "2023-02-29", "2024-13-01", "24-01-01", "2024-01-01T00"].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
