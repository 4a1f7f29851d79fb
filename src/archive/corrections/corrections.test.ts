import { readFileSync } from "node:fs"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import type { Record, Statement } from "../../record.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { type Archive, openArchive } from "../open.js"
import { machineRecord } from "../stored.js"
import { correctedRecord, currentRecord } from "./current.js"
import { addEntry, correctEntry, disputeEntry, withdrawEntry } from "./do.js"
import { undo } from "./undo.js"

const marked = readFileSync(new URL("../../../examples/interview.marked.txt", import.meta.url), "utf8")
const id = "a".repeat(64)
const read = recordFromMarked(marked)
const interview: Record = { ...read, report: { ...read.report, id } }
const signed = { by: "Ada Lund", reason: "read it again" }
const [first, second] = interview.statements as [Statement, Statement]
const name = (entry: string) => `aaaaaaaa#${entry}`

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, interview)
})
afterEach(() => closeSound(archive))

const statementNow = async (entry: string) =>
  (await currentRecord(archive, id))?.statements.find((statement) => statement.id === entry)

/** Everything that can be asked: the rows without their numbers, and the states in the log. */
async function rows() {
  const { db } = archive
  const statements = await db.selectFrom("statements").selectAll().orderBy("report").orderBy("id").execute()
  const contacts = await db.selectFrom("contacts").selectAll().orderBy("report").orderBy("id").execute()
  const actors = await db.selectFrom("actors").selectAll().orderBy("id").execute()
  const parts = await db
    .selectFrom("statement_actors")
    .innerJoin("statements", "statements.number", "statement_actors.statement")
    .innerJoin("actors", "actors.number", "statement_actors.actor")
    .select(["statements.id", "actors.id as actor", "part"])
    .orderBy("statements.id")
    .orderBy("actors.id")
    .orderBy("part")
    .execute()
  const bare = (entries: readonly object[]) => entries.map((entry) => ({ ...entry, number: 0 }))
  return { statements: bare(statements), contacts: bare(contacts), actors: bare(actors), parts }
}

test("a corrected field stands in the record and in the rows; what the machine read is kept", async () => {
  const other = interview.actors.find((actor) => !first.speakers.includes(actor.id))!
  await correctEntry(archive, name(first.id), { act: "promise", speakers: [other.id] }, signed)
  expect(await statementNow(first.id)).toMatchObject({
    act: "promise",
    speakers: [other.id],
    confidence: { statement: first.confidence.statement, speaker: 1 },
  })
  const row = await archive.db.selectFrom("statements").selectAll().where("id", "=", first.id).executeTakeFirst()
  expect(row).toMatchObject({ act: "promise", origin: "machine" })
  expect(await machineRecord(archive, id)).toEqual(interview)
  const [line] = await archive.db.selectFrom("log").selectAll().execute()
  expect(line).toMatchObject({ ...signed, deed: "correct", report: id, entry: first.id, state: "applied" })
  expect(JSON.parse(line!.before!)).toEqual(first)
})

test("what a correction says must be possible, or nothing is written", async () => {
  const length = interview.report.text.length
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{}, /nothing to change/],
    [{ act: "shout" }, /act: is one of say/],
    [{ colour: "red" }, /colour/],
    [{ speakers: ["a99"] }, /no actor a99/],
    [{ content: [] }, /content/],
    [{ content: [{ start: length - 1, end: length + 1 }] }, /outside the text/],
    [{ cue: [{ start: 5, end: 5 }] }, /holds no words/],
    [{ within: first.id }, new RegExp(`back to ${first.id}`)],
    [{ within: "s99" }, /no statement s99/],
    [
      { when: { start: 0, end: 4, from: "2024-02-30", to: "2024-03-01" } },
      /when: 2024-02-30 is no day of the calendar/,
    ],
    [{ when: { start: 0, end: 4, from: "last week" } }, /when: last week is no day/],
  ]
  const before = await rows()
  for (const [changes, problem] of wrong) {
    await expect(correctEntry(archive, name(first.id), changes, signed)).rejects.toThrow(problem)
  }
  const silent = { start: 0, end: 4, from: "2024-02-01", to: "2024-03-01" }
  for (const when of [
    { ...silent, to: "2024-13-45" },
    { ...silent, surely: { from: "2024-02-01", to: "2024-02-30" } },
  ]) {
    await expect(correctEntry(archive, name("c2"), { when }, signed)).rejects.toThrow(/is no day of the calendar/)
    const { evidence, between, mode, status } = interview.contacts[1]!
    const added = { evidence, between, mode, status, when }
    await expect(addEntry(archive, id, "contact", added, signed)).rejects.toThrow(/is no day of the calendar/)
  }
  await expect(correctEntry(archive, name(first.id), { act: "say" }, { ...signed, by: " " })).rejects.toThrow(/who/)
  await expect(withdrawEntry(archive, name(first.id), { ...signed, reason: "" })).rejects.toThrow(/why/)
  await expect(withdrawEntry(archive, name("s99"), signed)).rejects.toThrow(/no entry s99/)
  await expect(withdrawEntry(archive, "bbbb#s1", signed)).rejects.toThrow(/no report/)
  expect(await rows()).toEqual(before)
  expect(await archive.db.selectFrom("log").selectAll().execute()).toEqual([])
})

test("a withdrawn entry is out of the record and out of every answer, and can come back", async () => {
  const { number } = await withdrawEntry(archive, name(first.id), signed)
  expect(await statementNow(first.id)).toBeUndefined()
  const standing = async () =>
    (await archive.db.selectFrom("statements").select("standing").where("id", "=", first.id).executeTakeFirst())
      ?.standing
  expect(await standing()).toBe("withdrawn")
  await undo(archive, number, signed)
  expect(await statementNow(first.id)).toEqual(first)
  expect(await standing()).toBe("current")
})

test("a person adds a statement and the one who said it", async () => {
  const { text } = interview.report
  const words = text.slice(0, 40)
  const { entry } = await addEntry(
    archive,
    "aaaaaaaa",
    "statement",
    { content: [{ start: 0, end: 40 }], speakers: ["new1"] },
    { ...signed, newcomers: [{ name: "Jo Ardan", kind: "person", mentions: [{ start: 3, end: 9 }] }] },
  )
  const added = await statementNow(entry)
  const record = (await currentRecord(archive, id))!
  expect(record.actors.find((actor) => actor.id === added?.speakers[0])).toMatchObject({ name: "Jo Ardan" })
  const row = await archive.db.selectFrom("statements").selectAll().where("id", "=", entry).executeTakeFirst()
  expect(row).toMatchObject({ content: words, origin: "person", confidence: 1 })
  // It can be corrected and withdrawn like any other.
  await correctEntry(archive, name(entry), { act: "ask" }, signed)
  expect(await statementNow(entry)).toMatchObject({ act: "ask" })
})

test("a correction of an addition that was undone is orphaned, and holds again with it", async () => {
  const added = await addEntry(archive, "aaaaaaaa", "statement", { content: [{ start: 0, end: 40 }] }, signed)
  const corrected = await correctEntry(archive, name(added.entry), { act: "ask" }, signed)
  const state = async () =>
    (await archive.db.selectFrom("log").select("state").where("number", "=", corrected.number).executeTakeFirst())
      ?.state
  const undone = await undo(archive, added.number, signed)
  expect(await state()).toBe("orphaned")
  expect(await undo(archive, undone.number, signed)).toMatchObject({ deed: "add", holds: true })
  expect(await state()).toBe("applied")
  expect(await statementNow(added.entry)).toMatchObject({ act: "ask" })
})

test("the words of a person who disputes an entry stand beside it", async () => {
  await disputeEntry(archive, name(first.id), "I never said that.", { by: "M. Lind", reason: "letter of 4 March" })
  const corrected = (await correctedRecord(archive, id))!
  expect(corrected.disputes.get(first.id)).toBe("I never said that.")
  const row = await archive.db.selectFrom("statements").selectAll().where("id", "=", first.id).executeTakeFirst()
  expect(row).toMatchObject({ disputed: 1, standing: "current" })
})

test("other content brings those it mentions and keeps the figures in it", async () => {
  const { content } = second
  await correctEntry(archive, name(first.id), { content }, signed)
  const now = await statementNow(first.id)
  expect(now).toMatchObject({ content, about: second.about, confidence: { statement: 1 } })
  expect(now?.figures).toEqual([])
})

test("what is told within another is one mouth farther away, and so is what is told within it", async () => {
  const outermost = interview.statements.find(({ within, id: own }) => {
    return within === undefined && interview.statements.some((inner) => inner.within === own)
  })!
  const inner = interview.statements.find(({ within }) => within === outermost.id)!
  const teller = interview.statements.find(({ within, speakers, id: own }) => {
    return within === undefined && own !== outermost.id && !outermost.speakers.includes(speakers[0] ?? "")
  })!
  await correctEntry(archive, name(outermost.id), { within: teller.id }, signed)
  expect((await statementNow(outermost.id))?.remove).toBe(outermost.remove + 1)
  expect((await statementNow(inner.id))?.remove).toBe(inner.remove + 1)
})

const ids = fc.constantFrom(...interview.statements.map((statement) => statement.id))
const actors = fc.subarray(interview.actors.map((actor) => actor.id))
const span = fc
  .tuple(fc.nat(interview.report.text.length - 1), fc.integer({ min: 1, max: 80 }))
  .map(([start, length]) => ({ start, end: Math.min(interview.report.text.length, start + length) }))
const deed = fc.oneof(
  fc.record({
    what: fc.constant("correct" as const),
    entry: ids,
    changes: fc.oneof(
      fc.record({ speakers: actors, act: fc.constantFrom("say", "ask", "deny") }),
      fc.record({ content: fc.array(span, { minLength: 1, maxLength: 2 }), addressees: actors }),
      fc.record({ within: fc.option(ids), via: fc.option(span) }),
    ),
  }),
  fc.record({ what: fc.constant("withdraw" as const), entry: ids }),
  fc.record({ what: fc.constant("dispute" as const), entry: ids }),
  fc.record({ what: fc.constant("add" as const), content: span, speakers: actors }),
  fc.record({ what: fc.constant("undo" as const), back: fc.nat(20) }),
)
type RandomDeed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** The number of the deed in the log; undefined where it cannot be done, such as a statement within itself. */
async function perform(random: RandomDeed): Promise<number | undefined> {
  try {
    if (random.what === "correct")
      return (await correctEntry(archive, name(random.entry), random.changes, signed)).number
    if (random.what === "withdraw") return (await withdrawEntry(archive, name(random.entry), signed)).number
    if (random.what === "dispute") return (await disputeEntry(archive, name(random.entry), "No.", signed)).number
    if (random.what === "undo") return (await undo(archive, random.back + 1, signed)).number
    const { content, speakers } = random
    return (await addEntry(archive, "aaaaaaaa", "statement", { content: [content], speakers }, signed)).number
  } catch (error) {
    if (error instanceof Error && error.name === "ArchiveError") return undefined
    throw error
  }
}

test("whatever was done before, a deed and its undo leave everything as it was, and so does an undo undone", async () => {
  let performed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 6 }), deed, async (history, last) => {
      const fresh = await openArchive(":memory:")
      await addRecord(fresh, interview)
      await closeSound(archive)
      archive = fresh
      for (const step of history) await perform(step)
      const before = await rows()
      const number = await perform(last)
      if (number === undefined) {
        expect(await rows()).toEqual(before)
        return
      }
      performed++
      const after = await rows()
      const { number: undoing } = await undo(archive, number, signed)
      expect(await rows()).toEqual(before)
      await undo(archive, undoing, signed)
      expect(await rows()).toEqual(after)
    }),
    { numRuns: 40 },
  )
  expect(performed).toBeGreaterThan(10)
})
