import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { askedArchive } from "../../test/asked-archive.js"
import { aboutCommand, askedCommand, contactsCommand, saidCommand, searchCommand, whoCommand } from "./ask.js"
import { checkCommand } from "./check.js"
import { showCommand } from "./show.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-ask-"))
const archive = join(folder, "onrecord.db")
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const opened = await askedArchive(archive)
  await opened.close()
})

let printed = ""
let told = ""
beforeEach(() => {
  printed = ""
  told = ""
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text
    return true
  })
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    told += text
    return true
  })
})

const lines = () =>
  printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))

test("an answer says which outlet reported it, when and at what remove, never that it was so", async () => {
  expect(await saidCommand("Aldarondo", { archive, to: "Dragan" })).toBe(0)
  expect(printed).toMatch(/^[0-9a-f]{8}#s8 {2}The Oriel Gazette reported on 2024-09-19 that\n/)
  expect(printed).toContain("Inés Aldarondo → Mihail Dragan  [first-hand]")
  expect(printed).toContain("│ a river keeps no minutes")
})

test("a contact is an object on a line, with names, tellings and what stands against it", async () => {
  expect(await contactsCommand("Aldarondo", "Dragan", { archive, json: true })).toBe(0)
  const [first] = lines()
  expect(first).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{8}#c1$/),
    between: ["Mihail Dragan", "Inés Aldarondo"],
    mode: "call",
    status: "happened",
    when: { from: "2024-02-06", to: "2024-02-06" },
    against: [],
    tellings: [
      {
        publisher: "Government of Vallonda",
        published: "2024-02-06",
        url: "https://government.vallonda.example/readouts/2024-02-06",
        evidence: expect.stringContaining("spoke by telephone today"),
        remove: 0,
      },
    ],
  })
})

test("between two, the last contact that is plainly reported stands at the end, with what was looked through", async () => {
  await contactsCommand("Aldarondo", "Dragan", { archive })
  expect(printed.trim().split("\n\n").at(-1)?.replace(/\s+/g, " ")).toMatch(
    /^Last reported contact: 2024-09-25, phone call took place \([0-9a-f]{8}#c1, Government of Vallonda 2024-09-26\)\. Looked through 7 reports from 2023-05-17 to 2024-09-26\.$/,
  )
  printed = ""
  await contactsCommand("Aldarondo", undefined, { archive })
  expect(printed).not.toContain("Last reported")
})

test("what did not happen stands behind a broken bar, with who says so", async () => {
  await contactsCommand("Aldarondo", "Vallonda", { archive })
  expect(printed).toMatch(/○ Vallonda and Inés Aldarondo: phone call did not\s+take\s+place/)
  expect(printed).toContain("┊ nobody in the Vallonda government had telephoned her")
  expect(printed).toContain("according to Inés Aldarondo, first-hand")
})

test("a table has every entry, and no cell that a spreadsheet runs", async () => {
  await whoCommand({ archive, csv: true, copies: "once" })
  const quoted = parse(printed, { columns: true })
  expect(quoted.length).toBeGreaterThan(10)
  printed = ""
  await searchCommand("the", { archive, csv: true })
  const found = parse<{ [column: string]: string }>(printed, { columns: true })
  expect(found.map(({ outlet }) => outlet)).toContain("'=HYPERLINK(1)")
  expect(found.filter((row) => Object.values(row).some((cell) => /^[=+@]/.test(cell)))).toEqual([])
})

test("a question's replies stand under it", async () => {
  await askedCommand("Aldarondo", { archive })
  expect(printed).toMatch(/if she would travel to Vallonda[\s\S]+turns away from it[\s\S]+to the weather/)
  printed = ""
  await askedCommand("Aldarondo", { archive, csv: true })
  const parts = parse<{ part: string }>(printed, { columns: true }).map(({ part }) => part)
  expect(new Set(parts)).toEqual(new Set(["question put", "question met", "reply"]))
})

test("a search tells how what it found is spread", async () => {
  await searchCommand("river", { archive })
  expect(printed).toContain("by outlet\n    The Oriel Gazette 3 and Government of Vallonda 1")
  printed = ""
  await searchCommand("sabalo", { archive, reports: true })
  expect(printed).toContain("Sábalo River")
})

test("words that are in no statement but in a report are said to be, with the option that finds them", async () => {
  await searchCommand("sabalo rice", { archive })
  expect(printed).toBe("")
  expect(told).toBe(
    "onrecord: no statement found in 7 reports from 2023-05-17 to 2024-09-26, but reports have these words: --reports finds them\n",
  )
  told = ""
  await searchCommand("zeppelin", { archive })
  expect(told).toBe("onrecord: nothing found in 7 reports from 2023-05-17 to 2024-09-26\n")
})

test("a quotation is found exactly, found altered, or not found in so many reports", async () => {
  await checkCommand("“Ask the clouds – they have the better line”", { archive })
  expect(printed).toMatch(/^Found exactly, in 1 place[\s\S]+Inés Aldarondo {2}\[second-hand\]/)
  printed = ""
  await checkCommand("Ask the birds. They have the better line.", { archive })
  expect(printed).toContain("Ask the [-birds-] {+clouds+} They have the better line")
  printed = ""
  await checkCommand("Cheese is the better part of the moon, I find", { archive })
  expect(printed).toMatch(/^This quotation: nothing found in 7 reports from 2023-05-17 to\s2024-09-26\.\n$/)
  printed = ""
  await checkCommand("Ask the clouds", { archive, csv: true })
  expect(parse(printed, { columns: true })).toMatchObject([{ verdict: "exact", remove: "2" }])
})

test("an entry is shown in its paragraph, with the chain of mouths", async () => {
  await checkCommand("Ask the clouds", { archive, json: true })
  const { id } = lines()[0].found[0].statement
  printed = ""
  expect(await showCommand(id, { archive })).toBe(0)
  expect(printed).toContain('⟦"Ask the clouds. They have the better')
  expect(printed).toMatch(
    /through whose mouths it came\n +Joaquín Peñalver {2}said {2}\[first-hand\]\n +Inés Aldarondo/,
  )
  printed = ""
  await showCommand(id.replace(/#.*/, "#c2"), { archive, csv: true })
  expect(parse(printed, { columns: true })).toMatchObject([
    { mode: "call", status: "not-happened", by: "Inés Aldarondo" },
  ])
})

test("nothing found says what was searched, beside the answer", async () => {
  expect(await aboutCommand("Nobody Atall", { archive, json: true })).toBe(0)
  expect(printed).toBe("")
  expect(told).toMatch(
    /^onrecord: nobody in the archive goes by “Nobody Atall”\nonrecord: nothing found in 7 reports from 2023-05-17 to 2024-09-26\n$/,
  )
})

test("an archive that is not there is named", async () => {
  expect(await saidCommand("Aldarondo", { archive: join(folder, "none.db") })).toBe(1)
  expect(told).toMatch(/none\.db: there is no archive here/)
})
