import { fixed, precision, type Row, recall, sum } from "../src/score/tally.js"

/** How well the reports of one outlet are read: statements with who said them. */
export interface OutletScore {
  readonly outlet: string
  readonly reports: number
  readonly statements: number
  readonly precision: number
  readonly recall: number
}

/** What a line of an annotated set tells of where it comes from. */
export interface Published {
  readonly id: string
  readonly url?: string | null
  readonly publisher?: string
}

/** With fewer statements a figure for one outlet says nothing. */
const enough = 50

/** Names as reports give them in `publisher`. */
const byHost: readonly (readonly [host: RegExp, outlet: string])[] = [
  [/(^|\.)reuters\.com$/, "Reuters"],
  [/(^|\.)wikinews\.org$/, "Wikinews"],
  [/whitehouse(\.archives)?\.gov$/, "The White House"],
]
const byName: { readonly [name: string]: string } = {
  breitbart: "Breitbart",
  "huff-post": "HuffPost",
  nyt: "The New York Times",
  politico: "Politico",
  "usa-today": "USA Today",
  "wash-post": "The Washington Post",
  "west-journal": "Western Journalism",
}

/** A row of a score, outlet by outlet; those with few statements are left out. */
export function outletScores(reports: readonly Published[], row: Row): OutletScore[] {
  const groups = new Map<string, number[]>()
  for (const [number, report] of reports.entries()) {
    const outlet = outletOf(report)
    if (outlet) groups.set(outlet, [...(groups.get(outlet) ?? []), number])
  }
  return [...groups]
    .map(([outlet, numbers]) => ({ outlet, numbers, tally: sum(numbers.map((number) => row.perReport[number]!)) }))
    .filter(({ tally }) => tally.gold >= enough)
    .map(({ outlet, numbers, tally }) => ({
      outlet,
      reports: numbers.length,
      statements: tally.gold,
      precision: precision(tally),
      recall: recall(tally),
    }))
}

function outletOf({ id, url, publisher }: Published): string | undefined {
  if (publisher !== undefined) return byName[publisher]
  if (id.startsWith("dm-")) return "Daily Mail"
  const host = url ? new URL(url).hostname : ""
  return byHost.find(([pattern]) => pattern.test(host))?.[1]
}

/** `of Reuters                   P  78.1  R  75.0  (402 in 18 reports)` */
export const outletText = ({ outlet, reports, statements, precision, recall }: OutletScore): string =>
  `${`of ${outlet}`.padEnd(28)} P ${fixed(100 * precision, 1).padStart(5)}  R ${fixed(100 * recall, 1).padStart(5)}  (${statements} in ${reports} reports)`
