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

test("a surname is one also where others bear it as “von” or “al”", async () => {
  const ash = [
    [2, "Tom Ash"],
    [1, "Ida Ash"],
  ] as const
  expect(await foundIn(ash, "Ash")).toEqual(["Tom Ash", "Ida Ash"])
  expect(await foundIn([[2, "Tom Ash"] as const, [1, body("Ash")] as const], "Ash")).toEqual(["Tom Ash", "Ash"])
})

test("where it means several they are named, and nobody is chosen", async () => {
  expect(await found("Kane")).toEqual(["Tomás Kane", "Ben Kane"])
})

const body = (name: string) => ({ name, kind: "organisation" as const })

/** Whom the words mean where so many reports name each of them. */
async function foundIn(named: readonly (readonly [number, Parameters<typeof report>[1]])[], words: string) {
  const other = await openArchive(":memory:")
  for (const [reports, actor] of named) {
    for (let n = 1; n <= reports; n++) await addRecord(other, report({ title: `${n}` }, actor))
  }
  const answer = await findIdentity(other, words)
  await other.close()
  if (answer.kind === "one") return [answer.identity.name]
  return answer.kind === "none" ? [] : answer.candidates.map(({ identity }) => identity.name)
}

test("persons of a surname are meant besides a body of just that name, whoever is in most reports first", async () => {
  const osk = [
    [1, body("Osk")],
    [3, "Vera Osk"],
    [2, "Tom Osk"],
    [1, body("Osk campaign")],
  ] as const
  expect(await foundIn(osk, "Osk")).toEqual(["Vera Osk", "Tom Osk", "Osk"])
  const firm = [
    [2, body("Marl & Co")],
    [1, "Ida Marl"],
  ] as const
  expect(await foundIn(firm, "Marl")).toEqual(["Marl & Co", "Ida Marl"])
})

test("a body of just that name is meant alone where nobody bears it, or those in far fewer reports", async () => {
  const misread = [
    [1, body("Acme")],
    [1, "Acme"],
  ] as const
  expect(await foundIn(misread, "Acme")).toEqual(["Acme"])
  const acme = (reports: number) =>
    [
      [reports, body("Acme")],
      [1, "Tom Acme"],
      [1, "Acme"],
    ] as const
  expect(await foundIn(acme(5), "Acme")).toEqual(["Acme"])
  expect(await foundIn(acme(4), "Acme")).toEqual(["Acme", "Tom Acme", "Acme"])
})

test("who is left out for a body of just that name is told, but for those who are called no more than that", async () => {
  const other = await openArchive(":memory:")
  for (let n = 1; n <= 5; n++) await addRecord(other, report({ title: `${n}` }, body("Acme")))
  for (const name of ["Tom Acme", "Acme", "Ida Korn"]) await addRecord(other, report({}, name))
  const { kind, leftOut } = await findIdentity(other, "Acme")
  expect([kind, leftOut?.map(({ identity }) => identity.name)]).toEqual(["one", ["Tom Acme"]])
  expect(await findIdentity(other, "Korn")).not.toHaveProperty("leftOut")
  await other.close()
})

test("whose given name it is are meant besides a body of just that name only where they are in more reports", async () => {
  const named = (reports: number) =>
    [
      [2, body("Elva")],
      [reports, "Elva Korn"],
    ] as const
  expect(await foundIn(named(2), "Elva")).toEqual(["Elva"])
  expect(await foundIn(named(3), "Elva")).toEqual(["Elva Korn", "Elva"])
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
  expect(await findIdentity(other, "Kane")).toMatchObject({ kind: "one", identity: { number: split } })
  expect(await findIdentity(other, "ana kane")).toMatchObject({ kind: "one", identity: { number: split } })
  expect(await findIdentity(other, "Ana Ruiz")).toMatchObject({ kind: "one", identity: { number: 1 } })
  await other.close()
})
