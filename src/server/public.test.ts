import { readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { afterEach, expect, test, vi } from "vitest"
import { addRecord, latestReports, openArchive } from "../archive/index.js"
import { recordFromMarked } from "../marked/read.js"
import { createApp } from "./app.js"
import { openPublic } from "./public.js"

afterEach(() => vi.useRealTimers())

function reported(letter: string, marked: string) {
  const record = recordFromMarked(marked)
  return { ...record, report: { ...record.report, id: letter.repeat(64), publisher: "The Dorn Courier" } }
}
const bridge = reported("a", "{q:“The bridge is unsafe,”} {c:said} {s:Petra Quill}. It rained all evening.")
const mill = reported("b", "{q:“Closed,”} {c:said} {s:Mayor Mara Lind}.")

test("what everybody reads has no private names, and only the sentences of entries", async () => {
  const source = await openArchive(":memory:")
  await addRecord(source, bridge)
  const everybodys = await openPublic(source)
  const access = { readOnly: true, origin: "https://archive.example" }
  const app = createApp(everybodys.archive, { path: "/assets/1", files: new Map() }, access)
  const get = async (path: string) => (await app.request(`https://archive.example${path}`)).text()
  const pages = await Promise.all(
    [
      "/",
      `/reports/${"a".repeat(12)}`,
      "/people",
      "/people/1",
      "/search?words=bridge",
      "/search?words=Quill",
      "/search?words=rained",
    ].map(get),
  )
  for (const page of pages) expect(page).not.toMatch(/Petra|evening/)
  expect(pages[1]).toContain("Of the report only the sentences are shown")
  expect(pages[2]).toContain("a private person")
  expect(pages[4]).toContain("The bridge is unsafe")
  await everybodys.close()
  await source.close()
})

test("a change of the archive is seen after a while, and nothing is left behind in the end", async () => {
  const source = await openArchive(":memory:")
  await addRecord(source, bridge)
  vi.useFakeTimers({ toFake: ["setInterval", "setTimeout", "Date"] })
  const before = new Set(folders())
  const everybodys = await openPublic(source)
  const made = folders().filter((name) => !before.has(name))
  expect(made).toHaveLength(1)
  await addRecord(source, mill)
  expect(await latestReports(everybodys.archive)).toHaveLength(1)
  vi.advanceTimersByTime(3_600_000)
  await vi.waitFor(async () => expect(await latestReports(everybodys.archive)).toHaveLength(2), { timeout: 20_000 })
  await everybodys.close()
  expect(folders()).not.toContain(made[0])
  await source.close()
})

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("onrecord-public-"))
