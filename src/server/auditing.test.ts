import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Archive, addRecord, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { createApp } from "./app.js"

let archive: Archive
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const name of ["interview", "tramline"]) {
    const marked = readFileSync(new URL(`../../examples/${name}.marked.txt`, import.meta.url), "utf8")
    await addRecord(archive, recordFromMarked(marked))
  }
  app = createApp(archive, { path: "/assets/1", files: new Map() })
})
afterAll(() => archive.close())

const get = async (path: string) => {
  const response = await app.request(`http://127.0.0.1${path}`)
  return { response, body: await response.text() }
}

test("the audit tells the shares of each outlet, each with the reader's own error", async () => {
  const { body } = await get("/audit")
  expect(body).toContain("<b>The Oriel Gazette</b>")
  expect(body).toMatch(/first-hand \d+ % \(\d+\) · second-hand or farther \d+ % \(\d+\)/)
  expect(body).toMatch(/second-hand or farther <span class="facts">\(of 100 read so, \d+ are right; of 100 that there/)
  expect(body).toMatch(
    /in the report’s words <span class="facts">\(of 100 read so, \d+ are right; of 100 that there are, \d+ are missed\)/,
  )
  expect(body).toMatch(/The Oriel Gazette <span class="facts">\d+ voices; most: Inés Aldarondo, \d+ %/)
})

test("by month it is drawn over time, with the numbers beside the picture", async () => {
  const { body } = await get("/audit?by=month")
  expect(body).toMatch(/<svg class="wide"[^>]* aria-label="First-hand or passed on, by month">/)
  expect(body).toMatch(/<th scope="row">September 2024<\/th><td class="number">\d+<\/td>/)
})

test("the table behind the pictures has every share with the reader's error", async () => {
  const [, link] = /href="(\/api\/audit[^"]*)"/.exec((await get("/audit?by=outlet&copies=each")).body)!
  expect(link).toBe("/api/audit?by=outlet&amp;copies=each&amp;format=csv")
  const rows: { [column: string]: string }[] = parse((await get(link!.replaceAll("&amp;", "&"))).body, {
    columns: true,
  })
  const oriel = rows.filter(({ group, measure }) => group === "The Oriel Gazette" && measure === "remove")
  expect(oriel.map(({ value }) => value)).toEqual(["first-hand", "second-hand or farther"])
  for (const row of rows) expect(row.reader_recall).toMatch(/^0\.\d+$/)
  expect((await get("/audit?by=moon")).response.status).toBe(400)
})
