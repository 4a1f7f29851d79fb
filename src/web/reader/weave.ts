import { type Span, sliceOf } from "../../text/span.js"

/** A stretch of text that means something, and the entries that it is a part of. */
export interface Strand extends Span {
  readonly part: "content" | "source" | "cue" | "setting" | "evidence" | "label"
  /** places of the entries in their list: statements, or contacts for evidence */
  readonly entries: readonly number[]
}

/** A piece of a strand; a strand that crosses another, or a paragraph's end, is in several pieces. */
export interface Piece {
  readonly strand: Strand
  /** the piece with which the strand begins */
  readonly first: boolean
  readonly inside: readonly Woven[]
}

export type Woven = string | Piece

/**
 * The text of a place with its strands laid into one another.
 *
 *     He said [she told [him] no] → "He said ", { she told, { him }, no }
 */
export function weave(text: string, place: Span, strands: readonly Strand[]): Woven[] {
  const open = strands
    .filter(({ start, end }) => start < place.end && end > place.start)
    .map((strand) => ({ strand, start: Math.max(strand.start, place.start), end: Math.min(strand.end, place.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || rank(a.strand) - rank(b.strand))
  return layOut(text, place, open)
}

interface Cut extends Span {
  readonly strand: Strand
}

function layOut(text: string, place: Span, cuts: readonly Cut[]): Woven[] {
  const woven: Woven[] = []
  const waiting = [...cuts].reverse() // the next one last
  let at = place.start
  while (waiting.length > 0) {
    const outer = waiting.pop()!
    if (outer.start > at) woven.push(sliceOf(text, { start: at, end: outer.start }))
    const inner: Cut[] = []
    const crossing: Cut[] = []
    while (waiting.length > 0 && waiting.at(-1)!.start < outer.end) {
      const next = waiting.pop()!
      inner.push({ ...next, end: Math.min(next.end, outer.end) })
      if (next.end > outer.end) crossing.push({ ...next, start: outer.end })
    }
    // What goes on behind the end is taken up there again, the longest outermost.
    crossing.sort((a, b) => a.end - b.end || rank(b.strand) - rank(a.strand))
    for (const rest of crossing) waiting.push(rest)
    woven.push({
      strand: outer.strand,
      first: outer.start === outer.strand.start,
      inside: layOut(text, outer, inner),
    })
    at = outer.end
  }
  if (at < place.end) woven.push(sliceOf(text, { start: at, end: place.end }))
  return woven
}

// Of strands with the same borders the one that means more lies outside.
const order: readonly Strand["part"][] = ["label", "content", "evidence", "setting", "source", "cue"]
const rank = ({ part }: Strand): number => order.indexOf(part)
