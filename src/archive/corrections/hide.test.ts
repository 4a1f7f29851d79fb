import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { mergeIdentities } from "../identities/decide.js"
import { type Archive, openArchive } from "../open.js"
import { searchReports } from "../questions/search-reports.js"
import { machineRecord } from "../stored.js"
import { currentRecord } from "./current.js"
import { findHidden, findTarget, hide, lift } from "./hide.js"
import { readLog } from "./history.js"
import { undo } from "./undo.js"

const signed = { by: "Ada Lund", reason: "asked by letter" }
const meeting = reported(
  "1",
  "{p1:Mara Lind} {k1:met} {p1:Tom Reed}. {q2:“It was short,”} {s2=Mara Lind:she} {c2:said}. {q3:“It was long,”} {s3:Reed} {c3:said}.",
)
const other = reported("2", "{q:“No,”} {c:said} {s:Tom Reed}.")

function reported(letter: string, marked: string) {
  const record = recordFromMarked(marked)
  return {
    ...record,
    report: { ...record.report, id: letter.repeat(64), title: letter === "1" ? "Lind and Reed" : "Reed" },
  }
}

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const record of [meeting, other]) await addRecord(archive, record)
})
afterEach(() => closeSound(archive))

const standings = async () => {
  const { db } = archive
  const statements = await db.selectFrom("statements").select(["content", "standing"]).orderBy("number").execute()
  const contacts = await db.selectFrom("contacts").select(["evidence as content", "standing"]).execute()
  return Object.fromEntries([...statements, ...contacts].map(({ content, standing }) => [content, standing]))
}

test("whoever is merged into a person who was taken down is hidden, and shown again when that is undone", async () => {
  const before = await standings()
  const find = async (name: string) => (await findTarget(archive, name)) as { readonly identity: number }
  const [lind, reed] = [(await find("Mara Lind")).identity, (await find("Tom Reed")).identity]
  await hide(archive, { identity: reed }, signed)
  const hidden = await standings()
  expect(hidden["“It was short,”"]).toBe("current")
  const merge = await mergeIdentities(archive, lind, reed, signed)
  expect(await standings()).toEqual({ ...hidden, "“It was short,”": "hidden" })
  await undo(archive, merge, signed)
  expect(await standings()).toEqual(hidden)
  await lift(archive, { identity: reed }, signed)
  expect(await standings()).toEqual(before)
})

test("a person who is taken down is out of every answer, and back when it is lifted", async () => {
  const before = await standings()
  expect(new Set(Object.values(before))).toEqual(new Set(["current"]))
  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
  expect(await standings()).toEqual({ ...before, "“It was short,”": "hidden", met: "hidden" })
  const shown = (await currentRecord(archive, meeting.report.id))!
  expect(shown.report.text).toBe("████ ████ met Tom Reed. ███ ███ ███████ she said. “It was long,” Reed said.")
  expect(shown.report.title).toBe("████ and Reed")
  expect(shown.statements.map(({ id }) => id)).toEqual(["s2"])
  expect(shown.contacts).toEqual([])
  expect(JSON.stringify(shown)).not.toContain("Lind")
  expect((await searchReports(archive, { words: "Lind" })).rows).toEqual([])
  expect((await searchReports(archive, { words: "short" })).rows).toEqual([])
  expect((await searchReports(archive, { words: "long" })).rows).toMatchObject([
    { title: "████ and Reed", excerpt: expect.not.stringContaining("Lind") },
  ])
  // The source is as it was.
  expect(await machineRecord(archive, meeting.report.id)).toEqual(meeting)

  await lift(archive, await findHidden(archive, "Mara Lind"), signed)
  expect(await standings()).toEqual(before)
  expect(await currentRecord(archive, meeting.report.id)).toEqual(meeting)
  expect((await readLog(archive)).map(({ deed, state }) => [deed, state])).toEqual([
    ["hide", "undone"],
    ["undo", "applied"],
  ])
})

test("who is taken down stays so in reports that come later", async () => {
  await hide(archive, await findTarget(archive, "Tom Reed"), signed)
  await addRecord(archive, reported("3", "{q:“Later,”} {c:said} {s:Tom Reed}."))
  expect((await standings())["“Later,”"]).toBe("hidden")
})

test("a report that is taken down is out of every answer", async () => {
  const target = await findTarget(archive, other.report.id.slice(0, 8))
  await hide(archive, target, signed)
  expect(await standings()).toMatchObject({ "“No,”": "hidden", "“It was long,”": "current" })
  expect(await currentRecord(archive, other.report.id)).toBeUndefined()
  await expect(hide(archive, target, signed)).rejects.toThrow(/already/)
  await lift(archive, target, signed)
  await expect(lift(archive, target, signed)).rejects.toThrow(/not taken down/)
  expect(await standings()).toMatchObject({ "“No,”": "current" })
})

test("nobody is taken down by a guess", async () => {
  await addRecord(archive, reported("4", "{q:“Who, me?”} {c:asked} {s:Ann Reed}."))
  await expect(findTarget(archive, "Reed")).rejects.toThrow(/several.*Tom Reed.*Ann Reed|several.*Ann Reed.*Tom Reed/)
  await expect(findTarget(archive, "Zoe Null")).rejects.toThrow(/neither/)
})

test("a report that its publisher withholds answers nothing", async () => {
  const record = reported("5", "{q:“Embargoed,”} {c:said} {s:Tom Reed}.")
  await addRecord(archive, { ...record, report: { ...record.report, status: "withheld" } })
  expect(await standings()).toMatchObject({ "“Embargoed,”": "hidden" })
  expect(await currentRecord(archive, record.report.id)).toBeUndefined()
})
