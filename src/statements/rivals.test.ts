import { expect, test } from "vitest"
import { lineOf, seen } from "../../test/tagged.js"
import { findStatements } from "./find.js"

/** Several anchors for a text, the scores of each, and which of them stay. */
function check(written: string, scores: readonly number[], ...lines: string[]): void {
  const { context, tagged, report } = seen(written, { statement: (_, number) => ({ said: scores[number] ?? 0.9 }) })
  expect(findStatements(context, tagged).map((draft) => lineOf(report.text, draft))).toEqual(lines)
}

test("of two anchors for the same quotation the one with a cue stays", () => {
  check("{q1,2:“It was late,”} {c1:said} {s1:Reed}.", [0.6, 0.99], "“It was late,” | said | Reed")
})

test("of two without a cue the surer stays", () => {
  check("{q1:“It was} {q1,2:terrible for the towns.”} {s1:Reed}", [0.6, 0.9], "terrible for the towns.” |  | ")
})

test("of two cues over one content the surer stays", () => {
  check("{s1,2:Reed} {c1:stood up} and {c2:said} {q1,2:it was late}.", [0.6, 0.9], "it was late | said | Reed")
})

test("two cues over contents that differ are two statements", () => {
  check(
    "{s1,2:Reed} {c1:said} {q1:it was late} and {c2:denied} {q2:being tired}.",
    [],
    "it was late | said | Reed",
    "being tired | denied | Reed",
  )
})

test("words told in each other are no rivals", () => {
  check(
    "{s1:Reed} {c1:recalled} {q1:{c2:telling} Kane {q2:that it was late}}.",
    [],
    "telling Kane that it was late | recalled | Reed",
    "it was late | telling | ",
  )
})

test("a quotation within a quotation stays, though nobody is named for it", () => {
  check(
    "{q1:“He came up to me in the hall and told us all, {q2:‘Go home,’} and so I left the place at once,”} {c1:said} {s1:Ann}.",
    [],
    "“He came up to me in the hall and told us all, ‘Go home,’ and so I left the place at once,” | said | Ann",
    "‘Go home,’ |  | ",
  )
})

test("a quotation that stands alone stays, though it tells of what its speakers look forward to", () => {
  check(
    "{q1:“{s2:We} {c2=hope:look forward to} {q2:a longer summer}.”}",
    [],
    "“We look forward to a longer summer.” |  | ",
    "a longer summer | look forward to | We",
  )
})

test("a turn takes the place of what the network hangs on its first word", () => {
  check(
    "MS. RUIZ:  {q:I will not go there.}\n\nMR. KANE:  Why will you not?",
    [],
    "I will not go there. |  | MS. RUIZ",
    "Why will you not? |  | MR. KANE",
  )
})
