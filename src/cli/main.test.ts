import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { onrecordIn } from "../../test/onrecord.js"
import { version } from "../version.js"

const folder = mkdtempSync(join(tmpdir(), "onrecord-"))
const command = ["--import", import.meta.resolve("tsx"), join(import.meta.dirname, "main.ts")]

afterAll(() => rmSync(folder, { recursive: true }))

/** As a process of its own; where nothing but what it prints is asked, the command runs within this one. */
function ownProcess(args: readonly string[], input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  })
  return { status, stdout, stderr }
}

const onrecord = (args: readonly string[]) => onrecordIn(folder, args)

const pathsIn = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).report.provenance.path)

test("every file gives a line, in the order given; one that is missing is named and costs the exit code", async () => {
  for (const name of ["b.txt", "a.txt", "c.txt", "d.txt"]) writeFileSync(join(folder, name), `This is ${name}.\n`)
  const all = await onrecord(["read", "--json", "b.txt", "a.txt", "d.txt", "c.txt", "--threads", "2"])
  expect(all).toMatchObject({ status: 0, stderr: "" })
  expect(pathsIn(all.stdout)).toEqual(["b.txt", "a.txt", "d.txt", "c.txt"])

  const some = await onrecord(["read", "--json", "b.txt", "gone.txt", "a.txt"])
  expect(some.status).toBe(1)
  expect(some.stderr).toMatch(/^onrecord: gone\.txt: .+\n$/)
  expect(pathsIn(some.stdout)).toEqual(["b.txt", "a.txt"])
})

test("standard input and folders are read, with the way back on request", async () => {
  const piped = ownProcess(["read", "-", "--json"], "The river froze.")
  expect(JSON.parse(piped.stdout).report.text).toBe("The river froze.")
  mkdirSync(join(folder, "week"))
  writeFileSync(
    join(folder, "week", "monday.html"),
    "<html><body><article><p>Fish &amp; chips were sold.</p></article></body></html>",
  )
  const { stdout } = await onrecord(["read", "--json", "--origin", "week"])
  expect(JSON.parse(stdout).report.origin).toBeDefined()
  expect((await onrecord(["read", "--marked", "week"])).stdout).toContain("Fish & chips were sold.")
})

test("a feed gives a line per item, a table one per row; an address in this machine is refused", async () => {
  writeFileSync(
    join(folder, "feed.xml"),
    "<rss version='2.0'><channel><title>Dorn Courier</title><item><guid>1</guid><description>Lopez left.</description></item><item><guid>2</guid><description>Reed left.</description></item></channel></rss>",
  )
  writeFileSync(join(folder, "news.csv"), "text;publisher\nReed stayed.;Talvera Post\nbroken\n")
  const { status, stdout, stderr } = await onrecord(["read", "--json", "feed.xml", "http://127.1/news", "news.csv"])
  const reports = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).report)
  expect(reports.map(({ text, publisher }) => `${publisher}: ${text}`)).toEqual([
    "Dorn Courier: Lopez left.",
    "Dorn Courier: Reed left.",
    "Talvera Post: Reed stayed.",
  ])
  expect(status).toBe(1)
  expect(stderr.trim().split("\n")).toEqual([
    "onrecord: http://127.1/news: not read, because it lies in a private network or this machine",
    expect.stringMatching(/^onrecord: news\.csv, row 3: it has 1 cells/),
  ])
})

test("wrong usage is 2 and says what is wrong", async () => {
  for (const args of [["red"], ["read", "-", "--threads", "no"], ["read", "-", "--json", "--marked"]]) {
    const { status, stderr } = await onrecord(args)
    expect({ args, status }).toEqual({ args, status: 2 })
    expect(stderr).not.toBe("")
  }
})

test("version and schema", async () => {
  expect(await onrecord(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` })
  const { $schema, required } = JSON.parse((await onrecord(["schema"])).stdout)
  expect($schema).toBe("https://json-schema.org/draft/2020-12/schema")
  expect(required).toContain("statements")
})

test("a pipe that closes early is no error", async () => {
  const line = `${JSON.stringify({ text: "The river froze. ".repeat(20) })}\n`
  writeFileSync(join(folder, "many.jsonl"), line.repeat(500))
  const child = spawn(process.execPath, [...command, "read", "--json", "many.jsonl"], { cwd: folder })
  let stderr = ""
  child.stderr.on("data", (piece) => {
    stderr += piece
  })
  await once(child.stdout, "data")
  child.stdout.destroy()
  const [status] = await once(child, "exit")
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
})
