// Pure: how alike two texts are. Shingles, their resemblance and containment, and the sketch by which texts that
// resemble each other are found among many: A. Broder, "On the resemblance and containment of documents" (1997); bands
// of the sketch as in Indyk and Motwani (1998).

/** So many words in a row are a shingle. */
const WORDS = 4

/** Hashes of all runs of four words of a text; spelling of letters, signs and spaces make no difference. */
export function shinglesOf(text: string): Set<number> {
  const words = plainWords(text).map(hashOf)
  const shingles = new Set<number>()
  for (let at = 0; at + WORDS <= words.length; at++) {
    let hash = 0
    for (let n = at; n < at + WORDS; n++) hash = mixed(Math.imul(hash, 31) ^ words[n]!)
    shingles.add(hash)
  }
  return shingles
}

/** “The mayor’s 3 sons” → the, mayors, 3, sons */
export const plainWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘]/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

export interface Likeness {
  /** What both have, of all that either has. */
  readonly resemblance: number
  /** What both have, of all that the shorter one has. */
  readonly containment: number
}

export function likenessOf(one: ReadonlySet<number>, other: ReadonlySet<number>): Likeness {
  const [short, long] = one.size <= other.size ? [one, other] : [other, one]
  if (short.size === 0) return { resemblance: 0, containment: 0 }
  let shared = 0
  for (const shingle of short) if (long.has(shingle)) shared++
  return { resemblance: shared / (short.size + long.size - shared), containment: shared / short.size }
}

// Texts with a resemblance of one half share a band with a probability of 0.999, of 0.3 with 0.9, of 0.05 with 0.06.
const BANDS = 24
const ROWS = 2

/** A number for each band of a text's sketch: two texts that share one of them may be alike. */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let n = 0; n < least.length; n++) {
      const hash = mixed(shingle ^ Math.imul(n + 1, 0x9e3779b1))
      if (hash < least[n]!) least[n] = hash
    }
  }
  return Array.from({ length: BANDS }, (_, band) => mixed(Math.imul(least[band * ROWS]!, 31) ^ least[band * ROWS + 1]!))
}

/** FNV-1a over a word's code units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
  return hash >>> 0
}

/** The last step of MurmurHash3: every bit of the number touches every bit of the hash. */
export function mixed(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
