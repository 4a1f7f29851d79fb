import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import type { Record } from "../record.js"
import { addRecord, addRecords } from "./add.js"
import { closeSound } from "./closed.fixture.js"
import { copiesOf } from "./copies.js"
import { type Archive, openArchive } from "./open.js"
import { said } from "./questions/index.js"
import { versionsOf } from "./versions.js"

const url = "https://dorn-courier.example/dam"
const first = told("{s1:Mara Lind} {c1:said} {q1:the dam would hold}.", { url, published: "2026-03-01" })
const second = told("{s1:Mara Lind} {c1:said} {q1:the dam might hold}.", {
  url,
  published: "2026-03-01",
  updated: "2026-03-02",
})
const third = told("{s1:Mara Lind} {c1:said} {q1:the dam had not held}.", {
  url,
  published: "2026-03-01",
  updated: "2026-03-03",
})

async function archiveOf(...records: readonly Record[]): Promise<Archive> {
  const archive = await openArchive(":memory:")
  for (const record of records) await addRecord(archive, record)
  return archive
}

async function contents(archive: Archive, stale: boolean): Promise<string[]> {
  const { rows } = await said(archive, { who: "Mara Lind", stale })
  return rows.map(({ content, standing }) => `${standing}: ${content}`).sort()
}

test("a changed text at an address is a new version; the older entries stand beside it, stale", async () => {
  const archive = await archiveOf(first, second, third)
  expect(await contents(archive, false)).toEqual(["current: the dam had not held"])
  expect(await contents(archive, true)).toEqual([
    "current: the dam had not held",
    "stale: the dam might hold",
    "stale: the dam would hold",
  ])
  expect(await versionsOf(archive, 2)).toEqual([1, 2, 3])
  await closeSound(archive)
})

test("versions stand in the order of their dates, not of adding", async () => {
  const archive = await archiveOf(third, first, second)
  expect(await versionsOf(archive, 1)).toEqual([2, 3, 1])
  expect(await contents(archive, false)).toEqual(["current: the dam had not held"])
  const next = await archive.db.selectFrom("reports").select("succeeded_by").orderBy("number").execute()
  expect(next.map(({ succeeded_by }) => succeeded_by)).toEqual([null, 3, 1])
  await closeSound(archive)
})

test("without dates the one that was retrieved later is newer", async () => {
  const at = (text: string, retrieved: string) => told(text, { url, provenance: { retrieved } })
  const archive = await archiveOf(
    at("{s1:Mara Lind} {c1:said} {q1:yes}.", "2026-03-02T10:00:00Z"),
    at("{s1:Mara Lind} {c1:said} {q1:no}.", "2026-03-01T10:00:00Z"),
  )
  expect(await contents(archive, true)).toEqual(["current: yes", "stale: no"])
  await closeSound(archive)
})

test("what its publisher calls back answers nothing any more, nor do its earlier versions, until it is back", async () => {
  const notice = told("This story has been withdrawn.", { url, published: "2026-03-01", status: "cancelled" })
  const archive = await archiveOf(first, second, notice)
  expect(await contents(archive, true)).toEqual([])
  const kept = await archive.db.selectFrom("statements").select("standing").execute()
  expect(kept.map(({ standing }) => standing)).toEqual(["hidden", "hidden"])

  await addRecord(archive, told(third.report.text, { url, updated: "2099-01-01" }))
  expect(await contents(archive, true)).toEqual(["stale: the dam might hold", "stale: the dam would hold"])
  await closeSound(archive)
})

test("an embargo ends with a version that comes later, is dated later and says that it is usable", async () => {
  const now = new Date()
  const added = async (...records: readonly Record[]) => {
    const archive = await openArchive(":memory:")
    await addRecords(archive, records, now)
    const found = await contents(archive, true)
    await closeSound(archive)
    return found
  }
  const as = (status: "usable" | "withheld" | "cancelled", { report, ...record }: Record) => ({
    ...record,
    report: { ...report, status },
  })
  expect(await added(as("withheld", first), as("usable", third))).toEqual(["current: the dam had not held"])
  expect(await added(as("withheld", first), third)).toEqual([])
  expect(await added(as("cancelled", first), as("usable", third))).toEqual([])
  // It was withheld when the other one was there.
  expect(await added(as("usable", third), as("withheld", first))).toEqual([])
  expect(await added(first, as("usable", third), as("withheld", first))).toEqual([])
})

test("an item of an agency is called back by its name, whatever its address", async () => {
  const item = (text: string, known: Partial<Record["report"]>) =>
    told(text, { ...known, provenance: { record: "urn:wire:2026:17", path: "wire.jsonl" } })
  const archive = await archiveOf(
    item("{s1:Mara Lind} {c1:said} {q1:yes}.", { published: "2026-03-01" }),
    item("KILL: the item of 1 March.", { published: "2026-03-01", status: "withheld" }),
  )
  expect(await contents(archive, true)).toEqual([])
  await closeSound(archive)
})

test("numbers of lines in files name nothing, and a paper's front page is another report every hour", async () => {
  const line = (text: string, path: string) => told(text, { provenance: { record: "17", path } })
  const front = (text: string) => told(text, { url: "https://dorn-courier.example/" })
  const archive = await archiveOf(line("One.", "a.jsonl"), line("Two.", "b.jsonl"), front("Three."), front("Four."))
  for (const report of [1, 2, 3, 4]) expect(await versionsOf(archive, report)).toEqual([report])
  await closeSound(archive)
})

test("a version is no copy, and takes the place of the older one among the copies", async () => {
  const text = "{s1:Mara Lind} {c1:said} {q1:the dam would hold}."
  const elsewhere = told(text, { url: "https://elswick-star.example/dam", published: "2026-03-02" })
  const archive = await archiveOf(first, elsewhere)
  expect(await copiesOf(archive, 2)).toEqual([1, 2])
  await addRecord(archive, third)
  expect(await copiesOf(archive, 2)).toEqual([2])
  expect(await copiesOf(archive, 3)).toEqual([3])
  await closeSound(archive)
})
