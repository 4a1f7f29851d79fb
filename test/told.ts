import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"
import { identify } from "../src/text/hash.js"

/** The record of a marked text, as a report of which this is known. */
export function told(marked: string, known: Partial<Record["report"]> = {}): Record {
  const record = recordFromMarked(marked)
  const { text, url, published } = { ...record.report, ...known }
  return { ...record, report: { ...record.report, ...known, ...identify(text, url, published) } }
}
