import { afterEach, expect, test } from "vitest"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { type Archive, openArchive } from "../open.js"
import { report } from "./reports.fixture.js"

let archive: Archive
afterEach(() => archive.close())

/** The identities of the reports' actors, each as the names and report numbers that were joined in it, in order. */
async function joined(...records: readonly Record[]): Promise<string[]> {
  archive = await openArchive(":memory:")
  for (const record of records) await addRecord(archive, record)
  const rows = await archive.db
    .selectFrom("actors")
    .select(["identity", "name", "report"])
    .where("identity", "is not", null)
    .orderBy("actors.number")
    .execute()
  const groups = new Map<number, string[]>()
  for (const { identity, name, report } of rows) {
    groups.set(identity!, [...(groups.get(identity!) ?? []), `${name} ${report}`])
  }
  return [...groups.values()].map((names) => names.join(" = "))
}

test("one full name is one person in all reports", async () => {
  expect(await joined(report({}, "Ana Ruiz, mayor"), report({ day: "2021-01-01" }, "Ana Ruiz"))).toEqual([
    "Ana Ruiz 1 = Ana Ruiz 2",
  ])
  expect(await joined(report({}, "José Peña"), report({}, "Jose Pena"))).toEqual(["José Peña 1 = Jose Pena 2"])
})

test("two walks of life are two people", async () => {
  expect(await joined(report({}, "Ana Ruiz, senator"), report({}, "Ana Ruiz, striker"))).toEqual([
    "Ana Ruiz 1",
    "Ana Ruiz 2",
  ])
})

test("a surname alone means nobody elsewhere", async () => {
  expect(await joined(report({}, "Ana Ruiz"), report({ day: "2021-01-01" }, "Ruiz"), report({}, "Ruiz"))).toEqual([
    "Ana Ruiz 1",
    "Ruiz 2",
    "Ruiz 3",
  ])
})

test("whom no name singles out is nobody beyond the report", async () => {
  expect(
    await joined(
      report(
        {},
        { name: "an official", kind: "unnamed" },
        { name: "Residents", kind: "group" },
        { name: "the report", kind: "document" },
        "President",
        "Vice President",
        "Jr.",
        "[",
        "Several senior officials",
        { name: "the government", kind: "organisation" },
      ),
    ),
  ).toEqual([])
})

test("a body with and without its article is one; what every country has is not", async () => {
  const body = (name: string) => report({ text: name }, { name, kind: "organisation" })
  expect(await joined(body("The Dorn Courier"), body("Dorn Courier"))).toEqual(["The Dorn Courier 1 = Dorn Courier 2"])
  expect(
    await joined(body("Foreign Ministry"), report({}, { name: "Foreign Ministry", kind: "organisation" })),
  ).toEqual(["Foreign Ministry 1", "Foreign Ministry 2"])
  expect(await joined(body("U.S."), body("United States"))).toEqual(["U.S. 1 = United States 2"])
})
