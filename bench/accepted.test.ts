import { expect, test } from "vitest"
import type { Outcome } from "../src/score/outcomes.js"
import { add, emptyTally, rowsOf } from "../src/score/tally.js"
import { acceptedEntry, changesSince, movesSince } from "./accepted.js"

const outcome = (key: string, found: boolean, report = "ferry"): Outcome => ({ report, key, found, words: key })

test("what is found now and was not is gained, the other way about it is lost", () => {
  const before = acceptedEntry([], [outcome("q1-5", true), outcome("q7-9", false), outcome("k3-4.0", true)])
  const now = [outcome("q1-5", false), outcome("q7-9", true), outcome("k3-4.0", true)]
  expect(changesSince(before, now).map(({ what, key }) => `${what} ${key}`)).toEqual(["lost q1-5", "gained q7-9"])
})

test("a speaker goes with the statement, and alone where the statement stays", () => {
  const before = acceptedEntry(
    [],
    ["q1-5", "s1-5", "q7-9", "s7-9"].map((key) => outcome(key, true)),
  )
  const now = [outcome("q1-5", false), outcome("s1-5", false), outcome("q7-9", true), outcome("s7-9", false)]
  expect(changesSince(before, now).map(({ key }) => key)).toEqual(["q1-5", "s7-9"])
})

test("reports that were not scored before neither gain nor lose", () => {
  const before = acceptedEntry([], [outcome("q1-5", true)])
  expect(changesSince(before, [outcome("q1-5", true), outcome("q1-5", true, "new")])).toEqual([])
  expect(changesSince(undefined, [outcome("q1-5", true)])).toEqual([])
})

test("what is stored holds no words and no names of reports", () => {
  const entry = acceptedEntry([], [{ report: "ferry", key: "q1-5", found: true, words: "{q:“No”}" }])
  expect(JSON.stringify(entry)).not.toMatch(/ferry|No/)
})

test("a score that moved is shown with both figures", () => {
  const rows = (right: number) => {
    const tally = emptyTally()
    add(tally, right, 4, 4)
    return rowsOf(["via"], [new Map([["via", tally]])])
  }
  expect(movesSince(acceptedEntry(rows(2), []), rows(3))).toBe("via 50.0 → 75.0")
  expect(movesSince(acceptedEntry(rows(2), []), rows(2))).toBe("")
})
