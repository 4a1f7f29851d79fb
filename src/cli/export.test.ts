import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, expect, test, vi } from "vitest"
import { addRecord, openArchive, withdrawEntry } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { exportCommand } from "./export.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-export-command-"))
const records = join(folder, "records.jsonl")
const record = recordFromMarked(readFileSync(new URL("../../examples/readout.marked.txt", import.meta.url), "utf8"))
writeFileSync(records, `${JSON.stringify(record)}\n{"format":"onrecord/1"}\n`)

afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const said = () => vi.spyOn(process.stderr, "write").mockReturnValue(true)

test("a line that is no record is named and costs the exit code; the others are written", async () => {
  const stderr = said()
  const out = join(folder, "out")
  expect(await exportCommand("jsonl", out, { archive: "", records: [records] })).toBe(1)
  expect(stderr.mock.calls.map(([words]) => String(words)).join("")).toContain("records.jsonl, line 2: ")
  expect(JSON.parse(readFileSync(join(out, "records.jsonl"), "utf8"))).toEqual(record)
  expect(JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")).counts.reports).toBe(1)
})

test.each([
  ["jsonl", { bom: true }, "--bom is for csv"],
  ["csv", { text: false }, "--no-text is for jsonl"],
  ["parquet", { offsets: "code-points" }, "--offsets is for jsonl"],
] as const)("%s refuses %j, which would do nothing", async (format, options, words) => {
  const stderr = said()
  expect(await exportCommand(format, join(folder, "refused"), { ...options, archive: "", records: [records] })).toBe(1)
  expect(String(stderr.mock.calls[0]![0])).toContain(words)
})

test("an archive is written as people corrected it, without what was withdrawn", async () => {
  said()
  const path = join(folder, "archive.db")
  const archive = await openArchive(path)
  await addRecord(archive, record)
  const signed = { by: "Ann Kane", reason: "not said" }
  await withdrawEntry(archive, `${record.report.id}#${record.statements[0]!.id}`, signed)
  await archive.close()
  const out = join(folder, "from-archive")
  expect(await exportCommand("jsonl", out, { archive: path })).toBe(0)
  const written = JSON.parse(readFileSync(join(out, "records.jsonl"), "utf8"))
  expect(written.statements).toHaveLength(record.statements.length - 1)
  expect(written.report).toEqual(record.report)
})
