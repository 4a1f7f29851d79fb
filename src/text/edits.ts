import type { Span } from "./span.js"

/**
 * `source[from, to)` became `text[start, end)`. Between edits the two agree.
 * Empty on the text's side where something was dropped, on the source's side where something was put in.
 */
export interface Edit extends Span {
  readonly from: number
  readonly to: number
}

/** Where in the source a span of the text begins: after a tag that was dropped there. */
export function startInSource(edits: readonly Edit[], position: number): number {
  const place = firstPlace(edits, (edit) => position < edit.end)
  const edit = edits[place]
  return edit && edit.start < position ? edit.from : position + shiftBefore(edits, place)
}

/** Where in the source a span of the text ends: before a tag that was dropped there. */
export function endInSource(edits: readonly Edit[], position: number): number {
  const place = firstPlace(edits, (edit) => position <= edit.start || position < edit.end)
  const edit = edits[place]
  return edit && edit.start < position ? edit.to : position + shiftBefore(edits, place)
}

const shiftBefore = (edits: readonly Edit[], place: number): number => {
  const edit = edits[place - 1]
  return edit ? edit.to - edit.end : 0
}

/** The first place from which on all edits are as wanted, found by halving: a long page has thousands of edits. */
function firstPlace(edits: readonly Edit[], wanted: (edit: Edit) => boolean): number {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (wanted(edits[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Walks through a source once, from front to back, and remembers what it changes. For "Reed &amp; Kane":
 * `keep(5)` lets "Reed " stand, `replace(10, "&")` makes one letter of the next five, `finish()` keeps the rest.
 */
export interface TextBuilder {
  readonly keep: (to: number) => void
  readonly replace: (to: number, words: string) => void
  readonly drop: (to: number) => void
  readonly finish: () => { text: string; edits: Edit[] }
}

export function buildText(source: string): TextBuilder {
  const pieces: string[] = []
  const edits: Edit[] = []
  let read = 0
  let written = 0

  const keep = (to: number): void => {
    requireAhead(read, to, source.length)
    write(source.slice(read, to))
    read = to
  }
  const replace = (to: number, words: string): void => {
    requireAhead(read, to, source.length)
    if (to === read && words === "") return
    const last = edits.at(-1)
    const edit = { start: written, end: written + words.length, from: read, to }
    // Tag after tag is dropped as one.
    if (last && words === "" && last.to === read && last.start === last.end) edits[edits.length - 1] = { ...last, to }
    else edits.push(edit)
    write(words)
    read = to
  }
  const write = (words: string): void => {
    pieces.push(words)
    written += words.length
  }
  const finish = (): { text: string; edits: Edit[] } => {
    keep(source.length)
    return { text: pieces.join(""), edits }
  }
  return { keep, replace, drop: (to) => replace(to, ""), finish }
}

function requireAhead(read: number, to: number, length: number): void {
  if (to < read || to > length)
    throw new RangeError(`position ${to} is not between ${read} and the source's end ${length}`)
}

/** A source became a middle text by `first`, that one a text by `second`: the edits that lead from text to source. */
export function compose(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const composed: Edit[] = []
  // How much further on the same letter stands in the source, and in the text, than in the middle.
  let inSource = 0
  let inText = 0
  let [one, two] = [0, 0]
  while (one < first.length || two < second.length) {
    const start = Math.min(first[one]?.start ?? Number.POSITIVE_INFINITY, second[two]?.from ?? Number.POSITIVE_INFINITY)
    const [from, startInText] = [start + inSource, start + inText]
    let end = start
    // Changes that overlap in the middle become one; those that only touch stay apart, the empty one first.
    let grown = false
    do {
      const nextFirst = first[one]
      const nextSecond = second[two]
      const joins = (at: number | undefined): boolean => at !== undefined && (grown ? at < end : at === start)
      const firstJoins = nextFirst !== undefined && joins(nextFirst.start)
      const secondJoins = nextSecond !== undefined && joins(nextSecond.from)
      if (firstJoins && (!secondJoins || byMiddle(nextFirst, nextSecond) <= 0)) {
        end = Math.max(end, nextFirst.end)
        inSource = nextFirst.to - nextFirst.end
        one += 1
      } else if (secondJoins) {
        end = Math.max(end, nextSecond.to)
        inText = nextSecond.end - nextSecond.to
        two += 1
      } else break
      grown = true
    } while (one < first.length || two < second.length)
    composed.push({ start: startInText, end: end + inText, from, to: end + inSource })
  }
  return composed
}

const byMiddle = (one: Edit, two: Edit): number => one.start - two.from || one.end - two.to
