import { expect, test } from "vitest"
import { sliceOf } from "../../text/span.js"
import { withNeighbours } from "./neighbours.js"

// A mention between braces | with its neighbours, where the report also names Ana Ruiz and the Dorn Courier
test.each([
  ["In the United {States} we do.", "United States"],
  ["In {New} Zealand we do.", "New Zealand"],
  ["The {Dorn} Port Authority left.", "Dorn Port Authority"],
  ["Then {Ana} Ruiz left.", "Ana Ruiz"],
  ["Then Ana {Ruiz} left.", "Ana Ruiz"],
  ["The {Dorn} Courier left.", "Dorn Courier"],
  ["{Dorn’s} Authority left.", "Dorn’s"],
  ["{Kane} Allegedly left.", "Kane"],
  ["{Germany} Alliance", "Germany"],
])("%s", (marked, whole) => {
  const text = marked.replace(/[{}]/g, "")
  const mention = { start: marked.indexOf("{"), end: marked.indexOf("}") - 1, kind: "organisation" as const }
  const known = new Set(["ana ruiz", "dorn courier"])
  expect(sliceOf(text, withNeighbours(text, mention, { from: 0, to: text.length }, known))).toBe(whole)
})
