// The file that a worker thread runs: a report comes in, an answer goes out.
import { parentPort, workerData } from "node:worker_threads"
import { extract } from "../extract.js"
import type { Report } from "../record.js"
import { problemOf } from "./problem.js"
import type { Answer } from "./workers.js"

parentPort?.on("message", async (report: Report) => {
  parentPort?.postMessage(await answer(report))
})

async function answer(report: Report): Promise<Answer> {
  try {
    return { record: await extract(report, workerData) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}
