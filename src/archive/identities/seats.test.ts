import { afterEach, expect, test } from "vitest"
import { isAmericanAdministration } from "../../text/lexicon/seats.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { type Archive, openArchive } from "../open.js"
import { coveringOf } from "./covering.js"
import { findIdentity } from "./find.js"
import { report } from "./reports.fixture.js"

let archive: Archive
afterEach(() => closeSound(archive))

/** Who is proposed for a body; undefined where the archive knows no such body. */
async function proposed(body: string, ...records: readonly Parameters<typeof report>[]): Promise<string[] | undefined> {
  archive = await openArchive(":memory:")
  for (const told of records) await addRecord(archive, report(...told))
  const found = await findIdentity(archive, body)
  if (found.kind !== "one") return undefined
  const rows = await archive.db.selectFrom("identities").select(["number", "name"]).execute()
  const names = new Map(rows.map(({ number, name }) => [number, name]))
  const covered = await coveringOf(archive, found.identity.number)
  expect(covered.slice(1).map(({ basis }) => basis)).toEqual(covered.slice(1).map(() => "proposed"))
  return covered.slice(1).map(({ identity, evidence }) => `${names.get(identity)} ${evidence}`)
}

const day = "2021-12-08"

test.each([
  ["White House", "Eva Holt, White House press secretary"],
  ["White House", "Eva Holt, White House chief of staff"],
  ["White House", "Eva Holt, the White House's communications director"],
  ["White House", "Eva Holt, deputy press secretary at the White House"],
  ["White House", "Eva Holt, Biden administration's border czar"],
  ["White House", "Eva Holt, Biden White House spokeswoman"],
  ["White House", "Eva Holt, U.S. National Security Adviser"],
  ["White House", "Eva Holt, America's national security advisor"],
  ["White House", "Eva Holt, U.S. special presidential envoy for climate"],
  ["White House", "Eva Holt, President of the United States"],
  ["Downing Street", "Eva Holt, British Prime Minister"],
  ["Downing Street", "Eva Holt, Downing Street's chief of staff"],
  ["Downing Street", "Eva Holt, spokeswoman for No 10"],
  ["Kremlin", "Eva Holt, Kremlin spokeswoman"],
  ["Kremlin", "Eva Holt, Kremlin foreign policy aide"],
  ["Elysee", "Eva Holt, adviser at the Élysée Palace"],
  ["Vatican", "Eva Holt, spokeswoman for the Holy See"],
])("for the %s by the words alone, which no report needs to tell of: %s", async (body, told) => {
  const role = told.split(", ")[1]
  expect((await proposed(body, [{ day }, told]))![0]).toBe(`Eva Holt “${role}”`)
})

test.each([
  "India's National Security Adviser",
  "National Security Advisor of India",
  "former White House press secretary",
  "White House correspondent",
  "White House Correspondents' Association president",
  "critic of the White House chief",
  "former U.S. National Security Advisor",
  "nominee for U.S. national security advisor",
  "U.S. Ambassador",
  "U.S. Senator",
  "Guatemalan Vice President",
  "Ruiz administration's border czar",
  "vice president of the American Chess Federation",
  "Obama administration's drug czar", // not in 2021
])("not for the White House: %s", async (role) => {
  expect((await proposed("White House", [{ day, text: "The White House waits." }, `Eva Holt, ${role}`])) ?? []).toEqual(
    [],
  )
})

test.each([
  ["The U.S. and Vallonda agreed.", "National Security Advisor", true],
  ["She left the White House at noon.", "Deputy National Security Adviser", true],
  ["Guatemala will thank the United States.", "National Security Advisor", true],
  ["The U.S. and India agreed.", "National Security Advisor", false],
  ["India agreed with us.", "National Security Advisor", false],
  ["Us? Nobody asked.", "National Security Advisor", false],
  ["The United States waits.", "Press Secretary to the President", true],
  ["The United States and Mexico wait.", "Press Secretary to the President", false],
  ["The United States waits.", "Vice President", false],
])("an office without a country, where the report says “%s”: %s, %s", async (text, role, is) => {
  const found = (await proposed("White House", [{ day, text }, `Eva Holt, ${role}`])) ?? []
  expect(found).toEqual(is ? [`Eva Holt “${role}”, in a report that names the United States`] : [])
})

test("an office without a country is not that of somebody who bears it for another", async () => {
  const found = await proposed(
    "White House",
    [{ day, text: "New Delhi" }, "Anil Rao, Indian National Security Adviser"],
    [{ day: "2021-12-09", text: "The White House waits." }, "Anil Rao, National Security Adviser"],
  )
  expect(found ?? []).toEqual([])
})

test("an American administration is the White House under another name, with those who speak for it", async () => {
  const administration = { name: "Biden administration", kind: "organisation" as const }
  const found = await proposed("White House", [{ day }, administration, "Eva Holt, Biden administration's border czar"])
  expect(found).toEqual([
    "Biden administration “Biden administration”, by the list of American presidents",
    "Eva Holt “Biden administration's border czar”",
  ])
})

test("a president and a vice president are those of the day by their names", async () => {
  const found = await proposed(
    "White House",
    [{ day }, "Joseph R. Biden Jr., President", "Kamala Harris, Vice President", "Tom Biden, President"],
    [{ day: "2021-12-09" }, "Donald Trump, President", "Ana Ruiz, President"],
  )
  expect(found).toEqual([
    "Joseph R. Biden Jr. “President”, by the list of American presidents",
    "Kamala Harris “Vice President”, by the list of American presidents",
  ])
})

test("at no known time a president is known by the whole name only", async () => {
  const found = await proposed("White House", [{}, "Jimmy Carter, President"], [{ text: "2" }, "Reagan, President"])
  expect(found).toEqual(["Jimmy Carter “President”, by the list of American presidents"])
})

test("names of one seat are one body", async () => {
  const body = (name: string) => ({ name, kind: "organisation" as const })
  await proposed("Downing Street", [{ day }, body("10 Downing Street")], [{}, body("No 10")], [{}, body("Kremlin")])
  const rows = await archive.db.selectFrom("identities").select("name").execute()
  expect(rows.map(({ name }) => name)).toEqual(["10 Downing Street", "Kremlin"])
})

test("which administration is called after an American president", async () => {
  archive = await openArchive(":memory:")
  const is = (name: string) => isAmericanAdministration(name, day)
  expect(["biden administration", "joe biden administration", "biden harris administration"].every(is)).toBe(true)
  expect(["trump administration", "marcos administration", "biden government", "administration"].some(is)).toBe(false)
  expect(isAmericanAdministration("second trump administration", "2025-03-01")).toBe(true)
  expect(isAmericanAdministration("trump administration", null)).toBe(true)
})
