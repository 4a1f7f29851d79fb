import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { recordFromMarked } from "../marked/read.js"
import { addRecord } from "./add.js"
import { openArchive } from "./open.js"
import { machineRecord } from "./stored.js"

const interview = recordFromMarked(
  readFileSync(new URL("../../examples/interview.marked.txt", import.meta.url), "utf8"),
)

test("a record comes back as it went in", async () => {
  const archive = await openArchive(":memory:")
  const { report, outcome } = await addRecord(archive, interview)
  expect(outcome).toBe("added")
  expect(await machineRecord(archive, report)).toEqual(interview)
  expect(await machineRecord(archive, interview.report.id)).toEqual(interview)
  await archive.close()
})

test("every entry has its row, with the words it was read from", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, interview)
  const statements = await archive.db.selectFrom("statements").selectAll().orderBy("start").execute()
  expect(statements).toHaveLength(interview.statements.length)
  expect(interview.report.text).toContain(statements[0]!.content.split(" … ")[0])
  const contacts = await archive.db.selectFrom("contacts").selectAll().execute()
  expect(contacts).toHaveLength(interview.contacts.length)
  await archive.close()
})

test("the same report twice is one", async () => {
  const archive = await openArchive(":memory:")
  await addRecord(archive, interview)
  expect((await addRecord(archive, interview)).outcome).toBe("known")
  const { count } = await archive.db
    .selectFrom("statements")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  expect(count).toBe(interview.statements.length)
  await archive.close()
})
