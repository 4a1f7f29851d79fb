import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { ChangedError } from "../errors.js"
import { type Archive, openArchive } from "../open.js"
import { acceptEntries, correctEntry, disputeEntry, withdrawEntry } from "./do.js"
import { hide } from "./hide.js"
import { lessons, readLog } from "./history.js"
import { replaceReading } from "./reread.js"
import { handlingOf } from "./states.js"
import { entryStory } from "./story.js"
import { undo } from "./undo.js"

const signed = { by: "Ada Lund", reason: "compared with the report" }
const marked = "{q1:“No,”} {c1:said} {s1:Mara Lind}. {q2:“Yes,”} {s2:Tom Reed} {c2:told} {a2:Mara Lind}."
const reading = (model: string, text: string): Record => {
  const read = recordFromMarked(text)
  return { ...read, reader: { version: "0.1.0", model }, report: { ...read.report, id: "cd".repeat(32) } }
}
const first = reading("onrecord-en 1", marked)
const actor = (name: string) => first.actors.find((one) => one.name === name)!.id
const [one, two] = [{ name: "cdcdcdcd#s1" }, { name: "cdcdcdcd#s2" }]

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, first)
})
afterEach(() => archive.close())

const accepted = async () => {
  const { states } = await handlingOf(archive, 1)
  return [...states].flatMap(([id, state]) => (state.accepted ? [`${id} by ${state.accepted.by}`] : []))
}

test("who finds entries right says so in the log; nothing that the machine read changes", async () => {
  const before = await archive.db.selectFrom("statements").selectAll().execute()
  expect(await acceptEntries(archive, [one, two], signed)).toMatchObject([{ entry: "s1" }, { entry: "s2" }])
  expect(await archive.db.selectFrom("statements").selectAll().execute()).toEqual(before)
  expect(await accepted()).toEqual(["s1 by Ada Lund", "s2 by Ada Lund"])
  expect(await readLog(archive, one.name)).toMatchObject([{ deed: "accept", ...signed, state: "applied" }])
  const taught = []
  for await (const lesson of lessons(archive)) taught.push(lesson)
  expect(taught).toMatchObject([{ entry: "s1" }, { entry: "s2" }])
  for (const { before, after } of taught) expect(after).toEqual(before)
})

test("what is corrected afterwards is accepted no more, until the correction is undone", async () => {
  await acceptEntries(archive, [one], signed)
  const { number } = await correctEntry(archive, one.name, { speakers: [actor("Tom Reed")] }, signed)
  expect(await accepted()).toEqual([])
  await undo(archive, number, signed)
  expect(await accepted()).toEqual(["s1 by Ada Lund"])
})

test("accepted is what was corrected: without the correction nobody accepted it", async () => {
  const { number } = await correctEntry(archive, one.name, { speakers: [actor("Tom Reed")] }, signed)
  await acceptEntries(archive, [one], signed)
  await undo(archive, number, signed)
  expect(await accepted()).toEqual([])
  expect((await readLog(archive, one.name)).map(({ deed, state }) => `${deed} ${state}`)).toEqual([
    "correct undone",
    "accept orphaned",
    "undo applied",
  ])
})

test("a new reading that says the same stays accepted, whatever it calls its entries; another does not", async () => {
  await acceptEntries(archive, [one, two], signed)
  const second = reading(
    "onrecord-en 2",
    "{q3:“No,”} {c3:said} {s3:Mara Lind}. {q1:“Yes,”} {s1:Tom Reed} {c1=deny:told} {a1:Mara Lind}.",
  )
  const { orphaned } = await replaceReading(archive, second)
  expect(orphaned).toMatchObject([{ why: expect.stringContaining("something else") }])
  expect((await handlingOf(archive, 1)).orphaned).toMatchObject([{ number: 2, deed: "accept", words: "“Yes,”" }])
  const same = second.statements.find(({ act }) => act === "say")!
  expect(await accepted()).toEqual([`${same.id} by Ada Lund`])
})

test("all are accepted or none: not what was withdrawn, or changed after it was seen, nor an actor", async () => {
  const { seen } = (await handlingOf(archive, 1)).states.get("s2")!
  await correctEntry(archive, two.name, { act: "deny" }, signed)
  await expect(acceptEntries(archive, [one, { ...two, seen }], signed)).rejects.toThrow(ChangedError)
  await withdrawEntry(archive, two.name, signed)
  await expect(acceptEntries(archive, [one, two], signed)).rejects.toThrow(/withdrawn/)
  await expect(acceptEntries(archive, [{ name: `cdcdcdcd#${actor("Tom Reed")}` }], signed)).rejects.toThrow(/only a/)
  await expect(acceptEntries(archive, [], signed)).rejects.toThrow(/no entry/)
  expect(await accepted()).toEqual([])
})

test("what was changed after it was seen is not changed again unseen", async () => {
  const seen = (await entryStory(archive, one.name))!.seen
  await correctEntry(archive, one.name, { act: "deny" }, { ...signed, seen })
  await expect(withdrawEntry(archive, one.name, { ...signed, seen })).rejects.toThrow(ChangedError)
  await withdrawEntry(archive, one.name, { ...signed, seen: (await entryStory(archive, one.name))!.seen })
})

test("the story of an entry tells what the machine read, each deed with before and after, also undone ones", async () => {
  await correctEntry(archive, one.name, { act: "deny" }, signed)
  const { number } = await correctEntry(archive, one.name, { speakers: [actor("Tom Reed")] }, signed)
  await undo(archive, number, { ...signed, reason: "it was Lind" })
  await disputeEntry(archive, one.name, "I never said no.", signed)
  const story = (await entryStory(archive, one.name))!
  expect(story).toMatchObject({ kind: "statement", standing: "current", accepted: undefined })
  expect(story.machine).toEqual(first.statements[0])
  expect(story.now).toMatchObject({ act: "deny", speakers: [actor("Mara Lind")] })
  expect(story.chapters).toMatchObject([
    { deed: "correct", before: { act: "say" }, after: { act: "deny" }, state: "applied" },
    { deed: "correct", before: { speakers: [actor("Mara Lind")] }, after: { speakers: [actor("Tom Reed")] } },
    { deed: "undo", undoes: number, reason: "it was Lind", before: undefined },
    { deed: "dispute", words: "I never said no." },
  ])
})

test("a withdrawn entry keeps its story, and stands in the list of its report", async () => {
  await withdrawEntry(archive, two.name, signed)
  expect(await entryStory(archive, two.name)).toMatchObject({ standing: "withdrawn", now: { id: "s2" } })
  expect((await handlingOf(archive, 1)).withdrawn).toEqual([{ id: "s2", words: "“Yes,”" }])
})

test("a story does not bring back who was taken down", async () => {
  const { number } = (await archive.db
    .selectFrom("identities")
    .select("number")
    .where("name", "=", "Tom Reed")
    .executeTakeFirst())!
  // Once the machine had taken her words for his; the correction speaks of him too.
  await correctEntry(archive, one.name, { speakers: [actor("Tom Reed")] }, signed)
  await correctEntry(archive, one.name, { speakers: [actor("Mara Lind")] }, { ...signed, reason: "not Reed’s words" })
  await disputeEntry(archive, one.name, "Tom Reed made that up.", signed)
  await hide(archive, { identity: number }, signed)
  const story = await entryStory(archive, one.name)
  expect(story).toBeDefined()
  expect(JSON.stringify(story)).not.toMatch(/Reed/)
  expect(JSON.stringify([...(await handlingOf(archive, 1)).states.values()])).not.toMatch(/Reed/)
  expect(await entryStory(archive, two.name)).toBeUndefined()
  expect(await entryStory(archive, "cdcdcdcd#s9")).toBeUndefined()
})
