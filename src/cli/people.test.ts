import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { report } from "../archive/identities/reports.fixture.js"
import { addRecord, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { logCommand } from "./log.js"
import { mergeCommand, peopleCommand, renameCommand, splitCommand } from "./people.js"

const marked = readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8")
const signed = { by: "Ada Lund", reason: "asked them" }

let folder: string
let archive: string
let printed: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-people-"))
  archive = join(folder, "people.db")
  const opened = await openArchive(archive)
  const record = recordFromMarked(marked)
  await addRecord(opened, { ...record, report: { ...record.report, id: "a".repeat(64) } })
  await opened.close()
  printed = ""
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed += text
      return true
    })
  }
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** What a command printed. */
async function prints(command: Promise<0 | 1>): Promise<string> {
  printed = ""
  await command
  return printed
}

test("people are listed, found, renamed, given Wikidata ids and split", async () => {
  const all = await prints(peopleCommand(undefined, { archive }))
  expect(all).toMatch(/#\d+ Inés Aldarondo \(person\), 1 report/)
  expect(await prints(renameCommand(archive, "Aldarondo", "Inés María Aldarondo", signed))).toMatch(/onrecord undo 1/)
  expect(await prints(peopleCommand("aldarondo", { archive }))).toMatch(/Inés María Aldarondo .*; also Inés Aldarondo/)
  const list = join(folder, "ids.csv")
  writeFileSync(list, "name,wikidata\nINES ALDARONDO,Q42\n")
  expect(await prints(peopleCommand(undefined, { archive, wikidata: list, ...signed }))).toMatch(
    /#\d+ Inés María Aldarondo is Q42/,
  )
  expect(await prints(peopleCommand("Q42", { archive }))).toMatch(/Aldarondo \(person, Q42\)/)
  expect(await prints(splitCommand(archive, "Q42", ["aaaa"], "Inés Aldarondo of Dorn", signed))).toMatch(
    /somebody else/,
  )
  expect(await prints(logCommand(undefined, { archive }))).toMatch(
    /rename #\d+ “Inés María Aldarondo”: asked them\n.*wikidata #\d+ Q42: .*\n.*split #\d+ from #\d+: /,
  )
})

test("what cannot be done is told in words", async () => {
  expect(await prints(mergeCommand(archive, "Nobody", "Aldarondo", signed))).toMatch(/Nobody: no report has anybody/)
  const list = join(folder, "ids.csv")
  expect(await prints(peopleCommand(undefined, { archive, wikidata: list, ...signed }))).toMatch(/ids\.csv: cannot be/)
  writeFileSync(list, "person\nAldarondo\n")
  expect(await prints(peopleCommand(undefined, { archive, wikidata: list, ...signed }))).toMatch(
    /no column name, wikidata/,
  )
  writeFileSync(list, "name,wikidata\nInés Aldarondo,Q42\n")
  expect(await prints(peopleCommand(undefined, { archive, wikidata: list }))).toMatch(/who does this/)
})

test("of a list with wrong rows nothing is taken, and every wrong row is named", async () => {
  const list = join(folder, "ids.csv")
  const rows = "Inés Aldarondo,Q42\nNobody Atall,Q43\n\nPeñalver,44\n,Q45\nInes Aldarrondo,Q46\n"
  writeFileSync(list, `name,wikidata\n${rows}`)
  expect(
    await prints(peopleCommand(undefined, { archive, wikidata: list, ...signed })),
  ).toBe(`onrecord: ${list}: nothing was taken from it
    line 3: Nobody Atall: no report has anybody of this name
    line 5: 44: is no Wikidata id, such as Q42
    line 6: the name is missing
    line 7: Ines Aldarrondo: is not the whole name of anybody; is '#1' Inés Aldarondo meant?
`)
  expect(await prints(peopleCommand("Aldarondo", { archive }))).not.toContain("Q42")
  writeFileSync(list, "member,body\nJoaquín Peñalver,Radio Meridiano\nJoaquín Peñalver,Inés Aldarondo\n")
  expect(await prints(peopleCommand(undefined, { archive, members: list, ...signed }))).toMatch(
    /ids\.csv: nothing was taken from it\n {4}line 3: Inés Aldarondo: is a person, and no body\n$/,
  )
  expect(await prints(logCommand(undefined, { archive }))).not.toContain("asked them")
})

test("one id for two persons, or two for one, is no list; both rows are named", async () => {
  const list = join(folder, "ids.csv")
  writeFileSync(list, "name,wikidata\nInés Aldarondo,Q42\nJoaquín Peñalver,Q42\n#1,Q43\nInés Aldarondo,Q42\n")
  const told = await prints(peopleCommand(undefined, { archive, wikidata: list, ...signed }))
  expect(told.replace(/#\d+ J/, "#2 J")).toBe(`onrecord: ${list}: nothing was taken from it
    line 3: #2 Joaquín Peñalver cannot have Q42: line 2 gives Q42 to #1 Inés Aldarondo
    line 4: #1 Inés Aldarondo cannot have Q43: line 2 gives Q42 to #1 Inés Aldarondo
`)
})

test("whom to merge is given by a whole name or a number; of many it could be, some are named", async () => {
  expect(await prints(mergeCommand(archive, "Aldarondo", "Mihail Dragan", signed))).toMatch(
    /Aldarondo: is not the whole name of anybody; is '#1' Inés Aldarondo meant\?/,
  )
  const opened = await openArchive(archive)
  for (let n = 1; n <= 11; n++) await addRecord(opened, report({ title: `${n}` }, "Kane"))
  await opened.close()
  expect(await prints(mergeCommand(archive, "Kane", "Mihail Dragan", signed))).toMatch(
    /^onrecord: Kane: which one\? ('#\d+' Kane, ){7}'#\d+' Kane and 3 more\n$/,
  )
})
