import { diffArrays } from "diff"
import type { Span } from "../../text/span.js"
import { fold } from "../fold.js"

/** A word with its place; `folded` is what counts: marks, case, accents and brackets do not. */
export interface Token extends Span {
  readonly folded: string
}

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: fold(match[0]),
  }))

/** Tokens as people read them: “can’t” and “Reed’s” are one word, and what differs is shown in whole words. */
function wordsOf(text: string): Token[] {
  const words: Token[] = []
  for (const token of tokensOf(text)) {
    const before = words.at(-1)
    if (before && /^['’]$/.test(text.slice(before.end, token.start)))
      words.splice(-1, 1, { start: before.start, end: token.end, folded: `${before.folded}'${token.folded}` })
    else words.push(token)
  }
  return words
}

/** A run of words that both have, or only one. */
export interface Piece {
  readonly in: "both" | "asked" | "reported"
  /** verbatim; of what both have, as reported */
  readonly words: string
}

export interface Likeness {
  /** the reported words that come closest */
  readonly place: Span
  readonly pieces: readonly Piece[]
  /** how many of the words asked about stand there in order, of all words of both */
  readonly likeness: number
}

/** Where a text comes closest to the words asked about, and what differs there. */
export function closest(asked: string, text: string): Likeness | undefined {
  const wanted = wordsOf(asked)
  const window = bestWindow(wanted, wordsOf(text))
  const changes = diffArrays(wanted, window, { comparator: (a, b) => a.folded === b.folded })
  const isCommon = ({ added, removed }: { readonly added?: boolean; readonly removed?: boolean }) => !added && !removed
  const first = changes.findIndex(isCommon)
  if (first < 0) return undefined
  const last = changes.findLastIndex(isCommon)
  // What the report says before and after is no difference, but for what stands there instead of words asked about.
  const removedIn = (side: typeof changes) => side.find(({ removed }) => removed)?.value ?? []
  const kept = changes.flatMap((change, n) => {
    const { added, value } = change
    if (!added || (n > first && n < last)) return [change]
    const isBefore = n < first
    const away = isBefore
      ? unbroken(value.toReversed(), changes[first]!.value[0]!, text)
      : unbroken(value, changes[last]!.value.at(-1)!, text)
    const instead = away.slice(0, asMany(away, removedIn(isBefore ? changes.slice(0, first) : changes.slice(last + 1))))
    return instead.length > 0 ? [{ ...change, value: isBefore ? instead.toReversed() : instead }] : []
  })
  const pieces = kept.map(({ value, added, removed }): Piece => {
    const from = removed ? asked : text
    const words = from.slice(value[0]!.start, value.at(-1)!.end)
    return { in: removed ? "asked" : added ? "reported" : "both", words }
  })
  const reported = kept.filter(({ removed }) => !removed).flatMap(({ value }) => value)
  const sizeOf = (some: typeof changes) => some.reduce((sum, { value }) => sum + value.length, 0)
  const within = changes.slice(first, last + 1).filter(({ removed }) => !removed)
  return {
    place: { start: reported[0]!.start, end: reported.at(-1)!.end },
    pieces,
    likeness: (2 * sizeOf(changes.filter(isCommon))) / (wanted.length + sizeOf(within)),
  }
}

/** Those of the words that lead away from one which are in one clause with it. */
function unbroken(away: readonly Token[], from: Token, text: string): Token[] {
  const end = away.findIndex((token, n) => {
    const near = away[n - 1] ?? from
    return !/^[\s'’-]*$/.test(text.slice(Math.min(near.end, token.end), Math.max(near.start, token.start)))
  })
  return away.slice(0, end < 0 ? away.length : end)
}

/** How many words that lead away stand in the place of others: as many, or those that spell the same, “cyber criminals” for “cybercriminals”. */
function asMany(away: readonly Token[], instead: readonly Token[]): number {
  const spelled = lettersOf(instead)
  const same = away.findIndex((_, n) => lettersOf(away.slice(0, n + 1)) === spelled)
  return same < 0 ? Math.min(away.length, instead.length) : same + 1
}

const lettersOf = (tokens: readonly Token[]): string =>
  tokens
    .toSorted((a, b) => a.start - b.start)
    .map(({ folded }) => folded)
    .join("")

/** The stretch of the text, half as long again as the words asked about, that has most of them. */
function bestWindow(wanted: readonly Token[], tokens: readonly Token[]): Token[] {
  const size = Math.ceil(wanted.length * 1.5)
  const step = Math.max(1, Math.floor(wanted.length / 4))
  const counts = new Map<string, number>()
  for (const { folded } of wanted) counts.set(folded, (counts.get(folded) ?? 0) + 1)
  let best: Token[] = []
  let most = -1
  for (let from = 0; from === 0 || from + size - step < tokens.length; from += step) {
    const window = tokens.slice(from, from + size)
    const left = new Map(counts)
    let held = 0
    for (const { folded } of window) {
      const count = left.get(folded) ?? 0
      if (count > 0) held++
      left.set(folded, count - 1)
    }
    if (held > most) {
      most = held
      best = window
    }
  }
  return best
}

/** Where phrases stand in a text one after the other; undefined where they do not. */
export function placeOfPhrases(phrases: readonly (readonly string[])[], text: string): Span | undefined {
  const tokens = tokensOf(text)
  let at = 0
  let start: number | undefined
  let end = 0
  for (const phrase of phrases) {
    const found = tokens.findIndex(
      (_, n) =>
        n >= at &&
        phrase.every((word, m) => tokens[n + m]?.folded === word) &&
        !isNegated(text, tokens[n + phrase.length - 1]!),
    )
    if (found < 0) return undefined
    start ??= tokens[found]!.start
    at = found + phrase.length
    end = tokens[at - 1]!.end
  }
  return start === undefined ? undefined : { start, end }
}

/** “We can” is not what was said with “We can’t”. */
const isNegated = (text: string, { end }: Span): boolean => /^['’]t(?!\p{L})/u.test(text.slice(end, end + 3))
