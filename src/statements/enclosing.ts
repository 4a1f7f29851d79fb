import { contains, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"

const bucketSize = 1024

/** Whatever has words in the text: a draft its content. */
interface Worded {
  readonly content: readonly Span[]
}

/** Finds drafts by what their contents cover, without looking at all of them. */
export function byContent(drafts: readonly Draft[]): (span: Span) => Draft[] {
  const buckets = new Map<number, Draft[]>()
  for (const draft of drafts) addTo(buckets, draft)
  return (span) => near(buckets, span)
}

/** Puts it into every bucket that its content touches. */
export function addTo<T extends Worded>(buckets: Map<number, T[]>, worded: T): void {
  for (const number of new Set(worded.content.flatMap(bucketsOf))) {
    const bucket = buckets.get(number)
    if (bucket) bucket.push(worded)
    else buckets.set(number, [worded])
  }
}

export function near<T extends Worded>(buckets: ReadonlyMap<number, readonly T[]>, span: Span): T[] {
  return [...new Set(bucketsOf(span).flatMap((number) => buckets.get(number) ?? []))]
}

function bucketsOf({ start, end }: Span): number[] {
  const numbers: number[] = []
  for (let number = Math.floor(start / bucketSize); number * bucketSize < end; number++) numbers.push(number)
  return numbers
}

/** The statement with the shortest content that holds a place. */
export function innermost(around: readonly Draft[], place: Span): Draft | undefined {
  let best: Draft | undefined
  for (const draft of around) {
    if (draft.content.some((part) => contains(part, place)) && (!best || lengthOf(draft) < lengthOf(best))) best = draft
  }
  return best
}

export const lengthOf = (draft: Draft): number => draft.content.reduce((sum, { start, end }) => sum + end - start, 0)
