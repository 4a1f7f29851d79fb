import { randomUUID } from "node:crypto"
import type { Archive } from "../../archive/index.js"
import type { InputError } from "../../input/errors.js"
import type { Record, Report } from "../../record.js"
import type { Job, Outcome } from "../../web/adding/job.js"
import { keepRecord, keepReport } from "./keep.js"
import type { Reader } from "./reading.js"

/** What somebody gives to be read: files, addresses, pasted text. */
export interface Given {
  readonly what: string
  /** Each gives its reports, records made elsewhere, and what could not be read, one after the other. */
  readonly sources: readonly (() => AsyncIterable<Report | Record | InputError>)[]
}

export interface Queue {
  /** Puts it behind what others gave; nothing where a person has too much waiting already. */
  add(person: string, given: Given): Job | undefined
  find(id: string): Job | undefined
  /** how many jobs are read before this one */
  before(id: string): number
  /** Adds nothing more; what was added stays. */
  stop(id: string): void
  /** Lets the report that is being read end, and forgets the rest. */
  close(): Promise<void>
}

/** So many jobs of one person may wait, and of so many that are over it is still known what became of them. */
const MOST_WAITING = 5
const MOST_KEPT = 200
/** More in one go is a matter for the command, which can go on where it was interrupted. */
export const MOST_REPORTS = 10_000

type Growing = { -readonly [Field in keyof Job]: Job[Field] } & { readonly outcomes: Outcome[] }

/** Reads what is given one after the other, so that however much that is, pages are still answered. */
export function openQueue(archive: Archive, reader: Reader): Queue {
  const jobs = new Map<string, Growing>()
  const waiting: { readonly job: Growing; readonly given: Given }[] = []
  let running: Promise<void> | undefined

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await run(next.job, next.given)
    running = undefined
  }

  async function run(job: Growing, { sources }: Given): Promise<void> {
    if (job.state === "stopped") return
    job.state = "reading"
    for (const source of sources) {
      for await (const input of source()) {
        if (isStopped(job)) return
        if (job.outcomes.length >= MOST_REPORTS) {
          job.outcomes.push({
            kind: "failed",
            words: `Only the first ${MOST_REPORTS} were read; \`onrecord add\` reads them all.`,
          })
          job.state = "done"
          return
        }
        const outcome =
          "format" in input ? await keepRecord(archive, input) : await keepReport(archive, input, reader.read)
        job.outcomes.push(outcome)
      }
      job.sourcesDone += 1
    }
    job.state = "done"
  }

  return {
    add: (person, given) => {
      if (waiting.filter(({ job }) => job.person === person).length >= MOST_WAITING) return undefined
      const job: Growing = {
        id: randomUUID(),
        person,
        what: given.what,
        state: "waiting",
        sources: given.sources.length,
        sourcesDone: 0,
        outcomes: [],
      }
      jobs.set(job.id, job)
      for (const [id, { state }] of jobs) {
        if (jobs.size <= MOST_KEPT) break
        if (state === "done" || state === "stopped") jobs.delete(id)
      }
      waiting.push({ job, given })
      running ??= work()
      return job
    },
    find: (id) => jobs.get(id),
    before: (id) => waiting.findIndex(({ job }) => job.id === id) + (jobs.get(id)?.state === "waiting" ? 1 : 0),
    stop: (id) => {
      const job = jobs.get(id)
      if (job?.state === "waiting" || job?.state === "reading") job.state = "stopped"
    },
    close: async () => {
      for (const job of jobs.values()) if (job.state !== "done") job.state = "stopped"
      waiting.length = 0
      await reader.stop()
      await running
    },
  }
}

// Read anew each time: it changes while a report is being read.
const isStopped = ({ state }: Job): boolean => state === "stopped"
