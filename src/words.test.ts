import { expect, test } from "vitest"
import type { Statement } from "./record.js"
import { actWords, contactWords, list, percent, removeWords } from "./words.js"

const said = (act: Statement["act"], polarity: Statement["polarity"]) => actWords({ act, polarity })

test("what was not said is not shown as said", () => {
  expect(said("say", "asserted")).toBe("said")
  expect(said("say", "negated")).toBe("did not say")
  expect(said("promise", "hypothetical")).toBe("might promise (hypothetical)")
  expect(said("refuse", "negated")).toBe("refused")
})

test("contacts in words", () => {
  expect(contactWords({ mode: "call", status: "not-happened" })).toBe("phone call did not take place")
  expect(contactWords({ mode: "visit", status: "planned" })).toBe("visit is planned")
})

test("numbers in words", () => {
  expect([1, 2, 3, 5].map(removeWords)).toEqual(["first-hand", "second-hand", "third-hand", "5th-hand"])
  expect([0.974, 0.9999, 1, 0.29].map(percent)).toEqual(["97 %", "99 %", "100 %", "29 %"])
  expect(list(["Ann", "Bob", "Cy"])).toBe("Ann, Bob and Cy")
})
