import type { Span } from "../text/span.js"
import type { Draft } from "./draft.js"

/**
 * “{On Monday} Reed praised the vote and warned Kane”, “{In a letter}, Reed thanked Kane, adding …”: what opens the
 * sentence before whoever speaks goes for all that he says in it. Marked by hand it is so of 125 in 143.
 */
export function shareOpenings(drafts: readonly Draft[]): Draft[] {
  const whens = openings(drafts, "when")
  const vias = openings(drafts, "via")
  return drafts.map((draft) => {
    const when = draft.when ?? ofSource(whens, draft)
    const via = draft.via ?? ofSource(vias, draft)
    return { ...draft, ...(when ? { when } : {}), ...(via ? { via } : {}) }
  })
}

/** By the place of the source: what stands before it. */
function openings(drafts: readonly Draft[], part: "when" | "via"): ReadonlyMap<number, Span> {
  return new Map(
    drafts.flatMap((draft) => {
      const [source] = draft.source
      const opening = draft[part]
      return source && opening && opening.end <= source.start ? [[source.start, opening] as const] : []
    }),
  )
}

const ofSource = (openings: ReadonlyMap<number, Span>, { source }: Draft): Span | undefined =>
  source[0] ? openings.get(source[0].start) : undefined
