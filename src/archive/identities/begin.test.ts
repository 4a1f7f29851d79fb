import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord, openArchive } from "../index.js"
import { namesBeginning } from "./begin.js"

test("a name is offered by the beginning of any of its words, accents or not", async () => {
  const archive = await openArchive(":memory:")
  const marked = readFileSync(new URL("../../../examples/interview.marked.txt", import.meta.url), "utf8")
  await addRecord(archive, recordFromMarked(marked))
  const names = async (typed: string) => (await namesBeginning(archive, typed)).map(({ name }) => name)
  expect(await names("ald")).toEqual(["Inés Aldarondo"])
  expect(await names("ines a")).toEqual(["Inés Aldarondo"])
  expect(await names("PEÑ")).toEqual(["Joaquín Peñalver"])
  expect(await names("darondo")).toEqual([])
  for (const odd of ["", "%", "_", "\\", "' or 1=1 --"]) expect(await names(odd)).toEqual([])
  await archive.close()
})
