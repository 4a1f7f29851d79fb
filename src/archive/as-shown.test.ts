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
import { replaceReading } from "./corrections/reread.js"
import { handlingOf } from "./corrections/states.js"
import { entryStory } from "./corrections/story.js"
import { undo } from "./corrections/undo.js"
import { mergeIdentities, splitIdentity } from "./identities/decide.js"
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

/** Adds a report, takes one of its people down, and gives the record as it is shown then; lifted, all is back. */
async function shownWithout(name: string, marked: string, title: string) {
  const record = told(marked, { url: "https://dorn.example/without", title })
  await addRecord(archive, record)
  const all = async () => ({
    record: (await currentRecord(archive, record.report.id))!,
    said: (await said(archive, { who: "Tom Reed" })).rows,
    searched: (await searchReports(archive, { words: "quay" })).rows,
    who: (await who(archive, {})).rows,
    people: (await listIdentities(archive)).map(({ name }) => name),
  })
  const before = await all()
  const target = await findTarget(archive, name)
  await hide(archive, target, signed)
  const after = await all()
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  return after
}

test("words by which somebody else is called keep a name only where it is that person's own", async () => {
  const { record, people, ...answers } = await shownWithout(
    "Jonas Plank",
    "---\nactor: Harvey Moll | person | Plank's principal adviser | Plank's principal adviser\nactor: Paul Dace | person | Jonas Plank's husband; Dace; Jonas Plank Dace\nactor: Ida Plank | person | Plank\nactor: Plank Council | organisation\n---\n{q1:“No,”} {c1:said} {s1:Jonas Plank}. {s2:Tom Reed} {c2:said} {q2:that {m=Harvey Moll:Plank's principal adviser}, {m:Harvey Moll}, left the quay}. {m=Ida Plank:Plank's sister Ida Plank} and {m:Plank} of the {m:Plank Council} heard {m=Paul Dace:Jonas Plank's husband}; Plank wept.",
    "Plank's adviser left",
  )
  expect(record.report).toMatchObject({
    title: "█████'s adviser left",
    text: "█████ said █████ █████. Tom Reed said that █████'s principal adviser, Harvey Moll, left the quay. █████'s sister Ida Plank and Plank of the Plank Council heard █████ █████'s husband; █████ wept.",
  })
  expect(record.actors.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ["Harvey Moll", "█████'s principal adviser"],
    ["Paul Dace", "█████ █████'s husband", "Dace", "█████ █████ Dace"],
    ["Ida Plank", "Plank"],
    ["Plank Council"],
    ["Tom Reed"],
  ])
  expect(people).toEqual(expect.arrayContaining(["Ida Plank", "Plank Council"]))
  expect(JSON.stringify(answers)).not.toMatch(/Jonas|Plank's/)
})

test("a body is blotted out by the short name that its report gives it, where it is marked and in the title", async () => {
  const { record } = await shownWithout(
    "Quorvex Harbour Council",
    "---\nactor: Quorvex Harbour Council | organisation | Quorvex; the Council; Council\n---\n{q1:“No,”} {c1:said} {s1:the Quorvex Harbour Council}. {m:Quorvex} met {m:Tom Reed} on the quay at Quorvex, and {m:the Council} wept. {s3:Reed} {c3:told} {a3:Quorvex} {q3:that it rained}. {q2:“Yes,”} {s2:Reed} {c2:said}.",
    "Quorvex speaks to the Council",
  )
  expect(record.report).toMatchObject({
    title: "███████ speaks to the Council",
    text: "█████ said the ███████ ███████ ███████. ███████ met Tom Reed on the quay at Quorvex, and the Council wept. Reed told ███████ ████ ██ ██████. “Yes,” Reed said.",
  })
})

test("who is taken down stays so where a reader takes the whole name for a body's", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/tonk" }))
  const later = told(
    "---\nactor: Vera Tonk | organisation\n---\n{p3:Vera Tonk} {k3:met} {p3:Tom Reed}; Tonk left. {q1:“No,”} {c1:said} {s1:Vera Tonk}. {q2:“Tonk lied,”} {s2:Reed} {c2:said}.",
    { url: "https://dorn.example/body", title: "Tonk leaves" },
  )
  const read = told("{p1:Vera Tonk} {k1:met} {p1:Tom Reed}.", { url: "https://dorn.example/read" })
  await addRecord(archive, read)
  const bodies = async () => ({
    people: await listIdentities(archive),
    found: await findIdentity(archive, "Vera Tonk"),
    record: await currentRecord(archive, later.report.id),
    who: (await who(archive, {})).rows,
    contacts: (await contacts(archive, { who: "Tom Reed" })).rows,
  })
  await addRecord(archive, later)
  const before = await bodies()
  expect(before.people.filter(({ name }) => name === "Vera Tonk").map(({ kind }) => kind)).toEqual([
    "person",
    "organisation",
  ])
  const target = { identity: before.people.find(({ name }) => name === "Vera Tonk")!.number }
  await hide(archive, target, signed)
  const after = await bodies()
  expect(JSON.stringify(after)).not.toMatch(/Vera|Tonk/)
  expect(after.record!.report.text).toBe(
    "████ ████ met Tom Reed; ████ left. █████ said ████ ████. “████ lied,” Reed said.",
  )
  const taken = { ...read, actors: read.actors.map((one) => ({ ...one, kind: "organisation" as const })) }
  await replaceReading(archive, { ...taken, reader: { version: "2", model: "another" } })
  expect(JSON.stringify(await bodies())).not.toMatch(/Vera|Tonk/)
  await replaceReading(archive, read)
  await lift(archive, target, signed)
  expect(await bodies()).toEqual(before)
})

test("a longer name that holds hers is hers with titles and places beside it, and another's where it goes on", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/tonk" }))
  const names = [
    ["person", "Dorn-based Frenchman Vera Tonk"],
    ["person", "TARNHOLT Vera Tonk"],
    ["organisation", "President Vera Tonk"],
    ["person", "Vera Tonk of Dorn"],
    ["organisation", "Friends of Vera Tonk"],
    ["person", "Vera Tonk-Kemp"],
    ["organisation", "Vera Tonk Foundation"],
  ]
  const records = names.map(([kind, name], n) =>
    told(
      `---\nactor: ${name} | ${kind}\n---\n{q1:“Quay ${n},”} {c1:said} {s1:${name}}. {q2:“Yes,”} {s2:Tom Reed} {c2:said}.`,
      {
        url: `https://dorn.example/longer-${n}`,
      },
    ),
  )
  for (const record of records) await addRecord(archive, record)
  const all = async () => ({
    records: await Promise.all(records.map(({ report }) => currentRecord(archive, report.id))),
    who: (await who(archive, {})).rows.map(({ name }) => name),
    people: (await listIdentities(archive)).map(({ name }) => name),
    quays: (await searchStatements(archive, { words: "quay" })).rows.map(({ content }) => content),
  })
  const before = await all()
  expect(before.quays).toHaveLength(names.length)
  const target = { identity: await numberOf("Vera Tonk") }
  await hide(archive, target, signed)
  const after = await all()
  const kept = ["Vera Tonk-Kemp", "Vera Tonk Foundation"]
  const shown = () =>
    after.records.map((record) => record!.actors.map(({ name }) => name).filter((name) => name !== "Tom Reed"))
  expect(shown()).toEqual([[], [], [], [], ["Friends of ████ ████"], ...kept.map((name) => [name])])
  expect(after.quays.toSorted()).toEqual(["“Quay 4,”", "“Quay 5,”", "“Quay 6,”"])
  const named = (list: readonly string[], word: RegExp) => list.filter((name) => word.test(name)).toSorted()
  expect(named(after.people, /Vera|Tonk|█/)).toEqual(kept.toSorted())
  expect(named(after.who, /Vera|Tonk/)).toEqual(kept.toSorted())
  for (const words of [...names.slice(0, 5).map(([, name]) => name!), "Vera Tonk"]) {
    expect((await said(archive, { who: words })).meant).toEqual([{ asked: words, people: [] }])
    expect(await findIdentity(archive, words)).toEqual({ kind: "none" })
  }
  expect(after.records[0]!.report.text).toBe("█████ ███ said ██████████ █████████ ████ ████. “Yes,” Tom Reed said.")
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  await erase(archive, target, signed)
  const { who: _, ...erased } = await all()
  const { who: __, ...hidden } = after
  expect(erased).toEqual(hidden)
})

test("whom nothing that is left names is in no list of people", async () => {
  const { record, people } = await shownWithout(
    "Jean d'Arcy",
    "---\nactor: Arcy | organisation\n---\n{q1:“I saw {m:Ida Roe} there,”} {c1:said} {s1:Jean d'Arcy}. The d’{m:Arcy} house burned. {q2:“Yes,”} {s2:Tom Reed} {c2:said}.",
    "A fire",
  )
  expect(record.actors.map(({ name }) => name)).toEqual(["Tom Reed"])
  expect(people.toSorted()).toEqual(["Ann Kane", "Mara Lind", "Tom Reed"])
})

test("a whole name in small letters is blotted out in reports that have its bearer, and nowhere else", async () => {
  const elsewhere = told("{s:Ann Kane} {c:said} {q:that a rose field burned}.", { url: "https://dorn.example/field" })
  await addRecord(archive, elsewhere)
  const { record } = await shownWithout(
    "Rose Field",
    "{q1:“No,”} {c1:said} {s1:Rose Field}. {s2:Tom Reed} {c2:said} {q2:that rose field left the quay for a field}.",
    "A word of rose field",
  )
  expect(record.report).toMatchObject({
    title: "A word of ████ █████",
    text: "█████ said ████ █████. Tom Reed said that ████ █████ left the quay for a field.",
  })
  const target = await findTarget(archive, "Rose Field")
  await hide(archive, target, signed)
  expect((await currentRecord(archive, elsewhere.report.id))!.report.text).toBe(elsewhere.report.text)
})

test("a name is blotted out of a byline, a section, a role and a joined word in reports that tell nothing of its bearer", async () => {
  await addRecord(archive, told("{q:“Hello,”} {c:said} {s:Vera Tonk}.", { url: "https://dorn.example/hello" }))
  const plain = (n: string, known: object, role = "") =>
    told(`---\nactor: Ida Roe | person | | ${role}\n---\n{q:“It rains,”} {c:said} {s:Ida Roe}.`, {
      url: `https://dorn.example/${n}`,
      ...known,
    })
  const records = [
    plain("byline", { byline: ["Véra Tonk", "Jo Ardan"] }),
    plain("section", { section: "The VERA TONK affair" }),
    plain("role", {}, "husband of Vera Tonk"),
    told("{q:“It snows,”} {c:wrote} {s:Ida Roe} to @VeraTonk.", { url: "https://dorn.example/handle" }),
  ]
  for (const record of records) await addRecord(archive, record)
  const all = async () => ({
    records: await Promise.all(records.map(({ report }) => currentRecord(archive, report.id))),
    exported: await allOf(currentRecords(archive)),
    searched: [
      ...(await searchReports(archive, { words: "rains" })).rows,
      ...(await searchReports(archive, { words: "snows" })).rows,
    ],
    people: await listIdentities(archive),
  })
  const before = await all()
  const target = await findTarget(archive, "Vera Tonk")
  await hide(archive, target, signed)
  const after = await all()
  expect(JSON.stringify(after)).not.toMatch(/V[eé]ra|Tonk/i)
  expect(after.records.map((record) => record!.report)).toMatchObject([
    { byline: ["████ ████", "Jo Ardan"], text: records[0]!.report.text },
    { section: "The ████ ████ affair" },
    {},
    { text: "“It snows,” wrote Ida Roe to @████████." },
  ])
  expect(after.records.map((record) => record!.statements.length)).toEqual([1, 1, 1, 1])
  await lift(archive, target, signed)
  expect(await all()).toEqual(before)
  await erase(archive, target, signed)
  expect((await all()).records).toEqual(after.records)
  const rows = await archive.db.selectFrom("reports").select(["record", "section", "text"]).execute()
  expect(JSON.stringify(rows)).not.toMatch(/V[eé]ra|Tonk/i)
})

test.each(["Vera Tonk", "Mayor Vera Tonk"])("another person of the very same name, %s, is shown", async (name) => {
  const [one, other] = ["Vera Tonk", name].map((called, day) =>
    told(`{q:“${day} days,”} {c:said} {s:${called}}.`, { url: `https://dorn.example/${day}` }),
  )
  for (const record of [one!, other!]) await addRecord(archive, record)
  const both = await numberOf("Vera Tonk")
  await splitIdentity(archive, both, [{ report: other!.report.id, name }], "Vera Tonk", signed)
  const all = async () => ({
    reports: await Promise.all([one, other].map((record) => currentRecord(archive, record!.report.id))),
    who: (await who(archive, {})).rows.map(({ name }) => name),
  })
  const before = await all()
  await hide(archive, { identity: both }, signed)
  const after = await all()
  expect(after.who.filter((name) => name === "Vera Tonk")).toHaveLength(1)
  expect(after.reports.map((record) => record!.report.text)).toEqual(["██ ██████ said ████ ████.", other!.report.text])
  await lift(archive, { identity: both }, signed)
  expect(await all()).toEqual(before)
})

test("a name in letters that have no capitals is blotted out, also where words are not divided", async () => {
  const marked = (name: string) =>
    `---\nactor: ${name} | person\n---\n{q1:“No,”} {c1:said} {s1:${name}}. {q2:“Yes,”} {s2:Tom Reed} {c2:said}. ${name}说.`
  const chinese = await shownWithout("王小明", marked("王小明"), "王小明 speaks")
  expect(chinese.record.report).toMatchObject({
    title: "███ speaks",
    text: "█████ said ███. “Yes,” Tom Reed said. ███说.",
  })
  const arabic = await shownWithout("محمد كامل", marked("محمد كامل").replace("说", ""), "محمد كامل speaks")
  expect(JSON.stringify(arabic)).not.toMatch(/محمد|كامل/)
})

test.each([
  [
    "Omar al-Tamim",
    "Supporters of al-Tamim met Tamim’s brother; an anti-al-Tamim poster, #Omaral-Tamim and Al-Tamim's al-Tamim-style quay.",
    "Supporters of ████████ met █████’s brother; an anti-████████ poster, #████████████ and ████████'s ████████-style quay.",
  ],
  ["Jean d'Arcy", "The d’Arcy house, D'ARCY's quay, an Arcy.", "The ██████ house, ██████'s quay, an Arcy."],
  ["Ann Smith-Jones", "An anti-Smith-Jones quay of Jones.", "An anti-███████████ quay of Jones."],
])("the surname of %s is blotted out where it stands alone", async (name, words, left) => {
  const { record, searched } = await shownWithout(
    name,
    `{q1:“No,”} {c1:said} {s1:${name}}. ${words} {q2:“Yes,”} {s2:Tom Reed} {c2:said}.`,
    `${name.split(" ")[1]} speaks`,
  )
  expect(record.report.text).toContain(left)
  expect(record.report.title).toMatch(/^█+ speaks$/)
  expect(JSON.stringify(searched)).not.toMatch(/Tamim|d.Arcy|Smith/i)
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
