import { expect, test } from "vitest"
import { startWorkers } from "./workers.js"

const program = `
  import { parentPort } from "node:worker_threads"
  let read = 0
  parentPort.on("message", (report) => {
    if (report.text === "crash") throw new Error("out of paper")
    if (report.text === "leave") process.exit(1)
    read += 1
    parentPort.postMessage({ record: { format: report.text, read } })
  })`
const entry = new URL(`data:text/javascript,${encodeURIComponent(program)}`)
const report = (text: string) => ({ id: "", textHash: "", text, paragraphs: [], language: "en" })

test("a worker that dies takes only its own report with it", async () => {
  const workers = startWorkers(2, { why: false }, entry)
  const answers = await Promise.all(["a", "crash", "b", "leave", "c", "d"].map((text) => workers.read(report(text))))
  await workers.stop()
  expect(answers.map((answer) => ("problem" in answer ? answer.problem : answer.record.format))).toEqual([
    "a",
    "out of paper",
    "b",
    "its worker thread ended",
    "c",
    "d",
  ])
})

test("a worker lives on from report to report", async () => {
  const workers = startWorkers(1, { why: false }, entry)
  await workers.read(report("a"))
  const answer = await workers.read(report("b"))
  await workers.stop()
  expect(answer).toEqual({ record: { format: "b", read: 2 } })
})
