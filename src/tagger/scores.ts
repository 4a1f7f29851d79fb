export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Log odds → shares that come to 1 (softmax); what is impossible (−∞) gets none. */
export function shares(odds: readonly number[]): number[] {
  const most = odds.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (most === Number.NEGATIVE_INFINITY) return odds.map(() => 0)
  const weights = odds.map((value) => Math.exp(value - most))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** The name whose score in the row is greatest. */
export function likeliest<Name>(names: readonly Name[], scores: ArrayLike<number>, row: number): Name {
  let best = 0
  for (let i = 1; i < names.length; i++) {
    if (scores[row * names.length + i]! > scores[row * names.length + best]!) best = i
  }
  return names[best]!
}
