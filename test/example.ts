import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"

/** The right record of one of the example reports, as it would come from its file. */
export function example(name: string, details: Partial<Record["report"]> = {}): Record {
  const written = readFileSync(new URL(`../examples/${name}.marked.txt`, import.meta.url), "utf8")
  const record = recordFromMarked(written)
  const report = { ...record.report, ...details }
  const hash = (text: string) => createHash("sha256").update(text).digest("hex")
  const id = hash(`${report.url ?? ""}\n${report.published ?? ""}\n${report.text}`)
  return { ...record, report: { ...report, id, textHash: hash(report.text) } }
}
