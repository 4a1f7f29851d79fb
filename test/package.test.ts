import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

// The package as its users get it: packed, and installed into an empty folder. Nothing of this project's npm
// settings may help: its .npmrc does not travel with the package.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
const folder = mkdtempSync(join(tmpdir(), "onrecord-"))
const root = join(import.meta.dirname, "..")
const text = "“We will appeal,” Maria Lopez told reporters on Monday.\n"

const run = (command: string, args: readonly string[], cwd = folder) =>
  execFileSync(command, args, { cwd, env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })

beforeAll(() => {
  const packed = join(folder, "packed")
  mkdirSync(packed)
  run("npm", ["pack", "--pack-destination", packed], root)
  writeFileSync(join(folder, "package.json"), '{ "name": "elsewhere", "private": true, "type": "module" }\n')
  const [tarball] = readdirSync(packed)
  run("npm", ["install", join(packed, tarball!), "--prefer-offline", "--no-audit", "--no-fund"])
  writeFileSync(join(folder, "report.txt"), text)
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000)

test("the installed command reads a file", () => {
  const record = JSON.parse(run("npx", ["--no-install", "onrecord", "read", "report.txt", "--json"]))
  expect(record).toMatchObject({ format: "onrecord/1", report: { text, language: "en" } })
})

test("the installed library reads a file", () => {
  const program = `
    import { read, readText } from "onrecord"
    for await (const record of read("report.txt")) console.log(JSON.stringify(record.report.text))
    console.log((await readText("Nothing was said.")).format)`
  const [first, second] = run(process.execPath, ["--input-type=module", "--eval", program]).trim().split("\n")
  expect(JSON.parse(first!)).toBe(text)
  expect(second).toBe("onrecord/1")
})

test("the installed command reads many files on worker threads", () => {
  const names = Array.from({ length: 8 }, (_, n) => `report-${n}.txt`)
  for (const name of names) writeFileSync(join(folder, name), `${text}\nThis is ${name}.\n`)
  const lines = run("npx", ["--no-install", "onrecord", "read", ...names, "--json", "--threads", "2"])
    .trim()
    .split("\n")
  expect(lines.map((line) => JSON.parse(line).report.provenance.path)).toEqual(names)
})
