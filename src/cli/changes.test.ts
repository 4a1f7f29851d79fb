import { expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
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

test("what is no change is named", () => {
  expect(() => changes(["promise"])).toThrow(/promise: a change is written field=value/)
  expect(() => changes(["act=say", "act=ask"])).toThrow(/act: is given twice/)
})
