import type { Record } from "../../record.js"

/** How a speaker's words are marked: a colour, and a line that tells them apart without colours. */
export interface Look {
  readonly colour: number
  readonly line: number
}

const COLOURS = 6
const LINES = 4

/** Words whose speaker nobody is sure of. */
export const unsure: Look = { colour: -1, line: -1 }

/**
 * The looks of those who speak, by their ids joined by a blank; whoever speaks most comes first.
 * Colours and lines go round at different steps, so that 12 speakers look different and neighbours most of all.
 */
export function looksOf({ statements }: Pick<Record, "statements">): ReadonlyMap<string, Look> {
  const counts = new Map<string, number>()
  for (const { speakers } of statements) {
    if (speakers.length > 0) counts.set(speakers.join(" "), (counts.get(speakers.join(" ")) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return new Map(byCount.map(([speakers], n) => [speakers, { colour: n % COLOURS, line: n % LINES }]))
}

/** { colour: 2, line: 1 } → "v2 l1" */
export const lookClass = ({ colour, line }: Look): string => (colour < 0 ? "unsure" : `v${colour} l${line}`)
