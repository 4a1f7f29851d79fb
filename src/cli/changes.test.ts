import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import { recordFromMarked } from "../marked/read.js"
import type { Record, When } from "../record.js"
import { sliceOf } from "../text/span.js"
import { readChanges } from "./changes.js"

const record = recordFromMarked(
  "{q1:“No,”} {c1:said} {s1:Mara Lind}, the mayor.\n\n{q2:“No,”} {c2:said} {s2:Tom Reed} on Friday about $4 million.",
)
const { text } = record.report
const changes = (typed: readonly string[], near = 0) => readChanges(record, typed, near).changes
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

test("words are found in the report, those that stand several times where they are closest", () => {
  expect(changes(["content=“No,”"])).toEqual({ content: [at("“No,”")] })
  expect(changes(["content=“No,”"], 60)).toEqual({ content: [at("“No,”", 10)] })
  expect(changes(["source=Mara  Lind … Tom Reed"])).toEqual({ source: [at("Mara Lind"), at("Tom Reed")] })
  expect(changes(["cue=3-9; 10-12"])).toEqual({
    cue: [
      { start: 3, end: 9 },
      { start: 10, end: 12 },
    ],
  })
  expect(() => changes(["cue=shouted (loudly)"])).toThrow(/do not stand in the report/)
})

test("actors are named; who is new is said to be", () => {
  const [lind, reed] = record.actors
  expect(changes(["speaker=mara lind", "addressees=Tom Reed; a1"])).toEqual({
    speakers: [lind!.id],
    addressees: [reed!.id, "a1"],
  })
  expect(() => changes(["speaker=Jo Ardan"])).toThrow(/new:Jo Ardan/)
  expect(readChanges(record, ["speaker=new:Jo Ardan@the mayor"], 0)).toEqual({
    changes: { speakers: ["new1"] },
    newcomers: [{ name: "Jo Ardan", kind: "person", mentions: [at("the mayor")] }],
  })
})

test("times and figures carry what they mean; nothing behind the sign takes a field away", () => {
  expect(changes(["when=on Friday@2026-03-06", "via="])).toEqual({
    when: { ...at("on Friday"), from: "2026-03-06", to: "2026-03-06" },
    via: null,
  })
  const { figures } = changes(["figure=$4 million@4000000 USD"]) as {
    figures: [{ text: { start: number; end: number } }]
  }
  expect(figures).toEqual([{ text: at("$4 million"), value: 4000000, unit: "USD" }])
  expect(sliceOf(text, figures[0].text)).toBe("$4 million")
})

const reported = "{p:Mara Lind} {k=not-happened talk:has not spoken with} {p:Tom Reed}"
const silence = recordFromMarked(
  `${reported} {t=2026-03-01..2026-09-04; surely 2026-05-31..2026-09-04:since the spring}, or since March.`,
)
const when = (typed: string, ...others: string[]) => whenIn(silence, typed, ...others)
const whenIn = (record: Record, typed: string, ...others: string[]) => {
  const [contact] = record.contacts
  const {
    start: _start,
    end: _end,
    ...dates
  } = readChanges(record, [`when=${typed}`, ...others], 0, contact).changes.when as When
  return dates
}
const spring = { from: "2026-03-01", to: "2026-09-04" }

test("who says when a contact did not happen is sure of it, or says of what", () => {
  expect(when("since March@2026-03-02..2026-09-04")).toEqual({
    from: "2026-03-02",
    to: "2026-09-04",
    surely: { from: "2026-03-02", to: "2026-09-04" },
  })
  const surely = { from: "2026-06-20", to: "2026-09-04" }
  expect(when("since March@2026-03-01..2026-09-04; surely 2026-06-20..2026-09-04")).toEqual({ ...spring, surely })
  expect(when("since March@2026-03-01..2026-09-04; surely nothing")).toEqual(spring)
  expect(when("since March@..2026-09-04")).toEqual({ to: "2026-09-04" })
  expect(when("since March@2026-03-02..2026-09-04", "status=happened")).toEqual({
    from: "2026-03-02",
    to: "2026-09-04",
  })
  expect(when("since March")).toEqual({})
  const added = ["status=not-happened", "when=since March@2026-03-01..2026-09-04"]
  expect(readChanges(silence, added, 0).changes.when).toMatchObject({ ...spring, surely: spring })
})

const dated = told(`${reported} {t=2026-03-01..2026-09-04; surely 2026-05-31..2026-09-04:since the spring}.`, {
  published: "2026-09-04T18:00:00Z",
})
const toReport = { from: "2026-03-02", to: "2026-09-04" }

test.each([
  ["the day of the report", dated, "@2026-03-02..", { ...toReport, surely: toReport }],
  ["of which nothing is sure, where that is said", dated, "@2026-03-02..; surely nothing", toReport],
  ["as the machine read it", dated, "@2026-03-01..", { ...spring, surely: { from: "2026-05-31", to: "2026-09-04" } }],
  ["open, where the report has no day", silence, "@2026-03-02..", { from: "2026-03-02" }],
])("an open end of what did not happen is %s", (_name, record, days, dates) =>
  expect(whenIn(record, `since the spring${days}`)).toEqual(dates),
)

test("of an open beginning nothing is sure unless that is said; what happened stays open at its end", () => {
  expect(whenIn(dated, "since the spring@..2026-09-04")).toEqual({ to: "2026-09-04" })
  const surely = { from: "2026-05-31", to: "2026-09-04" }
  expect(whenIn(dated, "since the spring@..2026-09-04; surely 2026-05-31..2026-09-04")).toEqual({
    to: "2026-09-04",
    surely,
  })
  expect(whenIn(dated, "since the spring@2026-03-02..", "status=happened")).toEqual({ from: "2026-03-02" })
})

test("what did not happen does not begin after its report, nor is more of it sure than was", () => {
  expect(() => whenIn(dated, "since the spring@2026-09-05..")).toThrow(/^when: 2026-09-05.. begins after the day of/)
  expect(() => whenIn(dated, "since the spring@2026-03-02..; surely 2026-03-02..2026-09-05")).toThrow(
    /lies within the time itself, 2026-03-02..2026-09-04$/,
  )
})

test("where only the words of a time are others, what was surely meant stays", () => {
  const kept = { ...spring, surely: { from: "2026-05-31", to: "2026-09-04" } }
  expect(when("since March@2026-03-01..2026-09-04")).toEqual(kept)
  expect(when("since the spring@2026-03-01..2026-09-04")).toEqual(kept)
})

test.each([
  ["since March@2026-09-04..2026-03-01", /^when: 2026-09-04..2026-03-01 ends before it begins$/],
  ["since March@2026-03-01..2026-09-04; surely 2026-02-01..2026-09-04", /lies within the time itself/],
  ["@..2026-09-04", /^when: the words that tell the time come first/],
  ["since March@..2026-09-04; surely 2026-02-01..2026-09-05", /lies within the time itself, ..2026-09-04$/],
])("no time: %s", (typed, problem) => expect(() => when(typed)).toThrow(problem))

test("what is no change is named", () => {
  expect(() => changes(["promise"])).toThrow(/promise: a change is written field=value/)
  expect(() => changes(["act=say", "act=ask"])).toThrow(/act: is given twice/)
})
