import { expect, test } from "vitest"
import { seen } from "../../test/tagged.js"
import { sliceOf } from "../text/span.js"
import { findStatements } from "./find.js"

/** Of each statement when, or through what, it was said. */
function settings(written: string) {
  const { context, tagged, report } = seen(written)
  return findStatements(context, tagged).map(({ when, via }) => {
    const span = when ?? via
    return span ? sliceOf(report.text, span) : ""
  })
}

test("what opens a sentence goes for all that is said in it", () => {
  expect(settings("{t1:On Monday} {s1,2:Reed} {c1:said} {q1:no} and {c2:warned} {q2:that it was late}.")).toEqual([
    "On Monday",
    "On Monday",
  ])
  expect(settings("{v1:In a letter}, {s1,2:Reed} {c1:said} {q1:no}, {c2:adding} {q2:that it was late}.")).toEqual([
    "In a letter",
    "In a letter",
  ])
})

test("what stands behind the words of saying goes for them alone", () => {
  expect(settings("{s1,2:Reed} {c1:said} {t1:on Monday} {q1:it rained} and {c2:warned} {q2:them}.")).toEqual([
    "on Monday",
    "",
  ])
})
