import type { Parts } from "../tagger/tagged.js"
import { nearest, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"
import { settleSetting } from "./edges.js"
import { timeBeside } from "./when/beside.js"

/** Through what, when and where it was said. */
export function settingsOf(
  text: string,
  parts: Parts,
  source: Span | undefined,
  place: Span,
): Pick<Draft, "via" | "when" | "where"> {
  const taken = [...parts.cue, ...(source ? [source] : [])]
  const seen = (part: "via" | "when" | "where") => {
    const found = nearest(parts[part], place)
    return found ? settleSetting(text, found, { taken, part }) : undefined
  }
  const via = seen("via")
  const when = seen("when") ?? timeBeside(text, { cue: parts.cue, source, via })
  const where = seen("where")
  return { ...(via ? { via } : {}), ...(when ? { when } : {}), ...(where ? { where } : {}) }
}
