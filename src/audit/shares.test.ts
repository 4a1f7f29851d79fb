import { expect, test } from "vitest"
import type { Voice } from "../archive/index.js"
import { type Share, sharesOf } from "./shares.js"

const voice = (...names: readonly string[]): Voice => ({
  outlet: "Dorn Courier",
  section: "politics",
  month: "2026-03",
  kind: "direct",
  remove: 1,
  speakers: names.map((name, n) => ({ name, kind: "person", identity: name === "Mara Lind" ? 7 : 100 + n })),
})
const none = { names: [], of: new Map() }
const only = (shares: readonly Share[], wanted: string) =>
  shares
    .filter(({ measure }) => measure === wanted)
    .map(({ group, value, count, of }) => `${group}: ${value} ${count}/${of}`)

test("shares are of the statements, share of voice is of those who speak", async () => {
  const shares = await sharesOf(
    [voice("Mara Lind"), voice("Mara Lind", "Tom Reed"), { ...voice(), remove: 2, kind: "indirect" }],
    "outlet",
    none,
  )
  expect(only(shares, "voice")).toEqual(["Dorn Courier: Mara Lind 2/3", "Dorn Courier: Tom Reed 1/3"])
  expect(only(shares, "remove")).toEqual(["Dorn Courier: first-hand 2/3", "Dorn Courier: second-hand or farther 1/3"])
  expect(only(shares, "source")).toEqual(["Dorn Courier: named 2/3", "Dorn Courier: nobody is sure who 1/3"])
})

test("attributes come from the list alone, and who is not on it is counted as unknown", async () => {
  const attributes = { names: ["gender"], of: new Map([[7, { gender: "woman" }]]) }
  const official: Voice = { ...voice(), speakers: [{ name: "an official", kind: "unnamed", identity: null }] }
  const shares = await sharesOf(
    [voice("Mara Lind"), voice("Tom Reed"), voice("Tom Reed"), official],
    "outlet",
    attributes,
  )
  expect(only(shares, "gender")).toEqual(["Dorn Courier: unknown 2/3", "Dorn Courier: woman 1/3"])
  expect(only(shares, "source")).toEqual(["Dorn Courier: named 3/4", "Dorn Courier: unnamed 1/4"])
})

test("groups stand in their order, by month and section as well", async () => {
  const shares = await sharesOf([{ ...voice("Tom Reed"), month: "2026-04" }, voice("Tom Reed")], "month", none)
  expect(only(shares, "kind")).toEqual(["2026-03: direct 1/1", "2026-04: direct 1/1"])
})
