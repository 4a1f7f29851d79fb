import { contains, overlaps, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"

/**
 * Words in another paragraph than the cue belong to the cue that stands beside them:
 * “Lopez said: {q1:“It is slow.”} ¶ {q2:“Very slow,”} {c2:said} Reed.”
 */
export function settleContested(drafts: readonly Draft[], paragraphOf: (place: number) => number): Draft[] {
  const withCue = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.cue.length === 0) continue
    const paragraph = paragraphOf(draft.anchor.start)
    const known = withCue.get(paragraph)
    if (known) known.push(draft)
    else withCue.set(paragraph, [draft])
  }
  return drafts.map((draft) => {
    const home = paragraphOf(draft.anchor.start)
    const own = draft.content.filter((part) => {
      const paragraph = paragraphOf(part.start)
      return draft.turn || paragraph === home || !isTaken(part, withCue.get(paragraph) ?? [])
    })
    return own.length > 0 && own.length < draft.content.length ? { ...draft, content: own } : draft
  })
}

/** By one of those whose cue stands in the same paragraph. */
const isTaken = (part: Span, others: readonly Draft[]): boolean =>
  others.some((other) => !contains(part, other.anchor) && other.content.some((its) => overlaps(its, part)))
