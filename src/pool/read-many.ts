import { availableParallelism } from "node:os"
import { extract } from "../extract.js"
import { type InputError, inputError, isInputError } from "../input/errors.js"
import type { Record, Report } from "../record.js"
import { inOrder } from "./in-order.js"
import { problemOf } from "./problem.js"
import { startWorkers } from "./workers.js"

export interface PoolOptions {
  /** Worker threads; the machine's cores when left out. */
  readonly threads?: number
  /** Let every statement tell which rules and heads signed it. */
  readonly why?: boolean
}

/** Starting a thread and loading its model costs more than reading two reports. */
const WORTH_THREADS = 3

/**
 * Reads reports in parallel; what comes out stands in the order of what went in. A report that
 * cannot be read gives an error in its place, and errors among the inputs are passed on in theirs.
 */
export async function* readMany(
  inputs: AsyncIterable<Report | InputError>,
  { threads = availableParallelism(), why = false }: PoolOptions = {},
): AsyncGenerator<Record | InputError> {
  const { opening, rest } = await firstFew(inputs, WORTH_THREADS)
  if (threads === 1 || opening.length < WORTH_THREADS) {
    for await (const input of chain(opening, rest)) yield isInputError(input) ? input : readHere(input, why)
    return
  }
  const workers = startWorkers(threads, { why })
  try {
    yield* inOrder(chain(opening, rest), threads * 4, async (input) => {
      if (isInputError(input)) return input
      const answer = await workers.read(input)
      return "record" in answer ? answer.record : unread(input, answer.problem)
    })
  } finally {
    await workers.stop()
  }
}

async function readHere(report: Report, why: boolean): Promise<Record | InputError> {
  try {
    return await extract(report, { why })
  } catch (error) {
    return unread(report, problemOf(error))
  }
}

const unread = ({ provenance, url, id }: Report, problem: string): InputError =>
  inputError(provenance?.path ?? url ?? id, "unreadable", `reading it failed (${problem})`, provenance?.line)

async function firstFew<T>(source: AsyncIterable<T>, count: number) {
  const rest = source[Symbol.asyncIterator]()
  const opening: T[] = []
  while (opening.length < count) {
    const step = await rest.next()
    if (step.done) break
    opening.push(step.value)
  }
  return { opening, rest }
}

async function* chain<T>(opening: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* opening
  yield* { [Symbol.asyncIterator]: () => rest }
}
