import { expect, test } from "vitest"
import type { Tally } from "../src/score/tally.js"
import { outletScores, outletText } from "./outlets.js"

const tally = (right: number, claimed: number, gold: number): Tally => ({
  rightClaimed: right,
  rightGold: right,
  claimed,
  gold,
})

test("a score is told outlet by outlet, without those that have few statements or no name", () => {
  const reports = [
    { id: "one", url: "http://feeds.reuters.com/a" },
    { id: "two", url: "https://en.wikinews.org/wiki/b" },
    { id: "three", url: "http://www.reuters.com/c" },
    { id: "four", publisher: "politico" },
    { id: "five", url: "https://example.org/d" },
  ]
  const perReport = [tally(30, 40, 35), tally(9, 10, 12), tally(20, 20, 25), tally(40, 50, 80), tally(90, 90, 90)]
  const negated = [tally(2, 3, 4), tally(0, 0, 0), tally(1, 2, 3), tally(30, 30, 40), tally(0, 0, 0)]
  const total = tally(0, 0, 0)
  const scored = [
    { name: "found", total, perReport },
    { name: "negated", total, perReport: negated },
  ]
  const scores = outletScores(reports, scored, "found")
  expect(scores.map(outletText)).toEqual([
    "of Reuters                   P  83.3  R  83.3  (60 in 2 reports)",
    "of Politico                  P  80.0  R  50.0  (80 in 1 reports)",
  ])
  expect(scores.map(({ rows }) => [...rows.keys()])).toEqual([["found"], ["found", "negated"]])
})
