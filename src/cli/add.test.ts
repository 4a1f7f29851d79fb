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
