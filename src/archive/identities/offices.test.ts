import { expect, test } from "vitest"
import { fieldOf, mayBeBoth } from "./fields.js"
import { isSole, officeOf, sameOffice } from "./offices.js"

const same = (a: string, b: string) => sameOffice(officeOf(a)!, officeOf(b)!)

test.each([
  ["Mexican President", "President of Mexico"],
  ["President", "Mexican President"],
  ["Prime Minister", "PM"],
  ["British Premier", "U.K. prime minister"],
  ["National Security Adviser", "White House National Security Advisor"],
  ["Secretary of State", "U.S. Secretary of State"],
  ["Interior Secretary", "Secretary of the Interior"],
  ["defence minister", "Minister of Defense"],
  ["then-Vice President", "Vice President"],
  ["Apple CEO", "Apple Chief Executive"],
])("%s and %s are one office", (a, b) => {
  expect(same(a, b)).toBe(true)
})

test.each([
  ["President", "Vice President"],
  ["Mexican President", "President of Guatemala"],
  ["President", "former President"],
  ["National Security Advisor", "Deputy National Security Advisor"],
  ["President", "adviser to the President"],
  ["President", "presidential candidate"],
  ["President", "president of the Torvik Rowing Club"],
  ["Foreign Minister", "Foreign Ministry spokesman"],
])("%s and %s are two", (a, b) => {
  const [one, two] = [officeOf(a), officeOf(b)]
  expect(one && two && sameOffice(one, two)).not.toBe(true)
})

test("some offices are held by one at a time", () => {
  for (const role of ["President", "foreign minister", "National Security Advisor", "King", "Apple CEO"]) {
    expect([role, isSole(officeOf(role)!)]).toEqual([role, true])
  }
  for (const role of [
    "Senator",
    "Republican senator",
    "spokesman",
    "minister",
    "General",
    "judge",
    "deputy director",
  ]) {
    expect([role, isSole(officeOf(role)!)]).toEqual([role, false])
  }
})

test("what is no office", () => {
  for (const role of ["resident", "member of the Vamos Party", "mother of three", "striker"]) {
    expect(officeOf(role)).toBeUndefined()
  }
})

test("walks of life that go together and that do not", () => {
  expect([fieldOf("Sen."), fieldOf("Dorn Rovers striker"), fieldOf("lawyer")]).toEqual(["state", "sport", undefined])
  expect(mayBeBoth(["sport"], ["state"])).toBe(false)
  expect(mayBeBoth(["business"], ["state"])).toBe(true)
  expect(mayBeBoth([], ["state"])).toBe(true)
})
