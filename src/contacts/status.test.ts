import { expect, test } from "vitest"
import { statusOf } from "./status.js"

test.each([
  ["He has not ", "not-happened"],
  ["She said nobody in the government had ", "not-happened"],
  ["Ruiz hasn’t ", "not-happened"],
  ["The two have yet to ", "not-happened"],
  ["He left without ", "not-happened"],
  ["There has been no ", "not-happened"],
  ["Ruiz had ", "happened"],
  ["He did not sleep, and on Monday he ", "happened"],
  ["She was not tired and had ", "happened"],
  ["Ruiz not only ", "happened"],
])("“%s” met: %s", (before, status) => {
  expect(statusOf("happened", before)).toBe(status)
})

test("only what the network takes for a fact is corrected", () => {
  expect(statusOf("planned", "They would not ")).toBe("planned")
})

test.each([
  ["since its foreign minister came to ", "happened"],
  ["Reed flew to the capital to ", "happened"],
  ["Reed came under pressure and plans to ", "planned"],
  ["Reed will come to ", "planned"],
  ["Reed went home, hoping to ", "planned"],
])("“%s” see her, called a plan: %s", (before, status) => {
  expect(statusOf("planned", before)).toBe(status)
})
