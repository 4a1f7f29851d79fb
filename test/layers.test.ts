import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, sep } from "node:path"
import { expect, test } from "vitest"

// Who may import whom: a folder of src, or a file that stands alone in it, and what it may import besides itself.
// "type tagger" allows the types only.
const entries = ["text", "record", "decisions", "type tagger"]
const allowed: { readonly [part: string]: readonly string[] } = {
  text: [],
  version: [],
  record: ["text"],
  words: ["record"],
  decisions: [],
  // Web servers are told which version visits them.
  input: ["text", "record", "version"],
  tagger: ["text", "record", "decisions"],
  // Four stages in a row, each of which may look at what those before it found.
  statements: entries,
  actors: [...entries, "statements"],
  exchanges: [...entries, "statements", "actors"],
  contacts: [...entries, "statements", "actors", "exchanges"],
  compose: [...entries, "statements", "actors", "exchanges", "contacts"],
  extract: ["text", "record", "version", "tagger", "statements", "actors", "exchanges", "contacts", "compose"],
  marked: ["text", "record"],
  // Every export says which version wrote it.
  export: ["text", "record", "version"],
  score: ["text", "record"],
  archive: ["text", "record"],
  audit: ["type archive"],
  asking: ["text", "record", "archive", "audit", "type export"],
  feeds: ["record", "words", "type archive"],
  pool: ["record", "input", "extract"],
  // The library's door, and the edges: what they need, never each other's insides.
  index: ["text", "record", "version", "input", "extract", "marked", "export", "pool"],
  cli: [
    "text",
    "record",
    "words",
    "version",
    "input",
    "extract",
    "marked",
    "export",
    "score",
    "archive",
    "asking",
    "audit",
    "feeds",
    "pool",
    "server",
  ],
  server: [
    "text",
    "record",
    "words",
    "version",
    "input",
    "extract",
    "marked",
    "export",
    "archive",
    "asking",
    "asking",
    "audit",
    "feeds",
    "pool",
    "web",
  ],
  web: ["text", "record", "words", "marked", "export"],
}

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const src = join(import.meta.dirname, "..", "src")

/** "src/cli/main.ts" is part of cli, "src/extract.ts" is the part extract. */
const partOf = (path: string) =>
  relative(src, path)
    .split(sep)[0]!
    .replace(/\.(ts|js|tsx)$/, "")

function importsOf(file: string): Import[] {
  const code = readFileSync(file, "utf8")
  const found: Import[] = []
  // import … from "./x.js", export … from "./x.js", import "./x.js", import("./x.js")
  const importing =
    /^\s*(import|export)\s+(type\b)?(?:[^"';]*?\bfrom\s+)?["'](\.[^"']+)["']|\bimport\(\s*["'](\.[^"']+)["']/gm
  for (const [, , type, path, dynamicPath] of code.matchAll(importing)) {
    const to = partOf(join(dirname(file), path ?? dynamicPath ?? ""))
    found.push({ file: relative(src, file), from: partOf(file), to, typeOnly: type !== undefined })
  }
  return found
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => join(src, path))

test("every folder of src has its row in the table", () => {
  expect([...new Set(files.map(partOf))].filter((part) => !(part in allowed))).toEqual([])
})

test("imports go one way", () => {
  const forbidden = files
    .flatMap(importsOf)
    .filter(({ from, to }) => from !== to)
    .filter(({ from, to, typeOnly }) => {
      const may = allowed[from] ?? []
      return !may.includes(to) && !(typeOnly && may.includes(`type ${to}`))
    })
  expect(forbidden.map(({ file, to }) => `${file} imports ${to}`)).toEqual([])
})

test("the imports are seen at all", () => {
  const seen = files.flatMap(importsOf).map(({ file, to }) => `${file} imports ${to}`)
  expect(seen).toContain(`${join("cli", "read.ts")} imports pool`)
  expect(seen).toContain(`${join("pool", "worker.ts")} imports extract`)
})
