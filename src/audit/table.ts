import { stringify } from "csv-stringify/sync"
import { errorOf, type Measured } from "./measured.js"
import type { By, Share } from "./shares.js"

/** The shares as CSV, a row each, with how well the reader reads what they were counted from. */
export function auditTable(shares: readonly Share[], by: By, measured: Measured): string {
  const rows = shares.map(({ group, ...share }) => {
    const { precision = "", recall = "" } = errorOf(measured, share.measure, share.value)
    const portion = (share.count / share.of).toFixed(4)
    return { [by]: group, ...share, share: portion, reader_precision: precision, reader_recall: recall }
  })
  return stringify(rows, { header: true, escape_formulas: true })
}
