import { contains, overlaps, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"
import { byContent } from "./enclosing.js"

/**
 * Words in another paragraph than the cue belong to the cue that stands beside them:
 * “Lopez said: {q1:“It is slow.”} ¶ {q2:“Very slow,”} {c2:said} Reed.”
 */
export function settleContested(drafts: readonly Draft[], paragraphOf: (place: number) => number): Draft[] {
  const around = byContent(drafts)
  return drafts.map((draft) => {
    const own = draft.content.filter((part) => !isTaken(part, draft, around(part), paragraphOf))
    return own.length > 0 && own.length < draft.content.length ? { ...draft, content: own } : draft
  })
}

function isTaken(part: Span, draft: Draft, others: readonly Draft[], paragraphOf: (place: number) => number): boolean {
  const paragraph = paragraphOf(part.start)
  if (draft.turn || paragraphOf(draft.anchor.start) === paragraph) return false
  return others.some(
    (other) =>
      other !== draft &&
      other.cue.length > 0 &&
      paragraphOf(other.anchor.start) === paragraph &&
      !contains(part, other.anchor) &&
      other.content.some((its) => overlaps(its, part)),
  )
}
