import { expect, test } from "vitest"
import { lineOf, seen } from "../../test/tagged.js"
import { findStatements } from "./find.js"

/** The statements of a text of which the network finds these, counted from 1, in the wider sense only: content | cue | source. */
function check(written: string, wide: readonly number[], ...lines: string[]): void {
  const statement = (_: unknown, number: number) => (wide.includes(number + 1) ? { said: 0.1, attributed: 0.8 } : {})
  const { context, tagged, report } = seen(written, { statement })
  expect(findStatements(context, tagged).map((draft) => lineOf(report.text, draft))).toEqual(lines)
}

const supports = "{s1:Reed} {c1=think:supports} {q1:the plan}."

test("an attitude is a statement where the network is sure of it", () => {
  check(supports, [1], "the plan | supports | Reed")
  const { context, tagged } = seen(supports, { statement: () => ({ said: 0.1, attributed: 0.6 }) })
  expect(findStatements(context, tagged)).toEqual([])
})

test("what is said is none in the wider sense", () => {
  check("{s1:Reed} {c1:said} {q1:it was late}.", [1])
})

test("an attitude that somebody tells of is none", () => {
  check(`{s2:Lopez} {c2:said} {q2:${supports.slice(0, -1)}}.`, [2], "Reed supports the plan | said | Lopez")
})

test("an attitude in which something is told is none", () => {
  check("{s1:Reed} {c1=want:wants} {q1:{s2:Lopez} to {c2:say} {q2:it was late}}.", [1], "it was late | say | Lopez")
})
