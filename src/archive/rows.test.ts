import { afterEach, beforeEach, expect, test } from "vitest"
import { told } from "../../test/told.js"
import { addRecord } from "./add.js"
import { closeSound } from "./closed.fixture.js"
import { correctEntry, withdrawEntry } from "./corrections/do.js"
import { findHidden, findTarget, hide, lift } from "./corrections/hide.js"
import { replaceReading } from "./corrections/reread.js"
import { undo } from "./corrections/undo.js"
import { keepApart, listIdentities, mergeIdentities, splitIdentity } from "./identities/index.js"
import { report } from "./identities/reports.fixture.js"
import { type Archive, openArchive } from "./open.js"
import { contacts, said } from "./questions/index.js"
import { searchReports } from "./questions/search-reports.js"
import { wordingsOf } from "./questions/wordings.js"
import type { Tables } from "./tables.js"

const signed = { by: "Ada Lund", reason: "asked by letter" }

// Nobody but this report says who Zorb is, and it bears no date.
const undated = told(
  "{p3:President Zorb} {k3:met} {p3:Eva Holt}. {q1:“We walked on stilts,”} {c1:said} {s1:President Zorb}. {q2:It rained}, {c2:said} {s2:Ms. Holt's lawyer}.",
)
const dam = "We will not put a man under those cranes until we know why this one fell"
const night = "Every one of the forty men who worked the quay that night was found alive and well"
const courier = told(
  `{q1:“${dam},”} {c1:said} {s1:Ottilie Brandvold}. {q2:Nobody was hurt}, {c2:said} {s2:Teun Adler}. “${night},” Brandvold went on.`,
  { publisher: "Dorn Courier", published: "2026-03-04" },
)
const star = told(
  `{s1:Ottilie Brandvold} {c1:said}: {q1:“${dam}.”} {p2=Ottilie Brandvold:Brandvold} {k2:met} {p2:Teun Adler}.`,
  {
    publisher: "Elswick Star",
    published: "2026-03-04",
  },
)
const copied = { ...courier.report, publisher: "Harbour Post", id: "c".repeat(64) }

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const record of [undated, courier, star, { ...courier, report: copied }]) await addRecord(archive, record)
})
afterEach(() => closeSound(archive))

/** Every row that is written from reports, with its number. */
async function rows() {
  const tables = `actors statements statement_actors contacts contact_actors fingerprints identities known_names offices
    tenures offers grounds memberships speakers speaker_outlets speaker_reports`.split(/\s+/) as (keyof Tables)[]
  const all = [...tables, "reports" as const].map(async (table) => {
    const found = await archive.db.selectFrom(table).selectAll().execute()
    return [table, found.map((row) => JSON.stringify({ ...row, hidden: 0 })).sort()] as const
  })
  return Object.fromEntries(await Promise.all(all))
}

const identityOf = async (name: string) => (await findTarget(archive, name)) as { readonly identity: number }

test("who is known by a surname and an office in a report without a date is taken down, and comes back the same", async () => {
  const before = await rows()
  const zorb = await identityOf("Zorb")
  await hide(archive, zorb, signed)
  expect((await listIdentities(archive)).map(({ name }) => name)).not.toContain("Zorb")
  expect((await searchReports(archive, { words: "stilts" })).rows).toEqual([])
  expect((await contacts(archive, { who: "Eva Holt" })).rows).toEqual([])
  await lift(archive, await findHidden(archive, "Zorb"), signed)
  expect(await rows()).toEqual(before)
})

test("whatever is taken down or corrected and put back, every row is as it was and has its number", async () => {
  const before = await rows()
  for (const name of ["Eva Holt", "Zorb", "Ottilie Brandvold", "Teun Adler"]) {
    const target = await identityOf(name)
    await hide(archive, target, signed)
    await lift(archive, target, signed)
    expect(await rows()).toEqual(before)
  }
  for (const { id } of [undated.report, courier.report, star.report]) {
    await hide(archive, { report: id }, signed)
    await lift(archive, { report: id }, signed)
    expect(await rows()).toEqual(before)
    const { number } = await withdrawEntry(archive, `${id.slice(0, 8)}#s1`, signed)
    await undo(archive, number, signed)
    expect(await rows()).toEqual(before)
  }
})

test("a correction leaves the order of a day, the first telling of an utterance and everyone's number", async () => {
  const order = async () => (await said(archive, { who: "Ottilie Brandvold" })).rows.map(({ id }) => id)
  const before = await order()
  const people = await listIdentities(archive)
  const [first, other] = before
  const wordings = await wordingsOf(archive, other!)
  for (const name of [first!, other!]) await correctEntry(archive, name, { act: "promise" }, signed)
  expect(await order()).toEqual(before)
  expect(await listIdentities(archive)).toEqual(people)
  expect((await wordingsOf(archive, other!)).map(({ statement }) => statement.id)).toEqual(
    wordings.map(({ statement }) => statement.id),
  )
})

test("the original of copies is the same again after it was taken down", async () => {
  const links = () => archive.db.selectFrom("reports").select(["number", "copy_of", "likeness"]).execute()
  const before = await links()
  expect(before[3]).toMatchObject({ copy_of: 2, likeness: 1 })
  await hide(archive, { report: courier.report.id }, signed)
  expect((await links())[3]).toMatchObject({ copy_of: null })
  await lift(archive, { report: courier.report.id }, signed)
  expect(await links()).toEqual(before)
})

test("what people decided goes before whom an actor was, and offers stay", async () => {
  await addRecord(archive, told("{q1:“No,”} {c1:said} {s1:Otilie Brandvold}.", { published: "2026-03-05" }))
  const offered = () => archive.db.selectFrom("offers").selectAll().execute()
  const before = await offered()
  expect(before).toHaveLength(1)
  const { identity: joined } = await identityOf("Otilie Brandvold")
  const { identity: adler } = await identityOf("Teun Adler")
  const { identity: brandvold } = await identityOf("Ottilie Brandvold")
  await keepApart(archive, adler, brandvold, signed)
  await mergeIdentities(archive, joined, brandvold, signed)
  const actors = [{ report: star.report.id, name: "Teun Adler" }]
  const other = await splitIdentity(archive, adler, actors, "Teun Adler (of Elswick)", signed)
  const who = () => archive.db.selectFrom("actors").select(["report", "name", "identity", "linked"]).execute()
  const decided = await who()
  expect(decided).toContainEqual({ report: 3, name: "Teun Adler", identity: other, linked: adler })
  for (const { id } of await archive.db.selectFrom("reports").select("id").execute()) {
    await hide(archive, { report: id }, signed)
    await lift(archive, { report: id }, signed)
  }
  expect(await who()).toEqual(decided)
  expect(await offered()).toEqual(before)
})

test("who was joined before a namesake came stays joined, also where a name in the role was blotted out meanwhile", async () => {
  for (const record of [
    report({}, "Ana Ruiz, senator"),
    report({}, "Ana Ruiz, aide to Eva Holt", "Eva Holt"),
    report({}, "Ana Ruiz, striker"),
  ]) {
    await addRecord(archive, record)
  }
  const ruiz = () => archive.db.selectFrom("actors").select("identity").where("name", "=", "Ana Ruiz").execute()
  const before = await ruiz()
  expect(new Set(before.map(({ identity }) => identity)).size).toBe(2)
  const holt = await identityOf("Eva Holt")
  await hide(archive, holt, signed)
  expect(await ruiz()).toEqual(before)
  await lift(archive, holt, signed)
  expect(await ruiz()).toEqual(before)
})

test("who was taken down stays so when the report is read again, whatever else is read there", async () => {
  await hide(archive, await identityOf("Zorb"), signed)
  const marked =
    "{p3:President Zorb} {k3:met} {p3:Eva Holt}. {q1:“We walked on stilts,”} {c1:said} {s1:President Zorb}. It rained, said Ms. Holt's lawyer."
  const { actors, ...read } = told(marked)
  const [zorb, ...others] = actors
  const anew = { ...read, actors: [{ ...zorb!, roles: ["Chancellor", "President"] }, ...others] }
  await replaceReading(archive, { ...anew, report: undated.report })
  expect((await listIdentities(archive)).map(({ name }) => name)).not.toContain("Zorb")
  expect((await searchReports(archive, { words: "stilts" })).rows).toEqual([])
})

test("an utterance that its first statement leaves for other words is not one with those", async () => {
  const start = courier.report.text.indexOf(night)
  const content = [{ start, end: start + night.length }]
  await correctEntry(archive, `${courier.report.id.slice(0, 8)}#s1`, { content }, signed)
  await addRecord(archive, told(`{q1:“${night},”} {c1:said} {s1:Ottilie Brandvold}.`, { published: "2026-03-06" }))
  const all = await archive.db.selectFrom("statements").select(["content", "utterance"]).execute()
  const groupOf = (words: string) =>
    new Set(all.flatMap(({ content, utterance }) => (content.includes(words) ? [utterance] : [])))
  const [one, other] = [groupOf(dam), groupOf(night)]
  expect([one.size, other.size]).toEqual([1, 1])
  expect([...one]).not.toEqual([...other])
})

test("who was taken down by a surname and an office stays so when a report gives the whole name", async () => {
  await addRecord(archive, report({ day: "2021-04-01" }, "Ruiz, Vallondan President"))
  const ruiz = await identityOf("Ruiz")
  await hide(archive, ruiz, signed)
  await addRecord(archive, report({ day: "2021-03-01" }, "Ana Ruiz, Vallondan President"))
  expect(await listIdentities(archive)).not.toContainEqual(expect.objectContaining({ variants: ["Ruiz"] }))
  await lift(archive, ruiz, signed)
  expect(await listIdentities(archive, { only: [ruiz.identity] })).toMatchObject([{ name: "Ruiz", reports: 1 }])
})
