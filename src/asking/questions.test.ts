import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, expect, test } from "vitest"
import { askedArchive } from "../../test/asked-archive.js"
import { example } from "../../test/example.js"
import { told } from "../../test/told.js"
import { report as naming } from "../archive/identities/reports.fixture.js"
import {
  type Archive,
  addRecord,
  disputeEntry,
  findIdentity,
  mergeIdentities,
  openArchive,
  settleMembership,
} from "../archive/index.js"
import { csvHeader, csvLines } from "../export/csv.js"
import { daysOf } from "./parameters.js"
import { questions } from "./questions.js"

let archive: Archive
let entry: string
let report: string
beforeAll(async () => {
  archive = await askedArchive()
  const { found } = (await answer("check", { words: "Ask the clouds" })) as { found: { statement: { id: string } }[] }
  entry = found[0]!.statement.id
  report = (await archive.db.selectFrom("reports").select("id").executeTakeFirstOrThrow()).id
  const number = async (name: string) => {
    const one = await findIdentity(archive, name)
    return one.kind === "one" ? one.identity.number : Number.NaN
  }
  const member = { member: await number("Mihail Dragan"), body: await number("Vallonda") }
  const signed = { by: "Ada Lund", reason: "its foreign minister" }
  await settleMembership(archive, { ...member, basis: "list", from: null, to: null }, signed)
})
afterAll(() => archive.close())

const questionOf = (name: string) => questions.find((question) => question.name === name)!
const answer = (name: string, given: object) => questionOf(name).ask(archive, given)

test("every answer is just as its schema describes it", async () => {
  const asked: { readonly [name: string]: readonly object[] } = {
    said: [{ who: "Aldarondo", about: "Vallonda" }, { who: "Aldarondo", limit: 2 }, { who: "Nobody Anywhere" }],
    about: [{ who: "Vallonda", kind: "indirect", firstHand: true }],
    contacts: [
      { who: "Aldarondo", other: "Vallonda" },
      { who: "Aldarondo", newest: true, limit: 1 },
    ],
    asked: [{ who: "Aldarondo" }],
    search: [{ words: "river" }, { words: "sabalo" }, { words: "zeppelin", since: "2024-01-01" }],
    "search-reports": [{ words: "sabalo" }],
    facets: [{ words: "river" }],
    check: [
      { words: "Ask the clouds" },
      { words: "Ask the birds. They have the better line." },
      { words: "cheese moon" },
    ],
    show: [{ entry }, { entry: entry.replace(/#.*/, "#c2") }],
    who: [{}, { copies: "each", outlet: "The Oriel Gazette" }],
    people: [{}, { name: "Vallonda" }, { name: "Nobody Anywhere" }, { offers: true }],
    reports: [{}, { until: "2024-05-31" }],
    report: [{ report: report.slice(0, 8) }],
    audit: [{}, { by: "month", copies: "each", limit: 3 }],
  }
  expect(Object.keys(asked)).toEqual(questions.map(({ name }) => name))
  for (const question of questions) {
    for (const given of asked[question.name]!) {
      // As it leaves: what is undefined is not in the JSON.
      const sent: unknown = JSON.parse(JSON.stringify(await question.ask(archive, given)))
      expect(question.answer.parse(sent), `${question.name} ${JSON.stringify(given)}`).toEqual(sent)
    }
  }
})

test("what other reports word alike or otherwise is in the answers, as their schemas describe it", async () => {
  const own = await openArchive(":memory:")
  const outlets = { Quay: "why", Courier: "how" }
  for (const [publisher, last] of Object.entries(outlets)) {
    const words = `{q:“We will put no man under those cranes until we know ${last},”} {c:said} {s:Ottilie Brandvold}.`
    await addRecord(own, told(words, { url: `https://${publisher}.example/crane`, publisher, published: "2026-03-04" }))
  }
  const said = (await questionOf("said").ask(own, { who: "Brandvold" })) as { rows: { id: string; alsoIn?: number }[] }
  expect(said.rows.map(({ alsoIn }) => alsoIn)).toEqual([1, 1])
  expect(questionOf("said").answer.parse(said)).toEqual(said)
  await disputeEntry(own, said.rows[0]!.id, "I said “maybe”.", { by: "Ada Lund", reason: "her letter" })
  const disputed = await questionOf("said").ask(own, { who: "Brandvold" })
  expect(disputed).toMatchObject({
    rows: [{ disputed: true, dispute: { words: "I said “maybe”." } }, { disputed: false }],
  })
  expect(questionOf("said").answer.parse(disputed)).toEqual(disputed)
  const shown = await questionOf("show").ask(own, { entry: said.rows[0]!.id })
  expect(shown).toMatchObject({ wordings: [{ statement: { outlet: "Quay" }, difference: expect.any(Array) }] })
  expect(questionOf("show").answer.parse(shown)).toEqual(shown)
  await own.close()
})

test("a body of just the name is meant alone and says whom it leaves out, who are meant where it has nothing to say", async () => {
  const own = await openArchive(":memory:")
  for (let n = 1; n <= 5; n++) await addRecord(own, naming({ title: `${n}` }, { name: "Osk", kind: "organisation" }))
  await addRecord(own, told("{q:“We will put no man under those cranes,”} {c:said} {s:Vera Osk}."))
  const body = [{ name: "Osk", identity: 1 }]
  const persons = [{ name: "Vera Osk", identity: 2 }]
  const answers = {
    said: { rows: [{ speakers: [{ name: "Vera Osk" }] }], meant: [{ people: persons, inPlaceOf: body }] },
    about: { rows: [], meant: [{ people: body, leftOut: persons }] },
    contacts: { rows: [], meant: [{ people: body, leftOut: persons }] },
    asked: { rows: [], meant: [{ people: body, leftOut: persons }] },
  } as const
  for (const [name, wanted] of Object.entries(answers)) {
    const found = await questionOf(name as keyof typeof answers).ask(own, { who: "Osk" })
    expect(found, name).toMatchObject(wanted)
    expect(questionOf(name as keyof typeof answers).answer.parse(found)).toEqual(found)
  }
  expect(await questionOf("people").ask(own, { name: "Osk" })).toMatchObject({
    rows: [{ name: "Osk", speakers: [] }, { name: "Vera Osk" }],
  })
  await own.close()
})

test("parts of an answer follow one another to the end, each row once", async () => {
  for (const [name, given] of [
    ["said", { who: "Aldarondo" }],
    ["contacts", { who: "Aldarondo" }],
    ["people", {}],
    ["reports", {}],
    ["audit", {}],
  ] as const) {
    type Part = { readonly rows: readonly object[]; readonly next?: string }
    const all = (await answer(name, { ...given, limit: 1000 })) as Part
    const rows: object[] = []
    let cursor: string | undefined
    do {
      const part = (await answer(name, { ...given, limit: 2, ...(cursor && { cursor }) })) as Part
      rows.push(...part.rows)
      cursor = part.next
    } while (cursor !== undefined)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows).toEqual(all.rows)
  }
})

test("a table has the columns that its rows have cells for", async () => {
  const asked: { readonly [name: string]: object } = {
    ...{
      said: { who: "Aldarondo" },
      about: { who: "Vallonda" },
      contacts: { who: "Aldarondo" },
      asked: { who: "Aldarondo" },
    },
    ...{
      search: { words: "river" },
      "search-reports": { words: "sabalo" },
      check: { words: "Ask the clouds" },
      show: { entry },
    },
  }
  for (const { name, ask, table } of questions) {
    if (!table) continue
    const found = (await ask(archive, asked[name] ?? {})) as { rows?: unknown[] }
    const rows = (found.rows ?? [found]).flatMap((one) => table.rowsOf(one))
    const written = parse<{ [column: string]: string }>(csvHeader(table.columns) + csvLines(table.columns, rows), {
      columns: true,
    })
    expect(written.length, name).toBeGreaterThan(0)
    const empty = table.columns.filter((column) => written.every((row) => row[column.name] === ""))
    expect(empty.length, `${name} without ${empty.map((column) => column.name)}`).toBeLessThan(table.columns.length / 2)
  }
})

test("a parameter that there is not, or that cannot be, is refused", async () => {
  await expect(answer("said", { who: "Aldarondo", sinse: "2024-01-01" })).rejects.toThrow(/sinse/)
  await expect(answer("said", { who: "Aldarondo", since: "2023-02-30" })).rejects.toThrow(/a day such as 2021-03-04/)
  await expect(answer("said", {})).rejects.toThrow(/is missing/)
  await expect(answer("said", { who: "  " })).rejects.toThrow(/may not be empty/)
  await expect(answer("who", { limit: 1001 })).rejects.toThrow(/1000/)
  await expect(answer("who", { cursor: "x" })).rejects.toThrow(/is not a cursor/)
  await expect(answer("report", { report: "0123456789" })).rejects.toThrow(/no report whose id begins like this/)
})

test("a report does not tell where its file lay", async () => {
  const read = example("interview", {
    provenance: { path: "reports/of/ada/interview.txt", retrieved: "2024-09-20" },
  })
  const own = await openArchive(":memory:")
  await addRecord(own, read)
  const { report: shown } = (await questionOf("report").ask(own, { report: read.report.id })) as typeof read
  expect(shown.provenance).toEqual({ retrieved: "2024-09-20" })
  expect(shown.text).toBe(read.report.text)
  await own.close()
})

test("a name that several go by is answered for all of them, and a merged one under its number", async () => {
  const [one, other] = ["Mihail Dragan", "Ilinca Moraru"].map(async (name) => {
    const found = await findIdentity(archive, name)
    return found.kind === "one" ? found.identity.number : Number.NaN
  })
  await mergeIdentities(archive, await other!, await one!, { by: "Ada Lund", reason: "a test" })
  const { rows } = (await answer("people", { name: `#${await other}` })) as { rows: { number: number }[] }
  expect(rows).toMatchObject([{ number: await one }])
})

test.each([
  ["2024", "2024-01-01", "2024-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2023-02-28", "2023-02-28", "2023-02-28"],
])("%s is from %s to %s", (period, first, last) => expect(daysOf(period)).toEqual({ first, last }))

test.each(["24", "2024-13", "2023-02-29", "2024-1", "last year"])("%s is no day, month or year", (period) =>
  expect(daysOf(period)).toBeUndefined(),
)
