import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, expect, test, vi } from "vitest"
import { openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { identify } from "../text/hash.js"
import { addCommand } from "./add.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-add-"))
afterAll(() => rmSync(folder, { recursive: true }))

const example = (name: string) =>
  recordFromMarked(readFileSync(new URL(`../../examples/${name}.marked.txt`, import.meta.url), "utf8"))

const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, "error").mockImplementation((line: string) => {
    said.push(line)
  })
})

async function countIn(archive: string): Promise<number> {
  const { db, close } = await openArchive(archive, { mustExist: true })
  const { count } = await db
    .selectFrom("reports")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  await close()
  return count
}

test("records made elsewhere are added as they are, and only once", async () => {
  const file = join(folder, "made.jsonl")
  const archive = join(folder, "made.db")
  writeFileSync(file, ["interview", "readout"].map((name) => `${JSON.stringify(example(name))}\n`).join(""))
  expect(await addCommand([file], { archive })).toBe(0)
  expect(said).toEqual([`onrecord: 2 reports added to ${archive}`])
  expect(await addCommand([file], { archive })).toBe(0)
  expect(said[1]).toBe(`onrecord: 0 reports added to ${archive}, 2 already there`)
  expect(await countIn(archive)).toBe(2)
})

test("a record whose spans do not lie in its text is named by its line, and the rest is added", async () => {
  const file = join(folder, "broken.jsonl")
  const archive = join(folder, "broken.db")
  const { report, ...rest } = example("readout")
  const text = report.text.slice(0, 40)
  const short = {
    ...rest,
    report: { ...report, ...identify(text, report.url, report.published), text, paragraphs: [] },
  }
  writeFileSync(file, `${JSON.stringify(example("interview"))}\n${JSON.stringify(short)}\n{"format":"onrecord/1"}\n`)
  expect(await addCommand([file], { archive })).toBe(1)
  expect(said[0]).toMatch(/broken\.jsonl, line 2: the span \d+–\d+ does not lie in the text/)
  expect(said[1]).toMatch(/broken\.jsonl, line 3: reader: /)
  expect(said[2]).toMatch(/1 report added to .*, 2 not read/)
})

test("a report is read and its record kept; the second time it is not read again", async () => {
  const file = join(folder, "report.txt")
  const archive = join(folder, "report.db")
  writeFileSync(file, "“We will appeal,” said Maria Lopez, the mayor of Aule.\n")
  expect(await addCommand([file], { archive })).toBe(0)
  expect(await addCommand([file], { archive })).toBe(0)
  expect(said[1]).toBe(`onrecord: 0 reports added to ${archive}, 1 already there`)
})

test("copies and new versions are counted at the end", async () => {
  const file = join(folder, "twice.jsonl")
  const archive = join(folder, "twice.db")
  const text = "“We will appeal,” said Maria Lopez, the mayor of Aule."
  const lines = [
    { text, url: "https://dorn-courier.example/appeal" },
    { text, url: "https://aule-star.example/appeal" },
    { text: `${text} Nobody else spoke.`, url: "https://aule-star.example/appeal" },
  ]
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  expect(await addCommand([file], { archive, threads: 1 })).toBe(0)
  expect(said).toEqual([`onrecord: 3 reports added to ${archive} (1 copy of another, 1 new version)`])
})

test("a report that is called back answers nothing, and usable again it does; its summary says so", async () => {
  const archive = join(folder, "recalled.db")
  const report = {
    text: "“We will appeal,” said Maria Lopez, the mayor of Aule.",
    url: "https://dorn-courier.example/recalled",
    date: "2026-03-01",
  }
  const add = async (name: string, ...lines: readonly object[]) => {
    const file = join(folder, name)
    writeFileSync(file, lines.map(asLine).join(""))
    expect(await addCommand([file], { archive, threads: 1 })).toBe(0)
    return said.at(-1)!.replace(`onrecord: 0 reports added to ${archive}, `, "")
  }
  const answers = async () => {
    const { db, close } = await openArchive(archive, { mustExist: true })
    const rows = await db.selectFrom("statements").select("standing").execute()
    await close()
    return rows.map(({ standing }) => standing)
  }
  const cancelled = { ...report, status: "canceled" }
  expect(await add("first.jsonl", report)).toBe(`onrecord: 1 report added to ${archive}`)
  expect(await add("recall.jsonl", cancelled)).toBe("1 with a new status")
  expect(await answers()).toEqual(["hidden"])
  expect(await add("first.jsonl", report)).toBe("1 already there")
  expect(await answers()).toEqual(["hidden"])
  expect(await add("usable.jsonl", { ...report, status: "usable" })).toBe("1 with a new status")
  expect(await answers()).toEqual(["current"])
  // Both in one file, in their order, as when a folder of an agency is added again.
  expect(await add("both.jsonl", { ...report, status: "usable" }, cancelled)).toBe(
    "1 already there, 1 with a new status",
  )
  expect(await answers()).toEqual(["hidden"])
})

test("records made elsewhere bring a new status too", async () => {
  const file = join(folder, "made-status.jsonl")
  const archive = join(folder, "made-status.db")
  const made = example("readout")
  writeFileSync(file, [made, { ...made, report: { ...made.report, status: "cancelled" } }].map(asLine).join(""))
  expect(await addCommand([file], { archive })).toBe(0)
  expect(said).toEqual([`onrecord: 1 report added to ${archive}, 1 with a new status`])
  const { db, close } = await openArchive(archive, { mustExist: true })
  const standings = await db.selectFrom("statements").select("standing").distinct().execute()
  await close()
  expect(standings).toEqual([{ standing: "hidden" }])
})

const asLine = (value: object): string => `${JSON.stringify(value)}\n`
