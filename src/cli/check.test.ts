import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { told } from "../../test/told.js"
import { type Archive, about, addRecord, check, disputeEntry, openArchive, said } from "../archive/index.js"
import { checkedTable, statementTable } from "../asking/tables.js"
import { csvHeader, csvLines } from "../export/csv.js"
import { checkedAnswer } from "./check.js"
import { statementAnswer } from "./pretty-answers.js"
import { look } from "./terminal.js"

const plain = look(100, false)
const signed = { by: "Ada Lund", reason: "her letter", now: new Date("2026-03-09T08:00:00Z") }

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  await addRecord(
    archive,
    told(
      "{s1:Ottilie Brandvold} {c1=deny:denied} that {q1:the bridge over the sound was unsafe}. {s2:Teun Adler} {c2=negated:would not say} {q2:who had closed the old ferry}. {s3:Ann Kane} {c3=ask:asked} {q3:when the new ferry would run}. {q4:“Nobody sleeps under {m=Teun Adler:Adler}’s cranes now,”} {c4:said} {s4:Jo Ardan}.",
      { publisher: "Dorn Courier", published: "2026-03-04", title: "The sound" },
    ),
  )
})
afterAll(() => archive.close())

const checked = (words: string) => check(archive, { words })
const printed = async (words: string) => checkedAnswer(await checked(words), plain).slice(1)

test("a denial is shown as one, in the report's words and behind a broken bar", async () => {
  expect(await printed("the bridge over the sound was unsafe")).toEqual([
    "",
    expect.stringMatching(/#s1 {2}Dorn Courier reported on 2026-03-04 that$/),
    "    Ottilie Brandvold  [first-hand]",
    "    denied · in the report's words · 100 % sure",
    "    ┊ the bridge over the sound was unsafe",
    "    “The sound”",
  ])
})

test("of many places the first are shown, and how many there are", async () => {
  const answer = await check(archive, { words: "the", limit: 1 })
  expect(checkedAnswer(answer, plain)[0]).toBe("Found exactly, in 3 places; the first 1:")
  const behind = await check(archive, { words: "the", limit: 1, cursor: answer.next! })
  expect(checkedAnswer(behind, plain)[0]).toBe("Found exactly, in 3 places; 1 of them:")
})

test("what was altered is shown as denied, too", async () => {
  expect(await printed("the bridge over the sound was not safe")).toContain(
    "    ┊ the bridge over the sound was [-not safe-] {+unsafe+}",
  )
})

test("what was not said, and what was asked, is shown as that", async () => {
  expect(await printed("who had closed the old ferry")).toEqual(
    expect.arrayContaining([
      "    did not say: would not say · in the report's words · 100 % sure",
      "    ┊ who had closed the old ferry",
    ]),
  )
  expect(await printed("when the new ferry would run")).toContain("    asked · in the report's words · 100 % sure")
})

test("a table says it in the columns that other tables have", async () => {
  const rows = checkedTable.rowsOf(await checked("the bridge over the sound was unsafe"))
  const written = csvHeader(checkedTable.columns) + csvLines(checkedTable.columns, rows)
  expect(parse(written, { columns: true })).toMatchObject([
    { kind: "indirect", act: "deny", polarity: "asserted", remove: "1", disputed: "0", dispute: "" },
  ])
})

test("the words of the person who disputes an entry stand beside it wherever it is", async () => {
  const words = "I said that some sleep there.\n\nNot nobody."
  const [entry] = (await said(archive, { who: "Ardan" })).rows
  await disputeEntry(archive, entry!.id, "No.", signed)
  await disputeEntry(archive, entry!.id, words, signed)
  const line = "    disputed on 2026-03-09: “I said that some sleep there. Not nobody.”"
  const [found] = (await said(archive, { who: "Ardan" })).rows
  expect(found).toMatchObject({ disputed: true, dispute: { at: "2026-03-09T08:00:00.000Z", words } })
  expect(statementAnswer(found!, plain)).toContain(line)
  expect((await about(archive, { who: "Adler" })).rows).toMatchObject([{ dispute: { words } }])
  expect(await printed("Nobody sleeps under Adler’s cranes now")).toContain(line)
  const answer = await checked("Nobody sleeps under Adler’s cranes now")
  expect(checkedTable.rowsOf(answer)).toMatchObject([{ disputed: 1, dispute: words }])
  expect(statementTable.rowsOf(found!)).toMatchObject([{ disputed: 1, dispute: words }])
  const [undisputed] = (await said(archive, { who: "Brandvold" })).rows
  expect(undisputed).not.toHaveProperty("dispute")
})
