import type { Span } from "../text/span.js"

/** The encoder's vocabulary: one piece a line, its number the line's. */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>
  readonly unknown: number
  readonly start: number
  readonly end: number
}

export function parseVocabulary(lines: string): Vocabulary {
  const ids = new Map(lines.split("\n").map((piece, id) => [piece, id]))
  const special = (piece: string): number => {
    const id = ids.get(piece)
    if (id === undefined) throw new Error(`the vocabulary has no ${piece}`)
    return id
  }
  return { ids, unknown: special("[UNK]"), start: special("[CLS]"), end: special("[SEP]") }
}

const longestWord = 100

/**
 * The word pieces of every word: greedy longest match first (WordPiece, Wu et al. 2016) over the word
 * lower-cased and without accents. A word always has at least one piece.
 */
export function makePieces(vocabulary: Vocabulary): (text: string, words: readonly Span[]) => number[][] {
  const known = new Map<string, number[]>()
  return (text, words) =>
    words.map(({ start, end }) => {
      const word = text.slice(start, end)
      let pieces = known.get(word)
      if (!pieces) {
        pieces = split(plain(word), vocabulary)
        if (known.size < 100_000) known.set(word, pieces)
      }
      return pieces
    })
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{Mn}\p{Cf}]/gu, "")
}

function split(word: string, { ids, unknown }: Vocabulary): number[] {
  if (word.length === 0 || (word.length > longestWord && [...word].length > longestWord)) return [unknown]
  const pieces: number[] = []
  for (let start = 0; start < word.length; ) {
    let end = word.length
    let id: number | undefined
    for (; end > start; end--) {
      id = ids.get((start > 0 ? "##" : "") + word.slice(start, end))
      if (id !== undefined) break
    }
    if (id === undefined) return [unknown]
    pieces.push(id)
    start = end
  }
  return pieces
}
