import { contains } from "../text/span.js"
import type { Draft } from "./draft.js"
import { byContent, innermost, lengthOf } from "./enclosing.js"

/** Tells each statement in whose content it is told: the shortest content that holds its anchor. */
export function nest(drafts: readonly Draft[]): Draft[] {
  const around = byContent(drafts)
  return drafts.map((draft) => {
    const outer = innermost(
      around(draft.anchor).filter((other) => other !== draft && isOuter(other, draft)),
      draft.anchor,
    )
    return outer ? { ...draft, within: outer.id } : draft
  })
}

/** Of two that hold each other's anchors the longer is the outer, so that nothing is told within itself. */
function isOuter(outer: Draft, inner: Draft): boolean {
  const [longer, shorter] = [lengthOf(outer), lengthOf(inner)]
  if (longer !== shorter) return longer > shorter
  return outer.anchor.start < inner.anchor.start && !inner.content.some((part) => contains(part, outer.anchor))
}
