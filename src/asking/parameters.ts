import { isDay } from "../text/days.js"

// What can be asked and how a question is narrowed: one wording for the command's help, the API and an assistant's tools.

export const questionWords = {
  said: "what somebody said",
  about: "what was said about somebody",
  contacts: "when somebody met, spoke with or wrote to others, or did not, and who says so",
  asked: "questions put to somebody or by them, and what came back",
  search: "statements with these words in them, best first",
  "search-reports": "reports with these words in their title or text, best first",
  facets: "how the statements with these words in them spread over outlets, speakers, kinds and months",
  check: "whether a quotation is real: found exactly, found altered with the difference shown, or not found",
  show: "an entry in its paragraph, through whose mouths it came, and what people did to it",
  who: "everyone quoted, and how often",
  people: "the persons and bodies of all reports, by which names they go, and who else they may be",
  reports: "the reports, newest first",
  report: "one report: its text and the whole record of it",
  audit: "who gets quoted and how much, by outlet, section or month, with how well the reader reads beside it",
} as const

export const parameterWords = {
  who: "a name or a part of one, a Wikidata id, or the number of an identity such as '#12'",
  other: "only with them; whoever speaks for a body is taken for it",
  about: "about this person or body, or with these words",
  to: "said to them",
  since: "reported on that day or later, such as 2021-03-04",
  until: "reported on that day or earlier",
  outlet: "reported by this outlet",
  stale: "also entries beside which a newer version of their report stands, marked so",
  kind: "only these",
  firstHand: "only what the report itself tells that somebody said",
  passedOn: "only what somebody in the report, or an unnamed mouth, tells that somebody said",
  newest: "the newest first instead of the oldest",
  words: 'all of them; a "phrase" stands together, begin* stands for more',
  quotation: "the quotation; dots in it stand for words left out",
  entry: "such as 4fe09a21#s3, as the answers give it",
  copies: "what several outlets copied counts once, or for each of them",
  name: "only whom this means: a name or a part of one, a Wikidata id, or the number of an identity such as '#12'",
  offers: "only those who may be one with another",
  report: "the first eight or more letters of a report's id",
  by: "what reports are put together by",
} as const

export const kinds = ["direct", "indirect", "mixed"] as const
export const groups = ["outlet", "section", "month"] as const

/** The first and last day of a day, a month or a year: "2024-02" → 2024-02-01, 2024-02-29. Undefined where there is none such. */
export function daysOf(period: string): { readonly first: string; readonly last: string } | undefined {
  const first = `${period}-01-01`.slice(0, 10)
  if (!isDay(first)) return undefined
  const month = first.slice(0, 7)
  const lastOfMonth = ["31", "30", "29", "28"].map((day) => `${month}-${day}`).find(isDay)!
  const last = { 4: `${period}-12-31`, 7: lastOfMonth, 10: period }[period.length]
  return last === undefined ? undefined : { first, last }
}
