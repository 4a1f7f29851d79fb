import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { acceptEntries, correctEntry, disputeEntry, withdrawEntry } from "../corrections/do.js"
import { findTarget, hide } from "../corrections/hide.js"
import { handlingOf } from "../corrections/states.js"
import { entryStory } from "../corrections/story.js"
import { findIdentity, mergeIdentities, setPrivate } from "../identities/index.js"
import { type Archive, currentRecord, openArchive, said, searchReports, searchStatements, show, who } from "../index.js"
import { voices } from "../voices.js"
import { type PublicOptions, publicCopy } from "./copy.js"

const signed = { by: "Olga Sekret", reason: "asked by letter" }
const evening = reported(
  "1",
  "Petra Quill and the mayor",
  "{q1:“The bridge is unsafe,”} {c1:said} {s1:Mayor Mara Lind}. It rained all evening. {q2:“I walk over it daily,”} {s2:Petra Quill}, a resident, {c2:said}. Quill lives in Mill Lane. {s3:Lind} {c3:told} {a3:Quill} that {q3:it would close}.",
)
const later = reported(
  "2",
  "Later",
  "{q:“Closed,”} {c:said} {s:Mayor Mara Lind}. {q2:“Never,”} {s2:Tom Reed}, a senator, {c2:said}.",
)

function reported(letter: string, title: string, marked: string) {
  const record = recordFromMarked(marked)
  const { report } = record
  const roles: { readonly [name: string]: string[] } = { "Petra Quill": ["resident"], "Tom Reed": ["senator"] }
  return {
    ...record,
    actors: record.actors.map((actor) => ({ ...actor, roles: roles[actor.name] ?? actor.roles })),
    report: {
      ...report,
      id: letter.repeat(64),
      title,
      url: `https://dorn.example/${letter}`,
      provenance: { path: "olga/dorn.txt" },
    },
  }
}

const folder = mkdtempSync(join(tmpdir(), "onrecord-copy-"))
let archive: Archive
let copy: Archive
let n = 0
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const record of [evening, later]) await addRecord(archive, record)
})
afterEach(async () => {
  await archive.close()
  await closeSound(copy)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function published(options: PublicOptions = {}) {
  const path = join(folder, `${n++}.db`)
  copy = await publicCopy(archive, path, options)
  return path
}

/** Everything that is in the file, as letters. */
async function bytesOf(path: string): Promise<string> {
  await copy.close()
  const bytes = readFileSync(path, "latin1")
  copy = await openArchive(path)
  return bytes
}

test("private people are shown by their role, others by their name", async () => {
  await published()
  expect((await who(copy, {})).rows.map(({ name }) => name).sort()).toEqual(["Mara Lind", "Tom Reed", "a resident"])
  const [entry] = (await searchStatements(copy, { words: "daily" })).rows
  expect(entry).toMatchObject({ content: "“I walk over it daily,”", source: "█████ █████" })
  expect(entry!.speakers).toMatchObject([{ name: "a resident" }])
  expect((await findIdentity(copy, "Petra Quill")).kind).toBe("none")
  const told = (await said(copy, { who: "Mara Lind" })).rows.find(({ content }) => content.includes("close"))
  expect(told!.addressees).toMatchObject([{ name: "a resident" }])
})

test("of a text there are the sentences in which entries stand, with the places that fit", async () => {
  await published()
  const record = (await currentRecord(copy, evening.report.id))!
  expect(record.report.text).toBe(
    "“The bridge is unsafe,” said Mayor Mara Lind.\n\n“I walk over it daily,” █████ █████, a resident, said.\n\nLind told █████ that it would close.",
  )
  expect(record.report.title).toBe("█████ █████ and the mayor")
  const first = (await searchStatements(copy, { words: "unsafe" })).rows[0]!
  expect(first.link).toBe("https://dorn.example/1#:~:text=%E2%80%9CThe%20bridge%20is%20unsafe%2C%E2%80%9D")
  expect((await show(copy, `${"1".repeat(8)}#${record.statements[1]!.id}`)).paragraphs).toMatchObject([
    { text: "“I walk over it daily,” █████ █████, a resident, said." },
  ])
  expect((await searchReports(copy, { words: "rained" })).rows).toEqual([])
})

test("with the right to them, whole texts stay, without the names of private people", async () => {
  await published({ wholeTexts: true })
  const { text } = (await currentRecord(copy, evening.report.id))!.report
  expect(text).toHaveLength(evening.report.text.length)
  expect(text).toContain("It rained all evening. ")
  expect(text).toContain(" █████ lives in Mill Lane.")
})

test("what the copy does not show is not in its file", async () => {
  await hide(archive, { report: later.report.id }, signed)
  const bytes = await bytesOf(await published())
  expect(bytes).toContain("Mara Lind")
  for (const words of ["Petra", "Quill", "rained", "Tom Reed", "Never", "Olga", "olga", "letter"]) {
    expect(bytes, words).not.toContain(words)
  }
})

test("the words of who was taken down are in no whole text, and nobody is called by the name", async () => {
  const office = reported(
    "3",
    "Office",
    "---\nactor: Mara Lind's office | organisation\n---\n{q:“No,”} {c:said} {s:Mara Lind's office}.",
  )
  await addRecord(archive, office)
  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
  const bytes = await bytesOf(await published({ wholeTexts: true }))
  expect(bytes).toContain("It rained all evening. ")
  for (const words of ["Lind", "unsafe", "would close"]) expect(bytes, words).not.toContain(words)
})

test("nor are the names of private people in what stands beside the text, and in what others are called", async () => {
  const record = reported(
    "3",
    "Quill's evening",
    "{q1:“Late,”} {c1:said} {s1:Petra Quill}. {q2:“Later,”} {c2:said} {s2:Petra Quill's lawyer}. {q3:“No,”} {c3:said} {s3:Tom Reed}.",
  )
  const end = record.report.text.length
  await addRecord(archive, {
    ...record,
    report: {
      ...record.report,
      section: "The Quill case",
      byline: ["Petra Quill"],
      turns: [{ label: "MS QUILL", span: { start: 0, end } }],
    },
    actors: record.actors.map((actor) =>
      actor.name === "Tom Reed" ? { ...actor, roles: ["senator", "uncle of Petra Quill"] } : actor,
    ),
  })
  const bytes = await bytesOf(await published())
  for (const words of ["Quill", "QUILL", "Petra"]) expect(bytes, words).not.toContain(words)
  expect(bytes).toContain("uncle of")
  const { report } = (await currentRecord(copy, record.report.id))!
  expect(report).toMatchObject({ section: "The █████ case", byline: ["█████ █████"], turns: [{ label: "MS █████" }] })
  const sections = new Set<string>()
  for await (const { section } of voices(copy, "once")) sections.add(section)
  expect(sections).toContain("The █████ case")
})

test("who was merged into somebody who was taken down is in it by no name", async () => {
  const named = reported("3", "Evening", "{q:“Late,”} {c:said} {s:Petronella Quarl}.")
  await addRecord(archive, named)
  const number = async (name: string) => ((await findTarget(archive, name)) as { readonly identity: number }).identity
  await mergeIdentities(archive, await number("Petronella Quarl"), await number("Mara Lind"), signed)
  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
  const bytes = await bytesOf(await published({ wholeTexts: true }))
  for (const words of ["Lind", "Petronella", "Quarl"]) expect(bytes, words).not.toContain(words)
})

test("what was withdrawn is gone, what is disputed stays so, and who did it is not told", async () => {
  await withdrawEntry(archive, `${"2".repeat(8)}#s1`, signed)
  await disputeEntry(archive, `${"1".repeat(8)}#s1`, "It was safe, says Quill.", signed)
  await correctEntry(archive, `${"1".repeat(8)}#s1`, { act: "accuse" }, signed)
  await acceptEntries(archive, [{ name: `${"1".repeat(8)}#s1` }], signed)
  const bytes = await bytesOf(await published())
  const story = (await entryStory(copy, `${"1".repeat(8)}#s1`))!
  expect(story).toMatchObject({ machine: undefined, now: { act: "accuse" } })
  expect(story.chapters).toMatchObject([
    { deed: "correct", by: "", reason: "", fields: ["act"] },
    { deed: "accept", by: "" },
    { deed: "dispute", words: "It was safe, says █████." },
  ])
  expect((await handlingOf(copy, 1)).states.get("s2")).toEqual({ seen: expect.any(String) })
  expect((await entryStory(copy, `${"1".repeat(8)}#s2`))!.machine).toBeDefined()
  expect((await searchStatements(copy, { words: "Closed" })).rows).toEqual([])
  expect((await searchStatements(copy, { words: "unsafe" })).rows).toMatchObject([
    { disputed: true, dispute: { words: "It was safe, says █████." } },
  ])
  expect(bytes).not.toContain("Olga")
})

test("a person decides who is private, either way", async () => {
  const found = async (name: string) => {
    const one = await findIdentity(archive, name)
    if (one.kind !== "one") throw new Error(name)
    return one.identity.number
  }
  await setPrivate(archive, await found("Petra Quill"), false, signed)
  await setPrivate(archive, await found("Tom Reed"), true, signed)
  await published()
  const names = (await who(copy, {})).rows.map(({ name }) => name)
  expect(names).toContain("Petra Quill")
  expect(names).not.toContain("Tom Reed")
  expect((await currentRecord(copy, later.report.id))!.report.text).toContain("███ ████, a senator")
})

test("whom no name singles out is nobody to hide", async () => {
  const record = reported(
    "3",
    "Evening",
    "{s1=Prime Minister:The Prime Minister} {c1:said} {q1:that it was late}. {s2=an aide:An aide} {c2:agreed} {q2:it was}.",
  )
  await addRecord(archive, record)
  await published()
  expect((await currentRecord(copy, record.report.id))!.report.text).toBe(record.report.text)
  expect((await searchStatements(copy, { words: "late" })).rows[0]!.speakers).toMatchObject([
    { name: "Prime Minister" },
  ])
})
