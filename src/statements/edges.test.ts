import { expect, test } from "vitest"
import { sliceOf } from "../text/span.js"
import { type Around, settleSetting } from "./edges.js"

/** What becomes of the words between bars; what stands in angles is the source. */
function settled(marked: string, part: Around["part"]): string | undefined {
  const text = marked.replace(/[|<>]/g, "")
  const place = (sign: string, from = 0) => marked.slice(0, marked.indexOf(sign, from)).replace(/[|<>]/g, "").length
  const [start, end] = [place("|"), place("|", marked.indexOf("|") + 1)]
  const taken = marked.includes("<") ? [{ start: place("<"), end: place(">") }] : []
  const found = settleSetting(text, { start, end }, { taken, part })
  return found && sliceOf(text, found)
}

test.each([
  ["Reed wrote |in a letter|.", "in a letter"],
  ["Reed wrote |on Chirper (CHRP.N|) Tuesday", "on Chirper (CHRP.N)"],
  ["|In an interview with| Ann Kane, <Reed> said", "In an interview"],
  ["|in his letter ordering the| inquiry, Reed said", "in his letter"],
  ["|In a speech she| gave there", "In a speech"],
  ["|In his| memo, <Reed> said", "In his memo"],
  ["said |at Dorn| Tower, adding", "at Dorn Tower"],
  ["told |Dorn Radio| Tuesday that", "Dorn Radio"],
  ["|In Dorn| <Reed> said", "In Dorn"],
  ["the talk, |which was on Dorn Radio|, he said", undefined],
  ["|In| <Reed> said", undefined],
])("through what: %s", (marked, wanted) => expect(settled(marked, "via")).toBe(wanted))

test.each([
  ["(CHRP.N|) Tuesday|, he wrote", "Tuesday"],
  ["he said |on Friday, when| we left", "on Friday"],
  ["Reed |on| Thursday said", "on Thursday"],
  ["|Earlier this| month, Reed said", "Earlier this month"],
  ["wrote |hours after the votes were| counted.", "hours after the votes were counted"],
  ["she was there |after that|, he said", "after that"],
  ["wrote |in| Aule, asking", undefined],
  ["call (|408) 277-5283|", undefined],
  ["As |of now|, he said", undefined],
])("when: %s", (marked, wanted) => expect(settled(marked, "when")).toBe(wanted))
