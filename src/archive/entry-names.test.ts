import { expect, test } from "vitest"
import { example } from "../../test/example.js"
import { addRecord } from "./add.js"
import { correctEntry } from "./corrections/do.js"
import { findNamed, reportNames } from "./entry-names.js"
import { openArchive } from "./open.js"
import { said, searchReports, show } from "./questions/index.js"
import { findReport } from "./reports.js"

const called = (name: string, id: string) => {
  const record = example(name)
  return { ...record, report: { ...record.report, id: id.padEnd(64, "0") } }
}

test("where ids begin alike the later report has a longer name, and the earlier one keeps its own", async () => {
  const archive = await openArchive(":memory:")
  const ids = ["4fe09a21a", "4fe09a21b", "4fe09a21bc"].map((id) => id.padEnd(64, "0"))
  for (const [n, name] of ["interview", "readout", "tramline"].entries())
    await addRecord(archive, called(name, ids[n]!))
  const nameOf = await reportNames(archive, ids)
  expect(ids.map(nameOf)).toEqual(["4fe09a21", "4fe09a21b", "4fe09a21bc"])
  for (const [n, name] of ids.map(nameOf).entries()) {
    expect((await findNamed(archive.db, name)).row.number).toBe(n + 1)
    expect(await findReport(archive, name)).toBe(n + 1)
  }
  await expect(findNamed(archive.db, "4fe0")).rejects.toThrow(/several reports/)
  expect(await findReport(archive, "4fe09a21b".padEnd(64, "0"))).toBe(2)
  await archive.close()
})

test("every answer and deed calls an entry by its report's name", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, called("readout", "4fe09a21a"))
  await addRecord(archive, called("interview", "4fe09a21b"))
  const [entry] = (await said(archive, { who: "Aldarondo" })).rows
  expect(entry!.id).toMatch(/^4fe09a21b#s\d+$/)
  expect((await show(archive, entry!.id)).statement).toEqual(entry)
  const { name } = await correctEntry(archive, entry!.id, { act: "promise" }, { by: "Ada Lund", reason: "as it says" })
  expect(name).toBe(entry!.id)
  const found = await searchReports(archive, { words: "interview*" })
  expect(found.rows.map(({ id }) => id)).toContain("4fe09a21b")
  await archive.close()
})
