import { outletOfHost } from "../src/audit/measured.js"
import { fixed, precision, type Row, recall, sum, type Tally } from "../src/score/tally.js"

/** How well the reports of one outlet are read. */
export interface OutletScore {
  readonly outlet: string
  readonly reports: number
  /** statements with who said them */
  readonly total: Tally
  /** by name, the rows of the score that have enough of that outlet to say something */
  readonly rows: ReadonlyMap<string, Tally>
}

/** What a line of an annotated set tells of where it comes from. */
export interface Published {
  readonly id: string
  readonly url?: string | null
  readonly publisher?: string
}

/** With fewer right answers a figure for one outlet says nothing. */
const enough = 30

/** PolNeAR's names for outlets, and theirs. */
const byName: { readonly [name: string]: string } = {
  breitbart: "Breitbart",
  "huff-post": "HuffPost",
  nyt: "The New York Times",
  politico: "Politico",
  "usa-today": "USA Today",
  "wash-post": "The Washington Post",
  "west-journal": "Western Journalism",
}

/** A score, outlet by outlet; those with few statements in the row named `main` are left out. */
export function outletScores(reports: readonly Published[], scored: readonly Row[], main: string): OutletScore[] {
  const groups = new Map<string, number[]>()
  for (const [number, report] of reports.entries()) {
    const outlet = outletOf(report)
    if (outlet) groups.set(outlet, [...(groups.get(outlet) ?? []), number])
  }
  return [...groups].flatMap(([outlet, numbers]) => {
    const tallies = scored.map((row) => [row.name.trim(), sum(numbers.map((n) => row.perReport[n]!))] as const)
    const rows = new Map(tallies.filter(([, { gold }]) => gold >= enough))
    const total = rows.get(main)
    return total ? [{ outlet, reports: numbers.length, total, rows }] : []
  })
}

function outletOf({ id, url, publisher }: Published): string | undefined {
  if (publisher !== undefined) return byName[publisher]
  if (id.startsWith("dm-")) return "Daily Mail"
  return url ? outletOfHost(new URL(url).hostname) : undefined
}

/** `of Reuters                   P  78.1  R  75.0  (402 in 18 reports)` */
export const outletText = ({ outlet, reports, total }: OutletScore): string =>
  `${`of ${outlet}`.padEnd(28)} P ${fixed(100 * precision(total), 1).padStart(5)}  R ${fixed(100 * recall(total), 1).padStart(5)}  (${total.gold} in ${reports} reports)`
