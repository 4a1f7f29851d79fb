// Reads reports that nobody has marked and writes what it is sure of as if somebody had, to learn from once more.
// What it is unsure of is named too, and then neither wanted nor wrong. Lee 2013, pseudo-labels.
// Usage: tsx training/silver.ts OUT.jsonl COUNT LEFT_OUT.jsonl[.gz]… -- RAW.jsonl.gz…
// LEFT_OUT holds reports that the reader is measured with: these and their copies teach nothing.

import { createWriteStream } from "node:fs"
import { readLines } from "../bench/lines.js"
import { extract } from "../src/extract.js"
import { buildReport } from "../src/input/report.js"
import type { Record, Statement } from "../src/record.js"
import { goldOfRecord } from "../src/score/gold.js"

interface Raw {
  readonly url?: string
  readonly text: string
  readonly date?: string
}

/** From these confidences on something is taken for right. */
const sure = { statement: 0.8, speaker: 0.85, contact: 0.8 }

const words = { fewest: 150, most: 800 }

const [out, count, ...files] = process.argv.slice(2)
const divide = files.indexOf("--")
if (!out || !(Number(count) > 0) || divide < 0 || divide === files.length - 1) {
  console.error("usage: tsx training/silver.ts OUT.jsonl COUNT LEFT_OUT.jsonl[.gz]… -- RAW.jsonl.gz…")
  process.exit(2)
}
const measured = new Set(files.slice(0, divide).flatMap((file) => readLines<Raw>(file).map(openingOf)))
const sets = files.slice(divide + 1).map((file) => readLines<Raw>(file).filter(serves))
const all = sets.reduce((sum, set) => sum + set.length, 0)
const file = createWriteStream(out)
for (const set of sets) {
  const share = Math.round((Number(count) * set.length) / all)
  for (let i = 0; i < share; i++) {
    const raw = set[Math.floor((i * set.length) / share)]!
    const { text, date } = raw
    const record = await extract(buildReport({ text, ...(date ? { published: date } : {}) }))
    file.write(`${JSON.stringify(lessonOf(raw.url ?? openingOf(raw), record))}\n`)
  }
}
file.end()

function serves(raw: Raw): boolean {
  const length = raw.text.split(/\s+/).length
  const opening = openingOf(raw)
  const fresh = length >= words.fewest && length <= words.most && !measured.has(opening)
  measured.add(opening)
  return fresh
}

/** Copies begin alike. */
function openingOf({ text }: Raw): string {
  return text.replace(/\W+/g, "").slice(40, 160)
}

function lessonOf(id: string, record: Record) {
  const isSure = ({ confidence }: Statement) => confidence.statement >= sure.statement
  const statements = record.statements
    .filter(isSure)
    .map((statement) =>
      (statement.confidence.speaker ?? 0) >= sure.speaker ? statement : { ...statement, speakers: [] },
    )
  const contacts = record.contacts.filter(({ confidence }) => confidence >= sure.contact)
  const unsure = [
    ...record.statements.filter((statement) => !isSure(statement)).flatMap(({ cue, content }) => [...cue, content[0]!]),
    ...record.contacts.filter((contact) => !contacts.includes(contact)).map(({ evidence }) => evidence),
  ]
  return { ...goldOfRecord(id, { ...record, statements, contacts }), unsure }
}
