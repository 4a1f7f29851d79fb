import { type ChildProcess, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll } from "vitest"
import { type Archive, addRecord, findIdentity, openArchive, settleMembership } from "../../src/archive/index.js"
import { recordFromMarked } from "../../src/marked/read.js"
import type { Record } from "../../src/record.js"

// The built command with an archive of our own reports, and a real browser in front.

const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url))
const reports = ["interview", "briefing", "dockers", "glacier", "readout", "tramline"] as const
const readouts = ["2024-02-06", "2024-05-14", "2024-06-12", "2024-08-21", "2024-09-26"]
const idOf = (name: string) => createHash("sha256").update(name).digest("hex")

export const pathOf = (name: (typeof reports)[number]): string => `/reports/${idOf(name).slice(0, 12)}`

const folder = mkdtempSync(join(tmpdir(), "onrecord-e2e-"))
let server: ChildProcess
let browser: Browser
export let address = ""

beforeAll(async () => {
  const path = join(folder, "archive.db")
  const archive = await openArchive(path)
  for (const name of reports) await addRecord(archive, exampleRecord(name))
  for (const name of readouts) await addRecord(archive, exampleRecord(`timeline/${name}`))
  // No readout says whom the river commissioner speaks for; somebody who knows has said so.
  const [member, body] = [await numberOf(archive, "Ilinca Moraru"), await numberOf(archive, "Vallonda")]
  const speaking = { member, body, basis: "confirmed", from: null, to: null } as const
  await settleMembership(archive, speaking, { by: "Ada Lund", reason: "Vallonda's river commissioner" })
  await archive.close()
  server = spawn(process.execPath, [command, "serve", "--archive", path, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  address = await addressOf(server)
  // Debian's Chromium; as root, as in a container, it does not run in its own sandbox.
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] })
})

afterAll(async () => {
  await browser.close()
  server.kill("SIGTERM")
  const [code] = await once(server, "exit")
  rmSync(folder, { recursive: true })
  if (code !== 0) throw new Error(`the server ended with ${code}`)
})

async function numberOf(archive: Archive, name: string): Promise<number> {
  const found = await findIdentity(archive, name)
  if (found.kind !== "one") throw new Error(`${name} is nobody or several`)
  return found.identity.number
}

function exampleRecord(name: string): Record {
  const read = recordFromMarked(readFileSync(new URL(`../../examples/${name}.marked.txt`, import.meta.url), "utf8"))
  return { ...read, report: { ...read.report, id: idOf(name), url: `https://news.example/${name}` } }
}

/** What the command says once it can be asked. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  const [said] = await once(stdout!, "data")
  const [found] = /http:\/\/[\d.:]+/.exec(String(said)) ?? []
  if (found === undefined) throw new Error(`no address in: ${said}`)
  return found
}

export interface Opened {
  readonly page: Page
  /** what the browser complained of: scripts that broke, what the policy forbade */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export interface Opening {
  readonly width?: number
  readonly colorScheme?: "light" | "dark"
  readonly javaScriptEnabled?: boolean
  readonly clipboard?: boolean
}

export async function open(path: string, { width = 1440, clipboard = false, ...how }: Opening = {}): Promise<Opened> {
  const context = await browser.newContext({
    ...how,
    viewport: { width, height: 800 },
    reducedMotion: "reduce",
    ...(clipboard ? { permissions: ["clipboard-read", "clipboard-write"] } : {}),
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  page.on("pageerror", (error) => errors.push(error.message))
  await page.goto(address + path)
  return { page, errors, close: () => context.close() }
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe-core finds wrong: rule and place. */
export async function problemsOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`)
  const { violations } = found as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
