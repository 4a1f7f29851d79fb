/** The roles that a word may have beside an anchor, in the network's order. */
export const roles = ["none", "source", "cue", "content", "via", "when", "where", "evidence"] as const
export type Role = (typeof roles)[number]

/** Words that must share a role: a quotation is whole inside a content or outside it. Word numbers, half-open. */
export interface Block {
  readonly from: number
  readonly to: number
}

/** What changing from one role to another between two words costs, in log probability. */
export const changing = 1.0

/** What each role is worth over none: “Tuesday”, a part of one word, would seldom pay for two changes. */
export const gain = [0, 0.6, 0.6, 0.3, 0.7, 1, 0, 0.5] as const

/**
 * The likeliest roles of all words for one anchor (Viterbi 1967), where a change of role costs and the words of a
 * block share theirs.
 *
 * @param log log probabilities, words × roles
 */
export function decodeRoles(log: Float32Array, blocks: readonly Block[]): { role: Role[]; score: Float32Array } {
  const count = roles.length
  const words = log.length / count
  const shared = shareWithin(log, blocks, count)
  const back = new Uint8Array(words * count)
  let best = new Float64Array(count)
  for (let word = 0; word < words; word++) {
    const top = indexOfGreatest(best)
    const next = new Float64Array(count)
    for (let role = 0; role < count; role++) {
      const stay = word === 0 || best[role]! >= best[top]! - changing
      back[word * count + role] = stay ? role : top
      next[role] = (stay ? best[role]! : best[top]! - changing) + shared[word * count + role]! + gain[role]!
    }
    best = next
  }
  const role: Role[] = new Array(words)
  const score = new Float32Array(words)
  for (let word = words - 1, at = indexOfGreatest(best); word >= 0; word--) {
    role[word] = roles[at]!
    score[word] = Math.exp(shared[word * count + at]!)
    at = back[word * count + at]!
  }
  return { role, score }
}

function shareWithin(log: Float32Array, blocks: readonly Block[], count: number): Float32Array {
  if (blocks.length === 0) return log
  const shared = log.slice()
  for (const { from, to } of blocks) {
    for (let role = 0; role < count; role++) {
      let sum = 0
      for (let word = from; word < to; word++) sum += log[word * count + role]!
      for (let word = from; word < to; word++) shared[word * count + role] = sum / (to - from)
    }
  }
  return shared
}

function indexOfGreatest(values: Float64Array): number {
  let greatest = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[greatest]!) greatest = i
  return greatest
}
