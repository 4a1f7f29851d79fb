import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { afterAll, afterEach, expect, test, vi } from "vitest"
import { addRecord, disputeEntry, findTarget, hide, openArchive, publicCopy, withdrawEntry } from "../archive/index.js"
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

test("what the person quoted says stands beside their words, as it may be shown, also in a copy for everybody", async () => {
  said()
  const folderOf = (name: string) => join(folder, `disputed-${name}`)
  const path = join(folder, "disputed.db")
  const archive = await openArchive(path)
  const read = recordFromMarked("{q:“No,”} {c:said} {s:Mara Lind}. {q2:“Yes,”} {c2:said} {s2:Tom Reed}.")
  await addRecord(archive, { ...read, report: { ...read.report, id: "4fe09a21".repeat(8) } })
  const signed = { by: "Ada Lund", reason: "his letter" }
  const name = `4fe09a21#${read.statements[1]!.id}`
  await disputeEntry(archive, name, "I said so to Mara Lind.", signed)
  await exportCommand("csv", folderOf("all"), { archive: path })
  expect(disputesIn(folderOf("all"))).toEqual(["", "I said so to Mara Lind."])
  await exportCommand("web-annotation", folderOf("all"), { archive: path })
  const annotations = JSON.parse(readFileSync(join(folderOf("all"), "annotations.jsonld"), "utf8"))
  expect(annotations["@graph"][1].body.at(-1)).toMatchObject({ purpose: "replying", value: "I said so to Mara Lind." })

  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
  await exportCommand("csv", folderOf("hidden"), { archive: path })
  expect(disputesIn(folderOf("hidden"))).toEqual(["I said so to ████ ████."])
  const copied = join(folder, "public.db")
  await (await publicCopy(archive, copied)).close()
  await archive.close()
  await exportCommand("csv", folderOf("public"), { archive: copied })
  expect(disputesIn(folderOf("public"))).toEqual([expect.stringMatching(/^I said so to ████ ████\.$/)])
})

const disputesIn = (out: string): string[] => {
  const rows = parse(readFileSync(join(out, "statements.csv")), { columns: true }) as { readonly disputed: string }[]
  return rows.map(({ disputed }) => disputed)
}
