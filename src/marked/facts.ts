import { type Places, placesOf, touching } from "../text/places.js"
import { contains, type Span } from "../text/span.js"

// What the printed marks leave out because it follows from what they show.

interface Told {
  readonly id: string
  readonly content: readonly Span[]
}

export type Contents<T extends Told> = Places<Span & { readonly of: T }>

export const contentsOf = <T extends Told>(statements: readonly T[]): Contents<T> =>
  placesOf(statements.flatMap((of) => of.content.map(({ start, end }) => ({ start, end, of }))))

const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** The innermost statement in whose content all of these words stand; the words of a statement are told by a longer one. */
export function innermost<T extends Told>(contents: Contents<T>, words: readonly Span[], self?: string): T | undefined {
  let best: T | undefined
  for (const { of: outer } of touching(contents, words[0]!)) {
    if (outer.id === self || (self && length(outer.content) <= length(words))) continue
    if (best && length(outer.content) >= length(best.content)) continue
    if (words.every((part) => outer.content.some((whole) => contains(whole, part)))) best = outer
  }
  return best
}

/** 1, and one more for every change of speaker on the way out. */
export function removeOf(
  statement: { readonly speakers: readonly string[]; readonly within?: string },
  byId: ReadonlyMap<string, { readonly speakers: readonly string[]; readonly within?: string }>,
): number {
  let remove = 1
  const seen = new Set([statement])
  for (let inner = statement; inner.within !== undefined; ) {
    const outer = byId.get(inner.within)
    if (!outer || seen.has(outer)) break
    if (outer.speakers.toSorted().join() !== inner.speakers.toSorted().join()) remove++
    seen.add(outer)
    inner = outer
  }
  return remove
}
