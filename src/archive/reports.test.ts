import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import type { Record } from "../record.js"
import { addRecord } from "./add.js"
import { openArchive } from "./open.js"
import { countArchive, findReport, identitiesIn, latestReports, outletsHolding } from "./reports.js"

function report(title: string, published: string): Record {
  const record = recordFromMarked(
    `---\ntitle: ${title}\npublisher: Dorn Courier\npublished: ${published}\n---\n{s:Maria Lopez} {c:said} {q:no}.`,
  )
  const id = createHash("sha256").update(title).digest("hex")
  return { ...record, report: { ...record.report, id } }
}

test("the newest report comes first, and a report is found by the beginning of its id", async () => {
  const archive = await openArchive(":memory:")
  const old = report("Mill to close", "2026-03-04")
  const young = report("Mill to stay", "2026-03-09")
  for (const record of [young, old]) await addRecord(archive, record)
  const listed = await latestReports(archive)
  expect(listed.map(({ title, statements }) => [title, statements])).toEqual([
    ["Mill to stay", 1],
    ["Mill to close", 1],
  ])
  expect(await findReport(archive, old.report.id.slice(0, 12))).toBe(2)
  expect(await findReport(archive, "0123456789ab")).toBeUndefined()
  expect(await findReport(archive, "%")).toBeUndefined()
  await archive.close()
})

test("what is in an archive is counted", async () => {
  const archive = await openArchive(":memory:")
  expect(await countArchive(archive)).toMatchObject({ reports: 0, statements: 0, from: null })
  await addRecord(archive, report("Mill to close", "2026-03-04"))
  expect(await countArchive(archive)).toEqual({
    reports: 1,
    statements: 1,
    contacts: 0,
    outlets: 1,
    from: "2026-03-04",
    to: "2026-03-04",
  })
  await archive.close()
})

test("a report that its publisher cancelled is not shown", async () => {
  const archive = await openArchive(":memory:")
  const cancelled = report("Mill to close", "2026-03-04")
  await addRecord(archive, { ...cancelled, report: { ...cancelled.report, status: "cancelled" } })
  expect(await latestReports(archive)).toEqual([])
  expect(await findReport(archive, cancelled.report.id)).toBeUndefined()
  await archive.close()
})

test("the actors of a report are known in the archive", async () => {
  const archive = await openArchive(":memory:")
  const { report: first } = await addRecord(archive, report("Mill to close", "2026-03-04"))
  const { report: second } = await addRecord(archive, report("Mill to stay", "2026-03-09"))
  const identities = await identitiesIn(archive, first)
  expect([...identities.keys()]).toEqual(["a1"])
  expect(await identitiesIn(archive, second)).toEqual(identities)
  await archive.close()
})

test("an outlet is offered by letters of its name", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, report("Mill to close", "2026-03-04"))
  await addRecord(archive, report("Mill to stay", "2026-03-09"))
  expect(await outletsHolding(archive, "COUR")).toEqual([{ name: "Dorn Courier", reports: 2 }])
  for (const odd of ["", "%", "_", "\\", "Post"]) expect(await outletsHolding(archive, odd)).toEqual([])
  await archive.close()
})
