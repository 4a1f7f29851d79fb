import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

/** The lines of a JSONL file, packed or not. */
export function readLines<Line>(path: string): Line[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
}
