import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { extract, interpret } from "../extract.js"
import { buildReport } from "../input/report.js"
import { readMany } from "../pool/read-many.js"
import type { Record, Report } from "../record.js"
import { findQuotations } from "../text/quotations.js"
import { findSentences } from "../text/sentences.js"
import type { Runtime } from "./runtime.js"
import { loadTagger, type Tagger } from "./tagger.js"

const names = ["briefing", "dockers", "glacier", "interview", "readout", "tramline"]
const reports = names.map((name) =>
  buildReport({ text: readFileSync(`examples/${name}.txt`, "utf8"), language: "en", published: "2026-03-04" }),
)

const installed = await import("onnxruntime-node").then(
  () => true,
  () => false,
)
if (!installed) console.warn("onnxruntime-node is not installed: its answers are not compared with onnxruntime-web's")

async function readWith({ tag, decisions }: Tagger, report: Report) {
  const { text, paragraphs, turns = [] } = report
  const { quotations } = findQuotations(text, paragraphs)
  const starts = turns.map(({ span }) => span.start)
  const tagged = await tag(text, paragraphs, quotations, starts)
  return interpret({ report, decisions, quotations, sentences: findSentences(text, paragraphs) }, tagged)
}

type Found = Awaited<ReturnType<typeof readWith>>
type Statement = Found["statements"][number]

const cueOf = ({ cue, content }: Statement) => JSON.stringify(cue[0] ?? content[0]!.start)
const wordsOf = ({ cue, content, source }: Statement) => JSON.stringify([cue, content, source])

describe.skipIf(!installed)("onnxruntime-node and onnxruntime-web", () => {
  const records: { readonly [name in Runtime["name"]]: Found[] } = { "onnxruntime-node": [], "onnxruntime-web": [] }
  beforeAll(async () => {
    for (const name of ["onnxruntime-node", "onnxruntime-web"] as const) {
      const tagger = await loadTagger(name)
      for (const report of reports) records[name].push(await readWith(tagger, report))
    }
  }, 60_000)

  /** The share of statements that both have. */
  const shared = (key: (statement: Statement) => string): number => {
    const keys = Object.values(records).map((found) =>
      found.flatMap(({ statements }, report) => statements.map((statement) => `${report} ${key(statement)}`)),
    )
    const [native, web] = keys.map((list) => new Set(list))
    const both = [...native!].filter((one) => web!.has(one)).length
    return (2 * both) / (native!.size + web!.size)
  }

  // The network multiplies in eight bits. Sums that differ in the last digit are now and then rounded to different
  // steps, and ten layers carry that on: what is sure is the same with both, what is doubtful may not be.
  test("find the same statements, but for doubtful ones", () => {
    expect(shared(cueOf)).toBeGreaterThan(0.95)
    expect(shared(wordsOf)).toBeGreaterThan(0.85)
  })

  test("each give the same record every time", async () => {
    for (const name of ["onnxruntime-node", "onnxruntime-web"] as const) {
      expect(await readWith(await loadTagger(name), reports[4]!)).toEqual(records[name][4])
    }
  })
})

test("a report has the same record alone and after others", async () => {
  const alone = await extract(reports[2]!)
  for (const report of reports) await extract(report)
  expect(await extract(reports[2]!)).toEqual(alone)
})

test("reports read at the same time do not touch each other", async () => {
  const oneByOne: Record[] = []
  for (const report of reports) oneByOne.push(await extract(report))
  expect(await Promise.all(reports.map((report) => extract(report)))).toEqual(oneByOne)
})

test("the records are the same on one thread and on three", async () => {
  const on = async (threads: number) => {
    const records: unknown[] = []
    for await (const record of readMany(inTurn(reports), { threads, why: true })) records.push(record)
    return records
  }
  const records = await on(1)
  expect(records).toHaveLength(reports.length)
  expect(await on(3)).toEqual(records)
})

async function* inTurn<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}
