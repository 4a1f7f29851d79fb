import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Validator } from "@seriousme/openapi-schema-validator"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { askedArchive } from "../../../test/asked-archive.js"
import { type Archive, addRecord, findTarget, hide, openArchive, publicCopy, said } from "../../archive/index.js"
import { questions } from "../../asking/questions.js"
import { recordFromMarked } from "../../marked/read.js"
import { createApp } from "../app.js"
import { apiDocument, pathOf } from "./document.js"

let archive: Archive
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  archive = await askedArchive()
  app = createApp(archive, { path: "/assets/1", files: new Map() })
})
afterAll(() => archive.close())

const get = (path: string, headers: { readonly [name: string]: string } = {}) =>
  app.request(`http://127.0.0.1:4700${path}`, { headers })

async function json(path: string) {
  const response = await get(path)
  expect(response.headers.get("content-type")).toBe("application/json")
  return JSON.parse(await response.text())
}

async function problem(path: string, init: RequestInit = {}) {
  const response = await app.request(`http://127.0.0.1:4700${path}`, init)
  expect(response.headers.get("content-type")).toBe("application/problem+json")
  const told = JSON.parse(await response.text())
  expect(told.status).toBe(response.status)
  return told
}

test("the description is valid OpenAPI 3.1 by a validator that is not ours, and names every question", async () => {
  const document = await json("/api/openapi.json")
  expect(document).toEqual(apiDocument())
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(Object.keys(document.paths)).toEqual(["/api", ...questions.map(pathOf)])
  const text = JSON.stringify(document)
  for (const [, group, name] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
    expect(document.components[group!]).toHaveProperty(name!)
  }
  expect(text).not.toContain("undefined")
  const page = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8")
  for (const path of questions.map(pathOf)) expect(page).toContain(`\`${path.replace("{report}", "ID")}`)
})

test("the validator finds what is wrong", async () => {
  const { paths, ...broken } = structuredClone(apiDocument()) as { paths: object }
  expect((await new Validator().validate({ ...broken, paths: { said: paths } })).valid).toBe(false)
})

test("a question is asked by its address, with the parameters that the archive has", async () => {
  const answer = await json("/api/said?who=Aldarondo&about=Vallonda&firstHand=true&limit=2")
  const same = await said(archive, { who: "Aldarondo", about: "Vallonda", firstHand: true, limit: 2 })
  expect(answer).toEqual(JSON.parse(JSON.stringify(same)))
  expect(answer.rows).toHaveLength(2)
  expect(answer.rows[0]).toMatchObject({ outlet: "The Oriel Gazette", date: "2024-09-19", remove: 1 })
  const { archive: counts, questions: asked } = await json("/api")
  expect(counts.reports).toBe(7)
  expect(asked.map(({ address }: { address: string }) => address)).toContain("/api/said")
})

test("every question has its address", async () => {
  const entry = (await json("/api/search?words=river")).rows[0].id
  const [{ id }] = (await json("/api/reports")).rows
  for (const path of [
    "/api/about?who=Vallonda",
    "/api/contacts?who=Aldarondo&other=Vallonda&newest=true",
    "/api/asked?who=Aldarondo",
    "/api/search-reports?words=sabalo",
    "/api/facets?words=river",
    "/api/check?words=Ask+the+clouds",
    `/api/show?entry=${encodeURIComponent(entry)}`,
    "/api/who?copies=each",
    "/api/people?name=Vallonda",
    "/api/audit?by=month",
    `/api/reports/${id.slice(0, 12)}`,
  ]) {
    const answer = await json(path)
    expect(answer.rows?.length ?? Object.keys(answer).length, path).toBeGreaterThan(0)
  }
})

test("a part of an answer says where the part behind it is", async () => {
  const ids: string[] = []
  let path: string | undefined = "/api/said?who=Aldarondo&limit=3"
  while (path) {
    const response = await get(path)
    ids.push(...((await response.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id))
    path = /^<([^>]*)>; rel="next"$/.exec(response.headers.get("link") ?? "")?.[1]
  }
  const all = await said(archive, { who: "Aldarondo", limit: 1000 })
  expect(ids).toEqual(all.rows.map(({ id }) => id))
  expect(ids.length).toBeGreaterThan(6)
})

test("an answer that is still the same is not sent again", async () => {
  const path = "/api/who"
  const tag = (await get(path)).headers.get("etag")!
  const again = await get(path, { "if-none-match": tag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe("")
  expect((await get("/api/who?limit=1", { "if-none-match": tag })).status).toBe(200)
  const compressed = await get(path, { "if-none-match": tag, "accept-encoding": "gzip" })
  expect(compressed.status).toBe(304)
})

test("a table has all rows, whichever way it is asked for, and no cell that a spreadsheet runs", async () => {
  const response = await get("/api/search?words=the&format=csv")
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present")
  const body = await response.text()
  const rows = parse<{ [column: string]: string }>(body, { columns: true })
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ outlet }) => outlet)).toContain("'=HYPERLINK(1)")
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
  expect(await (await get("/api/search?words=the", { accept: "text/csv" })).text()).toBe(body)
  const some = await get("/api/search?words=the&format=csv&limit=2")
  expect(parse(await some.text(), { columns: true })).toEqual(rows.slice(0, 2))
  expect(some.headers.get("link")).toContain("cursor=2")
})

test("a long table is sent piece by piece", async () => {
  const many = Array.from({ length: 1100 }, (_, n) => `{q${n}:“Number ${n},”} {c${n}:said} {s${n}:Ann Kane}.`).join(
    "\n\n",
  )
  const read = recordFromMarked(many)
  await addRecord(archive, { ...read, report: { ...read.report, id: "c".repeat(64) } })
  const response = await get("/api/said?who=Ann+Kane&format=csv")
  expect(response.headers.get("link")).toBeNull()
  const rows = parse<{ content: string }>(await response.text(), { columns: true })
  expect(new Set(rows.map(({ content }) => content)).size).toBe(1100)
})

test("what cannot be answered is told in words, as a problem", async () => {
  expect(await problem("/api/said")).toMatchObject({ status: 400, detail: expect.stringMatching(/^who: /) })
  expect(await problem("/api/said?who=a&since=2023-02-30")).toMatchObject({
    detail: "since: must be a day such as 2021-03-04",
  })
  expect(await problem("/api/said?who=a&sinse=2023-02-01")).toMatchObject({ detail: expect.stringContaining("sinse") })
  expect(await problem("/api/said?who=a&who=b")).toMatchObject({ detail: "who: is given 2 times; once is enough" })
  expect(await problem("/api/who?limit=many")).toMatchObject({ status: 400, detail: "limit: must be a whole number" })
  expect(await problem("/api/who?limit=-1")).toMatchObject({ status: 400, detail: "limit: must be 1 or more" })
  expect(await problem("/api/who?__proto__=1")).toMatchObject({ status: 400 })
  expect(await problem("/api/who?format=csv&format=json")).toMatchObject({ status: 400 })
  expect((await get("/api/search?words=a%00b")).status).toBe(200)
  expect(await problem("/api/who?firstHand=1")).toMatchObject({
    status: 400,
    detail: expect.stringMatching(/^firstHand: /),
  })
  expect(await problem("/api/who?cursor=x")).toMatchObject({
    status: 400,
    detail: expect.stringContaining("not a cursor"),
  })
  expect(await problem("/api/who?format=xml")).toMatchObject({ status: 400, detail: "format: json or csv, not xml" })
  expect(await problem("/api/facets?words=a&format=csv")).toMatchObject({
    status: 400,
    detail: expect.stringContaining("no table"),
  })
  expect(await problem("/api/reports/0123456789ab")).toMatchObject({ status: 404 })
  expect(await problem("/api/show?entry=0123456789ab%23s1")).toMatchObject({ status: 404 })
  expect(await problem("/api/show?entry=..%2F..")).toMatchObject({ status: 400 })
  expect(await problem("/api/nothing")).toMatchObject({ status: 404, detail: expect.stringContaining("/api") })
  const asked = { method: "POST", headers: { origin: "http://127.0.0.1:4700" } }
  expect((await problem("/api/who", asked)).status).toBeGreaterThanOrEqual(400)
})

test("who was taken down is in no answer", async () => {
  const read = recordFromMarked("{p1:Mara Lind} {k1:met} {p1:Tom Reed}. {q2:“It was long,”} {s2:Reed} {c2:said}.")
  await addRecord(archive, { ...read, report: { ...read.report, id: "d".repeat(64), title: "A meeting" } })
  const everywhere = async () => {
    const paths = ["/api/people?limit=1000", "/api/who?limit=1000", "/api/contacts?who=Reed", "/api/reports/dddddddd"]
    const more = [
      `/api/show?entry=dddddddd%23${read.statements[0]!.id}`,
      "/api/search-reports?words=long",
      "/api/said?who=Lind",
    ]
    return (await Promise.all([...paths, ...more].map(async (path) => (await get(path)).text()))).join("\n")
  }
  expect(await everywhere()).toContain("Mara")
  await hide(archive, await findTarget(archive, "Mara Lind"), { by: "Ada Lund", reason: "asked by letter" })
  expect(await everywhere()).not.toContain("Mara")
})

test("an archive for everybody answers with the roles of private people, as its pages do", async () => {
  const read = recordFromMarked("{q1:“I walk over it daily,”} {s1:Petra Quill}, a resident, {c1:said}. It rained.")
  const own = await openArchive(":memory:")
  await addRecord(own, { ...read, report: { ...read.report, id: "a".repeat(64) } })
  const folder = mkdtempSync(join(tmpdir(), "onrecord-api-"))
  const copy = await publicCopy(own, join(folder, "public.db"))
  const everybodys = createApp(copy, { path: "/assets/1", files: new Map() }, { readOnly: true })
  for (const path of ["/api/who", "/api/search?words=daily", "/api/people", "/api/reports/aaaaaaaa", "/api/audit"]) {
    const body = await (await everybodys.request(`http://127.0.0.1:4700${path}`)).text()
    expect(body, path).not.toContain("Quill")
    if (path !== "/api/people") expect(body, path).toMatch(/a (resident|private person)|█████ █████/)
  }
  await copy.close()
  await own.close()
  rmSync(folder, { recursive: true })
})
