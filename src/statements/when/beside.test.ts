import { expect, test } from "vitest"
import { sliceOf } from "../../text/span.js"
import { timeBeside } from "./beside.js"

/** “[Reed] <said> Friday that”: the source in brackets, the cue in angles, the channel in braces. */
function timeIn(marked: string): string | undefined {
  const text = marked.replace(/[[\]<>{}]/g, "")
  const place = (open: string, shut: string) => {
    const bare = (words: string) => words.replace(/[[\]<>{}]/g, "").length
    return { start: bare(marked.split(open)[0]!), end: bare(marked.split(shut)[0]!) }
  }
  const found = timeBeside(text, {
    cue: [place("<", ">")],
    source: marked.includes("[") ? place("[", "]") : undefined,
    via: marked.includes("{") ? place("{", "}") : undefined,
  })
  return found && sliceOf(text, found)
}

test.each([
  ["“No,” [Reed] <said> Friday.", "Friday"],
  ["“No,” [Reed] <said Friday>.", "Friday"],
  ["[Reed] <told> reporters on Sunday night that", "on Sunday night"],
  ["[Reed] <told> Dorn Radio late on Monday", "late on Monday"],
  ["[Reed] on Tuesday <said> that", "on Tuesday"],
  ["[Reed], on Tuesday, <said> that", "on Tuesday"],
  ["[Reed] had previously <said> that", "previously"],
  ["[She] <said> earlier that", "earlier"],
  ["[Reed] <said> {in a Friday letter} that", "Friday"],
  ["[Reed] has <previously boasted> that", "previously"],
  ["he left, <adding later> that", "later"],
  ["On Monday, [Reed] <said> that", "On Monday"],
  ["It rained. In May 2025 the [board] <ruled> that", "In May 2025"],
  ["[A poll released Wednesday] <found> that", "Wednesday"],
  ["{At Wednesday’s hearing} [Reed] <said>", "Wednesday"],
  ["[Reed] <said> {during a speech} in Dorn on Friday that", "on Friday"],
])("%s", (marked, time) => expect(timeIn(marked)).toBe(time))

test.each([
  "[Reed] <said> Friday’s vote was lost.",
  "[Reed] <said> earlier this week that",
  "He left on Monday. [Reed] <said> that",
  "On Monday she left, [Reed] <said>.",
  "[Reed] <said> {on “Dorn News Sunday”} that",
  "[Reed] <said> {in Sunday’s Dorn Show} that",
  "The vote on Friday shows, [Reed] <said>.",
  "The vote on Friday <shows> that",
  "[Reed] <said> that on Friday she left.",
])("%s: no time beside the cue", (marked) => expect(timeIn(marked)).toBeUndefined())
