import { readFileSync } from "node:fs"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Archive, addRecord, currentRecord, hide, openArchive, readLog, replaceReading } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import type { Record } from "../record.js"
import { createApp } from "./app.js"
import * as visitor from "./visitor.fixture.js"
import { env, here, type Sent, type Visitor } from "./visitor.fixture.js"

const id = "ab".repeat(32)
const path = `/reports/${id.slice(0, 12)}`
const read = recordFromMarked(readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8"))
const interview: Record = { ...read, report: { ...read.report, id } }
const [first] = interview.statements
const other = interview.actors.find((actor) => !first!.speakers.includes(actor.id) && actor.kind === "person")!

let archive: Archive
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, interview)
  app = createApp(archive, { path: "/assets/1", files: new Map() })
})
afterEach(() => archive.close())

const enter = (name: string) => visitor.enter(app, name)
const get = (address: string, who?: Visitor) => visitor.get(app, address, who)
const post = (address: string, who: Visitor, form: Sent) => visitor.post(app, address, who, form)

/** The form of an entry as a browser would send it, untouched. */
async function formOf(entry: string, who: Visitor): Promise<{ [field: string]: string | readonly string[] }> {
  const { body } = await get(`${path}/entries/${entry}`, who)
  const form = /action="[^"]*\/correct".*?<\/form>/s.exec(body)![0]
  const fields: { [field: string]: string | string[] } = {}
  const text = (html: string) => html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&")
  for (const [, name, value] of form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)/g))
    fields[name!] = text(value!)
  for (const [input] of form.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1]
    if (name === undefined || (/checkbox/.test(input) && !/ checked=/.test(input))) continue
    const value = text(/ value="([^"]*)"/.exec(input)?.[1] ?? "")
    if (/checkbox/.test(input)) fields[name] = [...(fields[name] ?? []), value]
    else fields[name] = value
  }
  for (const [, name, options] of form.matchAll(/<select name="([^"]+)">(.*?)<\/select>/gs)) {
    fields[name!] = /value="([^"]*)" selected/.exec(options!)?.[1] ?? ""
  }
  const { mark: _, reason: __, ...rest } = fields
  return rest
}

const now = async (entry: string) =>
  (await currentRecord(archive, id))?.statements.find((statement) => statement.id === entry)

test("everybody sees what the machine read, and nobody unnamed a form", async () => {
  const { body } = await get(`${path}/entries/s1`)
  expect(body).toMatch(/<h2 id="history">History/)
  expect(body).toContain("Score")
  expect(body).not.toMatch(/action="[^"]*\/(correct|withdraw|accept|dispute)"/)
  expect(body).toContain(`href="/enter?next=${encodeURIComponent(`${path}/entries/s1`)}"`)
  expect((await get(`${path}/entries/s99`)).status).toBe(404)
  expect((await get(`${path}/entries/..%2f`)).status).toBe(404)
  expect((await get(`${path}/add`)).location).toMatch(/^\/enter\?/)
})

test("another speaker is chosen; the entry, its history and the log have it, and an undo takes it back", async () => {
  const ada = await enter("Ada Lund")
  const kept = await post(`${path}/entries/s1/correct`, ada, { ...(await formOf("s1", ada)), speakers: other.id })
  expect(kept).toMatchObject({ status: 303, location: `${path}#s1` })
  expect(await now("s1")).toMatchObject({ speakers: [other.id], content: first!.content, confidence: { speaker: 1 } })
  const [line] = await readLog(archive)
  expect(line).toMatchObject({ by: "Ada Lund", reason: "read it again", deed: "correct", entry: "s1" })
  expect((line!.detail as { changes: object }).changes).toEqual({ speakers: [other.id] })
  const { body } = await get(`${path}/entries/s1`, ada)
  expect(body).toMatch(new RegExp(`<b>Ada Lund</b> corrected it.*<del>.*</del> → <ins>${other.name}</ins>`, "s"))
  expect((await get(path)).body).toContain("corrected")
  const undone = await post("/log/1/undo", ada, { reason: "it was right" })
  expect(undone).toMatchObject({ status: 303, location: `${path}/entries/s1` })
  expect(await now("s1")).toEqual(first)
  expect((await get(`${path}/entries/s1`, ada)).body).toMatch(/undone.*undid .*no\. 1.*it was right/s)
})

test("words are given as they stand or by their places; a field left alone stays as it is", async () => {
  const ada = await enter("Ada Lund")
  const { text } = interview.report
  const words = text.slice(first!.content[0]!.start, first!.content[0]!.start + 30)
  await post(`${path}/entries/s1/correct`, ada, { ...(await formOf("s1", ada)), content: words, act: "promise" })
  expect(await now("s1")).toMatchObject({ act: "promise", source: first!.source })
  expect((await now("s1"))!.content).toEqual([{ start: first!.content[0]!.start, end: first!.content[0]!.start + 30 }])
  const at = text.indexOf("the", 1200)
  const sent = { ...(await formOf("s1", ada)), cue: "the", "cue-at": `${at}-${at + 3}` }
  expect((await post(`${path}/entries/s1/correct`, ada, sent)).status).toBe(303)
  expect((await now("s1"))!.cue).toEqual([{ start: at, end: at + 3 }])
})

test("somebody whom the report does not have yet is named with the words that mean them", async () => {
  const ada = await enter("Ada Lund")
  const words = interview.report.text.slice(0, 12).trim()
  const form = {
    "addressees-new": "Harbour Board",
    "addressees-new-kind": "organisation",
    "addressees-new-words": words,
  }
  expect((await post(`${path}/entries/s1/correct`, ada, { ...(await formOf("s1", ada)), ...form })).status).toBe(303)
  const [addressee] = (await now("s1"))!.addressees.slice(-1)
  const record = (await currentRecord(archive, id))!
  expect(record.actors.find((actor) => actor.id === addressee)).toMatchObject({
    name: "Harbour Board",
    kind: "organisation",
  })
})

test("what cannot be kept is said, and what was typed stands there still", async () => {
  const ada = await enter("Ada Lund")
  const form = await formOf("s1", ada)
  const refused = await post(`${path}/entries/s1/correct`, ada, { ...form, content: "zeppelins <over> Calvera" })
  expect(refused.status).toBe(400)
  expect(refused.body).toMatch(/role="alert">“zeppelins &lt;over&gt; Calvera”: these words do not stand in the report/)
  expect(refused.body).toMatch(/<textarea id="content"[^>]*>zeppelins &lt;over&gt; Calvera</)
  expect((await post(`${path}/entries/s1/correct`, ada, form)).body).toContain("nothing was changed")
  expect((await post(`${path}/entries/s1/withdraw`, ada, { reason: " " })).body).toContain("A reason is needed")
  expect(
    (await post(`${path}/entries/c2/correct`, ada, { ...(await formOf("c2", ada)), "surely-to": "" })).body,
  ).toMatch(/role="alert">what is surely meant needs its first and its last day/)
  const never = await post(`${path}/entries/c2/correct`, ada, { ...(await formOf("c2", ada)), from: "2024-02-30" })
  expect(never.status).toBe(400)
  expect(never.body).toMatch(/role="alert">when: 2024-02-30 is no day of the calendar/)
  expect((await post(`${path}/entries/s1/correct`, ada, { ...form, when: "", from: "2024-02-28" })).body).toMatch(
    /role="alert">days need the words of the report that tell them/,
  )
  expect(await readLog(archive)).toEqual([])
})

test("of a silence the days can be given anew, and those that are surely meant", async () => {
  const ada = await enter("Ada Lund")
  const before = interview.contacts.find(({ when }) => when?.surely)!
  const { start, end, from, to, surely } = before.when!
  const when = async () =>
    (await currentRecord(archive, id))!.contacts.find((contact) => contact.id === before.id)!.when
  const correct = async (fields: Sent) =>
    post(`${path}/entries/${before.id}/correct`, ada, { ...(await formOf(before.id, ada)), ...fields })
  expect((await correct({ when: "the spring" })).status).toBe(303)
  expect(await when()).toMatchObject({ from, to, surely })
  expect((await when())!.start).toBeGreaterThan(start)
  await correct({ when: interview.report.text.slice(start, end), from: "2024-03-02" })
  expect(await when()).toEqual({ start, end, from: "2024-03-02", to, surely })
  await correct({ "surely-from": "", "surely-to": "" })
  expect(await when()).toEqual({ start, end, from: "2024-03-02", to })
  await correct({ from: "2024-05-02" })
  expect(await when()).toMatchObject({ from: "2024-05-02", to, surely: { from: "2024-05-02", to } })
  await correct({ from: "", "surely-from": "0001-01-01", "surely-to": to! })
  expect(await when()).toEqual({ start, end, to, surely: { from: "0001-01-01", to } })
  const outside = await correct({ from: "2024-03-02" })
  expect(outside.status).toBe(400)
  expect(outside.body).toContain("what is surely meant lies within the time itself, 2024-03-02..2024-09-19")
})

test("an entry that somebody else changed meanwhile is not changed unseen", async () => {
  const [ada, bo] = [await enter("Ada Lund"), await enter("Bo Karr")]
  const form = await formOf("s1", ada)
  await post(`${path}/entries/s1/correct`, bo, { ...(await formOf("s1", bo)), act: "deny" })
  const late = await post(`${path}/entries/s1/correct`, ada, { ...form, speakers: other.id })
  expect(late.status).toBe(409)
  expect(late.body).toMatch(/role="alert">somebody changed this entry after you opened it/)
  expect(await now("s1")).toMatchObject({ act: "deny", speakers: first!.speakers })
  expect((await post(`${path}/entries/s1/withdraw`, ada, { seen: String(form.seen) })).status).toBe(409)
  expect((await post(`${path}/accept`, ada, { entry: `s1 ${form.seen}` })).status).toBe(409)
  expect((await readLog(archive)).length).toBe(1)
})

test("an entry is withdrawn, listed as such in its report, and brought back", async () => {
  const ada = await enter("Ada Lund")
  const gone = await post(`${path}/entries/s1/withdraw`, ada, { reason: "nobody said that" })
  expect(gone).toMatchObject({ status: 303, location: `${path}/entries/s1` })
  expect(await now("s1")).toBeUndefined()
  const { body } = await get(gone.location!, ada)
  expect(body).toContain("This entry was withdrawn")
  expect((await get(path)).body).toMatch(new RegExp(`Withdrawn.*href="${path}/entries/s1"`, "s"))
  await post("/log/1/undo", ada, {})
  expect(await now("s1")).toEqual(first)
})

test("many entries are accepted at once, or none of them", async () => {
  const ada = await enter("Ada Lund")
  const { body } = await get(path, ada)
  const values = [...body.matchAll(/name="entry" value="([^"]+)"/g)].map(([, value]) => value!)
  expect(values.length).toBe(interview.statements.length + interview.contacts.length)
  const chosen = values.slice(0, 3)
  expect((await post(`${path}/accept`, ada, { entry: [...chosen, "s99 0"] })).status).toBe(400)
  expect(await readLog(archive)).toEqual([])
  expect(await post(`${path}/accept`, ada, { entry: chosen })).toMatchObject({ status: 303 })
  expect((await readLog(archive)).map(({ deed }) => deed)).toEqual(["accept", "accept", "accept"])
  const after = (await get(path, ada)).body
  expect(after.match(/name="entry" value=/g)).toHaveLength(values.length - 3)
  expect((await post(`${path}/accept`, ada, {})).body).toContain("no entry was ticked")
})

test("who is quoted can have their words set beside, and they stand in the report", async () => {
  const ada = await enter("Ada Lund")
  const words = "I never said <b>that</b>."
  expect((await post(`${path}/entries/s1/dispute`, ada, { words, reason: "letter" })).status).toBe(303)
  for (const page of [path, `${path}/entries/s1`]) {
    expect((await get(page)).body).toContain("I never said &lt;b&gt;that&lt;/b&gt;.")
  }
  expect((await post(`${path}/entries/s1/dispute`, ada, { words: " " })).status).toBe(400)
  expect((await post(`${path}/entries/c2/dispute`, ada, { words: "We called her in May." })).status).toBe(303)
  for (const page of [path, `${path}/entries/c2`]) {
    expect((await get(page)).body).toMatch(
      /<p class="dispute"><b>Disputed<\/b> on [^:]*: <q>We called her in May\.<\/q>/,
    )
  }
  const { body } = await get("/between?who=Aldarondo&other=Vallonda")
  expect(body).toMatch(
    /nobody in the Vallonda government had telephoned her.*?<b>Disputed<\/b> on [^:]*: <q>We called her in May\.<\/q>.*?<span class="badge">disputed<\/span>/s,
  )
})

test("what fits nowhere in a newer reading is listed in its report", async () => {
  const ada = await enter("Ada Lund")
  await post(`${path}/entries/s1/correct`, ada, { ...(await formOf("s1", ada)), act: "deny" })
  const reader = { version: "9.9.9", model: "onrecord-en 9" }
  await replaceReading(archive, { ...interview, reader, statements: interview.statements.slice(1) })
  const { body } = await get(path)
  expect(body).toMatch(/fit nowhere in the newest reading.*No\. 1, correct, by Ada Lund.*read it again/s)
})

test("a statement and a contact that the machine missed are added", async () => {
  const ada = await enter("Ada Lund")
  const { body } = await get(`${path}/add?content-at=0-40`, ada)
  expect(body).toContain(interview.report.text.slice(0, 40).replaceAll("'", "&#39;").replaceAll('"', "&quot;"))
  const statement = {
    "kind-of-entry": "statement",
    content: interview.report.text.slice(0, 40),
    "content-at": "0-40",
    speakers: other.id,
    ...{ act: "say", polarity: "asserted", kind: "indirect" },
  }
  const added = await post(`${path}/add`, ada, statement)
  expect(added).toMatchObject({ status: 303, location: `${path}#p1` })
  expect(await now("p1")).toMatchObject({ content: [{ start: 0, end: 40 }], speakers: [other.id] })
  const contact = {
    "kind-of-entry": "contact",
    evidence: interview.report.text.slice(0, 40),
    mode: "call",
    status: "planned",
  }
  const alone = await post(`${path}/add`, ada, { ...contact, between: other.id })
  expect(alone.status).toBe(400)
  expect(alone.body).toContain("between two or more different actors")
  const both = [other.id, first!.speakers[0]!]
  expect(await post(`${path}/add`, ada, { ...contact, between: both })).toMatchObject({ location: `${path}#p2` })
})

test("a form that is not ours changes nothing", async () => {
  const ada = await enter("Ada Lund")
  const form = { ...(await formOf("s1", ada)), speakers: other.id, entry: "s1 0", words: "no", reason: "why" }
  const targets = [
    "entries/s1/correct",
    "entries/s1/withdraw",
    "entries/s1/accept",
    "entries/s1/dispute",
    "accept",
    "add",
  ]
  for (const target of [...targets.map((each) => `${path}/${each}`), "/log/1/undo"]) {
    expect((await post(target, { ...ada, mark: "forged" }, form)).status).toBe(403)
    const elsewhere = {
      method: "POST",
      headers: { origin: "https://evil.example", cookie: ada.cookie },
      body: new URLSearchParams({ mark: ada.mark }),
    }
    expect((await app.request(`${here}${target}`, elsewhere, env)).status).toBe(403)
  }
  expect(await readLog(archive)).toEqual([])
})

test("a read-only archive shows histories and no form", async () => {
  const ada = await enter("Ada Lund")
  await post(`${path}/entries/s1/correct`, ada, { ...(await formOf("s1", ada)), act: "deny" })
  app = createApp(archive, { path: "/assets/1", files: new Map() }, { readOnly: true })
  for (const page of [path, `${path}/entries/s1`]) {
    const { body } = await get(page, ada)
    expect(body).toContain("corrected")
    expect(body).not.toMatch(/action="(?!\/leave|\/search)[^"]*"|type="checkbox" form=|\/enter\?/)
  }
  expect((await get(`${path}/add`, ada)).status).toBe(403)
  expect((await post(`${path}/entries/s1/withdraw`, ada, {})).status).toBe(403)
})

test("nothing that people or reports say becomes markup", async () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`
  const ada = await enter("Ada Lund")
  const form = await formOf("s1", ada)
  await post(`${path}/entries/s1/correct`, ada, {
    ...{ ...form, reason: evil, "speakers-new": evil.replaceAll("@", ""), "speakers-new-words": "the" },
  })
  await post(`${path}/entries/s1/dispute`, ada, { words: evil, reason: evil })
  await post(`${path}/entries/s1/accept`, ada, { reason: evil })
  for (const page of [path, `${path}/entries/s1`, `${path}/add`]) {
    const { status, body } = await get(page, ada)
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script>|<img/)
  }
  expect((await get(`${path}/entries/s1`, ada)).body).toContain("&lt;script&gt;alert(1)")
})

test("whoever was taken down is in no history and no list of names", async () => {
  await hide(archive, { identity: await identityOf(other.name) }, { by: "Ada Lund", reason: "asked for it" })
  const ada = await enter("Ada Lund")
  const lifted = await post("/log/1/undo", ada, {})
  expect(lifted.status).toBe(400)
  expect(lifted.body).toContain("only `onrecord lift` ends a take-down")
  const shown = (await currentRecord(archive, id))!.statements[0]!
  for (const page of [`${path}/entries/${shown.id}`, `${path}/add`]) {
    expect((await get(page, ada)).body).not.toContain(other.name)
  }
})

async function identityOf(name: string): Promise<number> {
  const row = await archive.db.selectFrom("identities").select("number").where("name", "=", name).executeTakeFirst()
  return row!.number
}
