import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { mergeIdentities, renameIdentity } from "../identities/decide.js"
import { listIdentities } from "../identities/list.js"
import { type Archive, openArchive } from "../open.js"
import { searchReports } from "../questions/search-reports.js"
import { machineRecord } from "../stored.js"
import { currentRecord } from "./current.js"
import { erase } from "./erase.js"
import { findHidden, findTarget, hide, lift, targetWords } from "./hide.js"
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
  expect(await undo(archive, merge, signed)).toMatchObject({ shown: lind })
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

test("nobody is taken down by a guess: part of a name is refused, and whose it could be is named", async () => {
  await addRecord(archive, reported("4", "{q:“Who, me?”} {c:asked} {s:Ann Reed}."))
  await expect(findTarget(archive, "Reed")).rejects.toThrow(
    "Reed: is not the whole name of anybody; is #2 Tom Reed or #3 Ann Reed meant?",
  )
  await expect(findTarget(archive, "Lind")).rejects.toThrow("is #1 Mara Lind meant?")
  await expect(findTarget(archive, "Zoe Null")).rejects.toThrow(/neither/)
  await expect(findTarget(archive, "#9")).rejects.toThrow(/neither/)
  await expect(findHidden(archive, "Mara Lind")).rejects.toThrow(/neither.*that is taken down/)
  await hide(archive, await findTarget(archive, "the  MÁRA lind"), signed)
  await expect(findTarget(archive, "Lind")).rejects.toThrow("is #1 Mara Lind meant?")
  await expect(findHidden(archive, "Lind")).rejects.toThrow("is #1 Mara Lind meant?")
})

test("a whole name is whoever bears it, however many names hold it; of several one is chosen by number", async () => {
  await addRecord(archive, reported("6", "{q:“We sit,”} {c:said} {s:Dornvik Council}."))
  await expect(findTarget(archive, "council")).rejects.toThrow("is #3 Dornvik Council meant?")
  await renameIdentity(archive, 1, "COUNCIL", signed)
  expect(await findTarget(archive, "council")).toEqual({ identity: 1 })
  expect(await findTarget(archive, "Mara Lind")).toEqual({ identity: 1 })
  await renameIdentity(archive, 2, "Council", signed)
  await expect(findTarget(archive, "council")).rejects.toThrow("by its number: #1 COUNCIL, #2 Council")
  expect(await findTarget(archive, "#2")).toEqual({ identity: 2 })
  expect(await targetWords(archive, { identity: 2 })).toBe("#2 Council")
})

test("copies of a report that is taken down are named, as far as they are shown", async () => {
  const long = Array.from({ length: 60 }, (_, n) => `word${n}`).join(" ")
  const text = `{q:“No,”} {c:said} {s:Ann Kane}. ${long}`
  const [first, same, near] = [reported("a", text), reported("b", text), reported("c", `${text} At Dorn.`)]
  for (const record of [first, same, near]) await addRecord(archive, record)
  const target = { report: first.report.id }
  expect((await hide(archive, target, signed)).copies).toEqual([same.report.id, near.report.id])
  await hide(archive, { report: same.report.id }, signed)
  await lift(archive, target, signed)
  expect((await hide(archive, target, signed)).copies).toEqual([near.report.id])
  expect((await erase(archive, target, signed)).copies).toEqual([same.report.id, near.report.id])
})

test("what is erased can be neither taken down nor lifted", async () => {
  const target = await findTarget(archive, "Mara Lind")
  const { number } = await hide(archive, target, signed)
  expect(await findTarget(archive, "Mara Lind")).toEqual(target)
  await erase(archive, target, signed)
  await expect(hide(archive, target, signed)).rejects.toThrow(/erased/)
  await expect(lift(archive, target, signed)).rejects.toThrow(/erased/)
  await undo(archive, number, signed)
  expect((await listIdentities(archive, { only: [1] })).map(({ name }) => name)).toEqual([])
  await expect(hide(archive, target, signed)).rejects.toThrow(/erased/)
  await expect(findTarget(archive, "[erased]")).rejects.toThrow(/neither/)
})

test("a report that its publisher withholds answers nothing", async () => {
  const record = reported("5", "{q:“Embargoed,”} {c:said} {s:Tom Reed}.")
  await addRecord(archive, { ...record, report: { ...record.report, status: "withheld" } })
  expect(await standings()).toMatchObject({ "“Embargoed,”": "hidden" })
  expect(await currentRecord(archive, record.report.id)).toBeUndefined()
})
