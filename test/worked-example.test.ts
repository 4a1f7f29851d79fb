import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { findIdentity } from "../src/archive/identities/index.js"
import { addRecord, contacts, openArchive } from "../src/archive/index.js"
import type { Record } from "../src/record.js"

// The interview's right record, and that of the readout of 8 December, made here from its first sentence. What the
// machine reads of these reports is measured elsewhere; its twin on reports of our own is in
// src/archive/questions/contacts.test.ts.

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
    const meeting = rows.find(({ when }) => when?.from === "2021-12-08" && when.to === "2021-12-08")!
    const silence = rows.find(({ status, tellings: [telling] }) => status === "not-happened" && telling?.when?.surely)!
    expect(meeting.against).toEqual([silence.id])
    expect(silence.against).toEqual([meeting.id])
    const { rows: alone } = await contacts(archive, { who: "Giammattei", other: "Sullivan" })
    expect(alone.map(({ id }) => id)).toEqual([silence.id, meeting.id])
    await archive.close()
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
