import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { onrecordIn } from "../../test/onrecord.js"
import { addRecord, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-scoring-"))

beforeAll(async () => {
  const archive = await openArchive(join(folder, "onrecord.db"))
  const read = recordFromMarked(
    "{q1:“=SUM(1)”} {c1:said} {s1:Mara Lind}. {q2:“No,”} {c2:said} {s2:Reed}. {p3:Mara Lind} {k3:met} {p3:Reed}.",
  )
  await addRecord(archive, { ...read, report: { ...read.report, id: "4fe09a21".repeat(8) } })
  await archive.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const onrecord = (...args: readonly string[]) => onrecordIn(folder, args)

test("a sample is a table with a column to judge in, and the verdicts are a precision with its interval", async () => {
  const { stdout } = await onrecord("sample", "3", "--seed", "7")
  const rows: { [column: string]: string }[] = parse(stdout, { columns: true })
  expect(rows.map(({ id }) => id).sort()).toEqual(["4fe09a21#c1", "4fe09a21#s1", "4fe09a21#s2"])
  expect(rows.find(({ id }) => id === "4fe09a21#c1")).toMatchObject({
    who: "Mara Lind and Reed",
    what: "meeting took place",
  })
  expect(rows.every(({ verdict }) => verdict === "")).toBe(true)

  const judged = stdout
    .trimEnd()
    .split("\n")
    .map((line, n) => (n === 0 ? line : line + ["", "right", "WRONG", "unsure"][n]))
  writeFileSync(join(folder, "judged.csv"), judged.join("\r\n"))
  expect((await onrecord("sample", "--verdicts", "judged.csv")).stdout).toContain(
    "together  right 1 of 2, 50.0 %; with 95 % confidence between 9.5 % and 90.5 %   (1 unsure, 0 not judged)",
  )
  writeFileSync(join(folder, "odd.csv"), "kind,verdict\ndirect,perhaps\n")
  expect(await onrecord("sample", "--verdicts", "odd.csv")).toMatchObject({
    status: 1,
    stderr: "onrecord: odd.csv: row 2: “perhaps” is no verdict; write right, wrong or unsure, or leave it empty\n",
  })
})

test("an audit counts voices, and attributes from the user's list only", async () => {
  writeFileSync(join(folder, "list.csv"), "name,gender\nMara Lind,woman\nNobody Here,man\n")
  const { stdout, stderr } = await onrecord("audit", "--attributes", "list.csv")
  expect(stdout).toContain("gender        50.0 %  woman (1 of 2)  [right ")
  expect(stdout).toContain("gender        50.0 %  unknown (1 of 2)")
  expect(stderr).toBe("onrecord: list.csv: Nobody Here is not the whole name of anybody in the archive\n")
  const rows: { [column: string]: string }[] = parse((await onrecord("audit", "--by", "month", "--csv")).stdout, {
    columns: true,
  })
  expect(rows.find(({ value }) => value === "Reed")).toMatchObject({ month: "", measure: "voice", count: "1", of: "2" })
  expect(Number(rows[0]!.reader_recall)).toBeGreaterThan(0.5)
})

test("the reader is scored on a user's own annotated reports, and what is none is named", async () => {
  writeFileSync(join(folder, "own.marked.txt"), "{q:“We will close no school,”} {c:said} {s:Mara Lind}, the mayor.\n")
  const scored = await onrecord("score", "own.marked.txt")
  expect(scored).toMatchObject({ status: 0, stderr: "" })
  expect(scored.stdout).toMatch(/^1 report\nstatements found +P 100\.0 {2}R 100\.0 {2}F 100\.0/)
  writeFileSync(join(folder, "broken.jsonl"), '{"text": "No."}\n')
  expect(await onrecord("score", "broken.jsonl")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^onrecord: broken\.jsonl, line 1: is neither a record nor an annotated report/),
  })
})
