/** From which scores on the network is believed; fitted, with the calibration, on reports kept from training. */
export interface Decisions {
  readonly said: number
  /** Of what is attributed in the wider sense only, and is no saying. */
  readonly attributed: number
  readonly speech: number
  readonly question: number
  readonly addressee: number
  readonly reply: number
  readonly contact: number
  readonly participant: number
  /** A speaker is named from this calibrated confidence on. */
  readonly speaker: number
  /** Slope and shift over the log odds of a score (Platt 1999), for statements and for speakers by how they are named. */
  readonly calibration: { readonly [what: string]: readonly [slope: number, shift: number] }
}

/** How often entries with this score are right. */
export function calibrated({ calibration }: Decisions, what: string, score: number): number {
  const [slope, shift] = calibration[what] ?? [1, 0]
  const bounded = Math.min(0.999, Math.max(0.001, score))
  return 1 / (1 + Math.exp(-(slope * Math.log(bounded / (1 - bounded)) + shift)))
}
