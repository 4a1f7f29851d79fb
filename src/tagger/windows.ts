import type { Span } from "../text/span.js"

/** A stretch of words that the network sees at once, word numbers half-open; answers are taken from the core. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly coreFrom: number
  readonly coreTo: number
}

/** Pieces, the two marks at either end not counted. */
const room = 510
const leftContext = 112
const rightContext = 48

/**
 * Cuts a report into windows whose cores tile it. A report that fits is one window; a longer one is cut at
 * paragraphs into cores of about equal size, each seen with what stands before and after it.
 *
 * @param sizes pieces of each word
 */
export function cutWindows(sizes: readonly number[], words: readonly Span[], paragraphs: readonly Span[]): Window[] {
  const before = cumulate(sizes)
  const total = before[sizes.length]!
  if (sizes.length === 0) return []
  if (total <= room) return [{ from: 0, to: sizes.length, coreFrom: 0, coreTo: sizes.length }]
  const coreRoom = room - leftContext - rightContext
  const wanted = total / Math.ceil(total / (coreRoom * 0.9))
  const starts = new Set(paragraphStarts(words, paragraphs))
  const windows: Window[] = []
  for (let coreFrom = 0; coreFrom < sizes.length; ) {
    const coreTo = coreEnd(before, coreFrom, wanted, coreRoom, starts)
    let from = coreFrom
    while (from > 0 && before[coreFrom]! - before[from - 1]! <= leftContext) from--
    let to = coreTo
    while (
      to < sizes.length &&
      before[to + 1]! - before[from]! <= room &&
      before[to + 1]! - before[coreTo]! <= rightContext
    )
      to++
    windows.push({ from, to, coreFrom, coreTo })
    coreFrom = coreTo
  }
  return windows
}

/** The paragraph start nearest to the wanted size; where no paragraph starts in reach, as many words as fit. */
function coreEnd(
  before: readonly number[],
  coreFrom: number,
  wanted: number,
  coreRoom: number,
  starts: ReadonlySet<number>,
): number {
  const last = before.length - 1
  let best: number | undefined
  let end = coreFrom
  while (end < last && before[end + 1]! - before[coreFrom]! <= coreRoom) {
    end++
    const miss = (at: number) => Math.abs(before[at]! - before[coreFrom]! - wanted)
    if ((starts.has(end) || end === last) && (best === undefined || miss(end) < miss(best))) best = end
  }
  // A single word of more pieces than fit stands alone; its window is cut to the network's room.
  if (end === coreFrom) return coreFrom + 1
  return best ?? end
}

function paragraphStarts(words: readonly Span[], paragraphs: readonly Span[]): number[] {
  const starts: number[] = []
  let word = 0
  for (const paragraph of paragraphs) {
    while (word < words.length && words[word]!.start < paragraph.start) word++
    starts.push(word)
  }
  return starts
}

function cumulate(sizes: readonly number[]): number[] {
  const before = [0]
  for (const size of sizes) before.push(before.at(-1)! + size)
  return before
}
