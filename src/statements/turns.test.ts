import { expect, test } from "vitest"
import { buildReport } from "../input/report.js"
import { sliceOf } from "../text/span.js"
import { contentOfTurn, labelOf, saysSomething, waitsForReply } from "./turns.js"

/** The turns of a transcript as "label: words"; "–" where they say nothing. */
function turnsOf(text: string): string[] {
  const report = buildReport({ text, language: "en" })
  return (report.turns ?? []).map((turn) => {
    const content = contentOfTurn({ report }, turn)
    const label = labelOf(text, turn)
    const words = content.map((part) => sliceOf(text, part)).join(" … ")
    return `${label ? sliceOf(text, label) : "?"}: ${saysSomething(text, content) ? words : "–"}`
  })
}

test("a turn is its words without label and asides, a part for each paragraph", () => {
  expect(
    turnsOf(
      "MS. RUIZ:  Good afternoon to you all. (Applause.) We met today.\n\nWe met in Aule.\n\nQ  Will you go [inaudible] again?\n\nMS. RUIZ:  I will not.",
    ),
  ).toEqual([
    "MS. RUIZ: Good afternoon to you all. … We met today. … We met in Aule.",
    "Q: Will you go … again?",
    "MS. RUIZ: I will not.",
  ])
})

test("thanks say nothing, a yes does", () => {
  expect(turnsOf("MS. RUIZ:  Yes.\n\nQ  Thank you, Jen.\n\nMS. RUIZ:  (Laughter.)\n\nQ  But will you go?")).toEqual([
    "MS. RUIZ: Yes.",
    "Q: –",
    "MS. RUIZ: –",
    "Q: But will you go?",
  ])
})

test("what only keeps a conversation going, or breaks off at once, says nothing", () => {
  const turns = ["Yeah.", "Okay. Go ahead.", "So, if —", "No.", "Will you, on the bridge —", "Great, we went to Aule."]
  const said = turnsOf(turns.map((words, n) => `${n % 2 ? "Q" : "MS. RUIZ:"}  ${words}`).join("\n\n"))
  expect(said.map((turn) => turn.endsWith("–"))).toEqual([true, true, true, false, false, false])
})

test("a reporter's turn waits for a reply, short ones without a question apart", () => {
  for (const words of ["But you told us that he was not aware.", "On the bridge —", "Why?"])
    expect(waitsForReply(words)).toBe(true)
  for (const words of ["Okay, got it.", "Right. In Aule."]) expect(waitsForReply(words)).toBe(false)
})

test("a turn of very many asides is read", () => {
  const text = `MS. RUIZ:  ${"no (a) ".repeat(150_000)}\n\nQ  Why is that so?`
  expect(turnsOf(text)).toHaveLength(2)
})
