import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import type { Report } from "../record.js"
import { addRecord } from "./add.js"
import { closeSound } from "./closed.fixture.js"
import { copiesOf } from "./copies.js"
import { erase } from "./corrections/erase.js"
import { readLog } from "./corrections/history.js"
import { type Archive, openArchive } from "./open.js"
import { said } from "./questions/index.js"
import { findReport } from "./reports.js"
import { meetReport } from "./status.js"
import { machineRecord } from "./stored.js"

const url = "https://dorn-courier.example/dam"
const marked = "{s1:Mara Lind} {c1:said} {q1:the dam would hold}."
const dam = told(marked, { url, published: "2026-03-01", publisher: "Dorn Courier" })
const later = told("{s1:Mara Lind} {c1:said} {q1:the dam might hold}.", { url, updated: "2026-03-02" })

const as = (status: Report["status"], record = dam) => ({ ...record, report: { ...record.report, status } })

async function contents(archive: Archive): Promise<string[]> {
  const { rows } = await said(archive, { who: "Mara Lind", stale: true })
  return rows.map(({ content, standing }) => `${standing}: ${content}`).sort()
}

const quoted = ({ db }: Archive) => db.selectFrom("speakers").select("statements").execute()

test.each(["cancelled", "withheld"] as const)(
  "the same report %s takes its entries out of every answer, and usable brings them back",
  async (status) => {
    const archive = await openArchive(":memory:")
    await addRecord(archive, dam)
    expect(await quoted(archive)).toEqual([{ statements: 1 }])
    expect(await addRecord(archive, as(status))).toMatchObject({ outcome: "restated", report: 1 })
    expect(await contents(archive)).toEqual([])
    expect(await quoted(archive)).toEqual([])
    expect(await findReport(archive, dam.report.id)).toBeUndefined()
    expect(await addRecord(archive, as(status))).toMatchObject({ outcome: "known" })

    expect(await addRecord(archive, as("usable"))).toMatchObject({ outcome: "restated", report: 1 })
    expect(await contents(archive)).toEqual(["current: the dam would hold"])
    expect(await quoted(archive)).toEqual([{ statements: 1 }])
    const { report, ...reading } = (await machineRecord(archive, 1))!
    expect({ ...reading, status: report.status }).toMatchObject({ statements: dam.statements, status: "usable" })
    await closeSound(archive)
  },
)

test("a report that comes without a status leaves the one that is known", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, as("withheld"))
  expect((await addRecord(archive, dam)).outcome).toBe("known")
  expect(await meetReport(archive, dam.report)).toBe("known")
  expect(await contents(archive)).toEqual([])
  await closeSound(archive)
})

test("whoever looks before reading is told what the archive has, and a new status is taken", async () => {
  const archive = await openArchive(":memory:")
  expect(await meetReport(archive, dam.report)).toBe("unknown")
  await addRecord(archive, dam)
  // Without a word it was usable.
  expect(await meetReport(archive, as("usable").report)).toBe("known")
  expect(await meetReport(archive, as("cancelled").report)).toBe("restated")
  expect(await contents(archive)).toEqual([])
  await closeSound(archive)
})

test("the log says who changed which status, and where that was read", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, dam)
  const provenance = { path: "wire.jsonl", line: 2 }
  await meetReport(archive, { ...as("cancelled").report, provenance }, new Date("2026-03-05T10:00:00Z"))
  expect(await readLog(archive)).toMatchObject([
    {
      at: "2026-03-05T10:00:00.000Z",
      by: "Dorn Courier",
      reason: "as wire.jsonl, line 2 says",
      deed: "status",
      report: dam.report.id,
      detail: { from: "usable", to: "cancelled" },
    },
  ])
  await closeSound(archive)
})

test("called back without a later date, a report counts from when that came, and takes its versions with it", async () => {
  const archive = await openArchive(":memory:")
  for (const record of [dam, later]) await addRecord(archive, record)
  await addRecord(archive, as("cancelled"))
  expect(await contents(archive)).toEqual([])
  await addRecord(archive, as("usable"))
  expect(await contents(archive)).toEqual(["current: the dam might hold", "stale: the dam would hold"])
  await closeSound(archive)
})

test("among copies the next one counts while the first is called back", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, dam)
  await addRecord(archive, told(marked, { url: "https://elswick-star.example/dam", published: "2026-03-02" }))
  expect(await copiesOf(archive, 2)).toEqual([1, 2])
  await addRecord(archive, as("cancelled"))
  expect(await copiesOf(archive, 2)).toEqual([2])
  expect(await quoted(archive)).toEqual([{ statements: 1 }])
  await addRecord(archive, as("usable"))
  expect(await copiesOf(archive, 2)).toEqual([1, 2])
  expect(await quoted(archive)).toEqual([{ statements: 1 }])
  await closeSound(archive)
})

test("what was erased stays so, whatever its publisher says of it", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, as("cancelled"))
  await erase(archive, { report: dam.report.id }, { by: "Ada Lund", reason: "asked for" })
  expect(await meetReport(archive, as("usable").report)).toBe("known")
  expect(await contents(archive)).toEqual([])
  await closeSound(archive)
})
