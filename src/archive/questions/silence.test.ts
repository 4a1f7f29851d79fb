import { expect, test } from "vitest"
import { standsAgainst, type Told } from "./silence.js"

// "The president has not spoken with the Palace since its envoy met her over the summer", reported on 19 September.
const silence: Told = {
  between: ["president", "Palace"],
  mode: "talk",
  status: "not-happened",
  plainly: true,
  report: "interview",
  from: "2024-03-01",
  to: "2024-09-19",
  surely: { from: "2024-06-20", to: "2024-09-19" },
}

// "Envoy and president met on 2 September."
const contact: Told = {
  between: ["envoy", "president"],
  mode: "meet",
  status: "happened",
  plainly: true,
  report: "readout",
  from: "2024-09-02",
  to: "2024-09-02",
}

/** The envoy speaks for the Palace all year, the adviser until 31 July. */
const speaksFor = (member: string, body: string, _from: string, to: string) =>
  body === "Palace" && (member === "envoy" || (member === "adviser" && to <= "2024-07-31"))

const on = (from: string, to = from) => ({ from, to })

const cases: readonly [name: string, stands: boolean, contact: Partial<Told>, silence?: Partial<Told>][] = [
  ["a meeting in the silence, with somebody who speaks for the side", true, {}],
  ["with the side itself", true, { between: ["Palace", "president"] }],
  ["with others present", true, { between: ["clerk", "president", "envoy", "captain"] }],
  ["a phone call is speaking", true, { mode: "call" }],
  ["a talk is speaking", true, { mode: "talk" }],
  ["a visit is speaking", true, { mode: "visit" }],
  ["a letter is not", false, { mode: "write" }],
  ["nor is what nobody knows the kind of", false, { mode: "other" }],
  ["“has not met”: a meeting", true, {}, { mode: "meet" }],
  ["“has not met”: a phone call is none", false, { mode: "call" }, { mode: "meet" }],
  ["“has not met”: a talk may have been on the phone", false, { mode: "talk" }, { mode: "meet" }],
  ["“has not called”: a call", true, { mode: "call" }, { mode: "call" }],
  ["“has not called”: a meeting is none", false, {}, { mode: "call" }],
  ["“has not written”: a letter", true, { mode: "write" }, { mode: "write" }],
  ["“has not written”: a meeting is none", false, {}, { mode: "write" }],
  ["“has not visited”: who came to whom is not told", false, { mode: "visit" }, { mode: "visit" }],
  ["“has had no contact”: a letter is one", true, { mode: "write" }, { mode: "other" }],
  ["the meeting that the silence is reckoned from", false, on("2024-03-01", "2024-06-20")],
  ["a meeting over that summer, which may be the same one", false, on("2024-05-11")],
  ["on the last day of that summer", false, on("2024-06-20")],
  ["on the day after", true, on("2024-06-21")],
  ["on the day on which the silence is told", true, on("2024-09-19")],
  ["on the day after it was told", false, on("2024-09-20")],
  ["some day of a month that begins before the silence", false, on("2024-06-01", "2024-06-30")],
  ["some day of a month within it", true, on("2024-07-01", "2024-07-31")],
  ["some day until a day after it was told", false, on("2024-09-01", "2024-09-30")],
  ["a meeting without a day", false, { from: undefined, to: undefined } as Partial<Told>],
  ["a meeting since a day and no end", false, { to: undefined } as Partial<Told>],
  ["a silence of which nothing is sure: “has never spoken”", false, {}, { surely: undefined } as Partial<Told>],
  [
    "a silence of a day: nobody knows which side of a meeting it lies on",
    false,
    {},
    {
      surely: on("2024-09-02"),
    },
  ],
  ["a planned meeting", false, { status: "planned" }],
  ["a refused meeting", false, { status: "refused" }],
  ["a hypothetical meeting", false, { status: "hypothetical" }],
  ["another silence", false, { status: "not-happened" }],
  ["a refusal is no silence", false, {}, { status: "refused" }],
  ["a feared silence is none", false, {}, { status: "hypothetical" }],
  ["a meeting that a question takes for granted", false, { plainly: false }],
  ["a silence that a question takes for granted", false, {}, { plainly: false }],
  ["told in the same report, which knows of both", false, { report: "interview" }],
  ["with somebody else", false, { between: ["clerk", "president"] }],
  ["between others of both sides", false, { between: ["envoy", "minister"] }],
  ["the envoy alone is not two", false, { between: ["envoy", "clerk"] }, { between: ["Palace", "envoy"] }],
  ["while the adviser spoke for the Palace", true, { between: ["adviser", "president"], ...on("2024-07-05") }],
  ["after the adviser had gone", false, { between: ["adviser", "president"], ...on("2024-08-05") }],
  [
    "a silence of the envoy is none of the Palace",
    false,
    { between: ["Palace", "president"] },
    {
      between: ["president", "envoy"],
    },
  ],
]

test.each(cases)("%s: %s", (_name, stands, some, other = {}) => {
  expect(standsAgainst({ ...contact, ...some }, { ...silence, ...other }, speaksFor)).toBe(stands)
})
