import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { onrecordIn } from "../../test/onrecord.js"
import { addRecord, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-correct-"))
const signed = ["--by", "Ada Lund", "--reason", "read it again"]

beforeAll(async () => {
  const archive = await openArchive(join(folder, "onrecord.db"))
  const read = recordFromMarked("{q:“No,”} {c:said} {s:Mara Lind}.\n\nTom Reed was there.")
  const record = { ...read, report: { ...read.report, id: "4fe09a21".repeat(8) } }
  await addRecord(archive, record)
  await archive.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const onrecord = (...args: readonly string[]) => onrecordIn(folder, args)

test("an entry is corrected, withdrawn and restored; the log tells of it, and gives lessons", async () => {
  expect(await onrecord("correct", "4fe09a21#s1", "act=deny", "speaker=new:Tom Reed", ...signed)).toMatchObject({
    status: 0,
    stdout: "1: corrected 4fe09a21#s1\n",
    stderr: "",
  })
  expect((await onrecord("withdraw", "4fe09a21#s1", ...signed)).stdout).toBe("2: withdrew 4fe09a21#s1\n")
  expect((await onrecord("restore", "4fe09a21#s1", ...signed)).stdout).toBe("3: undid 2\n")
  const log = (await onrecord("log", "4fe09a21#s1")).stdout
  expect(log).toMatch(/^1 {2}.* {2}Ada Lund {2}correct 4fe09a21#s1 .*"act":"deny".*: read it again$/m)
  expect(log).toMatch(/^2 .*withdraw .*\[undone\]$/m)
  const lesson = JSON.parse((await onrecord("log", "--lessons")).stdout)
  expect(lesson).toMatchObject({ entry: "s1", before: { act: "say" }, after: { act: "deny", speakers: ["p1"] } })
  expect(JSON.stringify(lesson)).not.toContain("“No,”")
  expect((await onrecord("log", "--marked", "marked")).status).toBe(0)
  expect(readFileSync(join(folder, "marked", "4fe09a214fe0.marked.txt"), "utf8")).toContain("{q")
})

test("entries are accepted together; the log says by whom", async () => {
  expect((await onrecord("accept", "4fe09a21#s1", ...signed)).stdout).toBe("4: accepted 4fe09a21#s1\n")
  expect(await onrecord("accept", "4fe09a21#s1", "4fe09a21#s9", ...signed)).toMatchObject({
    status: 1,
    stdout: "",
    stderr: "onrecord: 4fe09a21#s9: the report has no entry s9\n",
  })
  expect((await onrecord("log", "4fe09a21#s1")).stdout).toMatch(
    /^4 {2}.* {2}Ada Lund {2}accept 4fe09a21#s1: read it again$/m,
  )
})

test("a report is read again by the model of today", async () => {
  expect((await onrecord("reread", "4fe09a21")).stdout).toMatch(/1 report read again with onrecord-en/)
  expect(await onrecord("reread")).toMatchObject({ status: 1, stderr: expect.stringContaining("--all") })
})

test("what cannot be done says why; nothing is done without a name and a reason", async () => {
  expect(await onrecord("correct", "4fe09a21#s9", "act=deny", ...signed)).toMatchObject({
    status: 1,
    stderr: "onrecord: 4fe09a21#s9: the report has no entry s9\n",
  })
  expect((await onrecord("correct", "4fe09a21#s1", "acts=deny", ...signed)).stderr).toMatch(
    /^onrecord: acts: no field of a statement is called so; they are .*act, /,
  )
  expect((await onrecord("correct", "4fe09a21#s1", "act=shout", ...signed)).stderr).toMatch(
    /^onrecord: act: is one of say, ask, /,
  )
  const never = { status: 1, stdout: "", stderr: "onrecord: when: 2024-13-45 is no day of the calendar\n" }
  const when = "when=was there@2024-13-45..2024-14-01"
  expect(await onrecord("correct", "4fe09a21#s1", when, ...signed)).toEqual({ ...never, printed: never.stderr })
  const contact = ["between=Mara Lind; new:Tom Reed", "mode=meet", "status=happened", "evidence=was there", when]
  expect(await onrecord("insert", "4fe09a21", "contact", ...contact, ...signed)).toMatchObject(never)
  expect(await onrecord("withdraw", "4fe09a21#s1", "--reason", "wrong")).toMatchObject({ status: 2 })
})

test("the times in the help can be typed as they stand there", async () => {
  const archive = await openArchive(join(folder, "onrecord.db"))
  const silent =
    "{p:Mara Lind} {k=not-happened talk:has not spoken with} {p:Tom Reed} {t=2021-06-02:over the summer} or since the summer."
  const { report, ...read } = recordFromMarked(silent)
  await addRecord(archive, { ...read, report: { ...report, id: "9f".repeat(32), published: "2021-12-08" } })
  await archive.close()
  const times = [...(await onrecord("correct", "--help")).stdout.matchAll(/'([^']*@[^']*\d(?:\.\.)?)'/g)].map(
    ([, time]) => time,
  )
  expect(times).toEqual([
    "over the summer@2021-06-01..2021-09-22",
    "over the summer@..2021-09-22",
    "over the summer@2021-06-01..",
    "since the summer@2021-06-01..2021-12-08; surely 2021-09-22..2021-12-08",
  ])
  for (const time of times) {
    expect(await onrecord("correct", "9f9f9f9f#c1", `when=${time}`, ...signed)).toMatchObject({ status: 0, stderr: "" })
  }
})

test("who is taken down, lifted or erased is given by a whole name or a number, and told with both", async () => {
  const told = async (...args: readonly string[]) => (await onrecord(...args, ...signed)).printed
  expect(await told("erase", "lind")).toBe("onrecord: lind: is not the whole name of anybody; is #1 Mara Lind meant?\n")
  expect(await told("hide", "mara lind")).toMatch(/^\d+: took #1 Mara Lind down\n$/)
  expect(await told("lift", "#1")).toBe("#1 Mara Lind is shown again\n")
  expect(await told("hide", "Mara Lind")).toContain("took #1 Mara Lind down")
  expect(await told("erase", "Mara Lind")).toBe(
    "#1 Mara Lind is erased; backups and files that were exported before still hold it\n",
  )
  expect(await told("erase", "Mara Lind")).toContain("neither a report nor a person or body of this name")
})

test("newer versions of a report that is lifted, which are still taken down, are named", async () => {
  const archive = await openArchive(join(folder, "onrecord.db"))
  const { report, ...read } = recordFromMarked("{q:“Later,”} {c:said} {s:Ann Kane}.")
  const version = (id: string, updated: string) => ({
    ...read,
    report: { ...report, id: id.repeat(32), url: "https://dorn.example/later", updated },
  })
  await addRecord(archive, version("7e", "2026-03-01"))
  await onrecord("hide", "7e7e7e7e", ...signed)
  await addRecord(archive, version("8e", "2026-03-02"))
  await archive.close()
  expect((await onrecord("lift", "7e7e7e7e", ...signed)).stdout).toBe(
    "7e7e7e7e is shown again\nnewer versions of it are still taken down: 8e8e8e8e\n",
  )
})

test("copies of a report that is taken down or erased are named, also when it was taken down first", async () => {
  const archive = await openArchive(join(folder, "onrecord.db"))
  for (const id of ["5e", "6e"]) {
    const { report, ...read } = recordFromMarked("{q:“Perhaps,”} {c:said} {s:Ann Kane}.")
    await addRecord(archive, { ...read, report: { ...report, id: id.repeat(32) } })
  }
  await archive.close()
  expect((await onrecord("hide", "5e5e5e5e", ...signed)).stdout).toMatch(
    /: took 5e5e5e5e down\ncopies of it are still shown: 6e6e6e6e\n$/,
  )
  expect((await onrecord("erase", "5e5e5e5e", ...signed)).stdout).toMatch(/\ncopies of it are still there: 6e6e6e6e\n$/)
})
