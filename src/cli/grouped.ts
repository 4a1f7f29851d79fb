import { setTimeout } from "node:timers/promises"

/**
 * What comes soon after one another, together and in order: a group is full at `most`, and its first member waits no
 * longer than `patience` milliseconds.
 */
export async function* grouped<T>(source: AsyncIterable<T>, most: number, patience: number): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]()
  let group: T[] = []
  let patient = new AbortController()
  let late: Promise<"late"> | undefined
  const take = (): T[] => {
    const taken = group
    patient.abort()
    patient = new AbortController()
    late = undefined
    group = []
    return taken
  }
  try {
    let next = ask()
    for (;;) {
      const came = await (late ? Promise.race([next, late]) : next)
      if (came === "late") {
        yield take()
        continue
      }
      if (came.done) break
      group.push(came.value)
      late ??= after(patience, patient.signal)
      next = ask()
      if (group.length >= most) yield take()
    }
    if (group.length > 0) yield take()
  } finally {
    patient.abort()
    await iterator.return?.()
  }

  function ask(): Promise<IteratorResult<T>> {
    const next = iterator.next()
    // It may fail while a group is away: then it fails when it is looked at.
    next.catch(() => {})
    return next
  }
}

const after = (milliseconds: number, signal: AbortSignal): Promise<"late"> =>
  setTimeout(milliseconds, "late" as const, { signal }).catch(() => "late" as const)
