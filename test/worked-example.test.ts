import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import { findIdentity } from "../src/archive/identities/index.js"
import { addRecord, contacts, openArchive } from "../src/archive/index.js"
import type { Record } from "../src/record.js"
import { onrecordIn } from "./onrecord.js"

// First with right records: that of the interview, and that of the readout of 8 December, made here from its first
// sentence. Then as the machine reads them all. Twins on reports of our own, which always run:
// src/archive/questions/contacts.test.ts by hand, docs/contacts.md by the machine.

const folder = "../shared/reports"
const missing = !existsSync(`${folder}/interview.record.json`)

test.skipIf(missing)(
  `the silence that the interview claims stands beside the meeting of 8 December${missing ? " (../shared is missing)" : ""}`,
  async () => {
    const interview = JSON.parse(readFileSync(`${folder}/interview.record.json`, "utf8")) as Record
    const archive = await openArchive(":memory:")
    await addRecord(archive, interview)
    await addRecord(archive, readout(interview))
    const number = async (name: string) => {
      const found = await findIdentity(archive, name)
      return found.kind === "one" ? found.identity.number : Number.NaN
    }
    const member = await number("Jake Sullivan")
    const body = await number("White House")
    const membership = { member, body, from_day: null, to_day: null, evidence: "his office" }
    await archive.db
      .insertInto("memberships")
      .values({ ...membership, basis: "list" })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { rows } = await contacts(archive, { who: "Giammattei", other: "White House" })
    const meeting = rows.find(({ when }) => when?.from === "2021-12-08" && when.basis === "told")!
    const silence = rows.find(({ status, tellings: [telling] }) => status === "not-happened" && telling?.when?.surely)!
    expect(meeting.against).toEqual([silence.id])
    expect(silence.against).toEqual([meeting.id])
    const { rows: alone } = await contacts(archive, { who: "Giammattei", other: "Sullivan" })
    expect(alone.map(({ id }) => id)).toEqual([silence.id, meeting.id])
    await archive.close()
  },
)

test.skipIf(missing)(
  `the two stand side by side whoever publishes the readouts${missing ? " (../shared is missing)" : ""}`,
  async () => {
    const place = mkdtempSync(join(tmpdir(), "onrecord-"))
    const reports = readFileSync(`${folder}/guatemala.jsonl`, "utf8")
    const elsewhere = reports
      .replaceAll('"publisher": "The White House"', '"publisher": "The Lindow Wire"')
      .replaceAll("bidenwhitehouse.archives.gov", "lindow-wire.example")
    expect(elsewhere.match(/"The Lindow Wire"/g)).toHaveLength(7)
    writeFileSync(join(place, "elsewhere.jsonl"), elsewhere)
    expect((await onrecordIn(place, ["add", "elsewhere.jsonl"])).status).toBe(0)
    const { stdout } = await onrecordIn(place, ["contacts", "Giammattei", "White House", "--json"])
    const told: Told[] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    const meeting = told.find(({ between, when }) => between.includes("Jake Sullivan") && when?.from === "2021-12-08")!
    const silence = told.find(({ status }) => status === "not-happened")!
    expect(meeting).toMatchObject({ mode: "meet", status: "happened", against: [silence.id] })
    expect(silence.against).toEqual([meeting.id])
    rmSync(place, { recursive: true })
  },
)

interface Told {
  readonly id: string
  readonly between: readonly string[]
  readonly mode: string
  readonly status: string
  readonly when?: { readonly from: string; readonly to: string; readonly basis: string }
  readonly against: readonly string[]
  readonly tellings: readonly {
    readonly publisher: string
    readonly published: string
    readonly evidence: string
    readonly remove: number
  }[]
}

test.skipIf(missing)(
  `onrecord add and contacts print the timeline of 2021${missing ? " (../shared is missing)" : ""}`,
  async () => {
    const reports = resolve(folder, "guatemala.jsonl")
    const place = mkdtempSync(join(tmpdir(), "onrecord-"))
    expect((await onrecordIn(place, ["add", reports])).status).toBe(0)
    const contactsWith = async (other: string): Promise<Told[]> =>
      (await onrecordIn(place, ["contacts", "Giammattei", other, "--json"])).stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    const told = await contactsWith("White House")
    const days = told.filter(({ status }) => status === "happened").map(({ when }) => when?.from)
    for (const day of ["2021-03-04", "2021-03-30", "2021-04-26", "2021-06-03", "2021-12-08"])
      expect(days).toContain(day)
    const meeting = told.find(({ when }) => when?.from === "2021-12-08" && when.basis === "told")!
    const silence = told.find(({ status }) => status === "not-happened")!
    expect(meeting).toMatchObject({ mode: "meet", status: "happened", against: [silence.id] })
    expect(meeting.between).toEqual(["Jake Sullivan", "Alejandro Giammattei"])
    expect(silence).toMatchObject({ when: { from: "2021-06-01", to: "2021-12-08" }, against: [meeting.id] })
    expect(silence.tellings[0]).toMatchObject({ publisher: "Fox News", published: "2021-12-08", remove: 1 })
    // What the silence is counted from is no contact that stands against it.
    const summer = told.find(({ when }) => when?.from === "2021-06-01" && when.to < "2021-12-01")!
    expect(summer).toMatchObject({ status: "happened", against: [] })
    expect((await contactsWith("Sullivan")).map(({ id }) => id)).toEqual([silence.id, meeting.id])
    expect((await contactsWith("Harris")).map(({ when }) => when?.from)).toContain("2021-04-26")
    rmSync(place, { recursive: true })
  },
)

function readout(like: Record): Record {
  const line = readFileSync(`${folder}/guatemala.jsonl`, "utf8").split("\n")[6]!
  const { text, url, date, publisher, title } = JSON.parse(line)
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const actor = (id: string, name: string): Record["actors"][number] => ({
    id,
    name,
    kind: "person",
    aliases: [],
    roles: [],
    mentions: [span(name)],
  })
  const evidence = { start: 0, end: text.indexOf(" on December 8") } // the first clause
  const when = { ...span("on December 8"), from: "2021-12-08", to: "2021-12-08" }
  const report = { id: "a".repeat(64), textHash: "a".repeat(64), text, url, publisher, title, published: date }
  return {
    ...like,
    report: { ...report, paragraphs: [{ start: 0, end: text.length }], language: "en" },
    actors: [actor("a1", "Jake Sullivan"), actor("a2", "Alejandro Giammattei")],
    statements: [],
    contacts: [{ id: "c1", between: ["a1", "a2"], mode: "meet", status: "happened", evidence, when, confidence: 1 }],
    notes: [],
  }
}
