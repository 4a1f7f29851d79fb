import { type Answer, startWorkers } from "../../pool/workers.js"
import type { Report } from "../../record.js"

/** Reads a report away from the thread that answers requests. Never rejects. */
export type Reading = (report: Report) => Promise<Answer>

export interface Reader {
  readonly read: Reading
  stop(): Promise<void>
}

/** One thread, so that whoever reads pages is not kept waiting by whoever adds reports. It is started when it is needed. */
export const startReader = (): Reader => startWorkers(1, { why: false })
