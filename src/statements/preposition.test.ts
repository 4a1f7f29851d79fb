import { expect, test } from "vitest"
import { sliceOf } from "../text/span.js"
import { withPreposition } from "./preposition.js"

/** “<…>” is the cue as found, “[…]” the content; what they become. */
function check(marked: string, cue: string, content: string): void {
  const text = marked.replace(/[[\]<>]/g, "")
  const place = (sign: string) => marked.slice(0, marked.indexOf(sign)).replace(/[[\]<>]/g, "").length
  const span = (open: string, close: string) => ({ start: place(open), end: place(close) })
  const settled = withPreposition(text, { cue: [span("<", ">")], content: [span("[", "]")] })
  expect(settled.cue.map((part) => sliceOf(text, part))).toEqual([cue])
  expect(settled.content.map((part) => sliceOf(text, part))).toEqual([content])
}

test("the preposition that leads from a cue to its content is the cue’s", () => {
  check("Kane <talked> [about the plan].", "talked about", "the plan")
  check("Her <view> [of the harbour] changed.", "view of", "the harbour")
  check("Reed expressed <support> [for the strike].", "support for", "the strike")
})

test("what a whole clause begins with stays its own", () => {
  check("Kane <said> [about half were lost].", "said", "about half were lost")
  check("Kane <warned> [over 200 boats were lost].", "warned", "over 200 boats were lost")
  check("Kane <told> Reed [of the plan].", "told", "of the plan")
  check("Kane spoke <of> [of].", "of", "of")
})
