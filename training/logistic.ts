/**
 * Platt scaling (Platt 1999): slope and shift over the log odds of a score such that the result is how often it is
 * right. A little pull towards (1, 0) keeps few cases from saying too much.
 */
export function fitLogistic(
  cases: readonly (readonly [score: number, right: boolean])[],
): [slope: number, shift: number] {
  let slope = 1
  let shift = 0
  const points = cases.map(([score, right]) => {
    const bounded = Math.min(0.999, Math.max(0.001, score))
    return [Math.log(bounded / (1 - bounded)), right ? 1 : 0] as const
  })
  const lossAt = (slope: number, shift: number): number =>
    points.reduce((sum, [x, y]) => sum + Math.log1p(Math.exp((y ? -1 : 1) * (slope * x + shift))), 0) +
    (pull / 2) * ((slope - 1) ** 2 + shift ** 2)
  // Newton's method on the two numbers; a step that overshoots is halved.
  for (let round = 0; round < 50; round++) {
    let [gradientSlope, gradientShift] = [pull * (slope - 1), pull * shift]
    let [a, b, c] = [pull, 0, pull]
    for (const [x, y] of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + shift)))
      gradientSlope += (p - y) * x
      gradientShift += p - y
      const w = p * (1 - p)
      a += w * x * x
      b += w * x
      c += w
    }
    const determinant = a * c - b * b
    const stepSlope = (c * gradientSlope - b * gradientShift) / determinant
    const stepShift = (a * gradientShift - b * gradientSlope) / determinant
    let size = 1
    while (size > 1e-6 && lossAt(slope - size * stepSlope, shift - size * stepShift) > lossAt(slope, shift)) size /= 2
    slope -= size * stepSlope
    shift -= size * stepShift
  }
  return [round(slope), round(shift)]
}

const pull = 2

const round = (value: number): number => Math.round(value * 1000) / 1000
