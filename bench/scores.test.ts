import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { expect, test } from "vitest"
import type { Record } from "../src/record.js"
import { type GoldReport, spansOf } from "../src/score/gold.js"
import { scoreRecords } from "../src/score/records.js"
import { intervals } from "../src/score/resample.js"
import { speakerText } from "../src/score/speakers.js"
import { fixed, fScore, rowText } from "../src/score/tally.js"
import { inventedGold } from "./invented.js"
import { markedReports } from "./marked-set.js"
import { wrongReading } from "./misread.js"
import { type PolnearReport, scorePolnear } from "./score-polnear.js"
import { readoutText, scorableReadouts, scoreReadouts } from "./score-readouts.js"

// The measures exist twice: here, and in a script that knows nothing of this code. Both print the same figures.
const script = resolve("../shared/score/score.py")
const missing = !existsSync(script)
  ? "../shared/score/score.py is missing"
  : spawnSync("python3", ["--version"]).status !== 0
    ? "python3 is missing"
    : ""
const compare = test.skipIf(missing)
const unless = missing ? ` (skipped: ${missing})` : ""

const invented = [1, 2, 3, 4, 5, 6].flatMap((seed) => inventedGold.map((report) => edition(report, seed)))
const gold = [...invented, ...markedReports("examples")]
const records = new Map(gold.map((report, i) => [report.id, wrongReading(report, i + 1)]))

compare(`whole records score as score.py scores them${unless}`, () => {
  const { rows, speakers } = scoreRecords(gold, records)
  const ranges = intervals(rows)
  const lines = rows.slice(0, -4).map((row, i) => {
    const [low, high] = ranges[i]!
    return `${rowText(row)}   95 % of resamplings ${fixed(low, 0)}-${fixed(high, 0)}`
  })
  expect([...lines, ...speakerText(speakers)]).toEqual(scorePy("record", gold, [...records.values()]))
})

compare(`attributions score as score.py scores them${unless}`, () => {
  const reports = gold.map(attributionsOf)
  const { rows } = scorePolnear(reports, records)
  expect(rows.map(rowText)).toEqual(scorePy("polnear", reports, [...records.values()]))
})

compare(`readouts score as score.py scores them${unless}`, () => {
  const lines = gold.map(({ text }, i) => ({
    url: `https://example.org/readout/${i}`,
    title: "Readout of Director Ada Finer’s Call with Minister Jorge Ibarra of Tolmar",
    text: `${text}\n\nDirector Ada Finer called Jorge Ibarra.`,
  }))
  const readouts = scorableReadouts(lines)
  const read = new Map(readouts.map((readout, i) => [readout.id, callRecord(readout.text, i)]))
  expect(readouts.length).toBeGreaterThan(3)
  expect([readoutText(scoreReadouts(readouts, read))]).toEqual(scorePy("readouts", lines, [...read.values()]))
})

test("a perfect reading scores 100 everywhere", () => {
  const perfect = new Map(inventedGold.map((report) => [report.id, rightReading(report)]))
  const { rows, outcomes } = scoreRecords(inventedGold, perfect)
  expect(rows.filter((row) => row.total.gold && fScore(row.total) < 1).map((row) => row.name)).toEqual([])
  expect(outcomes.filter(({ found }) => !found)).toEqual([])
})

test("an exact half is printed with an even digit", () => {
  expect([6.25, 6.75, 0.5, 1.5, 12.34].map((value, i) => fixed(value, i < 2 ? 1 : i < 4 ? 0 : 1))).toEqual([
    "6.2",
    "6.8",
    "0",
    "2",
    "12.3",
  ])
})

/** The same report under another name, so that resampling has something to draw from. */
function edition(report: GoldReport, number: number): GoldReport {
  return { ...report, id: `${report.id}-${number}`, text: `${report.text}\n\nEdition ${number}` }
}

function scorePy(measure: string, lines: readonly object[], answers: readonly Record[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"))
  const write = (name: string, entries: readonly object[]): string => {
    const path = join(folder, name)
    writeFileSync(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""))
    return path
  }
  const args = [script, measure, write("gold.jsonl", lines), "--records", write("records.jsonl", answers)]
  const { stdout, stderr } = spawnSync("python3", args, { encoding: "utf8" })
  rmSync(folder, { recursive: true })
  if (stderr) throw new Error(stderr)
  return stdout.trimEnd().split("\n")
}

function attributionsOf({ id, text, statements }: GoldReport): PolnearReport {
  const points = (spans: GoldReport["statements"][number]["cue"]): (readonly [number, number])[] =>
    spansOf(spans).map(({ start, end }) => [[...text.slice(0, start)].length, [...text.slice(0, end)].length])
  const outermost = statements.filter((statement) => !statement.within)
  return {
    id,
    text,
    annotations: {
      ann: outermost.map(({ source, cue, content }) => ({
        source: points(source),
        cue: points(cue),
        content: points(content),
      })),
    },
  }
}

function callRecord(text: string, i: number): Record {
  const record = wrongReading({ id: "call", text, actors: {}, statements: [], contacts: [] }, i)
  const actor = (id: string, name: string) => ({
    id,
    name,
    kind: "person" as const,
    aliases: [],
    roles: [],
    mentions: [],
  })
  const start = text.indexOf("Director Ada")
  const evidence = { start, end: start + (i % 4 === 3 ? 8 : 37) }
  return {
    ...record,
    actors: [actor("a1", "Ada Finer"), actor("a2", i % 3 ? "Jorge Ibarra" : "Ibarra Finer")],
    contacts: [
      { id: "c1", between: ["a1", "a2"], mode: i % 2 ? "call" : "meet", status: "happened", evidence, confidence: 1 },
    ],
  }
}

function rightReading(gold: GoldReport): Record {
  const record = wrongReading({ ...gold, statements: [], contacts: [] }, 1)
  return {
    ...record,
    actors: Object.entries(gold.actors).map(([id, actor]) => ({
      ...actor,
      id,
      aliases: [...actor.aliases],
      roles: [],
      mentions: [],
    })),
    statements: gold.statements.map((wanted) => ({
      id: wanted.id,
      kind: wanted.kind,
      content: wanted.content,
      cue: spansOf(wanted.cue),
      source: spansOf(wanted.source),
      speakers: wanted.speaker ? [wanted.speaker] : [],
      addressees: wanted.addressees,
      act: wanted.question ? "ask" : wanted.speech ? "say" : "hope",
      polarity: wanted.negated ? "negated" : "asserted",
      setting: { ...(wanted.via ? { via: wanted.via } : {}), ...(wanted.when ? { when: wanted.when } : {}) },
      ...(wanted.within ? { within: wanted.within } : {}),
      ...(wanted.answers ? { answers: wanted.answers, response: "answer" } : {}),
      remove: 1,
      figures: wanted.figures.map((figure) => {
        const start = gold.text.indexOf(figure)
        return { text: { start, end: start + figure.length } }
      }),
      about: [],
      confidence: { statement: 1, speaker: 1 },
    })),
    contacts: gold.contacts.map(({ evidence, between, when, mode, status }, i) => {
      const start = gold.text.indexOf(when)
      const told = when ? { when: { start, end: start + when.length } } : {}
      return { id: `c${i}`, between, mode, status, evidence, ...told, confidence: 1 }
    }),
  }
}
