import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, expect, test, vi } from "vitest"
import { runCommand } from "./run.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-run-"))
const file = join(folder, "notes.csv")
const records = join(folder, "records.jsonl")
writeFileSync(file, "a,b\n1,2\n")
writeFileSync(records, "")
afterAll(() => rmSync(folder, { recursive: true }))

let told = ""
beforeEach(() => {
  told = ""
  vi.spyOn(console, "error").mockImplementation((words) => {
    told += words
  })
  vi.spyOn(process.stderr, "write").mockImplementation((words) => {
    told += words
    return true
  })
})

test("what the system refuses is told in words, with the file", async () => {
  expect(await runCommand(["export", "csv", file, "--records", records])).toBe(1)
  expect(told).toBe(`onrecord: ${file}: is a file, and not a folder`)
  told = ""
  expect(await runCommand(["score", join(folder, "gone")])).toBe(1)
  expect(told).toBe(`onrecord: ${join(folder, "gone")}: there is no such file; check the path\n`)
  told = ""
  expect(await runCommand(["sample", "--verdicts", join(folder, "gone.csv")])).toBe(1)
  expect(told).toContain("cannot be read as CSV (there is no such file; check the path)")
})

test("a file without marks is no right answer", async () => {
  expect(await runCommand(["score", file])).toBe(1)
  expect(told).toContain("notes.csv: holds no marks; give marked reports")
})

test("wrong usage is 2, and help is none", async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true)
  expect(await runCommand(["said"])).toBe(2)
  expect(await runCommand(["said", "--help"])).toBe(0)
})
