import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { GoldReport } from "../src/score/gold.js"
import type { Outcome } from "../src/score/outcomes.js"
import { scoreRecords } from "../src/score/records.js"
import { scoreLines } from "../src/score/resample.js"
import { speakerText } from "../src/score/speakers.js"
import type { Row } from "../src/score/tally.js"
import { readLines } from "./lines.js"
import { type OutletScore, outletScores, type Published } from "./outlets.js"
import { readTexts } from "./reader.js"
import { type PolnearReport, scorePolnear } from "./score-polnear.js"
import { type ReadoutLine, readoutText, scorableReadouts, scoreReadouts } from "./score-readouts.js"

/** Texts with right answers, and how they are scored. */
export interface ScoredSet {
  readonly name: string
  readonly score: () => Promise<Score>
}

export interface Score {
  readonly rows: readonly Row[]
  readonly lines: readonly string[]
  readonly outcomes: readonly Outcome[]
  /** of the outlets that have statements enough for a figure of their own */
  readonly outlets?: readonly OutletScore[]
}

/** Annotated reports that may stand beside the project; they are never part of it. */
export const corpora = "../shared/corpora"

export function annotatedSets(readouts: number): ScoredSet[] {
  const sets = [
    { name: "record/dev", path: `${corpora}/record/dev.jsonl`, score: scoreRecordFile },
    { name: "polnear/dev", path: `${corpora}/polnear/dev.jsonl.gz`, score: scorePolnearFile },
    {
      name: "whitehouse/readouts",
      path: `${corpora}/whitehouse/readouts.jsonl.gz`,
      score: (path: string) => scoreReadoutFile(path, readouts),
    },
  ]
  return sets
    .filter(({ path }) => existsSync(path))
    .map(({ name, path, score }) => ({ name, score: () => score(path) }))
}

export async function scoreGold(gold: readonly GoldReport[]): Promise<Score> {
  const { records } = await readTexts(new Map(gold.map(({ id, text }) => [id, text])))
  const { rows, speakers, outcomes } = scoreRecords(gold, records)
  return { rows, lines: [...scoreLines(rows), ...speakerText(speakers)], outcomes }
}

async function scoreRecordFile(path: string): Promise<Score> {
  const gold = readLines<GoldReport & Published>(path)
  const score = await scoreGold(gold)
  return { ...score, outlets: outletScores(gold, score.rows, "statement + speaker") }
}

async function scorePolnearFile(path: string): Promise<Score> {
  const reports = readLines<PolnearReport & Published>(path)
  const { records } = await readTexts(new Map(reports.map(({ id, text }) => [id, text])))
  const { rows, outcomes } = scorePolnear(reports, records)
  const outlets = outletScores(reports, rows, "found, source overlaps")
  return { rows, lines: scoreLines(rows), outcomes, outlets }
}

async function scoreReadoutFile(path: string, sample: number): Promise<Score> {
  const all = scorableReadouts(readLines<ReadoutLine>(path))
  const step = Math.max(1, all.length / sample)
  const readouts = all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
  const { records } = await readTexts(new Map(readouts.map(({ id, text }) => [id, text])))
  const score = scoreReadouts(readouts, records)
  const sampled = readouts.length < all.length ? `   (a sample of ${all.length}; --readouts all)` : ""
  return { rows: [], lines: [readoutText(score) + sampled], outcomes: score.outcomes }
}

export function plainTexts(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const texts = names.filter((name) => name.endsWith(".txt") && !name.endsWith(".marked.txt"))
  return texts.map((name) => readFileSync(join(folder, name), "utf8"))
}
