import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { sql } from "kysely"
import { afterAll, expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { unfitCounts } from "../counts.js"
import { examine } from "../doctor.js"
import { connect, openArchive } from "../open.js"
import { said, who } from "../questions/index.js"
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

test("what the first schema did not count is counted, and what it folded less is folded", async () => {
  const path = join(folder, "second.db")
  writeFileSync(path, gunzipSync(readFileSync(new URL(kept, import.meta.url))))
  const old = await connect(path)
  await sql`update actors set folded = 'søren łind', name = 'Søren Łind' where number = 1`.execute(old)
  const { rows } = await sql<{ readonly id: string }>`select id from reports`.execute(old)
  await old.destroy()
  const archive = await openArchive(path, { mustExist: true })
  expect(await unfitCounts(archive.db)).toEqual([])
  expect((await who(archive)).rows).toMatchObject([{ name: "Mara Lind", statements: 1, firstHand: 1 }])
  const { folded } = await archive.db.selectFrom("actors").selectAll().where("number", "=", 1).executeTakeFirstOrThrow()
  expect(folded).toBe("soren lind")
  const reports = await archive.db.selectFrom("reports").select(["id", "name"]).execute()
  expect(reports).toEqual(rows.map(({ id }) => ({ id, name: id.slice(0, 8) })))
  await archive.close()
})
