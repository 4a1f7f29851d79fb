import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, expect, test } from "vitest"
import { rowsWithWords } from "./dialect.js"
import { openArchive } from "./open.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-open-"))
afterAll(() => rmSync(folder, { recursive: true }))

test("an archive that is not there is made, unless it must exist", async () => {
  const path = join(folder, "new.db")
  await expect(openArchive(path, { mustExist: true })).rejects.toThrow(/there is no archive here/)
  await (await openArchive(path)).close()
  await (await openArchive(path, { mustExist: true })).close()
})

test("what is no archive is named", async () => {
  const path = join(folder, "notes.txt")
  writeFileSync(path, "Buy milk. ".repeat(500))
  await expect(openArchive(path)).rejects.toThrow(/notes\.txt: is not an archive/)
  await expect(openArchive(join(folder, "no", "where.db"))).rejects.toThrow(/where\.db: cannot be opened/)
})

test("an archive from the future is not touched", async () => {
  const path = join(folder, "future.db")
  const archive = await openArchive(path)
  await sql`insert into kysely_migration values ('9999-later', '2099-01-01')`.execute(archive.db)
  await archive.close()
  await expect(openArchive(path)).rejects.toThrow(/made by a newer onrecord/)
})

test("who reads opens an archive in which somebody is writing", async () => {
  const path = join(folder, "busy.db")
  const writer = await openArchive(path)
  await writer.db.transaction().execute(async (transaction) => {
    await sql`delete from searches`.execute(transaction)
    const reader = await openArchive(path) // waits half a minute for a writer's lock, if it wants one
    expect(await reader.db.selectFrom("reports").selectAll().execute()).toEqual([])
    await reader.close()
  })
  await writer.close()
}, 10_000)

test("nothing typed into a search is an operator", async () => {
  const archive = await openArchive(":memory:")
  for (const words of ['"', "a OR", "NEAR(", "*", 'col: "x', "-", "", "(", "émigré*"]) {
    const found = await archive.db.selectFrom(rowsWithWords("statements", words).as("found")).selectAll().execute()
    expect(found).toEqual([])
  }
  await archive.close()
})
