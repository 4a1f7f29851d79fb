import { expect, test } from "vitest"
import { isHearer } from "./hearer.js"

/** “[The inquest] has <heard> that”: the source in brackets, the cue in angles. */
function check(marked: string): boolean {
  const text = marked.replace(/[[\]<>]/g, "")
  const place = (open: string, shut: string) => {
    const bare = (words: string) => words.replace(/[[\]<>]/g, "").length
    return { start: bare(marked.split(open)[0]!), end: bare(marked.split(shut)[0]!) }
  }
  return isHearer(text, place("[", "]"), [place("<", ">")])
}

test.each([
  "[The inquest] <heard> he left.",
  "[An inquest] <has heard> he left.",
  "[The court] has also <heard> he left.",
  "[The court] <was told> he left.",
  "[Reed] had repeatedly been <told> to leave.",
  "[Reed] was <warned> that it was late.",
  "[The troops] were <ordered> to leave.",
  "[We] haven’t <heard> that.",
])("%s: somebody was told", (marked) => expect(check(marked)).toBe(true))

test.each([
  "[Reed] <told> the inquest.",
  "[Reed] <said> he was told.",
  "[Reed] was <quoted> as saying.",
  "I <heard> from [Reed] that.",
  "[Reed] has <warned> that it was late.",
  "[Reed], who was late, <told> us.",
])("%s: somebody speaks", (marked) => expect(check(marked)).toBe(false))
