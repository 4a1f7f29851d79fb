import { expect, test } from "vitest"
import { fullestRoles, isRoleWord, roleOfOne } from "./roles.js"

// role | what one of several bears | what one alone bears
test.each([
  ["mayor of Torvik", "mayor of Torvik", "mayor of Torvik"],
  ["Nobel laureate Sir", "Nobel laureate", "Nobel laureate"],
  ["research leader Dr", "research leader", "research leader"],
  ["former rivals", "former rival", undefined],
  ["two fugitives", undefined, undefined],
  ["supporters and everyone in the party", undefined, undefined],
  ["brother and sister", undefined, undefined],
  ["one of many residents", "one of many residents", "one of many residents"],
  ["president.", "president", "president"],
  ["Sgt.", "Sgt.", "Sgt."],
])("%s", (role, inRow, alone) => {
  expect([roleOfOne(role, true), roleOfOne(role, false)]).toEqual([inRow, alone])
})

test("of roles the fullest", () => {
  expect(fullestRoles(["host", "talk show host", "mayor", "mayor of Dorn"])).toEqual([
    "talk show host",
    "mayor",
    "mayor of Dorn",
  ])
})

test("what only modifies a role", () => {
  expect(["co-anchor", "editor-in-chief", "ex-president", "dorn"].map(isRoleWord)).toEqual([true, true, true, false])
})
