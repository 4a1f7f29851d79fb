/** A command of SQLite takes some 32,000 values: longer lists are taken piece by piece. */
export function inBatches<Row>(rows: readonly Row[], size = 500): Row[][] {
  const batches: Row[][] = []
  for (let from = 0; from < rows.length; from += size) batches.push(rows.slice(from, from + size))
  return batches
}
