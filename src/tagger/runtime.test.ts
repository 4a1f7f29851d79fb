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

/** Everything but how sure it is. */
const entriesOf = ({ actors, statements, contacts }: Found) => ({
  actors,
  statements: statements.map(({ confidence: _, candidates, ...statement }) => ({
    ...statement,
    candidates: candidates?.map(({ actor }) => actor),
  })),
  contacts: contacts.map(({ confidence: _, ...contact }) => contact),
})

const confidencesOf = ({ statements, contacts }: Found) => [
  ...statements.flatMap(({ confidence }) => [confidence.statement, confidence.speaker]),
  ...contacts.map(({ confidence }) => confidence),
]

describe.skipIf(!installed)("onnxruntime-node and onnxruntime-web", () => {
  const taggers = new Map<Runtime["name"], Tagger>()
  beforeAll(async () => {
    for (const name of ["onnxruntime-node", "onnxruntime-web"] as const) taggers.set(name, await loadTagger(name))
  })

  test.each(names.map((name, i) => [name, reports[i]!] as const))("give the same record of %s", async (_, report) => {
    const [native, web] = await Promise.all([...taggers.values()].map((tagger) => readWith(tagger, report)))
    expect(entriesOf(web!)).toEqual(entriesOf(native!))
    // The order in which a processor adds up differs, and with it the last digits.
    const far = confidencesOf(web!).filter((score, i) => Math.abs(score - confidencesOf(native!)[i]!) > 0.02)
    expect(far).toEqual([])
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
