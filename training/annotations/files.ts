import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import type { Standoff } from "./standoff.js"

/** Of `partly` contacts and replies alone were labelled. */
export const sets = ["train", "dev", "partly"] as const

/** The labels of a set, as they stand beside this file. */
export const readSet = (set: (typeof sets)[number]): Standoff[] => readLines(`${import.meta.dirname}/${set}.jsonl.gz`)

export function readLines<Line>(path: string): Line[] {
  return readText(path)
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
}

export function readText(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
}
