import { expect, test } from "vitest"
import { sliceOf } from "../../text/span.js"
import { withWholeEdges } from "./edges.js"

// A mention between braces | its whole
test.each([
  ["The U.{S. Navy} said no.", "U.S. Navy"],
  ["A U.{S}.-led alliance said no.", "U.S."],
  ["The {U.}N. Council said no.", "U.N."],
  ["It is Dorn.{com} again.", "Dorn.com"],
  ["Dan-{el} Reed said no.", "Dan-el"],
  ["Mr. {O}’Reed’s show", "O’Reed"],
  ["Ana’{s aide} said no.", "aide"],
  ["{Dorn Tower Co (DTC}), a maker", "Dorn Tower Co (DTC)"],
  ["{his chief (Ana Ruiz})", "his chief (Ana Ruiz"],
  ["[{Ana] Ruiz} said no.", "[Ana] Ruiz"],
  ["a friend (of {Ana Ruiz)} said no.", "Ana Ruiz"],
  ["{Aule’s “Good Dorn}” ran it.", "Aule’s “Good Dorn”"],
  ['Robert "{Bob" Kane} said no.', 'Robert "Bob" Kane'],
  ["a column {on Dorn News}, he said", "Dorn News"],
  ["the University {of Dorn} said no", "University of Dorn"],
  ["relatives {of Kane} said no", "Kane"],
  ["{Republican} voters said no", "Republican voters"],
  ["{five} Special Torvik athletes left", "five Special Torvik athletes"],
  ["{wealthy} Americans left", "wealthy Americans"],
  ["the {Dorn-based} company left", "Dorn-based company"],
  ["the {U.N.-led} talks began", "U.N.-led"],
  ["{foreign} banks’ offices", "foreign banks"],
  ["It is “The {Dorn Show” host Ana Ruiz}.", "“The Dorn Show” host Ana Ruiz"],
  ["{Two Dutch} siblings left", "Two Dutch siblings"],
  ["{former} national security adviser", "former"],
  ["{the Dutch} said no", "the Dutch"],
  ["a {“}Ana said no", "“"],
  ["{Ana Ruiz} said no", "Ana Ruiz"],
])("%s", (marked, whole) => {
  const text = marked.replace(/[{}]/g, "")
  const mention = { start: marked.indexOf("{"), end: marked.indexOf("}") - 1 }
  expect(sliceOf(text, withWholeEdges(text, mention, { from: 0, to: text.length }))).toBe(whole)
})

test("nothing is taken from the mentions beside it", () => {
  const text = "Robert of Dorn officials"
  expect(withWholeEdges(text, { start: 7, end: 14 }, { from: 6, to: 15 })).toEqual({ start: 10, end: 14 })
})
