/** How much of what was claimed is right, and how much of what stands in the gold was found. */
export interface Tally {
  /** right among the claimed, right among the gold: the same number unless shares are counted */
  rightClaimed: number
  rightGold: number
  claimed: number
  gold: number
}

/** One line of a score: all reports together, and the tally of each for the resampling. */
export interface Row {
  readonly name: string
  readonly total: Tally
  readonly perReport: readonly Tally[]
}

export const emptyTally = (): Tally => ({ rightClaimed: 0, rightGold: 0, claimed: 0, gold: 0 })

export function add(tally: Tally, right: number | boolean, claimed: number | boolean, gold: number | boolean): void {
  tally.rightClaimed += Number(right)
  tally.rightGold += Number(right)
  tally.claimed += Number(claimed)
  tally.gold += Number(gold)
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = emptyTally()
  for (const tally of tallies) {
    total.rightClaimed += tally.rightClaimed
    total.rightGold += tally.rightGold
    total.claimed += tally.claimed
    total.gold += tally.gold
  }
  return total
}

export const precision = (tally: Tally): number => (tally.claimed ? tally.rightClaimed / tally.claimed : 0)
export const recall = (tally: Tally): number => (tally.gold ? tally.rightGold / tally.gold : 0)

export function fScore(tally: Tally): number {
  const p = precision(tally)
  const r = recall(tally)
  return p + r ? (2 * p * r) / (p + r) : 0
}

/** One row for each name, from the tallies of each report. */
export function rowsOf(names: readonly string[], reports: readonly ReadonlyMap<string, Tally>[]): Row[] {
  return names.map((name) => {
    const perReport = reports.map((report) => report.get(name) ?? emptyTally())
    return { name, total: sum(perReport), perReport }
  })
}

/** `content exact               P  61.2  R  58.0  F  59.6  (2193)`, as score.py writes it. */
export function rowText({ name, total }: Row): string {
  const [p, r, f] = [precision(total), recall(total), fScore(total)].map((share) => fixed(100 * share, 1).padStart(5))
  return `${name.padEnd(28)} P ${p}  R ${r}  F ${f}  (${fixed(total.gold, 0)})`
}

/** Decimal places as Python prints them: an exact half goes to the even digit, 6.25 to 6.2 and 6.75 to 6.8. */
export function fixed(value: number, places: number): string {
  const shown = value.toFixed(places)
  const isHalf = Math.abs(value * 2 ** (places + 1)) % 2 === 1
  if (!isHalf || Number(shown.at(-1)) % 2 === 0) return shown
  return (Number(shown) - Math.sign(value) * 10 ** -places).toFixed(places)
}
