import { contains } from "../text/span.js"
import type { Draft } from "./draft.js"
import { byContent } from "./enclosing.js"

/**
 * “Reed {supports} the plan” counts where nobody tells of it and where nothing else is told in it: what is attributed
 * in the wider sense is learnt of PolNeAR (Newell et al. 2018), which marks the outermost alone.
 */
export function outermostAttitudes(drafts: readonly Draft[]): Draft[] {
  const around = byContent(drafts)
  const tellersOf = (draft: Draft) =>
    around(draft.anchor).filter(
      (other) => other !== draft && other.content.some((part) => contains(part, draft.anchor)),
    )
  const tellers = new Set(drafts.flatMap(tellersOf))
  return drafts.filter((draft) => !draft.attitude || (!tellers.has(draft) && tellersOf(draft).length === 0))
}
