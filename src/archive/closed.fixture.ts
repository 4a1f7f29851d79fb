import { expect } from "vitest"
import { unfitCounts } from "./counts.js"
import type { Archive } from "./open.js"

/** Closes an archive at the end of a test, whatever was done in it: what it counts must be what it holds. */
export async function closeSound(archive: Archive): Promise<void> {
  try {
    expect(await unfitCounts(archive.db)).toEqual([])
  } finally {
    await archive.close()
  }
}
