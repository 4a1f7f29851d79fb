import { readFileSync, writeFileSync } from "node:fs"
import { fixed, precision, recall, type Tally } from "../src/score/tally.js"
import type { Score } from "./sets.js"

const folder = new URL("../models/en/", import.meta.url)

/** Whole records of real reports: the measure that an audit prints beside its shares. */
export const measuredSet = "record/dev"

/** Keeps with the model how well it reads, on all reports and on those of single outlets, so that whoever counts with it can say so. */
export function writeMeasured({ rows, outlets = [] }: Score): void {
  const { name, hash } = JSON.parse(readFileSync(new URL("model.json", folder), "utf8")) as {
    name: string
    hash: string
  }
  const share = (value: number) => Number(fixed(value, 3))
  const shares = (tally: Tally) => ({ precision: share(precision(tally)), recall: share(recall(tally)) })
  const measured = Object.fromEntries(rows.map((row) => [row.name.trim(), shares(row.total)]))
  const byOutlet = Object.fromEntries(
    [...outlets]
      .sort((a, b) => (a.outlet < b.outlet ? -1 : 1))
      .map(({ outlet, reports, rows }) => [
        outlet,
        { reports, measured: Object.fromEntries([...rows].map(([name, tally]) => [name, shares(tally)])) },
      ]),
  )
  const model = `${name} ${hash.slice(0, 12)}`
  const file = { model, reports: rows[0]?.perReport.length ?? 0, measured, outlets: byOutlet }
  writeFileSync(new URL("accuracy.json", folder), `${JSON.stringify(file, null, 1)}\n`)
}
