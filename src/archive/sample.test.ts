import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import { addRecord } from "./add.js"
import { withdrawEntry } from "./corrections/do.js"
import { type Archive, openArchive } from "./open.js"
import { sampleEntries } from "./sample.js"

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (let n = 0; n < 30; n++) {
    const read = recordFromMarked(
      `{q1:“Number ${n},”} {c1:said} {s1:Mara Lind}. {p2=Mara Lind:She} {k2:met} {p2:Tom Reed}.`,
    )
    await addRecord(archive, { ...read, report: { ...read.report, id: n.toString(16).padStart(2, "0").repeat(32) } })
  }
})
afterEach(() => archive.close())

const ids = async (size: number, seed: number) => (await sampleEntries(archive, size, seed)).map(({ id }) => id)

test("a seed draws the same entries each time, another seed others", async () => {
  const sample = await ids(10, 1)
  expect(new Set(sample).size).toBe(10)
  expect(await ids(10, 1)).toEqual(sample)
  expect(await ids(10, 2)).not.toEqual(sample)
  expect((await ids(5, 1)).every((id) => sample.includes(id))).toBe(true)
  expect(await ids(100, 1)).toHaveLength(60)
})

test("an entry comes with who, what, and the words around it", async () => {
  const all = await sampleEntries(archive, 60, 1)
  expect(all.find(({ id }) => id === "00000000#s1")).toMatchObject({
    kind: "direct",
    who: ["Mara Lind"],
    what: ["say", "asserted"],
    words: "“Number 0,”",
    around: "“Number 0,” said Mara Lind. She met Tom Reed.",
  })
  expect(all.filter(({ kind }) => kind === "contact")).toHaveLength(30)
})

test("what was withdrawn is not drawn", async () => {
  await withdrawEntry(archive, "00000000#s1", { by: "Ada Lund", reason: "not said" })
  expect(await ids(60, 1)).not.toContain("00000000#s1")
})
