import { afterEach, beforeEach, expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { findHidden, findTarget, hide, lift } from "../corrections/hide.js"
import { type Archive, openArchive } from "../open.js"
import { coveringOf } from "./covering.js"
import {
  findIdentity,
  identityStory,
  keepApart,
  listIdentities,
  mergeIdentities,
  namesBeginning,
  splitIdentity,
} from "./index.js"
import { report } from "./reports.fixture.js"

const signed = { by: "Ada Lund", reason: "asked by letter" }
const palace = { name: "Blue Palace", kind: "organisation" as const }
const shown = report({ day: "2021-01-01" }, "Ana Ruiz", "Tom Kane", palace)
const other = report({ day: "2021-02-01" }, "Ana María Ruiz", "Ana Ruiz", "Eva Holt, Blue Palace spokeswoman")

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const record of [shown, other]) await addRecord(archive, record)
})
afterEach(() => closeSound(archive))

const names = async () => (await listIdentities(archive)).map(({ name }) => name)
const number = async (name: string) => {
  const found = await findIdentity(archive, name)
  return found.kind === "one" ? found.identity.number : undefined
}

async function everything() {
  const numbers = (await archive.db.selectFrom("identities").select("number").execute()).map((row) => row.number)
  return {
    listed: await listIdentities(archive),
    only: await listIdentities(archive, { only: numbers }),
    begun: await namesBeginning(archive, "h"),
    stories: await Promise.all(numbers.map((each) => identityStory(archive, each))),
    covering: await coveringOf(archive, (await number("Blue Palace"))!),
  }
}

test("whom only a report names that was taken down is nowhere until it is shown again", async () => {
  const before = await everything()
  const holt = (await number("Eva Holt"))!
  expect(before.covering).toHaveLength(2)
  await hide(archive, { report: other.report.id }, signed)
  expect(await names()).toEqual(["Ana Ruiz", "Tom Kane", "Blue Palace"])
  expect(await listIdentities(archive, { only: [holt] })).toEqual([])
  expect(await listIdentities(archive, { offered: true })).toEqual([])
  for (const words of ["Eva Holt", "Holt", `#${holt}`]) expect(await number(words)).toBeUndefined()
  expect(await identityStory(archive, holt)).toBeUndefined()
  const now = await everything()
  expect(now.begun).toEqual([])
  expect(now.covering).toHaveLength(1)
  expect(JSON.stringify(now)).not.toMatch(/Holt|María|spokeswoman/)
  await lift(archive, { report: other.report.id }, signed)
  expect(await everything()).toEqual(before)
})

test("nor whom only a report names that its publisher called back", async () => {
  for (const status of ["withheld", "cancelled"] as const) {
    await addRecord(archive, { ...other, report: { ...other.report, status } })
    expect(await names()).toEqual(["Ana Ruiz", "Tom Kane", "Blue Palace"])
    expect(await number("Eva Holt")).toBeUndefined()
    expect(await namesBeginning(archive, "holt")).toEqual([])
  }
  await addRecord(archive, { ...other, report: { ...other.report, status: "usable", updated: "2099-01-01" } })
  expect(await names()).toContain("Eva Holt")
})

test("who stands in other reports, too, is counted, called and offered by those", async () => {
  const ruiz = (await number("Ana Ruiz"))!
  expect((await listIdentities(archive, { only: [ruiz] }))[0]).toMatchObject({ reports: 2 })
  const third = told("{q1:“No,”} {c1:said} {s1:Ana Ruiz}.")
  await addRecord(archive, third)
  await hide(archive, { report: other.report.id }, signed)
  expect((await listIdentities(archive, { only: [ruiz] }))[0]).toMatchObject({ reports: 2, offers: [] })
})

test("what was decided about them is told without their names", async () => {
  const [ruiz, holt, kane] = [(await number("Ana Ruiz"))!, (await number("Eva Holt"))!, (await number("Tom Kane"))!]
  await keepApart(archive, ruiz, holt, signed)
  await mergeIdentities(archive, kane, ruiz, signed)
  const actors = [{ report: shown.report.id, name: "Ana Ruiz" }]
  const split = await splitIdentity(archive, ruiz, actors, "Ana Ruiz (of Dorn)", signed)
  const others = async () => (await identityStory(archive, ruiz))!.chapters.flatMap((chapter) => chapter.others)
  const apart = { number: holt, name: "Eva Holt" }
  const rest = [
    { number: kane, name: "Tom Kane" },
    { number: split, name: "Ana Ruiz (of Dorn)" },
  ]
  expect(await others()).toEqual([apart, ...rest])
  await hide(archive, { report: other.report.id }, signed)
  expect(await others()).toEqual([{ number: holt, name: undefined }, ...rest])
})

test("they can be taken down all the same", async () => {
  await hide(archive, { report: other.report.id }, signed)
  await hide(archive, await findTarget(archive, "Eva Holt"), signed)
  await lift(archive, { report: other.report.id }, signed)
  expect(await names()).not.toContain("Eva Holt")
  await lift(archive, await findHidden(archive, "Eva Holt"), signed)
  expect(await names()).toContain("Eva Holt")
})

test("a body that is only spoken for is found as long as a report says so that may be shown", async () => {
  const press = report({ day: "2021-03-01" }, "Ben Torr, the Kane administration's border czar")
  await addRecord(archive, press)
  const body = (await number("Kane administration"))!
  expect(await listIdentities(archive, { only: [body] })).toMatchObject([{ reports: 0 }])
  await hide(archive, { report: press.report.id }, signed)
  expect(await number("Kane administration")).toBeUndefined()
  await lift(archive, { report: press.report.id }, signed)
  expect(await number("Kane administration")).toBe(body)
})
