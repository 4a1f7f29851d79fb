import fc from "fast-check"
import { expect, test } from "vitest"
import { type FeedState, isDue, newFeed, nextVisit, type VisitOutcome } from "./schedule.js"

const now = new Date("2026-03-04T10:00:00Z")
const url = "https://dorncourier.example/feed"

/** Minutes until the next visit. */
const minutes = (state: FeedState, outcome: VisitOutcome): number =>
  (Date.parse(nextVisit(state, outcome, now).next!) - now.getTime()) / 60_000

const within = (value: number, least: number): void => {
  expect(value).toBeGreaterThanOrEqual(least)
  expect(value).toBeLessThanOrEqual(least * 1.1 + 0.02)
}

test("half an hour, or as long as the feed asks for, between five minutes and a day", () => {
  within(minutes(newFeed(url), { kind: "read" }), 30)
  within(minutes({ ...newFeed(url), keep: 3600 }, { kind: "read" }), 60)
  within(minutes({ ...newFeed(url), keep: 1 }, { kind: "read" }), 5)
  within(minutes({ ...newFeed(url), keep: 10 * 86_400 }, { kind: "read" }), 1440)
})

test("after failures later and later, up to a day, and as usual when it is over", () => {
  let state = newFeed(url)
  const waits = []
  for (let n = 0; n < 12; n += 1) {
    waits.push(minutes(state, { kind: "failed" }))
    state = nextVisit(state, { kind: "failed" }, now)
  }
  for (const [n, least] of [5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440].entries())
    within(waits[n]!, least)
  expect(state.failures).toBe(12)
  within(minutes(state, { kind: "read" }), 30)
  expect(nextVisit(state, { kind: "read" }, now).failures).toBe(0)
})

test("a server that asks for more time gets it, up to a week", () => {
  within(minutes(newFeed(url), { kind: "failed", retryAfter: 7200 }), 120)
  within(minutes(newFeed(url), { kind: "failed", retryAfter: 10 }), 5)
  within(minutes(newFeed(url), { kind: "failed", retryAfter: 1e9 }), 7 * 1440)
})

test("a feed that refuses is asked once a day, one that is gone never again", () => {
  within(minutes(newFeed(url), { kind: "refused" }), 1440)
  const gone = nextVisit({ ...newFeed(url), next: "2026-03-04T09:00:00Z" }, { kind: "gone" }, now)
  expect(gone).not.toHaveProperty("next")
  expect(isDue(gone, new Date("2036-01-01"))).toBe(false)
})

test("what is added differs from feed to feed and from visit to visit, and is the same after a restart", () => {
  const feeds = Array.from({ length: 50 }, (_, n) => newFeed(`${url}/${n}`))
  expect(new Set(feeds.map((feed) => minutes(feed, { kind: "read" }))).size).toBeGreaterThan(45)
  const once = nextVisit(newFeed(url), { kind: "read" }, now)
  expect(nextVisit(newFeed(url), { kind: "read" }, now)).toEqual(once)
  expect(JSON.parse(JSON.stringify(once))).toEqual(once)
  expect(minutes(once, { kind: "read" })).not.toBe(minutes(newFeed(url), { kind: "read" }))
})

test("a new feed is due at once, and then when its time has come", () => {
  expect(isDue(newFeed(url), now)).toBe(true)
  const state = nextVisit(newFeed(url), { kind: "read" }, now)
  expect(isDue(state, now)).toBe(false)
  expect(isDue(state, new Date(state.next!))).toBe(true)
})

test("never sooner than in five minutes, never later than in a week and a bit, whatever happens", () => {
  const outcome = fc.record(
    { kind: fc.constantFrom("read", "failed", "refused"), retryAfter: fc.nat() },
    { requiredKeys: ["kind"] },
  ) as fc.Arbitrary<VisitOutcome>
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 40 }), fc.option(fc.nat()), (outcomes, keep) => {
      let state: FeedState = { ...newFeed(url), ...(keep === null ? {} : { keep }) }
      for (const outcome of outcomes) {
        const wait = minutes(state, outcome)
        expect(wait).toBeGreaterThanOrEqual(5)
        expect(wait).toBeLessThanOrEqual(7 * 1440 * 1.11)
        state = nextVisit(state, outcome, now)
      }
    }),
  )
})
