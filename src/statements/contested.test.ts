import { expect, test } from "vitest"
import { lineOf, seen } from "../../test/tagged.js"
import { findStatements } from "./find.js"

function check(written: string, ...lines: string[]): void {
  const { context, tagged, report } = seen(written)
  expect(findStatements(context, tagged).map((draft) => lineOf(report.text, draft))).toEqual(lines)
}

test("a quotation in another paragraph belongs to the cue beside it", () => {
  check(
    "{s1:Lopez} {c1:said}: {q1:“It is slow.”}\n\n{q1,2:“Very slow,”} {c2:said} {s2:Reed}.",
    "“It is slow.” | said | Lopez",
    "“Very slow,” | said | Reed",
  )
})

test("without a cue beside it, it goes on", () => {
  check("{s1:Lopez} {c1:said}: {q1:“It is slow.}\n\n{q1:“Very slow.”}", "“It is slow. … “Very slow.” | said | Lopez")
})
