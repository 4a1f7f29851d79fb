import { Worker } from "node:worker_threads"
import type { Record, Report } from "../record.js"

/** What comes back from a worker thread: the record, or why there is none. */
export type Answer = { readonly record: Record } | { readonly problem: string }

export interface Workers {
  /** Never rejects: a report that kills its worker gets a problem, and a fresh worker takes the next one. */
  read(report: Report): Promise<Answer>
  /** Lets the reports that are being read end, and forgets those that wait. */
  stop(): Promise<void>
}

interface Job {
  readonly report: Report
  readonly answer: Promise<Answer>
  readonly settle: (answer: Answer) => void
}

/** Up to `threads` workers, started as they are needed; each keeps its model from one report to the next. */
export function startWorkers(threads: number, options: { readonly why: boolean }, entry = workerEntry()): Workers {
  const waiting: Job[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Job>()

  function handOut() {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (busy.size < threads ? startWorker() : undefined)
      if (!worker) return
      const job = waiting.shift()!
      busy.set(worker, job)
      worker.ref()
      worker.postMessage(job.report)
    }
  }

  function startWorker(): Worker {
    const worker = new Worker(entry, { workerData: options })
    let problem = "its worker thread ended"
    worker.on("message", (answer: Answer) => {
      const job = busy.get(worker)
      busy.delete(worker)
      idle.push(worker)
      worker.unref() // an idle worker keeps nobody waiting
      job?.settle(answer)
      handOut()
    })
    worker.on("error", (error) => {
      problem = error.message
    })
    worker.on("exit", () => {
      const job = busy.get(worker)
      busy.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      job?.settle({ problem })
      handOut()
    })
    return worker
  }

  return {
    read: (report) => {
      const job = newJob(report)
      waiting.push(job)
      handOut()
      return job.answer
    },
    stop: async () => {
      waiting.length = 0
      // A thread that is stopped in the middle of the model's native code takes the whole process down.
      await Promise.all([...busy.values()].map(({ answer }) => answer))
      await Promise.all(idle.map((worker) => worker.terminate()))
    },
  }
}

function newJob(report: Report): Job {
  let settle: Job["settle"] = () => {}
  const answer = new Promise<Answer>((resolve) => {
    settle = resolve
  })
  return { report, answer, settle }
}

/** In the package the worker is a .js file. In the sources (tests, tsx) it is a .ts file that needs its loader first. */
function workerEntry(): URL {
  if (!import.meta.url.endsWith(".ts")) return new URL("./worker.js", import.meta.url)
  const [loader, worker] = [import.meta.resolve("tsx/esm/api"), new URL("./worker.ts", import.meta.url).href]
  return new URL(`data:text/javascript,import { register } from "${loader}"; register(); await import("${worker}")`)
}
