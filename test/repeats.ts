// Where a text repeats twelve words of another: word by word, whatever the capitals, accents, marks and line breaks.

export const tooMany = 12

export interface Named {
  readonly name: string
  readonly text: string
}

/** Twelve words or more that stand in both. */
export interface Repeat {
  readonly words: string
  readonly here: string
  readonly there: string
}

/** Every run of twelve words of some texts, to be found again in others. */
export interface Sequences {
  readonly numbers: Map<string, number>
  /** The first three words of every run: nearly all other places are passed over by these alone. */
  readonly heads: Set<number>
  readonly runs: Map<string, string>
}

export const noSequences = (): Sequences => ({ numbers: new Map(), heads: new Set(), runs: new Map() })

export function addSequences({ numbers, heads, runs }: Sequences, { name, text }: Named): void {
  const ids = comparableWords(text).map((word) => {
    if (!numbers.has(word)) numbers.set(word, numbers.size)
    return numbers.get(word)!
  })
  for (let from = 0; from + tooMany <= ids.length; from++) {
    heads.add(headOf(ids, from))
    const run = ids.slice(from, from + tooMany).join(" ")
    if (!runs.has(run)) runs.set(run, name)
  }
}

/** What of these sequences a text repeats; a longer passage is one repeat. */
export function findRepeats({ numbers, heads, runs }: Sequences, { name, text }: Named): Repeat[] {
  const words = comparableWords(text)
  const ids = words.map((word) => numbers.get(word) ?? -1)
  const repeats: Repeat[] = []
  const at = (from: number) =>
    heads.has(headOf(ids, from)) ? runs.get(ids.slice(from, from + tooMany).join(" ")) : undefined
  for (let from = 0; from + tooMany <= ids.length; from++) {
    const here = at(from)
    if (here === undefined) continue
    const begin = from
    while (at(from + 1) === here) from++
    repeats.push({ words: words.slice(begin, from + tooMany).join(" "), here, there: name })
  }
  return repeats
}

/** Which of these texts repeat one another. */
export function repeatsAmong(texts: readonly Named[]): Repeat[] {
  const seen = noSequences()
  return texts.flatMap((text) => {
    const repeats = findRepeats(seen, text)
    addSequences(seen, text)
    return repeats
  })
}

/** "The Café’s 4,000 guests" → the cafes 4 000 guests */
export function comparableWords(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘]/gu, "")
    .toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

// Three numbers below 2^17 fit into one that is exact.
const headOf = (ids: readonly number[], from: number): number =>
  ((ids[from] ?? -1) * 131072 + (ids[from + 1] ?? -1)) * 131072 + (ids[from + 2] ?? -1)
