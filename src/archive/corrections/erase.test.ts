import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { rowsWithWords } from "../dialect.js"
import { mergeIdentities, renameIdentity, splitIdentity } from "../identities/decide.js"
import { listIdentities } from "../identities/list.js"
import { type Archive, openArchive } from "../open.js"
import { check, searchReports } from "../questions/index.js"
import { machineRecord } from "../stored.js"
import { currentRecord } from "./current.js"
import { correctEntry, disputeEntry } from "./do.js"
import { erase } from "./erase.js"
import { findTarget, hide } from "./hide.js"
import { readLog } from "./history.js"
import { replaceReading } from "./reread.js"
import { undo } from "./undo.js"

const signed = { by: "Ada Lund", reason: "the court of Dorn, 4 March" }
const folder = mkdtempSync(join(tmpdir(), "onrecord-erase-"))

function reported(letter: string, marked: string, url: string, title: string) {
  const record = recordFromMarked(marked)
  const report = {
    ...record.report,
    id: letter.repeat(64),
    textHash: letter,
    title,
    url,
  }
  return { ...record, report }
}
const first = reported(
  "1",
  "{s1:Quilla Zubrowska} {c1:sold} {q1:the xylophone}. {q2:“We liked it,”} {c2:said} {s2:Tom Reed}, whom Zubrowska’s sister knew.",
  "https://dorn.example/quilla-zubrowska-sells",
  "Zubrowska and the xylophone",
)
const second = reported(
  "2",
  "{q:“Trombones next,”} {c:said} {s:Quilla Zubrowska}.",
  "https://dorn.example/2",
  "Trombones next, says Zubrowska",
)

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(join(folder, "erase.db"))
  for (const record of [first, second]) await addRecord(archive, record)
  await correctEntry(archive, "11111111#s2", { act: "promise" }, { by: "Ada Lund", reason: "Zubrowska wrote to us" })
  await disputeEntry(archive, "11111111#s1", "A glockenspiel, not a xylophone.", {
    by: "Quilla Zubrowska",
    reason: "letter",
  })
})
afterEach(async () => {
  await closeSound(archive)
  for (const file of readdirSync(folder)) rmSync(join(folder, file))
})

/** Which of the words stand anywhere in the archive's files, in any spelling of their case; all of it, or but the end of a word. */
function inFiles(...words: readonly string[]): string[] {
  const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), "latin1").toLowerCase())
  return words.filter((word) => bytes.some((all) => all.includes(word)))
}

test("a report that is erased is gone to the last byte, and known again when it comes back", async () => {
  expect(inFiles("xylophone", "glockenspiel", "zubrowska")).toEqual(["xylophone", "glockenspiel", "zubrowska"])
  await erase(archive, { report: first.report.id }, signed)
  await erase(archive, { report: second.report.id }, signed)
  expect(inFiles("xylo", "phone", "glocken", "zubro", "rowska", "quilla", "trombone", "reed")).toEqual([])
  expect(await currentRecord(archive, first.report.id)).toBeUndefined()
  expect((await addRecord(archive, first)).outcome).toBe("known")
  const elsewhere = { ...first, report: { ...first.report, id: "4".repeat(64), url: "https://elsewhere.example/4" } }
  expect((await addRecord(archive, elsewhere)).outcome).toBe("erased")
  const lines = await readLog(archive, "11111111")
  expect(lines.map(({ deed, by }) => [deed, by])).toEqual([
    ["correct", "[erased]"],
    ["dispute", "[erased]"],
    ["erase", "Ada Lund"],
  ])
  // Again, as after another program had the file open.
  await erase(archive, { report: first.report.id }, signed)
  expect(await readLog(archive, "11111111")).toHaveLength(3)
})

test("a person who is erased is gone from every report, and the reports stay", async () => {
  await archive.db
    .insertInto("searches")
    .values({ name: "q", question: '{"who":"Zubrowska"}', made: "", by: "" })
    .execute()
  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles("zubro", "rowska", "quilla", "glocken", "trombone", "xylo", "phone")).toEqual([])
  const left = (await currentRecord(archive, first.report.id))!
  expect(left.report.text).toBe(
    "██████ █████████ sold ███ █████████. “We liked it,” said Tom Reed, whom █████████’s sister knew.",
  )
  expect(left.report).toMatchObject({ title: "█████████ and ███ █████████" })
  expect(left.report.url).toBeUndefined()
  expect(left.statements.map(({ act }) => act)).toEqual(["promise"])
  expect((await currentRecord(archive, second.report.id))!.statements).toEqual([])
  const words = await archive.db.selectFrom(rowsWithWords("reports", "Zubrowska").as("w")).selectAll().execute()
  expect(words).toEqual([])
  await expect(findTarget(archive, "Quilla Zubrowska")).rejects.toThrow(/neither/)
  // The same text, unblotted, at another address.
  const elsewhere = { ...first, report: { ...first.report, id: "4".repeat(64), url: "https://elsewhere.example/4" } }
  expect((await addRecord(archive, elsewhere)).outcome).toBe("erased")
})

test("who was taken down can be erased without being shown again", async () => {
  const target = await findTarget(archive, "Quilla Zubrowska")
  await hide(archive, target, signed)
  expect(inFiles("zubro", "trombone")).toEqual(["zubro", "trombone"])
  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles("zubro", "rowska", "quilla", "glocken", "trombone", "xylo")).toEqual([])
})

test("what a person who is erased said is gone wherever it stands, and what others said stays where it was", async () => {
  const hers = "Every marimba lies under the flooded stage"
  const told = "{s2:Tom Reed} {c2:swore} {q2:he saw a bassoon}"
  const record = reported(
    "5",
    `{q1:“${hers}, {k7:{p7:Jonas Plank} met {p7:Ann Kane}} there, and ${told},”} {c1:said} {s1:Quilla Zubrowska}. {q3:“I was {c4:told} that {q4=Quilla Zubrowska:ocarinas float here}, and left,”} {s3:Reed} {c3:said}. {q6:“Piccolos sank,”} {s6:Ann Kane} {c6:said}. {q8:“Bagpipes burn,”} {s8=Quilla Zubrowska:she} {c8:said}.`,
    "https://dorn.example/every-marimba-lies-under-the-flooded-stage",
    "Ocarinas float here, court hears",
  )
  const later = reported("6", "{q:“No,”} {c:said} {s:Quilla Zubrowska}.", "https://dorn.example/6", `${hers}, or not?`)
  await addRecord(archive, later)
  await addRecord(archive, record)
  const bassoon = nameOf(record, "bassoon")
  const kept = { by: "Ada Lund", reason: `not that “every marimba lies under the flooded stage”` }
  const { number } = await correctEntry(archive, bassoon, { act: "promise" }, kept)
  await correctEntry(archive, nameOf(record, "Piccolos"), { speakers: [idOf(record, "Quilla Zubrowska")] }, kept)
  const kane = idOf(record, "Ann Kane")
  await correctEntry(archive, nameOf(record, "Bagpipes"), { speakers: [kane] }, kept)
  await disputeEntry(archive, nameOf(record, "left"), "I never said that ocarinas float here.", kept)
  const question = { words: "“marimba lies under the flooded stage”" }
  await archive.db
    .insertInto("searches")
    .values({ name: "q", question: JSON.stringify(question), made: "", by: "" })
    .execute()
  const words = ["marimba", "flooded", "ocarina", "piccolo", "plank"]
  expect(inFiles(...words)).toEqual(words)
  const place = await placeOf("he saw a bassoon")

  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles(...words)).toEqual([])
  await archive.close()
  expect(inFiles(...words)).toEqual([])
  archive = await openArchive(join(folder, "erase.db"))

  const left = (await machineRecord(archive, record.report.id))!
  expect(left.report.text).toBe(
    "██████ ███████ ████ █████ ███ ███████ ██████ █████ █████ ███ ███ ████ ██████ ███ ███ ████ █████ he saw a bassoon██ said ██████ █████████. “I was told that ████████ █████ ████, and left,” Reed said. █████████ ██████ Ann Kane said. “Bagpipes burn,” she said.",
  )
  expect(left.report.text).toHaveLength(record.report.text.length)
  expect(left.contacts).toEqual([])
  const now = (await currentRecord(archive, record.report.id))!
  expect(now.statements.map(({ speakers }) => speakers).at(-1)).toEqual([kane])
  expect(await placeOf("he saw a bassoon")).toEqual({ ...place, act: "promise" })
  for (const gone of [hers, "ocarinas float here", "Piccolos sank"]) {
    expect((await check(archive, { words: gone })).found).toEqual([])
    expect((await searchReports(archive, { words: gone })).rows).toEqual([])
  }
  const rereading = { ...left, reader: { ...left.reader, model: "another" } }
  expect((await replaceReading(archive, rereading)).orphaned).toEqual([])
  expect((await readLog(archive, bassoon)).map(({ number, state }) => [number, state])).toEqual([[number, "applied"]])
})

test("an erased name is gone where its bearer is no actor, from reasons elsewhere, and from who was merged into them", async () => {
  const beside = reported(
    "7",
    "{q:“No,”} {c:said} {s:an ally of Quilla Zubrowska}.",
    "https://dorn.example/7",
    "Quilla Zubrowska: a portrait",
  )
  const other = reported("8", "{q:“Yes,”} {c:said} {s:Ann Kane}.", "https://dorn.example/8", "Yes, says Kane")
  const twin = reported("9", "{q:“Tubas,”} {c:said} {s:Q. Zubrowska-Reed}.", "https://dorn.example/9", "Tubas")
  for (const record of [beside, other, twin]) await addRecord(archive, record)
  await correctEntry(archive, nameOf(other, "Yes"), { act: "deny" }, { by: "Quilla Zubrowska", reason: "letter" })
  const [from, into] = [await findTarget(archive, "Q. Zubrowska-Reed"), await findTarget(archive, "Quilla Zubrowska")]
  if (!("identity" in from && "identity" in into)) throw new Error("two people")
  await mergeIdentities(archive, from.identity, into.identity, signed)
  await erase(archive, into, signed)
  expect(inFiles("zubro", "quilla")).toEqual([])
  const left = (await currentRecord(archive, beside.report.id))!
  expect(left.report).toMatchObject({
    text: "“No,” said an ally of ██████ █████████.",
    title: "██████ █████████: a portrait",
  })
  expect((await readLog(archive, nameOf(other, "Yes"))).map(({ by, reason }) => [by, reason])).toEqual([
    ["██████ █████████", "letter"],
  ])
})

test("every name that an erased person went by is gone, in small letters too, and nobody else's", async () => {
  const ally = reported(
    "7",
    "{q:“No,”} {c:said} {s:an ally of Quilla Zubrowska}.",
    "https://dorn.example/7",
    "No, says a friend of quilla zubrowska",
  )
  const other = reported("8", "{q:“Yes,”} {c:said} {s:Ann Kane}.", "https://dorn.example/8", "Yes, says Kane")
  for (const record of [ally, other]) await addRecord(archive, record)
  const quilla = await findTarget(archive, "Quilla Zubrowska")
  if (!("identity" in quilla)) throw new Error("a person")
  const reason = "quilla zubrowska (quilla.zubrowska@dorn.example, @QuillaZubrowska) rang, and so did Jonas Zubrowska"
  await correctEntry(archive, nameOf(other, "Yes"), { act: "deny" }, { by: "Jonas Zubrowska", reason })
  await renameIdentity(archive, quilla.identity, "Quilla Anna Marsk", signed)
  await erase(archive, quilla, signed)
  const line = (await readLog(archive, nameOf(other, "Yes")))[0]!
  expect(line.by).toBe("Jonas Zubrowska")
  expect(line.reason).toBe(
    "██████ █████████ (████████████████@dorn.example, @███████████████) rang, and so did Jonas Zubrowska",
  )
  expect((await currentRecord(archive, ally.report.id))!.report).toMatchObject({
    text: "“No,” said an ally of ██████ █████████.",
    title: "No, says a friend of ██████ █████████",
  })
})

test("every name that people gave to an erased person is gone from the log, also those that did not last", async () => {
  const quilla = await findTarget(archive, "Quilla Zubrowska")
  if (!("identity" in quilla)) throw new Error("a person")
  const other = reported("8", "{q:“Yes,”} {c:said} {s:Ann Kane}.", "https://dorn.example/8", "Yes, says @OsanneMarsk")
  await addRecord(archive, other)
  for (const name of ["Osanne Marsk", "Wendolin", "Petronel Vask"])
    await renameIdentity(archive, quilla.identity, name, signed)
  const undone = await renameIdentity(archive, quilla.identity, "Ingvild Orsk", signed)
  await undo(archive, undone, signed)
  await undo(archive, await renameIdentity(archive, quilla.identity, "Ann Kane", signed), signed)
  const words = ["osanne", "marsk", "wendolin", "petronel", "vask", "ingvild", "orsk"]
  expect(inFiles(...words)).toEqual(words)
  await erase(archive, quilla, signed)
  expect(inFiles(...words)).toEqual([])
  const { title, text } = (await currentRecord(archive, other.report.id))!.report
  expect([title, text]).toEqual(["Yes, says @███████████", other.report.text])
  expect(await listIdentities(archive)).toMatchObject([{ name: "Tom Reed" }, { name: "Ann Kane" }])
})

test("a body that is erased is gone by the short name, too, that its report gives it", async () => {
  const report = reported(
    "7",
    "---\nactor: Quorvex Ltd | organisation | Quorvex\n---\n{q:“No,”} {c:said} {s:Quorvex Ltd}. {m:Quorvex} met {m:Ann Kane}. {q2:“Yes,”} {c2:said} {s2:Kane}.",
    "https://dorn.example/quorvex-speaks",
    "Quorvex speaks",
  )
  await addRecord(archive, report)
  expect(inFiles("quorvex")).toEqual(["quorvex"])
  await erase(archive, await findTarget(archive, "Quorvex Ltd"), signed)
  expect(inFiles("quorvex")).toEqual([])
})

test("whoever is called by the name of a person who is erased keeps no byte of it, and is nobody for good", async () => {
  const marked = (others: string) =>
    `---\nactor: Quilla Zubrowska's office | organisation\nactor: Ada Lund | person | Quilla Zubrowska's niece | Quilla Zubrowska campaign's spokeswoman\n---\n{q1:“No,”} {c1:said} {s1:Quilla Zubrowska's office}. {q2:“Yes,”} {c2:said} {s2:Ada Lund}. ${others}`
  const office = reported("7", marked("{q3:“So,”} {c3:said} {s3:Quilla Zubrowska}."), "https://dorn.example/7", "No")
  const later = reported("8", marked(""), "https://dorn.example/8", "No")
  const bureau = reported(
    "9",
    "---\nactor: Dorn Bureau | organisation\n---\n{q:“Bells,”} {c:said} {s:Dorn Bureau}.",
    "https://dorn.example/9",
    "Bells",
  )
  for (const record of [office, later, bureau]) await addRecord(archive, record)
  const names = async () => (await listIdentities(archive)).map(({ name }) => name)
  expect(await names()).toContain("Quilla Zubrowska's office")
  const [one, into] = [await findTarget(archive, "Dorn Bureau"), await findTarget(archive, "Quilla Zubrowska's office")]
  if (!("identity" in one && "identity" in into)) throw new Error("two bodies")
  await mergeIdentities(archive, one.identity, into.identity, signed)
  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles("zubro", "rowska", "quilla")).toEqual([])
  const record = (await machineRecord(archive, later.report.id))!
  expect(record.actors).toMatchObject([
    { name: "██████ █████████'s office" },
    { name: "Ada Lund", aliases: ["██████ █████████'s niece"], roles: ["██████ █████████ campaign's spokeswoman"] },
  ])
  expect(await names()).toEqual(["Ada Lund", "Tom Reed", "Dorn Bureau"])
  await replaceReading(archive, { ...record, reader: { ...record.reader, model: "another" } })
  expect(await names()).toEqual(["Ada Lund", "Tom Reed", "Dorn Bureau"])
})

test("a longer name that holds an erased one keeps no byte of it, but where it is somebody else's own", async () => {
  const names = ["DORN Quilla Zubrowska", "Friends of Quilla Zubrowska", "Quilla Zubrowska of Dorn", "Ann Kane"]
  const marked = (name: string) => `---\nactor: ${name} | organisation\n---\n{q:“So,”} {c:said} {s:${name}}.`
  for (const [n, name] of names.entries())
    await addRecord(archive, reported(`${n + 3}`, marked(name), `https://dorn.example/longer-${n}`, "So"))
  await erase(archive, await findTarget(archive, "Quilla Zubrowska"), signed)
  expect(inFiles("zubro", "rowska", "quilla")).toEqual([])
  expect((await listIdentities(archive)).map(({ name }) => name).toSorted()).toEqual(["Ann Kane", "Tom Reed"])
  const kemp = reported("8", marked("Tom Reed-Kemp"), "https://dorn.example/kemp", "So")
  await addRecord(archive, kemp)
  await erase(archive, await findTarget(archive, "Tom Reed"), signed)
  expect((await machineRecord(archive, kemp.report.id))!.actors.map(({ name }) => name)).toEqual(["Tom Reed-Kemp"])
})

test("another person of the very same name stays, known by that name", async () => {
  const other = reported("7", "{q:“Mine,”} {c:said} {s:Quilla Zubrowska}.", "https://dorn.example/7", "Other")
  const later = reported("8", "{q:“Later,”} {c:said} {s:Quilla Zubrowska}.", "https://dorn.example/8", "Later")
  await addRecord(archive, other)
  const target = await findTarget(archive, "Quilla Zubrowska")
  if (!("identity" in target)) throw new Error("a person")
  const actors = [{ report: other.report.id, name: "Quilla Zubrowska" }]
  const apart = await splitIdentity(archive, target.identity, actors, "Quilla Zubrowska", signed)
  await erase(archive, target, signed)
  expect((await currentRecord(archive, first.report.id))!.report.text).toMatch(/^██████ █████████ sold/)
  await addRecord(archive, later)
  await replaceReading(archive, { ...other, reader: { version: "2", model: "another" } })
  expect(await findTarget(archive, "Quilla Zubrowska")).toEqual({ identity: apart })
  for (const { report } of [other, later]) {
    expect(await currentRecord(archive, report.id)).toMatchObject({ report: { text: report.text } })
  }
  expect(await listIdentities(archive, { only: [apart] })).toMatchObject([{ name: "Quilla Zubrowska", reports: 2 }])
})

/** The entry whose words hold the word, the innermost. */
const nameOf = ({ report, statements }: Record, word: string): string => {
  const at = report.text.indexOf(word)
  const holding = statements.filter(({ content }) => content.some(({ start, end }) => start <= at && at < end))
  return `${report.id.slice(0, 8)}#${holding.at(-1)!.id}`
}

const idOf = ({ actors }: Record, name: string): string => actors.find((actor) => actor.name === name)!.id

const placeOf = (content: string) =>
  archive.db
    .selectFrom("statements")
    .select(["start", "content", "act"])
    .where("content", "=", content)
    .executeTakeFirstOrThrow()

test("copies that are left are named", async () => {
  const copy = { ...first, report: { ...first.report, id: "3".repeat(64), url: "https://elsewhere.example/3" } }
  await addRecord(archive, copy)
  expect(await erase(archive, { report: first.report.id }, signed)).toEqual({ copies: [copy.report.id] })
})
