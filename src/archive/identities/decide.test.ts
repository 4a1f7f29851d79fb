import { afterEach, beforeEach, expect, test } from "vitest"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { hide } from "../corrections/hide.js"
import { undo } from "../corrections/undo.js"
import { type Archive, openArchive } from "../open.js"
import { writeRows } from "../rows.js"
import { coveringOf } from "./covering.js"
import {
  keepApart,
  mergeIdentities,
  renameIdentity,
  setPrivate,
  settleMembership,
  setWikidata,
  splitIdentity,
} from "./decide.js"
import { findIdentity } from "./find.js"
import { listIdentities } from "./list.js"
import { report } from "./reports.fixture.js"
import { shownName } from "./shown.js"
import { identityStory } from "./story.js"

const signed = { by: "Ada Lund", reason: "asked them" }
const palace = { name: "Blue Palace", kind: "organisation" as const }
const first = report({ day: "2021-01-01" }, "Joe Kane", "Ana Ruiz, resident", palace)
const second = report({ day: "2021-02-01" }, "Joseph Kane, Blue Palace spokesman", "Ana Ruiz", palace)

let archive: Archive
beforeEach(async () => {
  archive = await openArchive(":memory:")
  for (const record of [first, second]) await addRecord(archive, record)
})
afterEach(() => closeSound(archive))

const writeAnew = () =>
  archive.db.transaction().execute(async (transaction) => {
    for (const [index, record] of [first, second].entries()) {
      const holding = { report: index + 1, outlet: "", day: record.report.published!, standing: "current" as const }
      await writeRows(transaction, record, holding)
    }
  })

const identities = async () =>
  (await archive.db.selectFrom("actors").select(["name", "identity", "report"]).orderBy("number").execute()).map(
    ({ name, identity, report }) => `${name} ${report}: ${identity}`,
  )

const number = async (name: string) => {
  const found = await findIdentity(archive, name)
  if (found.kind !== "one") throw new Error(`${name}: ${found.kind}`)
  return found.identity.number
}

test("two are merged by hand, written anew they stay so, and it can be undone", async () => {
  const before = await identities()
  const [joe, joseph] = [await number("Joe Kane"), await number("Joseph Kane")]
  const [offered] = await listIdentities(archive, { offered: true })
  expect(offered).toMatchObject({ number: joseph, offers: [{ number: joe }] })
  const line = await mergeIdentities(archive, joseph, joe, signed)
  expect(await number("Joseph Kane")).toBe(joe)
  await writeAnew()
  expect(await number("Joseph Kane")).toBe(joe)
  expect((await listIdentities(archive, { only: [joe] }))[0]).toMatchObject({ reports: 2, variants: ["Joseph Kane"] })
  await undo(archive, line, signed)
  expect(await identities()).toEqual(before)
  await expect(mergeIdentities(archive, joe, await number("Blue Palace"), signed)).rejects.toThrow(
    /a person and a body/,
  )
  await expect(mergeIdentities(archive, joe, joe, signed)).rejects.toThrow(/one already/)
  await expect(mergeIdentities(archive, joe, 999, signed)).rejects.toThrow(/no such identity/)
})

test("actors are split off by hand, written anew they stay so, and it can be undone", async () => {
  const before = await identities()
  const ruiz = await number("Ana Ruiz")
  const actors = [{ report: second.report.id, name: "Ana Ruiz" }]
  const other = await splitIdentity(archive, ruiz, actors, "Ana Ruiz (of Dorn)", signed)
  await writeAnew()
  const expected = before.map((one) => (one.startsWith("Ana Ruiz 2") ? `Ana Ruiz 2: ${other}` : one))
  expect(await identities()).toEqual(expected)
  await expect(splitIdentity(archive, ruiz, actors, "x", signed)).rejects.toThrow(/not among those/)
  await undo(archive, 1, signed)
  expect(await identities()).toEqual(before)
})

test("a name, a Wikidata id and privacy are given by hand, and undone", async () => {
  const ruiz = await number("Ana Ruiz")
  const row = () => archive.db.selectFrom("identities").selectAll().where("number", "=", ruiz).executeTakeFirstOrThrow()
  expect(shownName(await row(), { privateByRole: true })).toBe("a resident")
  expect(shownName(await row(), { privateByRole: false })).toBe("Ana Ruiz")
  const renamed = await renameIdentity(archive, ruiz, "Ana María Ruiz", signed)
  await setWikidata(archive, ruiz, "Q42", signed)
  const shown = await setPrivate(archive, ruiz, false, signed)
  await writeAnew()
  expect(await row()).toMatchObject({ name: "Ana María Ruiz", wikidata: "Q42", private: 0 })
  expect(await number("Q42")).toBe(ruiz)
  expect(shownName(await row(), { privateByRole: true })).toBe("Ana María Ruiz")
  await undo(archive, renamed, signed)
  await undo(archive, shown, signed)
  expect(await row()).toMatchObject({ name: "Ana Ruiz", private: null })
  await expect(setWikidata(archive, ruiz, "42", signed)).rejects.toThrow(/no Wikidata id/)
})

test("what is kept apart is not offered", async () => {
  const [joe, joseph] = [await number("Joe Kane"), await number("Joseph Kane")]
  const line = await keepApart(archive, joe, joseph, signed)
  expect((await listIdentities(archive, { only: [joseph] }))[0]!.offers).toEqual([])
  expect(await listIdentities(archive, { offered: true })).toEqual([])
  await undo(archive, line, signed)
  expect((await listIdentities(archive, { only: [joseph] }))[0]!.offers).toHaveLength(1)
  const accepted = await mergeIdentities(archive, joseph, joe, signed)
  expect(await listIdentities(archive, { offered: true })).toEqual([])
  await undo(archive, accepted, signed)
  expect(await listIdentities(archive, { offered: true })).toHaveLength(1)
})

test("who may be somebody else is listed with all the reports, in parts, those in most reports first", async () => {
  await addRecord(archive, report({ day: "2021-03-01" }, "Joseph Kane"))
  await addRecord(archive, report({ day: "2021-03-02" }, "Joey Kane"))
  const offered = await listIdentities(archive, { offered: true })
  expect(offered.map(({ name, reports, offers }) => [name, reports, offers.length])).toEqual([
    ["Joseph Kane", 2, 1],
    ["Joey Kane", 1, 2],
  ])
  expect(await listIdentities(archive, { offered: true, limit: 1 })).toEqual(offered.slice(0, 1))
  expect(await listIdentities(archive, { offered: true, limit: 1, offset: 1 })).toEqual(offered.slice(1))
})

test("those who were merged are offered as the one they are, once, and not where that one was taken down", async () => {
  await addRecord(archive, report({ day: "2021-03-01" }, "Kane"))
  const [joe, joseph] = [await number("Joe Kane"), await number("Joseph Kane")]
  const kane = (await listIdentities(archive)).find(({ name }) => name === "Kane")!.number
  const offered = async () => (await listIdentities(archive, { only: [kane] }))[0]!.offers
  expect(await offered()).toMatchObject([{ number: joe }, { number: joseph }])
  await mergeIdentities(archive, joseph, joe, signed)
  const [one, ...others] = await offered()
  expect(one).toMatchObject({ number: joe, name: "Joe Kane" })
  expect(others).toEqual([])
  await hide(archive, { identity: joe }, signed)
  expect(await offered()).toEqual([])
  expect(await listIdentities(archive, { offered: true })).toEqual([])
  const line = await keepApart(archive, kane, joseph, signed)
  const { chapters } = (await identityStory(archive, kane))!
  expect(chapters).toMatchObject([{ number: line, others: [{ number: joseph, name: undefined }] }])
})

test("a membership is denied or confirmed by hand, and the proposal comes back when that is undone", async () => {
  const [member, body] = [await number("Joseph Kane"), await number("Blue Palace")]
  const bases = async () => (await coveringOf(archive, body)).map(({ basis }) => basis)
  expect(await bases()).toEqual(["itself", "proposed"])
  const line = await settleMembership(archive, { member, body, basis: "denied", from: null, to: null }, signed)
  await writeAnew()
  expect(await bases()).toEqual(["itself"])
  await undo(archive, line, signed)
  expect(await bases()).toEqual(["itself", "proposed"])
  await settleMembership(archive, { member, body, basis: "confirmed", from: "2020-01-01", to: null }, signed)
  expect((await coveringOf(archive, body))[1]).toMatchObject({ basis: "confirmed", from: "2020-01-01", to: null })
})
