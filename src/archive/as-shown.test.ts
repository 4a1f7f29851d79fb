import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import { addRecord } from "./add.js"
import { findTarget, hide } from "./corrections/hide.js"
import { type Archive, openArchive } from "./open.js"
import { check, contacts, said, searchReports, show } from "./questions/index.js"
import { latestReports } from "./reports.js"

// Mara Lind is taken down: what others said in the same reports stays, her name beside it does not.

const read = recordFromMarked(
  "{p1:Tom Reed} {k1:met} {p1:Mara Lind}. {q3:“No,”} {s3:Reed} {c3:said}. {p4:Ann Kane} {k4:visited} {p4:Mara Lind}. {p5:Reed} {k5:phoned} {p5:Ann Kane}.",
)
const report = { ...read.report, id: "1".repeat(64), title: "Lind meets Reed", url: "https://dorn.example/1" }

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, { ...read, report })
})
afterEach(() => archive.close())

const answers = async () => ({
  said: await said(archive, { who: "Reed" }),
  contacts: await contacts(archive, { who: "Reed", other: "Kane" }),
  search: await searchReports(archive, { words: "visited" }),
  check: (await check(archive, { words: "met Mara Lind. “No,” Reed said" })).found.map(({ words }) => words),
  show: (await show(archive, `11111111#${read.statements[0]!.id}`)).paragraphs,
  reports: await latestReports(archive),
})

test("who is taken down is in no title, excerpt, opening or link of what others said", async () => {
  const before = await answers()
  for (const [name, answer] of Object.entries(before)) expect(JSON.stringify(answer), name).toContain("Lind")
  await hide(archive, await findTarget(archive, "Mara Lind"), { by: "Ada Lund", reason: "asked by letter" })
  const after = await answers()
  for (const [name, answer] of Object.entries(after)) expect(JSON.stringify(answer), name).not.toContain("Lind")
  expect(after.said.rows).toMatchObject([
    { content: "“No,”", title: "████ meets Reed", link: "https://dorn.example/1" },
  ])
  expect(after.contacts.rows).toHaveLength(1)
  expect(after.reports).toMatchObject([
    { title: "████ meets Reed", opening: expect.stringMatching(/^Tom Reed met ████ ████\./) },
  ])
})
