import { readdirSync, readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../../test/example.js"
import { addRecord } from "../add.js"
import { findIdentity } from "../identities/index.js"
import { type Archive, openArchive } from "../open.js"
import { type ContactAnswer, contacts } from "./contacts.js"

// The worked example on reports of our own: a president says that nobody in the Vallonda government had telephoned her
// since its foreign minister came to see her in the spring; the government's own readouts tell of calls.

const folder = new URL("../../../examples/timeline/", import.meta.url)
const readouts = readdirSync(folder)
  .filter((name) => name.endsWith(".marked.txt"))
  .map((name) => `timeline/${name.slice(0, -".marked.txt".length)}`)

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const name of [...readouts, "interview"]) await addRecord(archive, example(name))
  for (const member of ["Mihail Dragan", "Ilinca Moraru"]) await speakFor(member, "Vallonda")
})
afterAll(() => archive.close())

async function speakFor(member: string, body: string): Promise<void> {
  const number = async (name: string) => {
    const found = await findIdentity(archive, name)
    if (found.kind !== "one") throw new Error(`${name} is ${found.kind}`)
    return found.identity.number
  }
  await archive.db
    .insertInto("memberships")
    .values({
      member: await number(member),
      body: await number(body),
      from_day: null,
      to_day: null,
      basis: "proposed",
      evidence: "its foreign minister",
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const line = ({ mode, status, when, tellings, against }: ContactAnswer) =>
  `${when?.basis === "report" ? "by report " : ""}${when?.from}..${when?.to} ${mode} ${status}, told by ${[...new Set(tellings.map((one) => one.outlet))].join(" and ")}${against.length > 0 ? " !" : ""}`

test("the reports of the timeline are its marked texts", () => {
  const lines = readFileSync(new URL("reports.jsonl", folder), "utf8").trim().split("\n")
  const texts = lines.map((text) => JSON.parse(text).text)
  expect(texts).toEqual(
    [...readouts, "interview"]
      .map((name) => example(name).report)
      .sort((a, b) => (a.published! < b.published! ? -1 : 1))
      .map(({ text }) => text),
  )
})

test("the timeline of two sides: who speaks for one is covered, tellings of one visit are one line", async () => {
  const { rows } = await contacts(archive, { who: "Aldarondo", other: "Vallonda", until: "2024-09-30" })
  expect(rows.filter(({ status }) => /happened/.test(status)).map(line)).toEqual([
    "2024-02-06..2024-02-06 call happened, told by Government of Vallonda",
    "2024-03-01..2024-09-19 call not-happened, told by The Oriel Gazette !",
    "2024-05-14..2024-05-14 visit happened, told by Government of Vallonda and The Oriel Gazette",
    "2024-06-12..2024-06-12 call happened, told by Government of Vallonda",
    "2024-08-20..2024-08-20 call happened, told by Government of Vallonda !",
    "by report 2024-09-19..2024-09-19 write happened, told by The Oriel Gazette",
    "by report 2024-09-19..2024-09-19 write not-happened, told by The Oriel Gazette",
    "2024-09-25..2024-09-25 call happened, told by Government of Vallonda",
  ])
})

test("the silence and the call inside it name each other, and nothing judges between them", async () => {
  const { rows } = await contacts(archive, { who: "Aldarondo", other: "Vallonda" })
  const silence = rows.find(({ status, against }) => status === "not-happened" && against.length > 0)!
  const call = rows.find(({ when, mode }) => when?.from === "2024-08-20" && mode === "call")!
  expect(silence.against).toEqual([call.id])
  expect(call.against).toEqual([silence.id])
  expect(silence.tellings[0]).toMatchObject({
    evidence: "nobody in the Vallonda government had telephoned her",
    remove: 1,
    by: [{ name: "Inés Aldarondo" }],
    plainly: true,
  })
  expect(call.tellings[0]).toMatchObject({ remove: 0, by: [], url: expect.stringContaining("2024-08-21") })
  expect(call.through).toEqual([
    { member: "Ilinca Moraru", body: "Vallonda", basis: "proposed", evidence: "its foreign minister" },
  ])
})

test("asked about the caller alone, the silence of the body stands beside the call", async () => {
  const { rows } = await contacts(archive, { who: "Moraru", other: "Aldarondo" })
  expect(rows.map(({ status }) => status)).toEqual(["not-happened", "happened"])
})

test("a contact without a date of its own is dated by its report, and says so", async () => {
  const { rows } = await contacts(archive, { who: "Aldarondo", other: "Dragan" })
  for (const { when, tellings } of rows) {
    expect(when?.basis).toBe(tellings[0]!.when?.from === undefined ? "report" : "told")
  }
})

test("a denied membership covers nobody, and one that is over no later contact", async () => {
  await archive.db.updateTable("memberships").set({ to_day: "2024-07-31" }).execute()
  const over = await contacts(archive, { who: "Aldarondo", other: "Vallonda" })
  expect(over.rows.filter(({ against }) => against.length > 0)).toEqual([])
  expect(over.rows.some(({ when }) => when?.from === "2024-08-20")).toBe(false)
  await archive.db.updateTable("memberships").set({ to_day: null, basis: "denied" }).execute()
  const denied = await contacts(archive, { who: "Aldarondo", other: "Vallonda" })
  expect(denied.rows.some(({ when }) => when?.from === "2024-02-06")).toBe(false)
  await archive.db.updateTable("memberships").set({ basis: "proposed" }).execute()
})

test("no contact found says what was searched", async () => {
  expect(await contacts(archive, { who: "Moraru", other: "Peñalver" })).toMatchObject({
    rows: [],
    searched: { reports: 6, from: "2024-02-06", to: "2024-09-26" },
  })
})

test("the newest can come first; those without a day stay last", async () => {
  const question = { who: "Aldarondo", other: "Dragan" }
  const days = async (newest: boolean) =>
    (await contacts(archive, { ...question, newest })).rows.map(({ when }) => `${when?.from} ${when?.to}`)
  const oldestFirst = await days(false)
  expect(oldestFirst.length).toBeGreaterThan(2)
  expect(await days(true)).toEqual(oldestFirst.toReversed())
})
