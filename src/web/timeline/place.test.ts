import { expect, test } from "vitest"
import type { ContactToShow } from "./contact.js"
import { DOT, placeContacts } from "./place.js"

const contact = (
  status: ContactToShow["status"],
  from?: string,
  to = from,
  surely?: { from: string; to: string },
): ContactToShow => ({
  id: `${status} ${from}`,
  between: [],
  mode: "call",
  status,
  ...(from === undefined || to === undefined ? {} : { when: { from, to, basis: "told" } }),
  tellings: [
    {
      id: "4fe09a21#c1",
      outlet: "Dorn Courier",
      evidence: "",
      remove: 0,
      by: [],
      plainly: true,
      confidence: 1,
      disputed: false,
      ...(surely ? { when: { words: "since the spring", surely } } : {}),
    },
  ],
  against: [],
  through: [],
})

test("a contact inside a silence stands inside its span", () => {
  const silence = contact("not-happened", "2024-03-01", "2024-09-19", { from: "2024-06-20", to: "2024-09-19" })
  const { spans, dots } = placeContacts([silence, contact("happened", "2024-08-20")], 960)!
  const [span] = spans
  const [dot] = dots
  expect(dot!.number).toBe(2)
  expect(dot!.x).toBeGreaterThan(span!.surely!.x)
  expect(dot!.x).toBeLessThan(span!.x + span!.width)
})

test("dots of one day stand below one another, and nothing leaves the picture", () => {
  const { dots, width, axis } = placeContacts(
    ["2024-08-20", "2024-08-20", "2024-08-21", "2025-01-01"].map((day) => contact("happened", day)),
    330,
  )!
  for (const [n, one] of dots.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0)
    expect(one.x).toBeLessThanOrEqual(width)
    expect(one.y).toBeLessThan(axis)
    for (const other of dots.slice(n + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * DOT)
    }
  }
})

test("without a date there is no picture", () => {
  expect(placeContacts([contact("happened")], 960)).toBeUndefined()
  expect(placeContacts([], 960)).toBeUndefined()
})
