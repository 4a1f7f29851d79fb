import { expect, test } from "vitest"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { currentRecord } from "../corrections/current.js"
import { addEntry, correctEntry } from "../corrections/do.js"
import { readFields, type TypedField } from "../corrections/typed.js"
import { findIdentity } from "../identities/index.js"
import { type Archive, openArchive } from "../open.js"
import { contacts } from "./contacts.js"

interface Told {
  readonly outlet: string
  readonly day: string
  readonly words: string
}

/** Lines of the timeline of Mara Lind and Tom Reed, or another: which outlets tell of it, and what stands beside it. */
async function timeline(archive: Archive, reports: readonly Told[], other = "Tom Reed"): Promise<string[]> {
  for (const { outlet, day, words } of reports)
    await addRecord(
      archive,
      told(words, { publisher: outlet, published: day, url: `https://${outlet}.example/${day}` }),
    )
  const { rows } = await contacts(archive, { who: "Mara Lind", other })
  const wordsOf = (id: string) => rows.find((row) => row.id === id)!
  return rows.map(({ mode, when, tellings, against }) => {
    const beside = against.map((id) => wordsOf(id).mode)
    return `${when?.from ?? ""}..${when?.to} ${mode}: ${tellings.map(({ outlet }) => outlet).join(" ")} [${beside}]`
  })
}

const notMet = (when: string, words: string) =>
  `{p:Mara Lind} {k=not-happened meet:has not met} {p:Tom Reed} {t=${when}:${words}}.`
const notSpoken = (when: string, words: string) =>
  `{p:Mara Lind} {k=not-happened talk:has not spoken with} {p:Tom Reed} {t=${when}:${words}}.`
const sinceMay12 = "2026-05-12..2026-09-04; surely 2026-05-12..2026-09-04"
const sinceJune3 = "2026-06-03..2026-09-04; surely 2026-06-03..2026-09-04"
const call = {
  outlet: "Post",
  day: "2026-07-10",
  words: "{p:Mara Lind} {k=call:called} {p:Tom Reed} {t=2026-07-09:on Thursday}.",
}

test("whoever did not speak did not meet, but whoever did not meet may have called", async () => {
  const archive = await openArchive(":memory:")
  const lines = await timeline(archive, [
    { outlet: "Quay", day: "2026-09-04", words: notMet(sinceJune3, "since June 3") },
    { outlet: "Mail", day: "2026-09-04", words: notSpoken(sinceMay12, "since May 12") },
    call,
  ])
  expect(lines).toEqual([
    "2026-05-12..2026-09-04 talk: Mail [call]",
    "2026-06-03..2026-09-04 meet: Quay []",
    "2026-07-09..2026-07-09 call: Post [talk]",
  ])
  await archive.close()
})

test.each([
  ["“since May” and “since 14 May” may be one", "2026-05-01..2026-09-04; surely 2026-05-31..2026-09-04", 1],
  ["“since June 3” is another", sinceJune3, 2],
  ["“never” is another", "..2026-09-04; surely 0001-01-01..2026-09-04", 2],
  ["so is one of which nothing is sure", "2026-05-14..2026-09-04", 2],
])("silences of one mode: %s", async (_name, when, lines) => {
  const archive = await openArchive(":memory:")
  const sinceMay14 = notMet("2026-05-14..2026-09-05; surely 2026-05-14..2026-09-05", "since May 14")
  const found = await timeline(archive, [
    { outlet: "Quay", day: "2026-09-05", words: sinceMay14 },
    { outlet: "Mail", day: "2026-09-04", words: notMet(when, "for long") },
  ])
  expect(found).toHaveLength(lines)
  await archive.close()
})

test("what stands against a silence is judged for each telling", async () => {
  const archive = await openArchive(":memory:")
  const lines = await timeline(archive, [
    { outlet: "Quay", day: "2026-09-04", words: notSpoken(sinceMay12, "since May 12") },
    {
      outlet: "Mail",
      day: "2026-09-05",
      words: notSpoken("2026-05-01..2026-09-05; surely 2026-07-31..2026-09-05", "since the early summer"),
    },
    call,
  ])
  expect(lines).toEqual([
    "2026-05-01..2026-09-05 talk: Mail []",
    "2026-05-12..2026-09-04 talk: Quay [call]",
    "2026-07-09..2026-07-09 call: Post [talk]",
  ])
  await archive.close()
})

test("a silence that a person adds, or whose time they give anew, stands beside what others report in it", async () => {
  const archive = await openArchive(":memory:")
  const signed = { by: "Ada Lund", reason: "read it again" }
  await timeline(archive, [
    {
      outlet: "Quay",
      day: "2026-09-04",
      words: `${notMet(sinceJune3, "since June 3")}\n\nNor had they talked since May.`,
    },
    call,
  ])
  const record = (await currentRecord(archive, 1))!
  const report = record.report.id
  const fields = (when: string): TypedField[] => [
    ...([
      ["between", "Mara Lind; Tom Reed"],
      ["mode", "talk"],
      ["status", "not-happened"],
    ] as const),
    ...([
      ["evidence", "Nor had they talked"],
      ["when", when],
    ] as const),
  ]
  const { changes } = readFields(record, fields("since May@2026-05-01..2026-09-04"), 0)
  const { name } = await addEntry(archive, report, "contact", changes, signed)
  const beside = async () => (await timeline(archive, [])).filter((line) => line.includes(" talk:"))
  expect(await beside()).toEqual(["2026-05-01..2026-09-04 talk: Quay [call]"])
  const correct = async (when: string) => {
    const now = (await currentRecord(archive, 1))!
    const entry = now.contacts.find(({ id }) => name.endsWith(`#${id}`))!
    await correctEntry(archive, name, readFields(now, [["when", when]], 0, entry).changes, signed)
  }
  await correct("since May@2026-05-01..2026-09-04; surely 2026-08-01..2026-09-04")
  expect(await beside()).toEqual(["2026-05-01..2026-09-04 talk: Quay []"])
  await correct("since May@2026-05-02..2026-09-04")
  expect(await beside()).toEqual(["2026-05-02..2026-09-04 talk: Quay [call]"])
  await correct("since May@..2026-09-04")
  expect(await beside()).toEqual(["..2026-09-04 talk: Quay []"])
  await correct("since May@2026-05-03..")
  expect(await beside()).toEqual(["2026-05-03..2026-09-04 talk: Quay [call]"])
  await archive.close()
})

test("a silence of a body whose end is left out stands beside what was told of somebody who speaks for it", async () => {
  const archive = await openArchive(":memory:")
  const silent =
    "{p:Mara Lind} {k=not-happened talk:has not spoken with} the {p:Harbour Board} {t=2026-05-12:since May}."
  await timeline(archive, [
    { outlet: "Quay", day: "2026-09-04", words: `---\nactor: Harbour Board | organisation\n---\n${silent}` },
    call,
  ])
  await makeHead(archive, "Tom Reed", "Harbour Board")
  const record = (await currentRecord(archive, 1))!
  const [contact] = record.contacts
  const { changes } = readFields(record, [["when", "since May@2026-05-12.."]], 0, contact)
  await correctEntry(archive, `${record.report.id}#${contact!.id}`, changes, {
    by: "Ada Lund",
    reason: "read it again",
  })
  expect(await timeline(archive, [])).toEqual([
    "2026-05-12..2026-09-04 talk: Quay [call]",
    "2026-07-09..2026-07-09 call: Post [talk]",
  ])
  await archive.close()
})

test("two silences that a person reads in the same words are two; those of a copy are the same", async () => {
  const archive = await openArchive(":memory:")
  const words =
    "{q:“No,”} {c:said} {s:Mara Lind} to {a:Tom Reed}. They have not met or talked since June, or in September."
  await timeline(archive, [
    { outlet: "Quay", day: "2026-09-24", words },
    { outlet: "Mail", day: "2026-09-24", words },
  ])
  for (const number of [1, 2]) {
    const record = (await currentRecord(archive, number))!
    const add = async (mode: string, when: string) => {
      const typed: TypedField[] = [
        ["between", "Mara Lind; Tom Reed"],
        ["status", "not-happened"],
        ["evidence", "have not met or talked"],
        ["mode", mode],
        ["when", when],
      ]
      const { changes } = readFields(record, typed, 0)
      await addEntry(archive, record.report.id, "contact", changes, { by: "Ada Lund", reason: "missed" })
    }
    await add("meet", "in September@2026-09-23")
    await add("talk", "since June@2026-06-01..2026-09-24")
    await add("talk", "in September@2026-09-20..2026-09-24")
  }
  expect(await timeline(archive, [])).toEqual([
    "2026-06-01..2026-09-24 talk: Quay Mail []",
    "2026-09-20..2026-09-24 talk: Quay Mail []",
    "2026-09-23..2026-09-23 meet: Quay Mail []",
  ])
  await archive.close()
})

async function makeHead(archive: Archive, person: string, of: string): Promise<void> {
  const number = async (name: string) => {
    const found = await findIdentity(archive, name)
    return found.kind === "one" ? found.identity.number : Number.NaN
  }
  const [member, body] = [await number(person), await number(of)]
  const since = { from_day: "2026-01-20", to_day: null }
  await archive.db
    .insertInto("memberships")
    .values({ member, body, ...since, basis: "list", evidence: "its head" })
    .execute()
}

test("a silence that is only known to its end is of those who spoke for a body then, and stands at its end", async () => {
  const archive = await openArchive(":memory:")
  await timeline(archive, [
    { outlet: "Quay", day: "2026-09-04", words: notSpoken("..2026-09-04", "since their meeting") },
    call,
    {
      outlet: "Mail",
      day: "2026-09-01",
      words: "---\nactor: Harbour Board | organisation\n---\nThe {s:Harbour Board} {c:said} {q:no}.",
    },
  ])
  await makeHead(archive, "Tom Reed", "Harbour Board")
  const lines = ["2026-07-09..2026-07-09 call: Post []", "..2026-09-04 talk: Quay []"]
  expect(await timeline(archive, [], "Harbour Board")).toEqual(lines)
  expect(await timeline(archive, [])).toEqual(lines)
  await archive.db.updateTable("memberships").set({ from_day: null, to_day: "2026-08-31" }).execute()
  expect(await timeline(archive, [], "Harbour Board")).toEqual(lines.slice(0, 1))
  await archive.close()
})
