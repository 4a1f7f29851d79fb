import { expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import type { Record } from "../record.js"
import { prettyRecord } from "./pretty.js"
import { look } from "./terminal.js"

const pretty = (record: Record) => prettyRecord(record, look(60, false))
const prettyMarked = (marked: string) => pretty(recordFromMarked(marked))

test("who said what to whom, on whose word, in the report's own words", () => {
  const shown = prettyMarked(`---
publisher: Dorn Courier
published: 2026-03-04
title: Mill to stay open
actor: Maria Lopez | person
actor: Tom Reed | person
---
{s1=Maria Lopez:She} {c1:told} {a1:Tom Reed} {v1:by phone} {t1=2026-03-04:on Wednesday} {q1:“The mill stays open for as long as anybody in Dorn wants to work there.”}
`)
  expect(shown).toBe(`Mill to stay open
Dorn Courier reported on 2026-03-04 that

 1  Maria Lopez → Tom Reed  [first-hand]
    told · by phone · on Wednesday (2026-03-04) · quoted
    100 % sure
    │ “The mill stays open for as long as anybody in Dorn
    │ wants to work there.”
`)
})

test("a question and its replies point at each other, second-hand words at who tells of them", () => {
  const shown = prettyMarked(
    "{s1:Ann Lee} {c1=ask:asked} {q1:if he would go}. {q2=deflects 1:“Ask {s3:my wife}, she {c3:said} {q3:no},”} {s2:Bob Ray} {c2:said}.",
  )
  expect(shown).toContain("reply in 2\n")
  expect(shown).toContain("turns away from 1\n")
  expect(shown).toMatch(/\[second-hand\].*\n.*\n {4}as told by Bob Ray in 2\n/)
})

test("what is denied, declined, planned or asked is not shown as a fact", () => {
  expect(prettyMarked("{s:Ann Lee} {c=deny:denied} {q:that she took the money}.")).toContain(
    "    denied · in the report's words · 100 % sure\n    ┊ that she took the money",
  )
  expect(prettyMarked("{s:Ann Lee} {c=refuse negated:declined} {q:to comment}.")).toContain("refused: declined · ")
  const contact = prettyMarked("{p:Ann Lee} {k=not-happened call:has not phoned} {p:Bob Ray}.")
  expect(contact).toContain("  ○ Ann Lee and Bob Ray: phone call did not take place\n    ┊ has not phoned\n")
  const asked = prettyMarked("{s1:Cy Orr} {c1=ask:asked} {q1:why {p2:Ann Lee} {k2=meet:met} {p2:Bob Ray}}.")
  expect(asked).toContain("  ○ Ann Lee and Bob Ray: meeting asked about\n    ┊ met\n    in a question of Cy Orr, 1 · ")
})

test("a speaker nobody is sure of is shown as unsure", () => {
  const record = recordFromMarked("Ann Lee met Bob Ray. {q:“No,”} {s=Ann Lee:she} {c:said}.")
  const [statement] = record.statements
  const unsure = { ...statement!, speakers: [], candidates: [{ actor: statement!.speakers[0]!, confidence: 0.48 }] }
  expect(pretty({ ...record, statements: [unsure] })).toContain(
    " 1  “she”, not sure who: perhaps Ann Lee 48 %  [first-hand]",
  )
  expect(pretty({ ...record, statements: [{ ...unsure, source: [], candidates: [] }] })).toContain(
    " 1  somebody, not sure who",
  )
})

test("an unnamed mouth is marked as one", () => {
  const shown = prettyMarked("---\nactor: a senior official | unnamed\n---\n{s:a senior official} {c:said} {q:no}.")
  expect(shown).toContain(" 1  a senior official  [first-hand]  [anonymous]")
})

test("a text that speaks to the terminal is not obeyed", () => {
  expect(prettyMarked("{s:Ann} {c:said} {q:“\u001b[2Jgone”}.")).toContain("│ “␛[2Jgone”")
})

test("a report without findings says so", () => {
  expect(prettyMarked("The so-called “expert” panel met.")).toBe("No statement was found.\n")
})
