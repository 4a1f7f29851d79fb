import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../../test/example.js"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord } from "../add.js"
import { correctEntry, disputeEntry } from "../corrections/do.js"
import { findTarget, hide } from "../corrections/hide.js"
import { undo } from "../corrections/undo.js"
import { entryName } from "../entry-names.js"
import { type Archive, openArchive } from "../open.js"
import { show } from "./show.js"

let archive: Archive
const record = example("interview")
const named = (entry: string) => entryName(record.report.id, entry)
const idOf = (words: string) =>
  record.statements.find(({ content: [first] }) => record.report.text.slice(first!.start, first!.end).includes(words))!
    .id

beforeAll(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, record)
})
afterAll(() => archive.close())

test("a statement stands in its paragraph, with the chain of mouths that it came through", async () => {
  const { statement, paragraphs, chain, question } = await show(archive, named(idOf('"Ask the clouds')))
  expect(statement).toMatchObject({ remove: 2, speakers: [{ name: "Inés Aldarondo" }] })
  expect(chain.map(({ speakers }) => speakers[0]?.name)).toEqual(["Joaquín Peñalver", "Inés Aldarondo"])
  expect(question?.content).toContain("whether she expected a call")
  const [{ text, words } = { text: "", words: [] }] = paragraphs
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
    '"Ask the clouds. They have the better line."',
  ])
})

test("a contact is shown with who tells of it", async () => {
  const { contact, chain } = await show(archive, named("c2"))
  expect(contact).toMatchObject({ status: "not-happened", mode: "call", remove: 1 })
  expect(chain.map(({ speakers }) => speakers[0]?.name)).toEqual(["Inés Aldarondo"])
})

test("what people did to it is its history", async () => {
  await disputeEntry(archive, named("s1"), "I never said that.", { by: "Ada Lund", reason: "letter of 3 May" })
  const { statement, history } = await show(archive, named("s1"))
  expect(statement?.disputed).toBe(true)
  expect(history.deeds).toMatchObject([{ deed: "dispute", by: "Ada Lund", reason: "letter of 3 May" }])
  expect(history.disputed).toBe("I never said that.")
})

test("a contact is disputed like a statement, and an actor is not", async () => {
  const signed = { by: "Ada Lund", reason: "letter of 3 May" }
  const silence = named("c1")
  expect((await show(archive, silence)).contact?.disputed).toBe(false)
  await disputeEntry(archive, silence, "We called her in May.", signed)
  const { contact, history } = await show(archive, silence)
  expect(contact?.disputed).toBe(true)
  expect(history.disputed).toBe("We called her in May.")
  await undo(archive, history.deeds[0]!.number, signed)
  expect((await show(archive, silence)).contact?.disputed).toBe(false)
  await expect(disputeEntry(archive, named("a1"), "No.", signed)).rejects.toThrow(/only a statement or a contact/)
})

test("what a correction changed is told as it would be typed, also when it was undone", async () => {
  const signed = { by: "Ada Lund", reason: "read it again" }
  const { when, between } = record.contacts.find(({ id }) => id === "c2")!
  const changes = {
    when: { ...when!, from: "2024-03-02", surely: undefined },
    between: [between[0]!, "a4"],
    mode: "talk",
  }
  const { number } = await correctEntry(archive, named("c2"), changes, signed)
  await correctEntry(archive, named("c2"), { when: null }, signed)
  await undo(archive, number, signed)
  const [words] = [record.report.text.slice(when!.start, when!.end).replace(/\s+/g, " ")]
  const name = (id: string | undefined) => record.actors.find((actor) => actor.id === id)?.name
  const machine = `${words}@2024-03-01..2024-09-19; surely 2024-06-20..2024-09-19`
  const { history } = await show(archive, named("c2"))
  expect(history.deeds.map(({ deed, changed }) => [deed, changed])).toEqual([
    [
      "correct",
      [
        { field: "between", before: between.map(name).join("; "), after: `${name(between[0])}; ${name("a4")}` },
        { field: "mode", before: "call", after: "talk" },
        { field: "when", before: machine, after: `${words}@2024-03-02..2024-09-19; surely nothing` },
      ],
    ],
    ["correct", [{ field: "when", before: machine }]],
    ["undo", undefined],
  ])
})

test("what is not there, or was taken down, is not shown", async () => {
  await expect(show(archive, named("s999"))).rejects.toThrow(/no such entry/)
  await expect(show(archive, record.report.id.slice(0, 8))).rejects.toThrow(/is a report/)
  await archive.db.updateTable("statements").set({ standing: "hidden" }).where("id", "=", "s2").execute()
  await expect(show(archive, named("s2"))).rejects.toThrow(/taken down/)
})

test("a person who was taken down is blotted out of the paragraph around an entry of somebody else", async () => {
  const marked =
    "{p1:Mara Lind} {k1:met} {p1:Tom Reed}. {q2:“It was long,”} {s2:Reed} {c2:said}. {q3:“Too long,”} {s3:Lind} {c3:said}."
  const read = recordFromMarked(marked)
  await addRecord(archive, { ...read, report: { ...read.report, id: "b".repeat(64) } })
  const entry = `bbbbbbbb#${read.statements[0]!.id}`
  const lind = read.actors.find(({ name }) => name === "Mara Lind")!
  for (const about of [[lind.id], []])
    await correctEntry(archive, entry, { about }, { by: "Ada Lund", reason: "does he mean her?" })
  await hide(archive, await findTarget(archive, "Mara Lind"), { by: "Ada Lund", reason: "asked by letter" })
  const { paragraphs } = await show(archive, entry)
  expect(paragraphs[0]?.text).toBe("████ ████ met Tom Reed. “It was long,” Reed said. ████ ██████ ████ said.")
  const { history } = await show(archive, entry)
  expect(history.deeds.map(({ changed }) => changed)).toEqual([
    [{ field: "about", after: "a person who was taken down" }],
    [{ field: "about", before: "a person who was taken down" }],
  ])
})
