/** What somebody who compared entries with their reports found. */
export interface Judged {
  /** right among the judged: those whose verdict is neither missing nor "unsure" */
  readonly right: number
  readonly judged: number
  readonly unsure: number
  readonly missing: number
}

export type Verdict = "right" | "wrong" | "unsure" | ""

export const isVerdict = (word: string): word is Verdict => ["right", "wrong", "unsure", ""].includes(word)

export function judge(verdicts: readonly Verdict[]): Judged {
  const count = (verdict: Verdict) => verdicts.filter((given) => given === verdict).length
  const right = count("right")
  return { right, judged: right + count("wrong"), unsure: count("unsure"), missing: count("") }
}

/** 95 % of a normal distribution lie within so many standard deviations. */
const DEVIATIONS = 1.959964

/**
 * Between which shares the true one lies, with 95 % confidence, where `right` of `judged` were right (Wilson's score
 * interval: it holds for small samples too, and for those in which all were right).
 */
export function wilson(right: number, judged: number): { readonly low: number; readonly high: number } {
  if (judged === 0) return { low: 0, high: 1 }
  const share = right / judged
  const z2 = DEVIATIONS ** 2 / judged
  const middle = share + z2 / 2
  const reach = DEVIATIONS * Math.sqrt((share * (1 - share)) / judged + z2 / (4 * judged))
  return { low: Math.max(0, (middle - reach) / (1 + z2)), high: Math.min(1, (middle + reach) / (1 + z2)) }
}
