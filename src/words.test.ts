import { expect, test } from "vitest"
import type { Statement } from "./record.js"
import { actWords, contactAsTold, contactWords, list, percent, removeWords } from "./words.js"

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

test("a contact that nobody plainly tells of is headed by what was done instead", () => {
  const [denied, asked] = (["deny", "ask"] as const).map((act) => ({ act, polarity: "asserted" as const }))
  const said = { act: "say", polarity: "asserted" } as const
  const met = { mode: "meet", status: "happened" } as const
  const headings = [[denied], [asked, denied], [{ ...said, polarity: "negated" as const }], [denied, said], [undefined]]
  expect(headings.map((tellers) => contactAsTold(met, tellers))).toEqual([
    "meeting denied",
    "meeting asked about and denied",
    "meeting left unsaid",
    "meeting took place",
    "meeting took place",
  ])
  const planned = { mode: "visit", status: "planned" } as const
  expect(contactAsTold(planned, [denied])).toBe("visit is planned, which is denied")
  expect(contactAsTold(planned, [{ act: "promise", polarity: "asserted" }])).toBe("visit is planned")
})

test("numbers in words", () => {
  expect([1, 2, 3, 5].map(removeWords)).toEqual(["first-hand", "second-hand", "third-hand", "5th-hand"])
  expect([0.974, 0.9999, 1, 0.29].map(percent)).toEqual(["97 %", "99 %", "100 %", "29 %"])
  expect(list(["Ann", "Bob", "Cy"])).toBe("Ann, Bob and Cy")
})
