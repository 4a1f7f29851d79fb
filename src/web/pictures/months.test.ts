import { expect, test } from "vitest"
import { placeColumns } from "./months.js"

test("every month between the first and the last has a column, also an empty one", () => {
  const { columns, floor } = placeColumns(
    [
      { month: "2024-03", counts: [2, 1] },
      { month: "2023-12", counts: [4, 0] },
    ],
    960,
  )!
  expect(columns.map(({ label }) => label)).toEqual(["December 2023", "January 2024", "February 2024", "March 2024"])
  expect(columns.map(({ pieces }) => pieces.length)).toEqual([1, 0, 0, 2])
  const [below, above] = columns[3]!.pieces
  expect(below!.y + below!.height).toBeCloseTo(floor)
  expect(above!.y + above!.height).toBeCloseTo(below!.y)
  expect(below!.height).toBeCloseTo(2 * above!.height)
})

test("many months are shown as years, and labels never run into each other", () => {
  const counted = ["1998-05", "2004-01", "2004-11", "2026-11"].map((month) => ({ month, counts: [1] }))
  const { columns, ticks } = placeColumns(counted, 330)!
  expect(columns).toHaveLength(29)
  expect(columns.find(({ label }) => label === "2004")!.counts).toEqual([2])
  for (const [n, { x }] of ticks.slice(1).entries()) expect(x - ticks[n]!.x).toBeGreaterThan(40)
})

test("without a month there is no picture", () => {
  expect(placeColumns([{ month: "", counts: [3] }], 960)).toBeUndefined()
})
