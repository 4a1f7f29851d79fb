import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import {
  type Accepted,
  acceptedEntry,
  type Change,
  changesSince,
  movesSince,
  readAccepted,
  writeAccepted,
} from "./accepted.js"
import { archiveLines } from "./archive.js"
import { countsText } from "./counts.js"
import { readLines } from "./lines.js"
import { markedRecords, markedSet } from "./marked-set.js"
import { measuredSet, writeMeasured } from "./measured.js"
import { outletText } from "./outlets.js"
import { annotatedSets, corpora, plainTexts, type ScoredSet } from "./sets.js"
import { repeated, speedText, startUpText } from "./speed.js"

const usage = `npm run bench                 how well and how fast reports are read
npm run bench -- examples     accuracy on our own marked reports only
npm run bench -- accuracy     accuracy on every set there is
npm run bench -- speed        reports and words a second, start-up, memory
npm run bench -- archive      adding reports to an archive and asking it: speed, size, memory
npm run bench -- counts       what our own reports hold; nothing is read
  --accept                    keep this accuracy as the one to compare with
  --readouts COUNT|all        how many White House readouts to read (120)
  --every                     print every gained and lost line, not the first 15 of each
  --no-build                  measure dist/ as it is
  --statements COUNT          how many statements the archive holds (20000)
  --keep FILE                 the archive is kept there, and a later run goes on from it

ONRECORD="npx onrecord" measures another command line.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accept: { type: "boolean", default: false },
    every: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
    "no-build": { type: "boolean", default: false },
    keep: { type: "string" },
    readouts: { type: "string", default: "120" },
    statements: { type: "string", default: "20000" },
  },
})
const [what = "all", ...extra] = positionals
const readouts = values.readouts === "all" ? Number.POSITIVE_INFINITY : Number(values.readouts)
const statements = Number(values.statements)

if (
  values.help ||
  extra.length ||
  !["all", "examples", "accuracy", "speed", "archive", "counts"].includes(what) ||
  !(readouts > 0) ||
  !(Number.isInteger(statements) && statements > 0)
) {
  console.error(usage)
  process.exit(values.help ? 0 : 2)
}
if (what === "counts" || what === "all") printCounts()
if (what === "counts") process.exit()
if (what === "archive") {
  console.log(`an archive of ${statements} statements, generated`)
  for await (const line of archiveLines(statements, values.keep)) console.log(line)
  process.exit()
}
if (!process.env.ONRECORD && !values["no-build"]) {
  spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" })
}
if (!process.env.ONRECORD && !existsSync("dist/cli/main.js")) {
  console.error("There is no dist/cli/main.js to measure: npm run build")
  process.exit(1)
}

const ownSets = [markedSet("examples"), markedSet("corpus/test")].flatMap((set) => set ?? [])
if (what === "examples") await printAccuracy(ownSets)
if (what === "accuracy" || what === "all") await printAccuracy([...ownSets, ...annotatedSets(readouts)])
if (what === "speed" || what === "all") await printSpeed()

function printCounts(): void {
  for (const folder of ["corpus/train", "corpus/test"]) {
    const records = markedRecords(folder).map(({ record }) => record)
    const lines = countsText(records, folder === "corpus/train")
    console.log(`\nwhat ${folder} holds\n${lines.join("\n")}`)
  }
}

async function printAccuracy(sets: readonly ScoredSet[]): Promise<void> {
  const before = readAccepted()
  const after: { [set: string]: Accepted[string] } = { ...before }
  const changes: Change[] = []
  for (const set of sets) {
    const score = await set.score()
    const { rows, lines, outcomes, outlets = [] } = score
    console.log(`\n${set.name}\n${[...lines, ...outlets.map(outletText)].join("\n")}`)
    const moves = movesSince(before[set.name], rows)
    if (moves) console.log(`against the accepted score: ${moves}`)
    changes.push(...changesSince(before[set.name], outcomes))
    after[set.name] = acceptedEntry(rows, outcomes)
    if (values.accept && set.name === measuredSet) writeMeasured(score)
  }
  printChanges(changes)
  if (values.accept) {
    writeAccepted(after)
    console.log("\nbench/accepted.json now holds this accuracy.")
  }
}

function printChanges(changes: readonly Change[]): void {
  for (const direction of ["gained", "lost"] as const) {
    const lines = changes.filter((change) => change.what === direction)
    const shown = values.every ? lines : lines.slice(0, 15)
    console.log(`\n${direction} since the accepted score: ${lines.length}`)
    for (const { report, words } of shown) console.log(`${direction.padEnd(6)}  ${report}  ${words}`)
    if (shown.length < lines.length) console.log(`… and ${lines.length - shown.length} more: --every`)
  }
}

async function printSpeed(): Promise<void> {
  console.log(`\nspeed\n${await startUpText()}`)
  console.log(await speedText("our examples, repeated", repeated(plainTexts("examples"), 120)))
  const newswire = `${corpora}/newswire/reports.jsonl.gz`
  if (!existsSync(newswire)) return
  const reports = readLines<{ readonly text: string }>(newswire).slice(0, 200)
  console.log(await speedText("newswire, the first 200", [...new Set(reports.map(({ text }) => text))]))
}
