import { expect, test } from "vitest"
import { polarityOf } from "./polarity.js"

// the cue stands between bars
const polarity = (marked: string, negatedScore?: number) => {
  const [before = "", cue = "", after = ""] = marked.split("|")
  return polarityOf({ before, cue, after, ...(negatedScore !== undefined && { negatedScore }) })
}

test.each([
  "Lopez |said| it was late",
  "Lopez did not attend, but she |said| it was late",
  "Lopez, who did not attend, |said| it was late",
  "“No,” she |said|",
  "Lopez |denied| that the mill was hers",
  "Lopez will |denounce| the plan",
  "Lopez |plans to propose| a vote",
  "Lopez said she would |announce| it on Monday",
  "Lopez not only |said| so",
  "Lopez wasted no time in |criticizing| the plan",
  "Reed |said| no one was hurt",
  "Lopez |refused| to pay",
  "we can |confirm| the vote",
  "Lopez |would like| a vote",
  "If it is so and she |said| no",
])("asserted: %s", (marked) => {
  expect(polarity(marked)).toBe("asserted")
})

test.each([
  "Lopez did not |say| when",
  "Lopez hasn’t immediately |commented|",
  "Lopez has never |spoken| of it",
  "Lopez |declined| to comment",
  "Lopez could not be |reached| for comment",
  "Neither Lopez nor Reed, who left in May, could be |reached|",
  "Lopez would not |rule out| a vote",
  "Lopez |would not rule out| a vote",
  "the paper left early without |naming| her",
  "Lopez failed to |disclose| it",
  "Lopez has yet to |comment|",
  "no injuries were |reported|",
  "there was no immediate |word| on the vote",
  "nor did she |say| why",
  "the board has neither |confirmed| nor denied it",
  "Lopez |gave| no details",
  "Lopez |said| nothing",
  "Lopez |refused| to answer",
  "Lopez is |mum| on the vote",
  "the board should have |told| the town",
  "It does not, however, |list| the mills",
])("negated: %s", (marked) => {
  expect(polarity(marked)).toBe("negated")
})

test.each([
  "if she |says| no",
  "critics would |say| that",
  "Lopez |would likely tell| them no",
  "If Lopez and another senator |says| no",
  "Lopez might |argue| that",
  "the court will ask whether Lopez had |told| him",
])("hypothetical: %s", (marked) => {
  expect(polarity(marked)).toBe("hypothetical")
})

test("the model's score decides only where it is sure", () => {
  expect(polarity("Lopez |said| it", 0.6)).toBe("asserted")
  expect(polarity("Lopez |said| it", 0.95)).toBe("negated")
  expect(polarity("Lopez did not |say| it", 0.3)).toBe("negated")
  expect(polarity("||", 0.9)).toBe("negated")
})
