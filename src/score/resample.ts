import { fixed, fScore, type Row, rowText, sum, type Tally } from "./tally.js"

const draws = 400

/** The F score's 95 % interval over resampled reports, in whole hundredths; the draws are those of score.py. */
export function intervals(rows: readonly Row[]): (readonly [number, number])[] {
  const random = pythonRandom(1)
  const reports = rows[0]?.perReport.length ?? 0
  const picks = Array.from({ length: draws }, () => Array.from({ length: reports }, () => random(reports)))
  return rows.map((row) => {
    const scores = picks.map((pick) => fScore(sum(pick.map((report): Tally => row.perReport[report]!))))
    scores.sort((a, b) => a - b)
    return [100 * scores[10]!, 100 * scores[389]!]
  })
}

/** Every row of a score with its interval, to print. */
export function scoreLines(rows: readonly Row[]): string[] {
  const ranges = intervals(rows)
  return rows.map((row, i) => {
    const [low, high] = ranges[i]!
    return `${rowText(row)}   95 % of resamplings ${fixed(low, 0)}-${fixed(high, 0)}`
  })
}

/** `random.Random(seed).randrange`: the Mersenne Twister MT19937, so that both scorers draw the same reports. */
function pythonRandom(seed: number): (below: number) => number {
  const state = seededState(seed)
  let at = state.length
  const next32 = (): number => {
    if (at === state.length) {
      twist(state)
      at = 0
    }
    let word = state[at++]!
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    return (word ^ (word >>> 18)) >>> 0
  }
  return (below) => {
    const bits = 32 - Math.clz32(below)
    for (;;) {
      const drawn = bits ? next32() >>> (32 - bits) : 0
      if (drawn < below) return drawn
    }
  }
}

function seededState(seed: number): Uint32Array {
  const state = new Uint32Array(624)
  state[0] = 19650218
  for (let i = 1; i < 624; i++) state[i] = Math.imul(1812433253, mixed(state, i - 1)) + i
  let i = 1
  for (let step = 0; step < 624; step++) {
    state[i] = (state[i]! ^ Math.imul(mixed(state, i - 1), 1664525)) + seed
    if (++i === 624) {
      state[0] = state[623]!
      i = 1
    }
  }
  for (let step = 0; step < 623; step++) {
    state[i] = (state[i]! ^ Math.imul(mixed(state, i - 1), 1566083941)) - i
    if (++i === 624) {
      state[0] = state[623]!
      i = 1
    }
  }
  state[0] = 0x80000000
  return state
}

const mixed = (state: Uint32Array, at: number): number => state[at]! ^ (state[at]! >>> 30)

function twist(state: Uint32Array): void {
  for (let i = 0; i < 624; i++) {
    const word = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff)
    state[i] = state[(i + 397) % 624]! ^ (word >>> 1) ^ (word & 1 ? 0x9908b0df : 0)
  }
}
