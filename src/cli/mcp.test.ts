import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "@modelcontextprotocol/client"
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio"
import { afterAll, beforeAll, expect, test } from "vitest"
import { askedArchive } from "../../test/asked-archive.js"
import { addRecord } from "../archive/index.js"
import { questions } from "../asking/questions.js"
import { recordFromMarked } from "../marked/read.js"

// As an assistant does it: the command is started, and spoken to over its standard input and output.

const folder = mkdtempSync(join(tmpdir(), "onrecord-mcp-"))
const path = join(folder, "onrecord.db")
const client = new Client({ name: "a test", version: "1" })
let told = ""

beforeAll(async () => {
  const archive = await askedArchive(path)
  const bare = recordFromMarked("{q1:“No,”} {c1:said} {s1:Tom Reed}.\n\n{q2:It rained}, {s2:he} {c2:said}.")
  await addRecord(archive, { ...bare, report: { ...bare.report, id: "e".repeat(64) } })
  await archive.close()
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "main.ts"), "mcp", "--archive", path],
    stderr: "pipe",
  })
  transport.stderr?.on("data", (bytes) => {
    told += bytes
  })
  await client.connect(transport)
}, 60_000)
afterAll(async () => {
  await client.close()
  rmSync(folder, { recursive: true })
  expect(told).toBe("")
})

async function ask(name: string, given: { readonly [parameter: string]: unknown }) {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: given })
  const [first] = content as { readonly text: string }[]
  return { text: first!.text, isError: isError === true, rows: (structuredContent as { rows?: object[] })?.rows }
}

test("every question is a tool that only reads, and says what it is for and what it takes", async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(questions.map(({ name }) => name))
  for (const { name, description = "", annotations, inputSchema } of tools) {
    expect(annotations, name).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false })
    expect(description.length, name).toBeGreaterThan(60)
    const parameters = Object.values(inputSchema.properties ?? {}) as { readonly description?: string }[]
    expect(parameters.filter((parameter) => !parameter.description)).toEqual([])
  }
  const page = readFileSync(new URL("../../docs/assistant.md", import.meta.url), "utf8")
  expect(tools.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([])
  expect(client.getServerVersion()).toMatchObject({ name: "onrecord" })
  expect(client.getInstructions()).toContain("never “X said”")
})

test("a statement comes with outlet, day, remove and link", async () => {
  const { text, rows } = await ask("said", { who: "Aldarondo", about: "Vallonda", limit: 2 })
  expect(text).toMatch(/^[0-9a-f]{8}#s\d+ {2}The Oriel Gazette reported on 2024-09-19 that\n/)
  expect(text).toMatch(/\[(?:first|second)-hand\]/)
  expect(text).toMatch(/https:\/\/\S+|no address/)
  expect(text).toContain('(there is more: ask again with cursor "')
  expect(rows).toMatchObject([{ outlet: "The Oriel Gazette", date: "2024-09-19", remove: expect.any(Number) }, {}])
})

test("what a report does not tell is said to be missing", async () => {
  const { text } = await ask("said", { who: "Reed" })
  expect(text).toContain("a report (no date) says that")
  expect(text).toContain("(no address)")
  expect(text).toContain("[first-hand]")
})

test("when two last spoke is the first of the newest, and a silence stands beside it", async () => {
  const { text } = await ask("contacts", { who: "Aldarondo", other: "Dragan", newest: true, limit: 1 })
  expect(text).toMatch(/^2024-09-25 {2}● [\s\S]+phone call took place/)
  const all = await ask("contacts", { who: "Aldarondo", other: "Vallonda" })
  expect(all.text).toContain("did not take place")
  expect(all.text).toContain("┊ nobody in the Vallonda government had telephoned her")
})

test("a quotation is checked, an entry shown, a report read", async () => {
  const { text } = await ask("check", { words: "Ask the birds. They have the better line." })
  expect(text).toContain("[-birds-] {+clouds+}")
  const id = /[0-9a-f]{8}#s\d+/.exec(text)![0]
  expect((await ask("show", { entry: id })).text).toContain("through whose mouths it came")
  const { text: report } = await ask("report", { report: id.slice(0, 8) })
  expect(report).toContain("The Oriel Gazette")
  expect(report).toContain("Its text:\n│ ")
})

test("every tool answers", async () => {
  const given: { readonly [name: string]: { readonly [parameter: string]: unknown } } = {
    about: { who: "Vallonda" },
    asked: { who: "Aldarondo" },
    search: { words: "river", kind: "indirect" },
    "search-reports": { words: "sabalo" },
    facets: { words: "river" },
    who: { firstHand: true },
    people: { name: "Vallonda" },
    reports: { since: "2024-06-01" },
    audit: { by: "month" },
  }
  for (const [name, parameters] of Object.entries(given)) {
    const { text, isError } = await ask(name, parameters)
    expect(isError, `${name}: ${text}`).toBe(false)
    expect(text.length, name).toBeGreaterThan(10)
    expect(text, name).not.toContain("undefined")
  }
})

test("nothing found says in what, and a mistake is told in words", async () => {
  expect((await ask("said", { who: "Nobody Anywhere" })).text).toMatch(
    /nobody in the archive goes by “Nobody Anywhere”[\s\S]+nothing found in 8 reports from 2023-05-17 to 2024-09-26/,
  )
  expect(await ask("show", { entry: "0123456789#s1" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("no report"),
  })
  expect(await ask("who", { cursor: "x" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("not a cursor"),
  })
  expect(await ask("said", { who: "Reed", since: "yesterday" })).toMatchObject({
    isError: true,
    text: expect.stringContaining("a day such as 2021-03-04"),
  })
  expect(await ask("said", { person: "Reed" })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/who|person/),
  })
})
