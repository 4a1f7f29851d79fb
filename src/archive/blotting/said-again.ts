import type { Span } from "../../text/span.js"
import { type Token, tokensOf } from "../questions/difference.js"
import { blotSpans } from "./mask.js"

/** So many words in a row that somebody said are theirs wherever they stand; fewer only where they are all of a piece. */
const RUN = 4
/** “No” is nobody's. */
const LEAST = 2
/** In a text others speak, too: a caption or a pull quote repeats more in a row, or all that was said. */
const RUN_IN_TEXT = 6

/** Blots pieces that were said out of words that people wrote beside a report, signs and capitals aside: titles, reasons, disputes. */
export function blotSaid(pieces: readonly string[]): (words: string) => string {
  const places = placesOfRuns(pieces, LEAST, RUN)
  return (words) => blotSpans(words, places(words))
}

/** Where a text says again what was said in it. */
export const saidAgain = (pieces: readonly string[], text: string): Span[] =>
  placesOfRuns(pieces, RUN, RUN_IN_TEXT)(text)

function placesOfRuns(pieces: readonly string[], least: number, most: number): (words: string) => Span[] {
  const runs = new Set(
    pieces.flatMap((piece) => {
      const tokens = tokensOf(piece)
      return tokens.length < least ? [] : runsOf(tokens, Math.min(most, tokens.length)).map(({ run }) => run)
    }),
  )
  const lengths = Array.from({ length: most - least + 1 }, (_, n) => least + n)
  return (words) => {
    const tokens = tokensOf(words)
    return lengths.flatMap((length) => runsOf(tokens, length)).filter(({ run }) => runs.has(run))
  }
}

/** Whether a piece is long enough to be theirs anywhere: “climate change” is not. */
export const isRun = (piece: string): boolean => tokensOf(piece).length >= RUN

const runsOf = (tokens: readonly Token[], length: number) =>
  tokens.slice(0, Math.max(0, tokens.length - length + 1)).map(({ start }, at) => {
    const some = tokens.slice(at, at + length)
    return { start, end: some.at(-1)!.end, run: some.map(({ folded }) => folded).join(" ") }
  })
