import { expect, test } from "vitest"
import { sliceOf } from "../text/span.js"
import { settleSource } from "./source.js"

/** What is left of the source between bars. */
function left(marked: string): string | undefined {
  const [before = "", source = "", after = ""] = marked.split("|")
  const found = settleSource(before + source + after, { start: before.length, end: before.length + source.length })
  return found && sliceOf(before + source + after, found)
}

test.each([
  ["|Ann Kane,| said", "Ann Kane"],
  ["|Ann Kane, the mayor of Dorn|, said", "Ann Kane, the mayor of Dorn,"],
  ["earlier|, the mayor, Ann Kane|, said", "the mayor, Ann Kane,"],
  ["|Reed vehemently| denies", "Reed"],
  ["|Kane’s family| said", "Kane’s family"],
  ["|as many as three of them| say", "as many as three of them"],
  ["|at least two callers| said", "at least two callers"],
  ["|Tom Reed, Dorn’s| former port director, said", "Tom Reed, Dorn’s former port director,"],
  ["|Ann Kane, who has| backed the plan, said", "Ann Kane, who has backed the plan,"],
  ["|Ann Kane’s| plan, said Reed, was bad", "Ann Kane’s"],
])("%s", (marked, source) => expect(left(marked)).toBe(source))

test.each([
  "known |as Ann Kane’s friend| said",
  "Lopez|, and sharply opposed Reed,| said",
  "the families |of the dead| urged",
  "and |the| told her so",
])("%s: no source", (marked) => expect(left(marked)).toBeUndefined())
