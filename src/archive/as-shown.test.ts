import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { told } from "../../test/told.js"
import { recordFromMarked } from "../marked/read.js"
import { addRecord } from "./add.js"
import { currentRecord, currentRecords } from "./corrections/current.js"
import { recordsWithDisputes } from "./corrections/disputes.js"
import { correctEntry, disputeEntry } from "./corrections/do.js"
import { erase } from "./corrections/erase.js"
import { findTarget, hide, lift } from "./corrections/hide.js"
import { correctedRecords, lessons } from "./corrections/history.js"
import { handlingOf } from "./corrections/states.js"
import { entryStory } from "./corrections/story.js"
import { undo } from "./corrections/undo.js"
import { mergeIdentities } from "./identities/decide.js"
import { findIdentity } from "./identities/index.js"
import { listIdentities } from "./identities/list.js"
import { identityStory } from "./identities/story.js"
import { type Archive, openArchive } from "./open.js"
import { publicCopy } from "./public/copy.js"
import { check, contacts, said, searchReports, searchStatements, show, who } from "./questions/index.js"
import { latestReports } from "./reports.js"
import { sampleEntries } from "./sample.js"

// Mara Lind is taken down: what others said in the same reports stays, her name beside it does not.

const read = recordFromMarked(
  "{p1:Tom Reed} {k1:met} {p1:Mara Lind}. {q3:“No,”} {s3:Reed} {c3:said}. {p4:Ann Kane} {k4:visited} {p4:Mara Lind}. {p5:Reed} {k5:phoned} {p5:Ann Kane}.",
)
const report = { ...read.report, id: "1".repeat(64), title: "Lind meets Reed", url: "https://dorn.example/1" }

const signed = { by: "Ada Lund", reason: "asked by letter" }

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
  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
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

/** Adds a report, takes Berta Quill down, and gives what the archive finds of words before and after. */
async function withoutQuill(marked: string) {
  await addRecord(archive, told(marked, { url: "https://dorn.example/rice", title: "The delta" }))
  const found = async (words: string) => ({
    check: (await check(archive, { words })).found.map(({ statement, words }) => [statement?.content, words]),
    search: (await searchReports(archive, { words })).rows.map(({ excerpt }) => excerpt),
  })
  return async (words: string) => {
    const before = await found(words)
    const target = await findTarget(archive, "Berta Quill")
    await hide(archive, target, signed)
    const after = await found(words)
    await lift(archive, target, signed)
    expect(await found(words)).toEqual(before)
    return { before, after }
  }
}

const nothing = { check: [], search: [] }

test("the words of who is taken down answer nothing, exactly or altered, and the words around them do", async () => {
  const around = await withoutQuill(
    "{q1:“It stinks of the old lake here,”} {c1:said} {s1:Berta Quill}. The lower field was dry. {q2:“Not so,”} {s2:Tom Reed} {c2:said}.",
  )
  const own = await around("It stinks of the old lake")
  expect(own.before.check).toEqual([["“It stinks of the old lake here,”", "It stinks of the old lake"]])
  expect(own.after).toEqual(nothing)
  expect((await around("It stinks of the new lake here")).after).toEqual(nothing)
  // Each of these words may be shown, but not where they stand together.
  expect((await around("stinks field")).after.search).toEqual([])
  expect((await around("lower field was dry")).after).toEqual({
    check: [[undefined, "lower field was dry"]],
    search: ["███ ██████ ██ ███ ███ ████ ██████ said █████ █████. The lower field was dry. “Not so,” Tom Reed said."],
  })
  expect((await around("Not so")).after.check).toEqual([["“Not so,”", "Not so"]])
})

test("who tells it does not give the words of another who was taken down, and keeps their own", async () => {
  const around = await withoutQuill(
    "{s2:Berta Quill} was seen there. {q1:“I was {c2:told} that {q2:it stinks of the old lake}, and I went home,”} {c1:said} {s1:Tom Reed}.",
  )
  const words = "it stinks of the old lake"
  expect((await around(words)).before.check).toEqual([[words, words]])
  expect((await around(words)).after).toEqual(nothing)
  const own = (await around("and I went home")).after.check
  expect(own).toEqual([["“I was told that ██ ██████ ██ ███ ███ ████, and I went home,”", "and I went home"]])
})

test("what somebody else is told to have said by who was taken down stays that person's", async () => {
  const around = await withoutQuill(
    "{q1:“{s2:Tom Reed} {c2:called} me {q2:a stubborn old goat}, and I went home,”} {c1:said} {s1:Berta Quill}.",
  )
  expect((await around("and I went home")).after).toEqual(nothing)
  expect((await around("a stubborn old goat")).after.check).toEqual([["a stubborn old goat", "a stubborn old goat"]])
})

const barn = told(
  "{q1:“The barn was full of stolen bicycles, and {p6=Ann Kane:the mayor} {k6:met} {p6:Jo Ardan} there,”} {c1:said} {s1:Berta Quill}. {q2:“Rubbish,”} {s2:Tom Reed} {c2:said}. {q3:“All lies,”} {c3:said} {s3:a lawyer for Berta Quill}.",
  { url: "https://dorn.example/barn", title: "Barn was full of stolen bicycles, says Quill", byline: ["Berta Quill"] },
)

test("neither report, export, sample nor lesson has a word of who is taken down, nor a contact that only they told of", async () => {
  await addRecord(archive, barn)
  const id = barn.report.id.slice(0, 8)
  await correctEntry(archive, `${id}#${barn.contacts[0]!.id}`, { mode: "talk" }, signed)
  await correctEntry(
    archive,
    `${id}#${barn.statements[1]!.id}`,
    { act: "deny" },
    { by: "Berta Quill", reason: "Quill said so" },
  )
  const all = async () => {
    const shown = (await show(archive, `${id}#${barn.statements[1]!.id}`)).history
    return {
      record: await currentRecord(archive, barn.report.id),
      exported: await allOf(currentRecords(archive)),
      sampled: await sampleEntries(archive, 100, 1),
      taught: await allOf(lessons(archive)),
      corrected: await allOf(correctedRecords(archive)),
      contacts: (await contacts(archive, { who: "Jo Ardan" })).rows,
      history: shown,
      story: await entryStory(archive, `${id}#${barn.statements[1]!.id}`),
      handling: await handlingOf(archive, 2),
      quoted: (await who(archive, {})).rows,
      searched: await searchStatements(archive, { words: "lies" }),
      identity: await identityStory(archive, await numberOf("Tom Reed")),
    }
  }
  const before = await all()
  const target = await findTarget(archive, "Berta Quill")
  await hide(archive, target, signed)
  const after = await all()
  for (const [name, answer] of Object.entries(after)) {
    expect(JSON.stringify(answer), name).not.toMatch(/Quill|stolen|bicycles/)
  }
  expect(after.contacts).toEqual([])
  expect(after.record).toMatchObject({
    report: {
      title: "████ ███ ████ ██ ██████ ████████, says █████",
      byline: ["█████ █████"],
      text: expect.stringContaining("“All lies,” said a lawyer for █████ █████."),
    },
    contacts: [],
  })
  expect(after.record!.actors.map(({ name }) => name)).toEqual(["Tom Reed", "a lawyer for █████ █████"])
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
})

test("a name is blotted out where its bearer is no actor, and so is what is said again in the text", async () => {
  const { report, ...rest } = told(
    "{q1:“The old harbour is a basin of porridge and lies,”} {c1:said} {s1:Vera Tonk}.\n\nOld harbour is a basin of porridge and lies\n\n{q2:“She is wrong,”} {s2:Tom Reed} {c2:said}, and a basin of porridge is no harbour.",
    { url: "https://dorn.example/basin", title: "The harbour" },
  )
  await addRecord(archive, { ...rest, report })
  const spoken = told(
    "{q:“No comment,”} {c:said} {s:a spokesman for Vera Tonk}. Allies of Vera Tonk waited, and Tonk left.",
    {
      url: "https://dorn.example/allies",
      title: "Vera Tonk: a portrait",
      section: "The Tonk affair",
    },
  )
  await addRecord(archive, spoken)
  const name = `${spoken.report.id.slice(0, 8)}#${spoken.statements[0]!.id}`
  await correctEntry(
    archive,
    `11111111#${read.statements[0]!.id}`,
    { act: "deny" },
    { by: "Jo", reason: "as Vera Tonk wrote" },
  )
  const all = async () => ({
    record: await currentRecord(archive, spoken.report.id),
    basin: await currentRecord(archive, report.id),
    who: (await who(archive, {})).rows,
    searched: (await searchReports(archive, { words: "allies" })).rows,
    shown: await show(archive, name),
    reasons: (await show(archive, `11111111#${read.statements[0]!.id}`)).history.deeds,
  })
  const before = await all()
  const target = await findTarget(archive, "Vera Tonk")
  await hide(archive, target, signed)
  const after = await all()
  for (const [part, answer] of Object.entries(after)) expect(JSON.stringify(answer), part).not.toMatch(/Vera|Tonk/)
  expect(after.shown.statement!.speakers).toMatchObject([{ name: "a spokesman for ████ ████" }])
  expect(after.basin!.report.text).toBe(
    "████ ███ ███████ ██ █ █████ ██ ████████ ███ ██████ said ████ ████.\n\n███ ███████ ██ █ █████ ██ ████████ ███ ████\n\n“She is wrong,” Tom Reed said, and a basin of porridge is no harbour.",
  )
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
})

test("words that describe somebody by a name are no name, and the very same name in small letters is hers", async () => {
  const record = told(
    "---\nactor: a spokesman for Vera Tonk | person\nactor: Vera Tonk's office | organisation\nactor: Tonk Foundation | organisation\nactor: vera tonk | person\n---\n{q1:“No,”} {c1:said} {s1:a spokesman for Vera Tonk}. {q2:“Never,”} {c2:said} {s2:Vera Tonk's office}. {q3:“Well,”} {c3:said} {s3:the Tonk Foundation}. {q4:“lies,”} {c4:wrote} {s4:vera tonk}.",
    { url: "https://dorn.example/tonk" },
  )
  await addRecord(archive, record)
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/tonk-2" }))
  await hide(archive, await findTarget(archive, "Vera Tonk"), signed)
  const shown = (await currentRecord(archive, record.report.id))!
  expect(shown.report.text).toBe(
    "“No,” said a spokesman for ████ ████. “Never,” said ████ ████'s office. “Well,” said the Tonk Foundation. ███████ wrote ████ ████.",
  )
  expect(shown.actors.map(({ name }) => name)).toEqual([
    "a spokesman for ████ ████",
    "████ ████'s office",
    "Tonk Foundation",
  ])
  expect(JSON.stringify((await who(archive, {})).rows)).not.toMatch(/for Vera/)
})

test("who is called by the name of somebody who is taken down is in no list by it, and is who it was when that is lifted", async () => {
  const marked = (other: string) =>
    `---\nactor: Vera Tonk's office | organisation\nactor: Vera Tonk | person\nactor: Ada Lund | person | | spokeswoman for Vera Tonk's office; Vera Tonk campaign's aide\nactor: Jo Ardan | person | | Dorn Harbour spokesman and husband of Vera Tonk\nactor: Dorn Harbour | organisation\n---\n{q2:“Never,”} {c2:said} {s2:Vera Tonk's office}. {q1:“No,”} {c1:said} {s1:Vera Tonk}. {q3:“${other},”} {c3:said} {s3:Ada Lund}. {q4:“Ships,”} {c4:said} {s4:Jo Ardan}. {q5:“Boats,”} {c5:said} {s5:Dorn Harbour}.`
  for (const letter of ["d", "e"])
    await addRecord(archive, told(marked(letter), { url: `https://dorn.example/${letter}` }))
  const tables = ["actors", "statement_actors", "contact_actors", "grounds", "identities"] as const
  const all = async () => ({
    who: (await who(archive, {})).rows,
    people: await listIdentities(archive),
    office: await findIdentity(archive, "Vera Tonk's office"),
    campaign: await findIdentity(archive, "Vera Tonk campaign"),
    memberships: await archive.db.selectFrom("memberships").select(["body", "evidence"]).orderBy("body").execute(),
    rows: await Promise.all(tables.map((table) => archive.db.selectFrom(table).selectAll().execute())),
  })
  const before = await all()
  expect(JSON.stringify(before.memberships)).toContain("husband of Vera Tonk")
  expect(before.campaign.kind).toBe("one")
  const [target, harbour] = [await findTarget(archive, "Vera Tonk"), await numberOf("Dorn Harbour")]
  await hide(archive, target, signed)
  const hidden = async () => {
    const { rows: _, ...shown } = await all()
    return shown
  }
  const after = await hidden()
  expect(JSON.stringify(after)).not.toMatch(/Vera|Tonk/)
  expect(after.office).toEqual({ kind: "none" })
  // A merge writes rows anew.
  const office = (before.office as { identity: { number: number } }).identity.number
  await undo(archive, await mergeIdentities(archive, office, harbour, signed), signed)
  expect(await hidden()).toEqual(after)
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
})

test("what only who is taken down tells goes with them, unless it is given to somebody else, who is not told by them then", async () => {
  const around = told(
    "{s1:Mara Lind} {c1:said} {q1:that {s2=Tom Reed:Reed} {c2:promised} {q2:a new roof} and it was {c3:rumoured} {q3:that {k4=call:{p4:Tom Reed} phoned {p4:Jonas Plank}}}}.",
    { url: "https://dorn.example/roof" },
  )
  await addRecord(archive, around)
  await hide(archive, await findTarget(archive, "Mara Lind"), signed)
  const { rows } = await said(archive, { who: "Tom Reed" })
  const [roof] = rows.filter(({ content }) => content === "a new roof")
  expect(roof).toMatchObject({ content: "a new roof" })
  expect(roof).toMatchObject({ remove: 2, tellerTakenDown: true })
  expect(roof).not.toHaveProperty("toldBy")
  expect(roof).not.toHaveProperty("within")
  expect((await contacts(archive, { who: "Jonas Plank" })).rows).toEqual([])
  expect((await currentRecord(archive, around.report.id))!.statements.map(({ id }) => id)).toEqual([
    around.statements.find(
      ({ speakers }) => speakers.length > 0 && around.actors.find(({ id }) => id === speakers[0])!.name === "Tom Reed",
    )!.id,
  ])
})

test("what somebody else said stays where who is taken down was only thought of, and goes where nobody is named", async () => {
  const record = told(
    "{s1:Vera Holt} {c1:said} {q1:it is cold}. {s2:Ida Roe} {c2:said} {q2:that it rains}. {q3:“So,”} {c3:said} {s3:Ida Roe}.",
    {
      url: "https://dorn.example/rain",
    },
  )
  const idOf = (name: string) => record.actors.find((actor) => actor.name === name)!.id
  const candidates = ["Ida Roe", "Vera Holt"].map((name) => ({ actor: idOf(name), confidence: 0.4 }))
  const statements = record.statements.map((one, n) => ({
    ...one,
    candidates,
    speakers: n === 2 ? [] : one.speakers,
  }))
  await addRecord(archive, { ...record, statements })
  const all = async () => ({
    record: await currentRecord(archive, record.report.id),
    said: (await said(archive, { who: "Ida Roe" })).rows,
    checked: (await check(archive, { words: "that it rains" })).found.length,
  })
  const before = await all()
  const target = await findTarget(archive, "Vera Holt")
  await hide(archive, target, signed)
  const after = await all()
  expect(after.record!.report.text).toBe("████ ████ said ██ ██ ████. Ida Roe said that it rains. █████ said Ida Roe.")
  expect(after.record!.statements).toMatchObject([
    { speakers: [idOf("Ida Roe")], candidates: [{ actor: idOf("Ida Roe") }] },
  ])
  expect(after.record!.statements[0]!.candidates).toHaveLength(1)
  expect(after.said).toMatchObject([{ content: "that it rains" }])
  expect(after.checked).toBe(1)
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  await erase(archive, target, signed)
  expect((await all()).record).toEqual(after.record)
})

test("what is said against an entry does not name who was taken down, whether or not the report has them", async () => {
  const quoted = told("{q1:“It floods,”} {c1:said} {s1:Berta Quill}.", { url: "https://dorn.example/flood" })
  await addRecord(archive, quoted)
  const entry = `11111111#${read.statements[0]!.id}`
  await disputeEntry(archive, entry, "Lind and Berta Quill made that up.", signed)
  const words = async () => (await said(archive, { who: "Reed" })).rows.map(({ dispute }) => dispute?.words)
  expect(await words()).toEqual(["Lind and Berta Quill made that up."])
  for (const name of ["Mara Lind", "Berta Quill"]) await hide(archive, await findTarget(archive, name), signed)
  expect(await words()).toEqual(["████ and █████ █████ made that up."])
})

test("whoever is told by one who was taken down, through however many mouths, is said to be, also in a copy and an export", async () => {
  const chain = told(
    "{s1:Vera Holt} {c1:said} {q1:that {s2:Ida Roe} {c2:said} {q2:that {s3:Dario Kemp} {c3:promised} {q3:a new roof}}}.",
    { url: "https://dorn.example/chain" },
  )
  await addRecord(archive, chain)
  const entries = async (from: Archive) => {
    const { rows } = await searchStatements(from, { words: "roof" })
    return rows.filter(({ id }) => id.startsWith(chain.report.id.slice(0, 8)))
  }
  expect((await entries(archive)).some(({ tellerTakenDown }) => tellerTakenDown)).toBe(false)
  await hide(archive, await findTarget(archive, "Vera Holt"), signed)
  const [kemp] = (await entries(archive)).filter(({ content }) => content === "a new roof")
  expect(kemp).toMatchObject({ remove: 3, toldBy: [{ name: "Ida Roe" }], tellerTakenDown: true })
  const gone = async (from: Archive) => {
    for await (const { record, tellersTakenDown } of recordsWithDisputes(from))
      if (record.report.id === chain.report.id) return tellersTakenDown.size
    return undefined
  }
  expect(await gone(archive)).toBe(2)
  const folder = mkdtempSync(join(tmpdir(), "onrecord-tellers-"))
  const copy = await publicCopy(archive, join(folder, "copy.db"))
  try {
    expect((await entries(copy)).map(({ tellerTakenDown }) => tellerTakenDown)).toEqual([true, true])
    expect(await gone(copy)).toBe(2)
  } finally {
    await copy.close()
    rmSync(folder, { recursive: true })
  }
})

test("a record that points to a statement it does not have tells of nobody who was taken down", async () => {
  const broken = told("{s1:Ida Roe} {c1:promised} {q1:a new bridge}.", { url: "https://dorn.example/bridge" })
  const statements = broken.statements.map((statement) => ({ ...statement, within: "s9" }))
  await addRecord(archive, { ...broken, statements })
  expect((await searchStatements(archive, { words: "bridge" })).rows[0]).not.toHaveProperty("tellerTakenDown")
})

async function numberOf(name: string): Promise<number> {
  const found = await findIdentity(archive, name)
  if (found.kind !== "one") throw new Error(name)
  return found.identity.number
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
