// Fits how far the network is believed (models/en/model.json, "decisions") on the reports kept from training.
// Usage: tsx training/tune.ts RECORD.jsonl POLNEAR.jsonl.gz   (the training files; see `isKept`)

import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { readLines } from "../bench/lines.js"
import { type PolnearReport, scorePolnear } from "../bench/score-polnear.js"
import { findActors } from "../src/actors/find.js"
import { findSpeakers } from "../src/actors/speakers.js"
import type { Decisions } from "../src/decisions.js"
import { interpret } from "../src/extract.js"
import { buildReport } from "../src/input/report.js"
import type { Record } from "../src/record.js"
import type { GoldReport } from "../src/score/gold.js"
import { compare, scoreRecords } from "../src/score/records.js"
import { isRightSpeaker } from "../src/score/speakers.js"
import { fScore, type Row } from "../src/score/tally.js"
import { type Context, findStatements } from "../src/statements/find.js"
import type { Tagged } from "../src/tagger/tagged.js"
import { loadTagger } from "../src/tagger/tagger.js"
import { findQuotations } from "../src/text/quotations.js"
import { findSentences } from "../src/text/sentences.js"
import { fitLogistic } from "./logistic.js"

/** As in data.py: one report in fourteen is kept from training. */
const isKept = ({ id }: { readonly id: string }): boolean =>
  BigInt(`0x${createHash("sha1").update(id).digest("hex")}`) % 14n === 0n

const [recordPath, polnearPath] = process.argv.slice(2)
if (!recordPath || !polnearPath) {
  console.error("usage: tsx training/tune.ts RECORD.jsonl POLNEAR.jsonl.gz")
  process.exit(2)
}
const record = readLines<GoldReport>(recordPath).filter(isKept)
const polnear = readLines<PolnearReport>(polnearPath).filter(isKept)
const cardPath = new URL("../models/en/model.json", import.meta.url)
const card = JSON.parse(readFileSync(cardPath, "utf8"))

interface Seen {
  readonly id: string
  readonly context: Omit<Context, "decisions">
  readonly tagged: Tagged
}

const tagger = await loadTagger()
const seen: Seen[] = []
for (const { id, text, date } of [...record, ...polnear] as { id: string; text: string; date?: string }[]) {
  const report = buildReport({ text, ...(date ? { published: date } : {}) })
  const { quotations } = findQuotations(text, report.paragraphs)
  const sentences = findSentences(text, report.paragraphs)
  const turns = (report.turns ?? []).map(({ span }) => span.start)
  const tagged = await tagger.tag(text, report.paragraphs, quotations, turns)
  seen.push({ id, context: { report, quotations, sentences }, tagged })
}

function recordsWith(decisions: Decisions): Map<string, Record> {
  return new Map(
    seen.map(({ id, context, tagged }) => {
      const entries = interpret({ ...context, decisions }, tagged)
      const head = {
        format: "onrecord/1",
        reader: { version: "", model: "" },
        report: context.report,
        notes: [],
      } as const
      return [id, { ...head, ...entries }]
    }),
  )
}

const of = (rows: readonly Row[], name: string): number => fScore(rows.find((row) => row.name === name)!.total)

/** What is worth most: finding, and the right speaker; then the rest. */
function worth(decisions: Decisions): number {
  const records = recordsWith(decisions)
  const { rows } = scoreRecords(record, records)
  const found =
    of(rows, "statements found") +
    of(rows, "statement + speaker") +
    of(scorePolnear(polnear, records).rows, "found, source overlaps")
  const rest = [
    "addressees",
    "second-hand",
    "answers",
    "response",
    "questions",
    "contacts: who",
    "contacts: who, status",
  ]
  return found + 0.2 * rest.reduce((sum, name) => sum + of(rows, name), 0)
}

const steps: { readonly [name in keyof Omit<Decisions, "calibration">]: readonly number[] } = {
  said: [0.45, 0.5, 0.55, 0.6],
  attributed: [0.7, 0.75, 0.8, 0.85, 0.9],
  speech: [0.3, 0.4, 0.5, 0.6],
  question: [0.3, 0.4, 0.5, 0.6],
  addressee: [0.3, 0.4, 0.5, 0.6],
  reply: [0.3, 0.4, 0.5, 0.6],
  contact: [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6],
  participant: [0.25, 0.3, 0.35, 0.4, 0.5],
  speaker: [0.3, 0.4, 0.45, 0.5, 0.55, 0.6],
}

let decisions: Decisions = { ...card.decisions, calibration: calibrate(card.decisions) }
let best = worth(decisions)
for (const [name, values] of Object.entries(steps)) {
  for (const value of values) {
    const tried = { ...decisions, [name]: value }
    const gained = worth(tried)
    if (gained > best) [decisions, best] = [tried, gained]
  }
  console.log(name, decisions[name as keyof typeof steps], best.toFixed(4))
}
decisions = { ...decisions, calibration: calibrate(decisions) }
writeFileSync(cardPath, `${JSON.stringify({ ...card, decisions }, null, 2)}\n`)
console.log(decisions)
const { rows } = scoreRecords(record, recordsWith(decisions))
for (const row of rows) console.log(row.name.padEnd(30), (100 * fScore(row.total)).toFixed(1))
for (const row of scorePolnear(polnear, recordsWith(decisions)).rows)
  console.log(row.name.padEnd(30), (100 * fScore(row.total)).toFixed(1))

/** Scores and whether they were right: of statements, and of speakers by how their source names them. */
function calibrate(current: Decisions): Decisions["calibration"] {
  const plain = { ...current, calibration: {}, speaker: 0 }
  const cases = new Map<string, [score: number, right: boolean][]>()
  const note = (what: string, score: number, right: boolean) => {
    if (!cases.has(what)) cases.set(what, [])
    cases.get(what)!.push([score, right])
  }
  const records = recordsWith(plain)
  for (const gold of record) {
    const { context, tagged } = seen.find(({ id }) => id === gold.id)!
    const drafts = findStatements({ ...context, decisions: plain }, tagged)
    const spoken = findSpeakers(
      gold.text,
      drafts,
      findActors(
        gold.text,
        tagged,
        drafts.flatMap(({ source }) => source),
      ),
    )
    const comparison = compare(gold, records.get(gold.id))
    for (const [j, statement] of comparison.statements.entries()) {
      if (!statement.why && !drafts[j]?.turn)
        note("statement", statement.confidence.statement, comparison.goldFor.has(j))
    }
    for (const i of comparison.hits) {
      const statement = comparison.statements[comparison.readFor.get(i)!]!
      const { form, candidates } = spoken.get(statement.id)!
      if (candidates[0]) note(form, candidates[0].share, isRightSpeaker(comparison, i))
    }
  }
  return Object.fromEntries([...cases].map(([what, list]) => [what, fitLogistic(list)]))
}
