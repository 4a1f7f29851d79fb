import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { examine } from "../doctor.js"
import { openArchive } from "../open.js"
import { said } from "../questions/index.js"
import { migrations } from "./index.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-migrations-"))
afterAll(() => rmSync(folder, { recursive: true }))

const kept = "made-with-0001.db.gz"

test("an archive made with the first schema opens, answers, and takes more", async () => {
  const path = join(folder, "first.db")
  writeFileSync(path, gunzipSync(readFileSync(new URL(kept, import.meta.url))))
  const archive = await openArchive(path, { mustExist: true })
  const contents = async () => (await said(archive, { who: "Mara Lind" })).rows.map(({ content }) => content)
  expect(await contents()).toEqual(["the dam would hold"])
  const next = told("{s1:Mara Lind} {c1:said} {q1:the gate would not}.", { published: "2026-03-05" })
  expect((await addRecord(archive, next)).outcome).toBe("added")
  expect(await contents()).toEqual(["the gate would not", "the dam would hold"])
  await archive.close()
  const { problems, facts } = await examine(path)
  expect(problems).toEqual([])
  expect(facts).toMatchObject({ reports: 2, schema: Object.keys(migrations).at(-1) })
})

test("each migration has its own file and is in the list, in order", () => {
  const files = readdirSync(import.meta.dirname).flatMap((name) => /^(\d{4}-.+)\.ts$/.exec(name)?.[1] ?? [])
  expect(Object.keys(migrations)).toEqual(files.sort())
})
