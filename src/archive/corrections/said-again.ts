import { type Token, tokensOf } from "../questions/difference.js"
import { blotSpans } from "./mask.js"

/** So many words in a row that somebody said are theirs wherever they stand; fewer only where they are all of a piece. */
const RUN = 4
/** “No” is nobody's. */
const LEAST = 2

/** Blots pieces that were said out of words that people wrote beside a report, signs and capitals aside: titles, reasons, disputes. */
export function blotSaid(pieces: readonly string[]): (words: string) => string {
  const runs = new Set(
    pieces.flatMap((piece) => {
      const tokens = tokensOf(piece)
      return tokens.length < LEAST ? [] : runsOf(tokens, Math.min(RUN, tokens.length)).map(({ run }) => run)
    }),
  )
  return (words) => {
    const tokens = tokensOf(words)
    const places = [2, 3, RUN].flatMap((length) => runsOf(tokens, length)).filter(({ run }) => runs.has(run))
    return blotSpans(words, places)
  }
}

/** Whether a piece is long enough to be theirs anywhere: “climate change” is not. */
export const isRun = (piece: string): boolean => tokensOf(piece).length >= RUN

const runsOf = (tokens: readonly Token[], length: number) =>
  tokens.slice(0, Math.max(0, tokens.length - length + 1)).map(({ start }, at) => {
    const some = tokens.slice(at, at + length)
    return { start, end: some.at(-1)!.end, run: some.map(({ folded }) => folded).join(" ") }
  })
