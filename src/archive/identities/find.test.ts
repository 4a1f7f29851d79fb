import { afterAll, beforeAll, expect, test } from "vitest"
import { addRecord } from "../add.js"
import { type Archive, openArchive } from "../open.js"
import { findIdentity } from "./find.js"
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
