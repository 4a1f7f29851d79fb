import { expect, test } from "vitest"
import { addRecord, openArchive } from "../src/archive/index.js"
import { createApp } from "../src/server/app.js"
import { enter, get } from "../src/server/visitor.fixture.js"
import { longReport } from "./long-report.js"

test("a report of 5,000 words weighs less than 300 kB before it is compressed, and comes within a second", async () => {
  const archive = await openArchive(":memory:")
  const record = longReport(5000)
  await addRecord(archive, record)
  const app = createApp(archive, { path: "/assets/1", files: new Map() })
  const path = `/reports/${record.report.id.slice(0, 12)}`
  const begin = performance.now()
  const response = await app.request(`http://127.0.0.1${path}`)
  const page = await response.text()
  const took = performance.now() - begin
  expect(page.match(/data-card="s/g)).toHaveLength(record.statements.length)
  expect(Buffer.byteLength(page)).toBeLessThan(300_000)
  expect(took).toBeLessThan(1000)
  const { body } = await get(app, path, await enter(app, "Ada Lund"))
  expect(body).toContain('form="ok"')
  expect(Buffer.byteLength(body), "for somebody who may correct it").toBeLessThan(300_000)
  const packed = await app.request(`http://127.0.0.1${path}`, { headers: { "accept-encoding": "gzip" } })
  expect(packed.headers.get("content-encoding")).toBe("gzip")
  await archive.close()
})
