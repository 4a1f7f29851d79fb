import { afterEach, expect, test } from "vitest"
import type { Record } from "../../record.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { type Archive, openArchive } from "../open.js"
import { writeRows } from "../rows.js"
import { coveringOf } from "./covering.js"
import { findIdentity } from "./find.js"
import { report } from "./reports.fixture.js"
import { bodiesIn, ownSide } from "./speaking-for.js"

let archive: Archive
afterEach(() => closeSound(archive))

async function covering(body: string, ...records: readonly Record[]): Promise<string[]> {
  archive = await openArchive(":memory:")
  for (const record of records) await addRecord(archive, record)
  const found = await findIdentity(archive, body)
  if (found.kind !== "one") throw new Error(`${body}: ${found.kind}`)
  const names = new Map(
    (await archive.db.selectFrom("identities").selectAll().execute()).map(({ number, name }) => [number, name]),
  )
  const covered = await coveringOf(archive, found.identity.number)
  return covered.map(({ identity, basis, evidence }) => `${names.get(identity)} (${basis}) ${evidence}`.trim())
}

const palace = { name: "Blue Palace", kind: "organisation" as const }

test("what a body publishes about itself names its own side first", async () => {
  const readout = report(
    {
      day: "2021-03-04",
      publisher: "The Blue Palace",
      title: "Readout of President Ana Ruiz’s Call with President Tom Kane of Talvera",
    },
    "Ana Ruiz, President",
    "Tom Kane, President",
  )
  expect(await covering("Blue Palace", readout)).toEqual([
    "Blue Palace (itself)",
    "Ana Ruiz (proposed) “President Ana Ruiz’s Call”, The Blue Palace",
  ])
})

test("a paper does not speak for those of whom it writes", async () => {
  const paper = { name: "Dorn Courier", kind: "organisation" as const }
  const title = "Vallondan president: no word from the Blue Palace since visit"
  expect(
    await covering("Dorn Courier", report({ publisher: "Dorn Courier", title }, "Ana Ruiz, President", paper)),
  ).toEqual(["Dorn Courier (itself)"])
})

test("an office that names a body speaks for it", async () => {
  expect(
    await covering(
      "Blue Palace",
      report(
        { day: "2021-01-01" },
        palace,
        "Eva Holt, Blue Palace press secretary",
        "Tom Kane, former Blue Palace spokesman",
      ),
      report(
        { day: "2021-02-01" },
        "Ben Lund, spokesman for the Blue Palace",
        "Ian Reed, critic of the Blue Palace chief",
      ),
    ),
  ).toEqual([
    "Blue Palace (itself)",
    "Eva Holt (proposed) “Blue Palace press secretary”",
    "Ben Lund (proposed) “spokesman for the Blue Palace”",
  ])
})

test("an administration called after a president is covered with those who speak for it", async () => {
  expect(
    await covering(
      "Blue Palace",
      report({ day: "2021-03-04" }, "Ana Ruiz, President", "Ana Ruiz, Blue Palace chief", palace),
      report({ day: "2021-12-08" }, "Eva Holt, Ruiz administration's border czar"),
    ),
  ).toEqual([
    "Blue Palace (itself)",
    "Ana Ruiz (proposed) “Blue Palace chief”",
    "Ruiz administration (proposed) “Ruiz administration”, called after Ana Ruiz, President",
    "Eva Holt (proposed) “Ruiz administration's border czar”",
  ])
})

test("a country is spoken for by its president and ambassadors, not by its senators", async () => {
  const mexico = { name: "Mexico", kind: "organisation" as const }
  expect(
    await covering(
      "Mexico",
      report(
        {},
        mexico,
        "Ana Ruiz, Mexican President",
        "Tom Kane, Mexican senator",
        "Eva Holt, president of a Mexican rowing club",
      ),
    ),
  ).toEqual(["Mexico (itself)", "Ana Ruiz (proposed) “Mexican President”"])
})

test("a proposal goes when the words that it came from go", async () => {
  archive = await openArchive(":memory:")
  const record = report({ day: "2021-01-01" }, palace, "Eva Holt, Blue Palace press secretary")
  const { report: number } = await addRecord(archive, record)
  const memberships = () => archive.db.selectFrom("memberships").select(["basis", "from_day"]).execute()
  expect(await memberships()).toEqual([{ basis: "proposed", from_day: "2020-01-01" }])
  const without = { ...record, actors: record.actors.map((actor) => ({ ...actor, roles: [] })) }
  const holding = { report: number, outlet: "", day: "2021-01-01", standing: "current" as const }
  await archive.db.transaction().execute((transaction) => writeRows(transaction, without, holding))
  expect(await memberships()).toEqual([])
})

test("a proposal holds about the time of its reports", async () => {
  archive = await openArchive(":memory:")
  await addRecord(archive, report({ day: "2021-03-04" }, palace, "Eva Holt, Blue Palace press secretary"))
  await addRecord(archive, report({ day: "2021-12-08" }, palace, "Eva Holt, Blue Palace spokeswoman"))
  const [, holt] = await coveringOf(archive, 1)
  expect(holt).toMatchObject({ identity: 2, of: 1, from: "2020-03-03", to: "2022-12-09" })
})

test("which part of a title names the publisher's own side", async () => {
  archive = await openArchive(":memory:")
  const publisher = "The Blue Palace"
  const side = (title: string) => ownSide({ publisher, title })
  expect(side("Statement by Spokesperson Eva Holt on President Ruiz’s Meeting with Tom Kane")).toEqual([
    "Spokesperson Eva Holt",
    "President Ruiz’s Meeting",
  ])
  expect(side("Statement by President Ruiz on the Passing of Tom Kane")).toEqual(["President Ruiz"])
  expect(side("Readout of Adviser Holt’s Trip to Talvera")).toEqual(["Adviser Holt’s Trip"])
  expect(side("Joint Readout of the Meeting Between Ana Ruiz and Tom Kane")).toEqual([])
  expect(side("Ruiz meets Kane")).toEqual([])
})

test("which names of bodies an office may hold", async () => {
  archive = await openArchive(":memory:")
  expect(bodiesIn("Blue Palace press secretary")).toContain("blue palace")
  expect(bodiesIn("Homeland Security Advisor")).not.toContain("homeland")
  expect(bodiesIn("member of the Vamos Party")).toEqual([])
  expect(bodiesIn("former Blue Palace chief")).toEqual([])
})
