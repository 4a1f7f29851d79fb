import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../test/example.js"
import { onrecordIn } from "../../test/onrecord.js"
import { damage } from "../archive/damaged.fixture.js"
import { addRecord, openArchive } from "../archive/index.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-damaged-"))
afterAll(() => rmSync(folder, { recursive: true }))

const { id } = example("interview").report
beforeAll(async () => {
  const path = join(folder, "onrecord.db")
  const archive = await openArchive(path)
  for (const name of ["interview", "readout"]) await addRecord(archive, example(name))
  await archive.close()
  await damage(path)
  writeFileSync(join(folder, "records.jsonl"), `${JSON.stringify(example("glacier"))}\n`)
})

const told = "onrecord: onrecord.db: is damaged; `onrecord doctor` says where, a backup restores it"
const signed = ["--by", "Ada Lund", "--reason", "letter"]

test.each([
  ["add", "records.jsonl"],
  ["watch", "--once"],
  ["backup", "copy.db"],
  ["serve", "--read-only", "--port", "0"],
  ["said", "Reed"],
  ["about", "Reed"],
  ["contacts", "Reed"],
  ["asked", "Reed"],
  ["search", "no"],
  ["check", "not one school"],
  ["show", `${id}#s1`],
  ["who"],
  ["people"],
  ["audit"],
  ["sample", "5"],
  ["follow"],
  ["follow", "news", "--words", "no"],
  ["unfollow", "news"],
  ["feed", "news"],
  ["log"],
  ["log", "--lessons"],
  ["log", "--marked", "marked"],
  ["reread", "--all"],
  ["correct", `${id}#s1`, "act=promise", ...signed],
  ["insert", id, "statement", "content=no", ...signed],
  ["accept", `${id}#s1`, ...signed],
  ["withdraw", `${id}#s1`, ...signed],
  ["restore", `${id}#s1`, ...signed],
  ["dispute", `${id}#s1`, "I did not", ...signed],
  ["undo", "1", ...signed],
  ["hide", id, ...signed],
  ["lift", id, ...signed],
  ["erase", id, ...signed],
  ["merge", "#1", "#2", ...signed],
  ["split", "#1", id, "--as", "Tom Reed", ...signed],
  ["apart", "#1", "#2", ...signed],
  ["rename", "#1", "Tom Reed", ...signed],
  ["private", "#1", ...signed],
  ["public", "#1", ...signed],
  ["speaks", "#1", "#2", ...signed],
])("a damaged archive is named by %s", async (...args) => {
  const { status, stderr } = await onrecordIn(folder, args)
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: told })
})

test.each(["csv", "jsonl", "parquet", "web-annotation", "schema-org"])(
  "an export as %s that ends at a damage is said not to be whole",
  async (format) => {
    const { status, stderr } = await onrecordIn(folder, ["export", format, format])
    expect({ status, stderr: stderr.trim() }).toEqual({
      status: 1,
      stderr: `${told}; the export in ${format} is not whole, and has no manifest`,
    })
    expect(existsSync(join(folder, format, "manifest.json"))).toBe(false)
  },
)
