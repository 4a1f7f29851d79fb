import { afterAll, beforeAll, expect, test } from "vitest"
import { told } from "../../test/told.js"
import { type Archive, addRecord, findTarget, hide, lift, openArchive, said } from "../archive/index.js"
import { createApp } from "./app.js"
import { get } from "./visitor.fixture.js"

const report = (publisher: string, published: string, last: string) =>
  told(`{q:“We will put no man under those cranes until we know ${last},”} {c:said} {s:Ottilie Brandvold}.`, {
    url: `https://${publisher}.example/crane`,
    publisher,
    published,
  })

let archive: Archive
let app: ReturnType<typeof createApp>
let quay: string
let person: number
beforeAll(async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, report("Quay", "2026-03-04", "why"))
  await addRecord(archive, report("Courier", "2026-03-05", "how"))
  app = createApp(archive, { path: "/assets/1", files: new Map() })
  const [row] = (await said(archive, { who: "Brandvold", outlet: "Quay" })).rows
  quay = row!.id.split("#")[0]!
  person = row!.speakers[0]!.identity!
})
afterAll(() => archive.close())

test("the page of an entry has its wordings in other reports, and what differs", async () => {
  const path = `/reports/${report("Quay", "2026-03-04", "why").report.id.slice(0, 12)}/entries/s1`
  const { body } = await get(app, path)
  expect(body).toContain("In other reports")
  expect(body).toContain("“We will put no man under those cranes until we know how,”")
  expect(body).toContain("until we know <del>why</del> <ins>how</ins>")
  expect(body).toContain("Courier reported on 5 March 2026")
  const courier = await findTarget(archive, report("Courier", "2026-03-05", "how").report.id)
  await hide(archive, courier, { by: "Ada Lund", reason: "asked by letter" })
  expect((await get(app, path)).body).not.toContain("In other reports")
  await lift(archive, courier, { by: "Ada Lund", reason: "asked by letter" })
})

test("a list leads from an entry to its wordings in other reports", async () => {
  const { body } = await get(app, `/people/${person}`)
  expect(body).toContain(`<a href="/reports/${quay}/entries/s1#wordings">also in 1 more</a>`)
})
