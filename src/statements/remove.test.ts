import { expect, test } from "vitest"
import { isHearsay, removesOf, type Told } from "./remove.js"

const source = [{ start: 0, end: 5 }]
const chain = (...statements: Omit<Told, "id" | "within">[]): number => {
  const told = statements.map((statement, at) => ({
    ...statement,
    id: `s${at}`,
    ...(at > 0 && { within: `s${at - 1}` }),
  }))
  return removesOf(new Map(told.map((statement) => [statement.id, statement]))).get(told.at(-1)!.id)!
}
const lopez = { speakers: ["lopez"], source }
const reed = { speakers: ["reed"], source: [{ start: 9, end: 12 }] }
const nobody = { speakers: [], source: [] }

test.each([
  ["Lopez said", chain(lopez), 1],
  ["Lopez recalled telling", chain(lopez, lopez), 1],
  ["Lopez said that Reed had said", chain(lopez, reed), 2],
  ["Lopez said that Reed had told her that she had promised", chain(lopez, reed, lopez), 3],
  ["Lopez reportedly said", chain({ ...lopez, hearsay: true }), 2],
  ["reportedly, Lopez said", chain(nobody, lopez), 2],
  ["reportedly, Lopez reportedly said", chain(nobody, { ...lopez, hearsay: true }), 2],
  ["Reed said that Lopez reportedly said", chain(reed, { ...lopez, hearsay: true }), 3],
  ["Reed reportedly said that Lopez said", chain({ ...reed, hearsay: true }, lopez), 3],
  ["the two said that one of them had said", chain({ speakers: ["lopez", "reed"], source }, reed), 1],
  ["one source, never resolved", chain({ speakers: [], source }, { speakers: [], source }), 1],
])("%s", (_name, remove, wanted) => {
  expect(remove).toBe(wanted)
})

test("a circle and a missing statement end the chain", () => {
  const first: Told = { ...lopez, id: "a", within: "b" }
  const second: Told = { ...reed, id: "b", within: "a" }
  const circle = [first, second].map((told) => [told.id, told] as const)
  expect(removesOf(new Map(circle)).get("a")).toBe(2)
  expect(removesOf(new Map(circle.slice(0, 1))).get("a")).toBe(1)
})

test("a very long chain is followed", () => {
  expect(chain(...Array.from({ length: 100_000 }, (_, at) => (at % 2 ? lopez : reed)))).toBe(100_000)
})

test.each([
  ["Lopez reportedly ", "said", true],
  ["Lopez is said to have ", "promised", true],
  ["", "reportedly said", true],
  ["", "reportedly", false],
  ["Reed reportedly left, and Lopez ", "said", false],
])("%s|%s", (before, cue, wanted) => {
  expect(isHearsay(before, cue)).toBe(wanted)
})
