// Takes the labels off labelled reports, so that they can be published without the texts:
//     npx tsx training/annotations/split.ts ../shared/corpora/record/train.jsonl ../shared/corpora/record/dev.jsonl
// writes train.jsonl.gz and dev.jsonl.gz beside this file. Files of one name join one set, in the order given.

import { writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { gzipSync } from "node:zlib"
import { readLines } from "./files.js"
import { type LabelledReport, toStandoff } from "./standoff.js"

const paths = process.argv.slice(2)
if (!paths.length) {
  console.error("usage: tsx training/annotations/split.ts LABELLED.jsonl…")
  process.exit(2)
}
const nameOf = (path: string) => basename(path).replace(/\.gz$/, "")
for (const name of new Set(paths.map(nameOf))) {
  const reports = paths.filter((path) => nameOf(path) === name).flatMap((path) => readLines<LabelledReport>(path))
  const lines = reports.map((report) => `${JSON.stringify(toStandoff(report))}\n`)
  const out = join(import.meta.dirname, `${name}.gz`)
  writeFileSync(out, gzipSync(lines.join(""), { level: 9 }))
  console.log(`${out}: ${reports.length} reports`)
}
