import { expect, test } from "vitest"
import { sameBody } from "../grouping/same-body.js"
import { readBody } from "./organisations.js"

test.each([
  ["Federal Bureau of Trade (FBT)", "Federal Bureau of Trade", []],
  ["the FBT", "FBT", []],
  ["Acme Corp (AC.N)", "Acme Corp", []],
  ["Acme Inc ACM.N", "Acme Inc", []],
  ["social media company Acme", "Acme", ["social media company"]],
  ["the militant group Abu Torvik", "Abu Torvik", ["militant group"]],
  ["the Torvik Gazette newspaper", "Torvik Gazette", []],
  ["Torvik-based Acme", "Acme", []],
  ["Aule’s “Good Dorn”", "Aule’s “Good Dorn”", []],
  ["al Torvik", "al Torvik", []],
  ["New Torvik-based Acme", "Acme", []],
  ["Japan’s Acme Corp", "Acme Corp", []],
  ["Kestrel, a coalition of unions", "Kestrel", []],
  ["the city of Torvik", "Torvik", []],
  ["Ruiz’s company", "Ruiz’s company", []],
  ["the Ruiz administration", "Ruiz administration", []],
] as const)("%s", (mention, name, roles) => expect(readBody(mention)).toMatchObject({ name, roles }))

test.each([
  "police",
  "the company",
  "the Torvik-based company",
  "the U.N.-led",
  "a unit of Acme Group",
  "the United Nations agency",
  "the alliance fighting Acme",
])("%s describes", (mention) => expect(readBody(mention)).toBeUndefined())

test.each([
  ["FBT", "Federal Bureau of Trade", "acronym"],
  ["TSA", "U.S. Tide and Storm Agency", "acronym"],
  ["DOT", "U.S. Department of Trade", "acronym"],
  ["TPD", "Torvik City Police Department", "acronym"],
  ["CTC", "Centres for Trade Control and Promotion", "acronym"],
  ["OOT", "U.S. Office of Trade", "acronym"],
  ["DTC Corp", "Dorn Tower Company", "acronym"],
  ["FBT", "Federal Trade Office", undefined],
  ["U.N.", "United Nations", "same-name"],
  ["America", "U.S.", "same-name"],
  ["Acme", "Acme Corp", "same-name"],
  ["Trade Department", "Department of Trade", "same-name"],
  ["Trade Department", "U.S. Department of Trade", "short-name"],
  ["Supreme Court", "U.S. Supreme Court", "short-name"],
  ["Port Authority", "Port Authority of Torvik", "short-name"],
  ["Acme", "Acme Motors", "short-name"],
  ["al-Torvik", "al Torvik", "same-name"],
  ["Kestrel", "Kestrel Animation Works Inc", "short-name"],
  ["Southfield", "Southfield High School", "short-name"],
  ["Texas", "Texas Supreme Court", undefined],
  ["Torvik", "Torvik Police Department", undefined],
  ["Trade", "Department of Trade", undefined],
  ["China", "China Daily", undefined],
  ["U.S.", "U.S. Steel", undefined],
  ["United Nations", "United Nations Office for Trade", undefined],
] as const)("%s and %s: %s", (short, long, why) => expect(sameBody(readBody(short)!, readBody(long)!)).toBe(why))
