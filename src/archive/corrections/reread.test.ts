import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { type Archive, openArchive } from "../open.js"
import { searchStatements } from "../questions/search.js"
import { currentRecord } from "./current.js"
import { addEntry, correctEntry, disputeEntry, withdrawEntry } from "./do.js"
import { readLog } from "./history.js"
import { replaceReading, unlike } from "./reread.js"
import { undo } from "./undo.js"

const signed = { by: "Ada Lund", reason: "read it again" }
const old = { version: "0.1.0", model: "onrecord-en 111" }
const present = { version: "0.2.0", model: "onrecord-en 222" }

function reading(reader: Record["reader"], marked: string): Record {
  const record = recordFromMarked(marked)
  return { ...record, reader, report: { ...record.report, id: "ab".repeat(32) } }
}

const first = reading(
  old,
  "{q1:“We will close no school,”} {c1:said} {s1:Mara Lind}. {q2:“Not one will close,”} {s2:Reed} {c2:added}. It rained, {c3:said} {s3:the radio} {q3:on Monday}.",
)
// The same text: another entry comes first, Lind's words are read without the mark, the radio's are not read at all.
const second = reading(
  present,
  "“{q3:We will close no school,}” {c3:said} {s3=Lind:Mara Lind}. {q4:“Not one will close,”} {s4:Reed} {c4:added}. {q5:It rained}, {c5:said} {s5:the radio} on Monday.",
)

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, first)
})
afterEach(() => closeSound(archive))

const now = async () => (await currentRecord(archive, first.report.id))!
const words = ({ report }: Record, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => report.text.slice(start, end)).join(" … ")

test("what people did is done again to the same words in the new reading, whatever it calls them", async () => {
  const reed = first.actors.find(({ name }) => name === "Reed")!
  await correctEntry(archive, "abababab#s1", { act: "promise", speakers: [reed.id] }, signed)
  await withdrawEntry(archive, "abababab#s2", signed)
  const { entry } = await addEntry(
    archive,
    "abababab",
    "statement",
    { content: first.statements[0]!.content, speakers: [reed.id] },
    signed,
  )
  const { orphaned } = await replaceReading(archive, second)
  expect(orphaned).toEqual([])
  const record = await now()
  const school = record.statements.find(({ act }) => act === "promise")!
  expect(words(record, school.content)).toBe("We will close no school,")
  expect(record.actors.find(({ id }) => id === school.speakers[0])?.name).toBe("Reed")
  expect(record.statements.map(({ content }) => words(record, content))).not.toContain("“Not one will close,”")
  expect(record.statements.some(({ id }) => id === entry)).toBe(true)
  expect((await readLog(archive, `abababab#${school.id}`)).map(({ deed }) => deed)).toEqual(["correct"])
})

test("the words against an entry stand beside it in the new reading, until they are undone", async () => {
  const { number } = await disputeEntry(archive, "abababab#s1", "I spoke of two schools.", signed)
  await replaceReading(archive, second)
  const disputed = async () => {
    const { rows } = await searchStatements(archive, { words: "school" })
    return rows.flatMap(({ content, dispute }) => (dispute ? [[content, dispute.words]] : []))
  }
  expect(await disputed()).toEqual([["We will close no school,", "I spoke of two schools."]])
  await undo(archive, number, signed)
  expect(await disputed()).toEqual([])
})

test("what fits nowhere any more is orphaned, listed and never moved", async () => {
  const { number } = await correctEntry(archive, "abababab#s3", { act: "deny" }, signed)
  const { orphaned } = await replaceReading(archive, second)
  expect(orphaned).toEqual([{ number, why: expect.stringMatching(/no statement with these words/) }])
  expect((await now()).statements.filter(({ act }) => act === "deny")).toEqual([])
  expect((await readLog(archive)).map(({ state }) => state)).toEqual(["orphaned"])
  // It still can be undone.
  await undo(archive, number, signed)
  expect((await readLog(archive)).map(({ state }) => state)).toEqual(["undone", "applied"])
})

test("what changed is summed up, and the older reading is kept", async () => {
  const { report, orphaned, ...changes } = await replaceReading(archive, second)
  expect({ report, orphaned }).toEqual({ report: first.report.id, orphaned: [] })
  expect(changes).toMatchObject({ gained: ["s5"].map(() => expect.any(String)), lost: ["s3"], same: 1 })
  expect(changes.changed).toHaveLength(1)
  const kept = await archive.db.selectFrom("readings").selectAll().execute()
  expect(kept).toMatchObject([{ model: "onrecord-en 111", reader_version: "0.1.0" }])
  const { text: _, ...rest } = first.report
  expect(JSON.parse(kept[0]!.record)).toEqual({ ...first, report: rest })
})

test("reports read by another model are read again; those made elsewhere only when they are named", async () => {
  const byHand = reading({ version: "by hand", model: "by hand" }, "{q:“No,”} {c:said} {s:Reed}.")
  await addRecord(archive, { ...byHand, report: { ...byHand.report, id: "cd".repeat(32) } })
  expect(await unlike(archive, old)).toEqual([])
  expect(await unlike(archive, present)).toEqual([1])
  expect(await unlike(archive, present, ["cdcdcdcd"])).toEqual([2])
})

test("a reading of another text is refused", async () => {
  const other = reading(present, "{q:“No,”} {c:said} {s:Reed}.")
  await expect(replaceReading(archive, other)).rejects.toThrow(/another text/)
})
