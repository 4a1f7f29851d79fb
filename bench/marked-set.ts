import { existsSync, readdirSync } from "node:fs"
import type { ScoredSet } from "./sets.js"

/** Our own reports, marked by hand: every `NAME.marked.txt` of a folder. */
export function markedSet(folder: string): ScoredSet | undefined {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".marked.txt")) : []
  if (!names.length) return undefined
  return undefined
}
