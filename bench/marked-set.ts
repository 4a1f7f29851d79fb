import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { recordFromMarked } from "../src/marked/read.js"
import { type GoldReport, goldOfRecord } from "./gold.js"
import { type ScoredSet, scoreGold } from "./sets.js"

const ending = ".marked.txt"

/** Our own reports, marked by hand: every `NAME.marked.txt` of a folder. */
export function markedSet(folder: string): ScoredSet | undefined {
  const gold = markedReports(folder)
  return gold.length ? { name: folder, score: () => scoreGold(gold) } : undefined
}

export function markedReports(folder: string): GoldReport[] {
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => {
      const record = recordFromMarked(readFileSync(join(folder, name), "utf8"))
      return goldOfRecord(name.slice(0, -ending.length), record)
    })
}
