import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test, vi } from "vitest"
import { example } from "../../test/example.js"
import { damage } from "../archive/damaged.fixture.js"
import { addRecord, openArchive } from "../archive/index.js"
import { keepRecord } from "./adding/keep.js"
import { createApp } from "./app.js"
import { openPublic } from "./public.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-damaged-server-"))
afterAll(() => rmSync(folder, { recursive: true }))

const told = /is damaged; `onrecord doctor` says where, a backup restores it/

test("a server whose archive is damaged says so: where it lies on its own terminal, and the rest to whoever asks", async () => {
  const path = join(folder, "news.db")
  const sound = await openArchive(path)
  await addRecord(sound, example("interview"))
  await sound.close()
  await damage(path)

  const archive = await openArchive(path)
  const said = vi.spyOn(console, "error").mockImplementation(() => {})
  const answer = await createApp(archive, { path: "/assets/1", files: new Map() }).request(
    "http://127.0.0.1:4700/api/who",
  )
  const problem = await answer.text()
  expect(answer.status).toBe(500)
  expect(problem).toMatch(told)
  expect(problem).not.toContain(folder)
  expect(said.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^onrecord: ${path}: ${told.source}$`))]])

  const outcome = await keepRecord(archive, example("readout"))
  expect(outcome).toMatchObject({ kind: "failed", words: expect.stringMatching(told) })
  await expect(openPublic(archive)).rejects.toThrow(new RegExp(`^${path}: ${told.source}`))
  await archive.close()
})
