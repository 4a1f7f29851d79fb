import { expect, test } from "vitest"
import type { Statement } from "./record.js"
import { actWords, contactAsTold, contactWords, leftOutWords, list, percent, removeWords } from "./words.js"

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

test("who is left out of a name is told, and in whose place they are meant", () => {
  const asked = "Osk"
  const body = [{ name: "Osk", identity: 1 }]
  const persons = Array.from({ length: 10 }, (_, n) => ({ name: `Vera Osk ${n + 2}`, identity: n + 2 }))
  expect(leftOutWords({ asked, people: body, leftOut: persons.slice(0, 1) })).toEqual([
    "“Osk” is taken for Osk (#1); people called so are left out: Vera Osk 2 (#2): give the whole name",
  ])
  expect(leftOutWords({ asked, people: persons.slice(0, 1), inPlaceOf: body })).toEqual([
    "“Osk” is taken for Vera Osk 2 (#2), because there is nothing of Osk (#1)",
  ])
  expect(leftOutWords({ asked, people: body, leftOut: persons })[0]).toMatch(/ \(#9\) and 2 more: give the whole name$/)
  expect(leftOutWords({ asked, people: body })).toEqual([])
})
