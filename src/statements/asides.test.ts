import { expect, test } from "vitest"
import { seen } from "../../test/tagged.js"
import { sliceOf } from "../text/span.js"
import { findStatements } from "./find.js"

function statementsOf(marked: string): string[] {
  const { context, tagged } = seen(marked)
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map((span) => sliceOf(context.report.text, span)).join(" … ")
  return findStatements(context, tagged).map(
    ({ source, content, kind, within }) =>
      `${words(source)} | ${words(content)} | ${kind}${within ? " in another" : ""}`,
  )
}

test("an aside stands in what it tells, and the name before it answers", () => {
  expect(statementsOf("{q1:{s2:Reed}}, {s1:he} {c1:said}, {c2:answered}, {q2:“No.”}")).toEqual([
    "he | Reed … answered, “No.” | mixed",
    "Reed | “No.” | direct in another",
  ])
})

test("who answers may have been taken for words of the aside alone", () => {
  expect(statementsOf("{q1:{m:Reed}}, {s1:he} {c1:said}, {c2:answered}, {q2:“No.”}")[1]).toBe(
    "Reed | “No.” | direct in another",
  )
})

test("whoever passes it on may be named", () => {
  expect(statementsOf("{q1:{s2:Reed}}, {s1:Voss} {c1:said}, {c2:answered}, {q1:{q2:“No.”}}")[0]).toBe(
    "Voss | Reed … answered, “No.” | mixed",
  )
})

test("without a second verb, or where the name stands elsewhere, the content stays what it was", () => {
  expect(statementsOf("{q1:Reed}, {s1:he} {c1:said}, {q1:is ill}.")).toEqual(["he | Reed … is ill | indirect"])
  expect(statementsOf("{q1:Reed left}, {s1:he} {c1:said}, {c2:answering} {q2:no one}.")[0]).toBe(
    "he | Reed left | indirect",
  )
})
