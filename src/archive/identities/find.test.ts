import { afterAll, beforeAll, expect, test } from "vitest"
import { addRecord } from "../add.js"
import { type Archive, openArchive } from "../open.js"
import { findIdentity } from "./find.js"
import { actorsIn, renameIdentity, splitIdentity } from "./index.js"
import { report } from "./reports.fixture.js"

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  const dorn = { name: "The Dorn Courier", kind: "organisation" as const }
  await addRecord(archive, report({}, "Ana Ruiz, mayor", "Tomás Kane", dorn))
  await addRecord(archive, report({}, "Ana Ruiz", "Ben Kane", "Kane"))
})
afterAll(() => archive.close())

const found = async (words: string) => {
  const answer = await findIdentity(archive, words)
  if (answer.kind === "one") return answer.identity.name
  return answer.kind === "none" ? undefined : answer.candidates.map(({ identity }) => identity.name)
}

test("a person is found by name, in any case and with or without accents", async () => {
  expect(await found("Ana Ruiz")).toBe("Ana Ruiz")
  expect(await found("tomas kane")).toBe("Tomás Kane")
  expect(await found("dorn courier")).toBe("Dorn Courier")
})

test("a surname is enough where it means one", async () => {
  expect(await found("ruiz")).toBe("Ana Ruiz")
})

test("where it means several they are named, and nobody is chosen", async () => {
  expect(await found("Kane")).toEqual(["Tomás Kane", "Ben Kane"])
})

test("nobody is found by a name that no report has", async () => {
  expect(await found("Nobody")).toBeUndefined()
  expect(await found("")).toBeUndefined()
  expect(await found("Q42")).toBeUndefined()
})

test("an identity is found by its number", async () => {
  expect(await found("#1")).toBe("Ana Ruiz")
  expect(await found("#999")).toBeUndefined()
})

test("whoever was given a name by hand is found by it, before those whose names hold it", async () => {
  const signed = { by: "Ada Lund", reason: "the outlet says so" }
  const other = await openArchive(":memory:")
  await addRecord(other, report({ day: "2021-03-04" }, "Ana Ruiz-Olmo"))
  const second = report({ day: "2021-03-05" }, "Ana Ruiz-Olmo")
  await addRecord(other, second)
  const split = await splitIdentity(other, 1, await actorsIn(other, 1, second.report.id), "Ana Ruiz", signed)
  expect(await findIdentity(other, "Ana Ruiz")).toMatchObject({ kind: "one", identity: { number: split } })
  await renameIdentity(other, split, "Ana Kane", signed)
  expect(await findIdentity(other, "ana kane")).toMatchObject({ kind: "one", identity: { number: split } })
  expect(await findIdentity(other, "Ana Ruiz")).toMatchObject({ kind: "one", identity: { number: 1 } })
  await other.close()
})
