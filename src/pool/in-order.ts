/**
 * Works on up to `limit` arrivals at once and gives the results in the order of arrival.
 * No more is taken in while the oldest result is not taken out, so memory stays flat however many come.
 */
export async function* inOrder<Arrival, Result>(
  source: AsyncIterable<Arrival>,
  limit: number,
  begin: (arrival: Arrival) => Promise<Result>,
): AsyncGenerator<Result> {
  const arrivals = source[Symbol.asyncIterator]()
  const underWay: Promise<{ readonly result: Result }>[] = []

  const takeNext = () => {
    const coming = arrivals.next().then((step) => ({ step }))
    coming.catch(() => {}) // it is looked at below, but perhaps only later
    return coming
  }

  let coming: ReturnType<typeof takeNext> | undefined = takeNext()
  try {
    while (coming || underWay.length > 0) {
      // A result that is ready goes out at once, even while the source (a slow pipe, say) has nothing new.
      const oldest = underWay[0]
      const turn = await Promise.race([
        ...(coming && underWay.length < limit ? [coming] : []),
        ...(oldest ? [oldest] : []),
      ])
      if ("result" in turn) {
        underWay.shift()
        yield turn.result
      } else if (turn.step.done) {
        coming = undefined
      } else {
        underWay.push(begin(turn.step.value).then((result) => ({ result })))
        coming = takeNext()
      }
    }
  } finally {
    // Not awaited: a source that waits for a silent pipe would keep us here.
    arrivals.return?.().catch(() => {})
  }
}
