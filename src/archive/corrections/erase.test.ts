import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { rowsWithWords } from "../dialect.js"
import { type Archive, openArchive } from "../open.js"
import { currentRecord } from "./current.js"
import { correctEntry, disputeEntry } from "./do.js"
import { erase } from "./erase.js"
import { findTarget } from "./hide.js"
import { readLog } from "./history.js"

const signed = { by: "Ada Lund", reason: "the court of Dorn, 4 March" }
const folder = mkdtempSync(join(tmpdir(), "onrecord-erase-"))

function reported(letter: string, marked: string, url: string) {
  const record = recordFromMarked(marked)
  const report = {
    ...record.report,
    id: letter.repeat(64),
    textHash: letter,
    title: "Zubrowska and the xylophone",
    url,
  }
  return { ...record, report }
}
const first = reported(
  "1",
  "{s1:Quilla Zubrowska} {c1:sold} {q1:the xylophone}. {q2:“We liked it,”} {c2:said} {s2:Tom Reed}, whom Zubrowska’s sister knew.",
  "https://dorn.example/quilla-zubrowska-sells",
)
const second = reported("2", "{q:“Trombones next,”} {c:said} {s:Quilla Zubrowska}.", "https://dorn.example/2")

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(join(folder, "erase.db"))
  for (const record of [first, second]) await addRecord(archive, record)
  await correctEntry(archive, "11111111#s2", { act: "promise" }, { by: "Ada Lund", reason: "Zubrowska wrote to us" })
  await disputeEntry(archive, "11111111#s1", "A glockenspiel, not a xylophone.", {
    by: "Quilla Zubrowska",
    reason: "letter",
  })
})
afterEach(async () => {
  await closeSound(archive)
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
})

/** Which of the words stand anywhere in the archive's files, in any spelling of their case; all of it, or but the end of a word. */
function inFiles(...words: readonly string[]): string[] {
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1").toLowerCase())
  return words.filter((word) => bytes.some((all) => all.includes(word)))
}

test("a report that is erased is gone to the last byte, and known again when it comes back", async () => {
  expect(inFiles("xylophone", "glockenspiel", "zubrowska")).toEqual(["xylophone", "glockenspiel", "zubrowska"])
  await erase(archive, { report: first.report.id }, signed)
  await erase(archive, { report: second.report.id }, signed)
  expect(inFiles("xylo", "phone", "glocken", "zubro", "rowska", "quilla", "trombone", "reed")).toEqual([])
  expect(await currentRecord(archive, first.report.id)).toBeUndefined()
  expect((await addRecord(archive, first)).outcome).toBe("known")
  const elsewhere = { ...first, report: { ...first.report, id: "4".repeat(64), url: "https://elsewhere.example/4" } }
  expect((await addRecord(archive, elsewhere)).outcome).toBe("erased")
  const lines = await readLog(archive, "11111111")
  expect(lines.map(({ deed, by }) => [deed, by])).toEqual([
    ["correct", "[erased]"],
    ["dispute", "[erased]"],
    ["erase", "Ada Lund"],
  ])
  // Again, as after another program had the file open.
  await erase(archive, { report: first.report.id }, signed)
  expect(await readLog(archive, "11111111")).toHaveLength(3)
})

test("a person who is erased is gone from every report, and the reports stay", async () => {
  await archive.db
    .insertInto("searches")
    .values({ name: "q", question: '{"who":"Zubrowska"}', made: "", by: "" })
    .execute()
  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles("zubro", "rowska", "quilla", "glocken", "trombones next, said")).toEqual([])
  const left = (await currentRecord(archive, first.report.id))!
  expect(left.report.text).toBe(
    first.report.text.replace("Quilla Zubrowska", "██████ █████████").replace("Zubrowska’s", "█████████’s"),
  )
  expect(left.report).toMatchObject({ title: "█████████ and the xylophone" })
  expect(left.report.url).toBeUndefined()
  expect(left.statements.map(({ act }) => act)).toEqual(["promise"])
  expect((await currentRecord(archive, second.report.id))!.statements).toEqual([])
  const words = await archive.db.selectFrom(rowsWithWords("reports", "Zubrowska").as("w")).selectAll().execute()
  expect(words).toEqual([])
  await expect(findTarget(archive, "Quilla Zubrowska")).rejects.toThrow(/neither/)
  // The same text, unblotted, at another address.
  const elsewhere = { ...first, report: { ...first.report, id: "4".repeat(64), url: "https://elsewhere.example/4" } }
  expect((await addRecord(archive, elsewhere)).outcome).toBe("erased")
})

test("copies that are left are named", async () => {
  const copy = { ...first, report: { ...first.report, id: "3".repeat(64), url: "https://elsewhere.example/3" } }
  await addRecord(archive, copy)
  expect(await erase(archive, { report: first.report.id }, signed)).toEqual({ copies: [copy.report.id] })
})
