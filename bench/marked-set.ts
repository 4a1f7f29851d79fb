import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"
import { type GoldReport, goldOfRecord } from "../src/score/gold.js"
import { type ScoredSet, scoreGold } from "./sets.js"

const ending = ".marked.txt"

/** Our own reports, marked by hand: every `NAME.marked.txt` of a folder. */
export function markedSet(folder: string): ScoredSet | undefined {
  const gold = markedReports(folder)
  return gold.length ? { name: folder, score: () => scoreGold(gold) } : undefined
}

export const markedReports = (folder: string): GoldReport[] =>
  markedRecords(folder).map(({ name, record }) => goldOfRecord(name, record))

export function markedRecords(folder: string): { readonly name: string; readonly record: Record }[] {
  return markedNames(folder).map((name) => ({
    name,
    record: recordFromMarked(readFileSync(join(folder, name + ending), "utf8")),
  }))
}

export function markedNames(folder: string): string[] {
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length))
}
