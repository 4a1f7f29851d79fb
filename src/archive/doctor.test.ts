import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../test/example.js"
import { addRecord, addRecords } from "./add.js"
import { backUp } from "./backup.js"
import { damage } from "./damaged.fixture.js"
import { examine } from "./doctor.js"
import { explained } from "./errors.js"
import { openArchive } from "./open.js"
import { machineRecord } from "./stored.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-doctor-"))
afterAll(() => rmSync(folder, { recursive: true }))

const names = ["interview", "readout", "briefing", "tramline"]
const sound = join(folder, "sound.db")
beforeAll(async () => {
  const archive = await openArchive(sound)
  for (const name of names) await addRecord(archive, example(name))
  await archive.close()
})

const copyOf = (name: string): string => {
  const path = join(folder, name)
  copyFileSync(sound, path)
  return path
}

test("in a sound archive nothing is wrong, and its sizes add up", async () => {
  const { problems, facts } = await examine(sound)
  expect(problems).toEqual([])
  expect(facts).toMatchObject({ reports: names.length, orphaned: 0, bytes: statSync(sound).size })
  expect(facts!.sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(facts!.bytes)
  expect(facts!.sizes.map(({ table }) => table)).toContain("statements")
  expect(facts).not.toHaveProperty("perThousandReports") // of four reports nothing can be told
})

test("what a thousand reports more will take is told from a hundred on, and comes true", async () => {
  const path = join(folder, "hundred.db")
  const add = async (from: number, to: number) => {
    const archive = await openArchive(path)
    const urls = Array.from({ length: to - from }, (_, n) => `https://dorncourier.example/${from + n}`)
    await addRecords(
      archive,
      urls.map((url) => example("readout", { url })),
    )
    await archive.close()
    return (await examine(path)).facts!
  }
  expect(await add(0, 99)).not.toHaveProperty("perThousandReports")
  const { bytes, perThousandReports } = await add(99, 100)
  const later = await add(100, 150)
  const share = (perThousandReports! * 50) / 1000 / (later.bytes - bytes)
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThan(1.3)
})

test("rows that do not match their record are named by the report", async () => {
  const path = copyOf("rows.db")
  const archive = await openArchive(path)
  await sql`delete from statements where number = 1`.execute(archive.db)
  await archive.close()
  const { problems } = await examine(path)
  expect(problems).toEqual([
    "the counts of who is quoted in each report do not match the entries",
    `report ${example("interview").report.id.slice(0, 8)}: its rows do not match its record`,
  ])
})

test("a damaged page is told by the doctor, and by whoever writes on it, with the file's name", async () => {
  const path = copyOf("damaged.db")
  await damage(path, "statements")
  const { problems, facts } = await examine(path)
  expect(problems).toContain("the file is damaged: the table statements cannot be read")
  expect(facts).toBeUndefined()
  const archive = await openArchive(path)
  await expect(addRecord(archive, example("glacier"))).rejects.toThrow(
    /damaged\.db: is damaged; `onrecord doctor` says where/,
  )
  await archive.close()
})

test("a record that cannot be read is named by its report, and whoever needs it hears that the archive is damaged", async () => {
  const path = copyOf("record.db")
  const archive = await openArchive(path)
  const { id } = example("interview").report
  await sql`update reports set record = substr(record, 1, 500) where id = ${id}`.execute(archive.db)
  const thrown = await machineRecord(archive, id).catch((error) => explained(path, error))
  expect(thrown).toMatchObject({ message: expect.stringMatching(/record\.db: is damaged/) })
  await archive.close()
  expect((await examine(path)).problems).toEqual([`report ${id.slice(0, 8)}: its record cannot be read`])
})

test("a backup of a damaged archive says that the archive is damaged, and leaves no file", async () => {
  const path = copyOf("source.db")
  const file = join(folder, "target.db")
  await damage(path, "statements")
  const archive = await openArchive(path)
  await expect(backUp(archive, file)).rejects.toThrow(/source\.db: is damaged; `onrecord doctor` says where/)
  await archive.close()
  expect([file, `${file}.unfinished`].filter(existsSync)).toEqual([])
})

test("where nothing can be looked at any more, that is told", async () => {
  const path = copyOf("rubbish.db")
  writeFileSync(path, readFileSync(path).fill(0xa5, 4096))
  expect((await examine(path)).problems).toEqual(["the file is damaged: so much that it cannot be looked through"])
  await expect(openArchive(path)).rejects.toThrow(/rubbish\.db: is damaged/)
  await expect(examine(join(folder, "nowhere.db"))).rejects.toThrow(/there is no archive here/)
})

test("a full disk is told, nothing is half-written, and the rest is added once there is room", async () => {
  const path = join(folder, "full.db")
  const archive = await openArchive(path)
  await addRecord(archive, example("readout"))
  const { rows } = await sql<{ readonly page_count: number }>`pragma page_count`.execute(archive.db)
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count + 2)}`.execute(archive.db)
  await expect(addRecord(archive, example("interview"))).rejects.toThrow(/full\.db: the disk is full; what was added/)
  await archive.close()
  const { problems, facts } = await examine(path)
  expect({ problems, reports: facts!.reports }).toEqual({ problems: [], reports: 1 })
  const again = await openArchive(path)
  expect((await addRecord(again, example("readout"))).outcome).toBe("known")
  expect((await addRecord(again, example("interview"))).outcome).toBe("added")
  await again.close()
})

test("a backup of an archive that is being written holds all that was confirmed, and is never half there", async () => {
  const path = copyOf("live.db")
  const archive = await openArchive(path)
  const writer = await openArchive(path)
  const file = join(folder, "backup.db")
  const [, added] = await Promise.all([backUp(archive, file), addRecord(writer, example("glacier"))])
  expect(added.outcome).toBe("added")
  const copy = await openArchive(file, { mustExist: true })
  for (const name of names) expect(await machineRecord(copy, example(name).report.id)).toEqual(example(name))
  await copy.close()
  expect(existsSync(`${file}.unfinished`)).toBe(false)
  await expect(backUp(archive, file)).rejects.toThrow(/backup\.db: is there already/)
  await expect(backUp(archive, join(folder, "no", "where.db"))).rejects.toThrow(/where\.db: cannot be opened/)
  await archive.close()
  await writer.close()
  expect((await examine(file)).problems).toEqual([])
})
