import { mkdtempSync, rmSync } from "node:fs"
import { isBuiltin } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, expect, test } from "vitest"
import { example } from "../../test/example.js"
import { addRecord } from "./add.js"
import { backUp } from "./backup.js"
import { closeSound } from "./closed.fixture.js"
import { correctEntry } from "./corrections/do.js"
import { undo } from "./corrections/undo.js"
import { openArchive } from "./open.js"
import { contacts, said, searchStatements, who } from "./questions/index.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-driver-"))
afterAll(() => rmSync(folder, { recursive: true }))

const hasOwn = isBuiltin("node:sqlite")
const signed = { by: "Ada Lund", reason: "as it says" }

/** What a few questions answer. */
async function round(driver: "better-sqlite3" | "node:sqlite"): Promise<object> {
  const path = join(folder, `${driver.replace(":", "-")}.db`)
  const archive = await openArchive(path, { driver })
  for (const name of ["interview", "readout", "briefing"]) {
    expect((await addRecord(archive, example(name))).outcome).toBe("added")
  }
  expect((await addRecord(archive, example("readout"))).outcome).toBe("known")
  const [entry] = (await said(archive, { who: "Aldarondo" })).rows
  const { number } = await correctEntry(archive, entry!.id, { act: "promise" }, signed)
  await undo(archive, number, signed)
  const copy = join(folder, `${driver.replace(":", "-")}-copy.db`)
  await backUp(archive, copy)
  await closeSound(archive)
  const again = await openArchive(copy, { mustExist: true, driver })
  const answers = {
    said: await said(again, { who: "Aldarondo" }),
    who: await who(again),
    contacts: await contacts(again, { who: "Aldarondo" }),
    search: await searchStatements(again, { words: "telephon*" }),
  }
  await closeSound(again)
  return answers
}

test.skipIf(!hasOwn)(
  `Node's own SQLite keeps an archive as better-sqlite3 does${hasOwn ? "" : ": this Node has none, run it on Node 22"}`,
  async () => {
    const own = await round("node:sqlite")
    expect(own).toMatchObject({ said: { rows: expect.arrayContaining([expect.anything()]) } })
    // Built for another Node it cannot be loaded, and there is nothing to compare with.
    const other = await round("better-sqlite3").catch((error) => String(error))
    if (typeof other === "string") expect(other).toMatch(/needs better-sqlite3/)
    else expect(own).toEqual(other)
  },
)

test.skipIf(hasOwn)("a driver that is not there is told, with what to do", async () => {
  await expect(openArchive(join(folder, "none.db"), { driver: "node:sqlite" })).rejects.toThrow(/Node 22\.13 or later/)
})

test.each(["better-sqlite3", "node:sqlite"] as const)(
  "where SQLite has rolled back by itself, with %s, what went wrong is told, and the archive goes on",
  async (driver) => {
    const archive = await openArchive(":memory:", { driver }).catch((error) => String(error))
    // One of the two may be missing here, never both.
    if (typeof archive === "string") return expect(archive).toMatch(/needs better-sqlite3/)
    const adding = archive.db.transaction().execute(async (transaction) => {
      await sql`rollback`.execute(transaction)
      throw new Error("database or disk is full")
    })
    await expect(adding).rejects.toThrow("database or disk is full")
    expect((await addRecord(archive, example("readout"))).outcome).toBe("added")
    await closeSound(archive)
  },
)
