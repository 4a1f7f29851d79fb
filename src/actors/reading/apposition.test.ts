import { expect, test } from "vitest"
import { sliceOf } from "../../text/span.js"
import { lookBeside } from "./apposition.js"

// The name stands between stars.
test.each([
  ["On Friday Guatemalan President *Ana Ruiz* spoke.", ["Guatemalan President"]],
  ["WASHINGTON President *Ana Ruiz* spoke.", ["President"]],
  ["DORN - Foreign Minister *Ana Ruiz* spoke.", ["Foreign Minister"]],
  ["Then former Lt. Col. *Tom Kane* left.", ["former Lt. Col."]],
  ["A fire service spokesman *Tom Kane* spoke.", ["fire service spokesman"]],
  ["It ended in May. Senator *Ruiz* spoke.", ["Senator"]],
  ["It was the year of the president. Senator *Ruiz* spoke.", ["Senator"]],
  ["In the interview President *Ruiz* spoke.", ["President"]],
  ["The group backing former Mayor *Ruiz* met.", ["former Mayor"]],
  ["The police Sgt. *Tom Kane* spoke.", ["police Sgt."]],
  ["*Ana Ruiz*, the editor-in-chief of the Dorn Courier, spoke.", ["editor-in-chief of the Dorn Courier"]],
  ["*Ana Ruiz*, whose father was mayor, spoke.", []],
  ["*Ana Ruiz*, the director of “Aule, Dorn”, spoke.", []],
  ["She told Senator *Ruiz* so.", ["Senator"]],
  ["*Ana Ruiz*, the mayor of Torvik, spoke.", ["mayor of Torvik"]],
  ["*Ana Ruiz*, 45, a lawyer who lives here, spoke.", ["lawyer"]],
  ["*Tom Kane* – a former mayor of Dorn – spoke.", ["former mayor of Dorn"]],
  ["*Tom Kane* – a great day – spoke.", []],
  ["*Tom Kane*, president of Acme, spoke.", ["president of Acme"]],
  ["The mayor of Torvik, *Ana Ruiz*, spoke.", ["mayor of Torvik"]],
  ["Foreign Minister of Calvera *Ana Ruiz* spoke.", ["Foreign Minister of Calvera"]],
  ["The City of Torvik *Ana Ruiz* spoke.", []],
  ["He met Kane’s lawyer, *Ana Ruiz*.", ["Kane’s lawyer"]],
  ["The Work & Peace Party candidate *Ana Ruiz* spoke.", ["Work & Peace Party candidate"]],
  ["*Tom Kane*, a member of the “Peace” Party, spoke.", ["member of the “Peace” Party"]],
  ["After he met *Ruiz*, the mayor said no.", []],
  ["She met *Ruiz*, Tom Kane and others.", []],
  ["Kestrel News’ *Tom Kane* asked.", []],
  ["He said *Ruiz* left.", []],
])("%s", (marked, roles) => {
  const [before = "", name = "", after = ""] = marked.split("*")
  const text = before + name + after
  const beside = lookBeside(text, { start: before.length, end: before.length + name.length })
  expect(beside.roles.map((role) => sliceOf(text, role))).toEqual(roles)
})

test("courtesy and abbreviation", () => {
  const text = "Ms. Ruiz of the Federal Bureau of Trade (FBT) spoke."
  expect(lookBeside(text, { start: 4, end: 8 }).courtesy).toBe("Ms.")
  const bureau = text.indexOf("Federal")
  expect(sliceOf(text, lookBeside(text, { start: bureau, end: text.indexOf(" (") }).abbreviation!)).toBe("FBT")
})
