import { afterAll, beforeAll, expect, test } from "vitest"
import { example } from "../../../test/example.js"
import { told } from "../../../test/told.js"
import { addRecord } from "../add.js"
import { closeSound } from "../closed.fixture.js"
import { findTarget, hide } from "../corrections/hide.js"
import { actorsIn, splitIdentity } from "../identities/index.js"
import { type Archive, openArchive } from "../open.js"
import { asked } from "./asked.js"
import { facets } from "./facets.js"
import { about, said, saidByMonth } from "./said.js"
import { searchStatements } from "./search.js"
import { searchReports } from "./search-reports.js"
import { who } from "./who.js"

let archive: Archive
beforeAll(async () => {
  archive = await openArchive(":memory:")
  for (const name of ["interview", "readout", "briefing", "tramline"]) await addRecord(archive, example(name))
})
afterAll(() => closeSound(archive))

test("what somebody said is found by a part of the name, whatever its case and accents", async () => {
  const full = await said(archive, { who: "Inés Aldarondo" })
  const part = await said(archive, { who: "ALDARONDO" })
  expect(part.rows).toEqual(full.rows)
  expect(full.meant).toEqual([
    { asked: "Inés Aldarondo", people: [{ name: "Inés Aldarondo", identity: expect.any(Number) }] },
  ])
  const [marriage] = full.rows.filter(({ content }) => content.includes("a marriage with one telephone"))
  expect(marriage).toMatchObject({
    outlet: "The Oriel Gazette",
    date: "2024-09-19",
    remove: 1,
    standing: "current",
    disputed: false,
    cue: "called",
    speakers: [{ name: "Inés Aldarondo", kind: "person", identity: expect.any(Number) }],
  })
})

test("what was passed on names who told of it, and months count it apart", async () => {
  const { rows } = await said(archive, { who: "Aldarondo", passedOn: true })
  expect(rows[0]).toMatchObject({ remove: 2, toldBy: [{ name: "Joaquín Peñalver", kind: "person" }] })
  const all = (await said(archive, { who: "Aldarondo" })).rows.filter(({ date }) => date?.startsWith("2024-09"))
  expect(await saidByMonth(archive, { who: "Aldarondo" })).toContainEqual({
    month: "2024-09",
    firstHand: all.length - 1,
    passedOn: 1,
  })
  expect(await saidByMonth(archive, { who: "Nobody Anywhere" })).toEqual([])
})

test("what others say about somebody leaves out what they say of themselves", async () => {
  const all = (await about(archive, { who: "Aldarondo" })).rows
  const others = (await about(archive, { who: "Aldarondo", byOthers: true })).rows
  const isOwn = ({ speakers }: (typeof all)[number]) => speakers.some(({ name }) => name === "Inés Aldarondo")
  expect(all.some(isOwn)).toBe(true)
  expect(others).toEqual(all.filter((statement) => !isOwn(statement)))
})

test("said can be narrowed by addressee, subject, words, kind, hand, outlet and time", async () => {
  const contents = async (question: Omit<Parameters<typeof said>[1], "who">) =>
    (await said(archive, { who: "Aldarondo", ...question })).rows.map(({ content }) => content)
  const all = await contents({})
  expect(await contents({ to: "Dragan" })).toEqual([
    "a river keeps no minutes and that he would be judged by what reached the sea",
  ])
  expect(await contents({ about: "delta" })).toEqual(all.filter((content) => content.includes("delta")))
  expect(await contents({ kind: "direct" })).toEqual(all.filter((content) => /^["“]/.test(content)))
  expect(await contents({ firstHand: true })).toHaveLength(all.length - 1)
  expect(await contents({ passedOn: true })).toHaveLength(1)
  expect(await contents({ since: "2024-09-20" })).toEqual([])
  expect(await contents({ until: "2024-09-19", outlet: "The Oriel Gazette" })).toEqual(all)
  expect(await contents({ outlet: "the oriel gazette" })).toEqual(all)
  expect(await contents({ outlet: "Dorn Courier" })).toEqual([])
})

test("pages join to the whole without a gap or a double", async () => {
  const { rows } = await said(archive, { who: "Aldarondo" })
  const paged: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await said(archive, { who: "Aldarondo", limit: 2, ...(cursor ? { cursor } : {}) })
    paged.push(...page.rows)
    cursor = page.next
  } while (cursor)
  expect(paged).toEqual(rows)
  await expect(said(archive, { who: "Aldarondo", cursor: "5" })).rejects.toThrow(/is not a cursor/)
})

test("nothing found comes with what was searched", async () => {
  expect(await said(archive, { who: "Nobody Atall" })).toEqual({
    rows: [],
    meant: [{ asked: "Nobody Atall", people: [] }],
    searched: { reports: 4, from: expect.stringMatching(/^\d{4}-/), to: "2025-10-08" },
  })
  expect((await said(archive, { who: "Aldarondo", since: "2030-01-01" })).searched).toEqual({ reports: 0 })
})

test("what was said about somebody", async () => {
  const { rows } = await about(archive, { who: "Dragan" })
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.about.map(({ name }) => name)).toContain("Mihail Dragan")
})

test("questions come with what came back, also where only the reply tells who was asked", async () => {
  const { rows } = await asked(archive, { who: "Aldarondo" })
  const seen = rows.map(({ part, question, replies }) => [part, question.content, replies.map((one) => one.response)])
  expect(seen).toContainEqual([
    "asked",
    "if she would travel to Vallonda without an invitation",
    ["deflection", "deflection"],
  ])
  const put = await asked(archive, { who: "Peñalver" })
  expect(put.rows.map(({ part }) => part)).toContain("asker")
})

test("words are searched as phrases, beginnings and without accents, in statements and in reports", async () => {
  const contents = async (words: string) => (await searchStatements(archive, { words })).rows.map((row) => row.content)
  expect((await contents('"maintenance is not"')).join()).toContain("maintenance is not diplomacy")
  expect((await contents("mainten* diplom*")).join()).toContain("maintenance is not diplomacy")
  expect(await contents('"is maintenance"')).toEqual([])
  const reports = await searchReports(archive, { words: "sabalo" })
  expect(reports.rows.map(({ outlet, excerpt }) => [outlet, excerpt?.includes("Sábalo")])).toEqual([
    ["The Oriel Gazette", true],
  ])
})

test("words that stand in no statement are said to stand in reports, unless they are those of who was taken down", async () => {
  const own = await openArchive(":memory:")
  await addRecord(
    own,
    told("The heron came back. {q:“It floods,”} {c:said} {s:Berta Quill}.", { published: "2024-03-01" }),
  )
  const searched = async (words: string) => (await searchStatements(own, { words })).searched
  expect(await searched("heron")).toEqual({ reports: 1, from: "2024-03-01", to: "2024-03-01", inReports: true })
  expect(await searched("zeppelin")).not.toHaveProperty("inReports")
  expect((await searchStatements(own, { words: "heron", since: "2024-03-02" })).searched).toEqual({ reports: 0 })
  expect(await searched("Quill")).toHaveProperty("inReports")
  await hide(own, await findTarget(own, "Berta Quill"), { by: "Ada Lund", reason: "asked to" })
  for (const words of ["Quill", "floods"]) expect(await searched(words), words).not.toHaveProperty("inReports")
  await own.close()
})

test("facets count what a search finds", async () => {
  const { outlet, speaker, kind, month } = await facets(archive, { words: "river" })
  const { rows } = await searchStatements(archive, { words: "river" })
  const sum = (all: readonly { readonly statements: number }[]) => all.reduce((n, { statements }) => n + statements, 0)
  expect(sum(outlet)).toBe(rows.length)
  expect(sum(kind)).toBe(rows.length)
  expect(sum(month)).toBe(rows.length)
  expect(speaker[0]?.value).toBe("Inés Aldarondo")
})

test("everyone quoted, with first- and second-hand and by outlet", async () => {
  const { rows } = await who(archive)
  const aldarondo = rows.find(({ name }) => name === "Inés Aldarondo")!
  const { rows: statements } = await said(archive, { who: "Aldarondo" })
  expect(aldarondo).toMatchObject({
    statements: statements.length,
    firstHand: statements.filter(({ remove }) => remove === 1).length,
    secondHand: 1,
    byOutlet: [{ outlet: "The Oriel Gazette", statements: statements.length }],
  })
})

test("a copy is counted once, or for every outlet that printed it", async () => {
  const copied = await openArchive(":memory:")
  const first = example("interview")
  await addRecord(copied, first)
  await addRecord(copied, example("interview", { publisher: "Dorn Courier", published: "2024-09-20" }))
  const count = async (copies: "once" | "each") =>
    (await who(copied, { copies })).rows.find(({ name }) => name === "Inés Aldarondo")!
  const [once, each] = [await count("once"), await count("each")]
  expect(each.statements).toBe(2 * once.statements)
  expect(each.byOutlet.map(({ outlet }) => outlet)).toEqual(["Dorn Courier", "The Oriel Gazette"])
  await hide(copied, { report: first.report.id }, { by: "Ada Lund", reason: "asked to" })
  expect(await count("once")).toEqual({ ...once, byOutlet: [{ outlet: "Dorn Courier", statements: once.statements }] })
  await closeSound(copied)
})

test("what is stale answers only when asked for, and says so", async () => {
  const renewed = await openArchive(":memory:")
  const url = "https://paper.example/interview"
  await addRecord(renewed, example("interview", { url }))
  await addRecord(renewed, example("tramline", { url, published: "2030-01-01" }))
  expect((await said(renewed, { who: "Aldarondo" })).rows).toEqual([])
  const { rows } = await said(renewed, { who: "Aldarondo", stale: true })
  expect(new Set(rows.map(({ standing }) => standing))).toEqual(new Set(["stale"]))
  await closeSound(renewed)
})

test("who has no identity is answered for too, beside those whose names hold the word", async () => {
  const other = await openArchive(":memory:")
  await addRecord(other, told("{q:“Yes,”} {c:said} the {s:Vallonda government}.", { published: "2024-03-01" }))
  await addRecord(other, told("{q:“No,”} {c:said} the {s:government}.", { published: "2024-03-02" }))
  const { rows, meant } = await said(other, { who: "government" })
  expect(rows.map(({ content }) => content)).toEqual(["“No,”", "“Yes,”"])
  expect(meant).toEqual([
    { asked: "government", people: [{ name: "Vallonda government", identity: 1 }, { name: "government" }] },
  ])
  await other.close()
})

test("where several go by a name all are answered for, also who is called just so in a report and who was split off", async () => {
  const other = await openArchive(":memory:")
  const says = (words: string, who: string, published: string) =>
    told(`{q:“${words}.”} {c:said} {s:${who}}.`, { published })
  const second = says("Two", "Hugo Prado", "2024-03-02")
  for (const report of [
    says("One", "Hugo Prado", "2024-03-01"),
    second,
    says("Three", "Luisa Prado", "2024-03-03"),
    says("Four", "Prado", "2024-03-04"),
  ])
    await addRecord(other, report)
  const signed = { by: "Ada Lund", reason: "father and son" }
  await splitIdentity(other, 1, await actorsIn(other, 1, second.report.id), "Hugo Prado Jr", signed)
  const { rows, meant } = await said(other, { who: "Prado" })
  expect(rows.map(({ content }) => content)).toEqual(["“Four.”", "“Three.”", "“Two.”", "“One.”"])
  expect(meant![0]!.people.map(({ name }) => name)).toEqual(["Hugo Prado", "Luisa Prado", "Prado", "Hugo Prado Jr"])
  await other.close()
})
