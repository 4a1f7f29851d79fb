import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { makeProgram } from "../../src/cli/program.js"
import { type Block, matches, type Page, readPages, type Step, stepsOf } from "./pages.js"
import { checkTypes, runProgram } from "./programs.js"
import { openTerminal, type Terminal } from "./terminal.js"

// Every command of the README and the manual is run, and prints what stands there; every program compiles, runs and
// prints. A page is read from top to bottom in a folder of its own that holds examples/ and, so that not every page
// has to begin with it, the archive that the first command of docs/archive.md makes.
//
// DOCS=write npx vitest run test/docs puts what is printed into the pages; shorten it there with "…".

const root = join(import.meta.dirname, "..", "..")
const folder = mkdtempSync(join(tmpdir(), "onrecord-docs-"))
const pages = readPages()
const rewriting = process.env.DOCS === "write"

/** What goes on until it is stopped: it is, at the end of its page. */
const staying = /^onrecord (?:serve|watch(?!.* --once)|mcp)\b(?!.* --help)/

const surroundings: { [variable: string]: string | undefined } = { NO_COLOR: "1", COLUMNS: "80" }

beforeAll(async () => {
  for (const [name, value] of Object.entries(surroundings)) {
    surroundings[name] = process.env[name]
    process.env[name] = value
  }
  const terminal = openTerminal(folderOf("first"))
  const { code } = await terminal.run(makesArchive())
  expect(code).toBe(0)
}, 120_000)

afterAll(() => {
  for (const [name, value] of Object.entries(surroundings)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  rmSync(folder, { recursive: true })
})

for (const page of pages) describe(page.path, () => testPage(page))

function testPage({ path, blocks }: Page) {
  const here = folderOf(path.replace(/\W/g, "-"))
  const rewritten: { step: Step; printed: string }[] = []
  let terminal: Terminal

  beforeAll(() => {
    if (path !== "docs/archive.md") copyFileSync(join(folder, "first", "onrecord.db"), join(here, "onrecord.db"))
    terminal = openTerminal(here)
  })
  afterAll(async () => {
    await terminal.close()
    if (rewritten.length > 0) rewrite(path, rewritten)
  })

  test("its blocks say what they are", () => {
    const odd = blocks.filter(({ language }) => language === "" || /^(?:sh|bash|shell|zsh)$/.test(language))
    // What installs cannot be run here.
    expect(path === "README.md" ? [] : odd).toEqual([])
  })

  blocks.forEach((block, n) => {
    if (block.file) {
      test(`line ${block.line}: ${block.file}`, () =>
        writeFileSync(join(here, block.file), `${block.lines.join("\n")}\n`))
    } else if (block.language === "ts") {
      test(`line ${block.line}: a program`, async () => {
        const after = blocks[n + 1]
        const printed = await runProgram(here, block)
        expectPrinted(after?.language === "text" ? after.lines : [], printed)
      })
    } else if (block.language === "console") {
      for (const step of stepsOf(block)) testStep(step)
    }
  })

  function testStep(step: Step) {
    test(`line ${step.line}: ${step.command}`, async () => {
      if (staying.test(step.command)) {
        const printed = await terminal.start(step.command, (so) => matches(step.wanted, so))
        return expectPrinted(step.wanted, printed)
      }
      const { printed, code } = await terminal.run(step.command)
      if (rewriting && !matches(step.wanted, printed)) rewritten.push({ step, printed })
      else expectPrinted(step.wanted, printed)
      // A page that shows how a command fails says so with `; echo $?`.
      expect(code, "exit code").toBe(0)
    })
  }
}

test("every program of the pages compiles", () => {
  const programs = pages.flatMap(({ path, blocks }) =>
    blocks.filter(({ language }) => language === "ts").map((block): [string, Block] => [path, block]),
  )
  expect(checkTypes(join(folder, "types"), programs)).toBe("")
}, 60_000)

test("every command stands in the manual, and every option that a page names is there", () => {
  const prose = pages.map(({ path }) => readFileSync(join(root, path), "utf8")).join("\n")
  const named = [...prose.matchAll(/(?:^|[`$|] ?|npx )onrecord ([a-z]+)([^`\n]*)/gm)]
  const commands = new Map(makeProgram().commands.map((command) => [command.name(), command]))
  const mentioned = new Set(named.map(([, name]) => name))
  expect([...commands.keys()].filter((name) => !mentioned.has(name))).toEqual([])
  const unknown = named.flatMap(([, name = "", rest = ""]) => {
    const options = commands.get(name)?.options.flatMap(({ long, short }) => [long, short]) ?? []
    const own = rest.split("|")[0]!
    const used = [...own.matchAll(/(?<=\s)--[a-z-]+/g)].map(([option]) => option)
    if (!commands.has(name)) return [name]
    return used.filter((option) => option !== "--help" && !options.includes(option)).map((one) => `${name} ${one}`)
  })
  expect(unknown).toEqual([])
})

test("every link from page to page leads somewhere", () => {
  const broken = pages.flatMap(({ path }) => {
    const text = readFileSync(join(root, path), "utf8")
    return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, file = "", part]) => {
      const target = file === "" ? path : join(dirname(path), file)
      if (!existsSync(join(root, target))) return [`${path}: ${link}`]
      return part && !partsOf(readFileSync(join(root, target), "utf8")).has(part) ? [`${path}: ${link}`] : []
    })
  })
  expect(broken).toEqual([])
})

/** "## How often it is right" → "how-often-it-is-right" */
const partsOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  )

function expectPrinted(wanted: readonly string[], printed: string) {
  // Only where they differ are the two laid side by side: the "…" would count as a difference.
  if (!matches(wanted, printed)) expect(printed).toBe(wanted.map((line) => `${line}\n`).join(""))
}

function makesArchive(): string {
  const blocks = pages.find(({ path }) => path === "docs/archive.md")?.blocks ?? []
  const first = blocks.filter(({ language }) => language === "console").flatMap(stepsOf)[0]
  if (!first?.command.startsWith("onrecord add ")) throw new Error("docs/archive.md begins with: $ onrecord add …")
  return first.command
}

function folderOf(name: string): string {
  const here = join(folder, name)
  mkdirSync(here, { recursive: true })
  cpSync(join(root, "examples"), join(here, "examples"), { recursive: true })
  return here
}

function rewrite(path: string, steps: readonly { readonly step: Step; readonly printed: string }[]) {
  const lines = readFileSync(join(root, path), "utf8").split("\n")
  for (const { step, printed } of steps.toReversed()) {
    lines.splice(step.from, step.to - step.from, ...printed.split("\n").slice(0, -1))
  }
  writeFileSync(join(root, path), lines.join("\n"))
}
