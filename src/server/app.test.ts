import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Parser } from "htmlparser2"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Archive, addRecord, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import type { Record } from "../record.js"
import { createApp } from "./app.js"

const idOf = (title: string) => createHash("sha256").update(title).digest("hex")

const withId = (record: Record, id: string): Record => ({ ...record, report: { ...record.report, id } })

const interview = withId(
  recordFromMarked(readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8")),
  idOf("interview"),
)

const evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
const hostile: Record = (() => {
  const read = recordFromMarked("{s:Ann Lee} {c:said} {q:no}.")
  const text = `${evil} said ${evil}`
  const [statement] = read.statements
  return {
    ...read,
    report: {
      ...read.report,
      id: idOf("hostile"),
      text,
      paragraphs: [{ start: 0, end: text.length }],
      title: evil,
      publisher: evil,
      byline: [evil],
      url: "javascript:alert(3)",
      published: '2026-03-04" onload="alert(4)',
      language: '"><script>',
    },
    actors: [
      { id: 'a"1', name: evil, kind: "person", aliases: [], roles: [evil], mentions: [{ start: 0, end: evil.length }] },
    ],
    statements: [
      {
        ...statement!,
        id: 's1"><script>',
        content: [{ start: text.length - evil.length, end: text.length }],
        source: [{ start: 0, end: evil.length }],
        cue: [],
        speakers: ['a"1'],
        addressees: ['a"1'],
        about: ['a"1'],
        why: [evil],
      },
    ],
    contacts: [
      {
        id: "c1' onclick='alert(5)",
        between: ['a"1', 'a"1'],
        mode: "meet",
        status: "happened",
        evidence: { start: 0, end: evil.length },
        within: 's1"><script>',
        confidence: 1,
      },
    ],
    notes: [{ code: "<b>odd", span: { start: 0, end: 5 } }],
  }
})()

function elementsOf(html: string) {
  const elements: { readonly name: string; readonly attribs: { readonly [name: string]: string } }[] = []
  const parser = new Parser({ onopentag: (name, attribs) => elements.push({ name, attribs }) })
  parser.end(html)
  return elements
}

let archive: Archive
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const record of [interview, hostile]) await addRecord(archive, record)
  app = createApp(archive, { path: "/assets/1", files: new Map() })
})
afterAll(() => archive.close())

const get = async (path: string, host = "127.0.0.1:4700") => {
  const response = await app.request(`http://${host}${path}`)
  return { response, body: await response.text() }
}

test("the first page lists the reports", async () => {
  const { response, body } = await get("/")
  expect(response.status).toBe(200)
  expect(body).toMatch(/^<!DOCTYPE html><html lang="en">/)
  expect(body).toContain(`href="/reports/${interview.report.id.slice(0, 12)}"`)
})

test("a report stands on its page as its publisher wrote it", async () => {
  const { body } = await get(`/reports/${interview.report.id.slice(0, 12)}`)
  const paragraphs = [...body.matchAll(/<div class="block"[^>]*><p>(.*?)<\/p>/gs)].map(([, html]) =>
    html!
      .replace(/<a class="number.*?<\/a>/g, "")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&"),
  )
  const { text, paragraphs: places } = interview.report
  expect(paragraphs).toEqual(places.map(({ start, end }) => text.slice(start, end)))
})

test("every entry has a place that a link can lead to", async () => {
  const { body } = await get(`/reports/${interview.report.id.slice(0, 12)}`)
  for (const { id } of [...interview.statements, ...interview.contacts]) expect(body).toContain(` id="${id}"`)
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
  for (const [, target] of body.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(target)
})

test("a longer id leads to the one address of a report", async () => {
  const { response } = await get(`/reports/${interview.report.id}`)
  expect(response.status).toBe(301)
  expect(response.headers.get("location")).toBe(`/reports/${interview.report.id.slice(0, 12)}`)
})

test("a person's page says what they said, were asked, and what is said about them", async () => {
  const { body } = await get("/people")
  const path = /href="(\/people\/\d+)">Inés Aldarondo</.exec(body)![1]!
  const person = (await get(path)).body
  expect(person).toContain("What Inés Aldarondo is reported to have said")
  expect(person).toContain("The Oriel Gazette reported on 19 September 2024 that")
  expect(person).toContain("Ask me again when the road is dry")
  expect(person).toMatch(/Turned away.*off the hook|Turned away.*to the weather/s)
  const narrowed = (await get(`${path}?about=football&kind=mixed&hand=first`)).body
  expect(narrowed).toContain("used to ring her predecessor")
  expect(narrowed).toContain('<option value="mixed" selected="">')
  const nothing = (await get(`${path}?to=Nobody+Anywhere`)).body
  expect(nothing).toContain("No statement is reported in 2 reports")
})

test("a search finds statements, reports and people, and says how they spread", async () => {
  const { body } = await get("/search?words=river")
  expect(body).toContain("a river keeps no minutes")
  expect(body).toMatch(/<a href="\/search\?words=river&amp;outlet=The\+Oriel\+Gazette">/)
  expect((await get("/search?words=aldarondo")).body).toMatch(/href="\/people\/\d+">Inés Aldarondo/)
  expect((await get("/search?words=zeppelin")).body).toContain("No statement holds these words in 2 reports")
})

test("two people's contacts stand on one timeline, a silence as a span", async () => {
  const { body } = await get("/between?who=Aldarondo&other=Vallonda")
  expect(body).toContain("<h1>Inés Aldarondo and Vallonda</h1>")
  expect(body).toMatch(/<a class="silence" href="#contact-1"[^>]*phone call did not take place/)
  expect(body).toContain("surely 20 June 2024 to 19 September 2024")
  expect(body).toContain("What Inés Aldarondo said about Vallonda")
  const nobody = (await get("/between?who=Aldarondo&other=Nobody+Anywhere")).body
  expect(nobody).toContain("No contact between the two is reported in 2 reports")
})

test("a contact that is denied is headed so, and who denies it is no witness of it", async () => {
  const words = "{q1:{k2=happened meet:{p2=Tora Lind:she} met {p2:Ivo Kral}} {t2=2024-06-02:on Sunday}}"
  const denied = recordFromMarked(`{s1:Tora Lind} {c1=deny:denied} that ${words}.`)
  await addRecord(archive, withId({ ...denied, report: { ...denied.report, publisher: "Quay" } }, idOf("denied")))
  const alone = (await get("/between?who=Tora+Lind&other=Ivo+Kral")).body
  expect(alone).toContain("No contact is plainly reported.")
  expect(alone).toContain('<span class="status">meeting denied</span>')
  const claimed = recordFromMarked(`Tora Lind. {s1:An official} {c1:said} ${words}.`)
  await addRecord(archive, withId({ ...claimed, report: { ...claimed.report, publisher: "Mail" } }, idOf("claimed")))
  const both = (await get("/between?who=Tora+Lind&other=Ivo+Kral")).body
  expect(both).toContain("Last reported contact: meeting took place, 2 June 2024, as told by Mail.")
  expect(both).toMatch(
    /<li class="told">.*Mail, on the word of .*<li class="untold">.*Quay, denied by <a [^>]*>Tora Lind</s,
  )
})

test("a question that cannot be asked is answered in words", async () => {
  for (const path of [
    "/search?words=a&since=yesterday",
    "/search?words=a&kind=loud",
    "/people?after=x",
    `/search?words=${"a".repeat(600)}`,
  ]) {
    const { response, body } = await get(path)
    expect(response.status).toBe(400)
    expect(body).toContain("That cannot be done")
  }
})

test("nothing in a report becomes markup or an address that runs", async () => {
  const asked = [
    "/people",
    `/between?who=${encodeURIComponent(evil)}&other=x`,
    `/search?words=${encodeURIComponent(`script ${evil}`)}`,
    "/search?words=alert",
    "/audit",
    `/check?quotation=${encodeURIComponent(evil)}`,
    `/check?quotation=${encodeURIComponent(`say ${evil} loudly`)}`,
  ]
  for (const path of ["/", `/reports/${hostile.report.id.slice(0, 12)}`, ...asked]) {
    const { response, body } = await get(path)
    expect(response.status).toBe(200)
    expect(body).toContain("&lt;script&gt;alert(1)")
    for (const { name, attribs } of elementsOf(body)) {
      expect(["img", "style", "iframe"]).not.toContain(name)
      if (name === "script") expect(attribs.src).toMatch(/^\/assets\//)
      if (attribs.href) expect(attribs.href).toMatch(/^(\/|#|https?:|data:,$)/)
      expect(Object.keys(attribs).filter((attribute) => /^on|^style$/.test(attribute))).toEqual([])
    }
  }
})

test("the browser is told to run and load nothing but our own files", async () => {
  const { response, body } = await get("/")
  const policy = response.headers.get("content-security-policy")
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain("unsafe")
  expect(body).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc="\/)/)
})

test("a server without a password answers only to the names of its own machine", async () => {
  expect((await get("/", "evil.example:4700")).response.status).toBe(421)
  expect((await get("/", "localhost:4700")).response.status).toBe(200)
  expect((await get("/", "[::1]:4700")).response.status).toBe(200)
})

test("what is not there is said in words", async () => {
  for (const path of ["/reports/0123456789ab", "/reports/..%2f..", "/nowhere", "/assets/x/..%2fapp.js"]) {
    const { response, body } = await get(path)
    expect(response.status).toBe(404)
    expect(body).toContain("This archive has no such page")
  }
})
