import { calibrated, type Decisions } from "../decisions.js"
import type { Spoken } from "./speakers.js"

/** How likely the first candidate is the speaker, from its share and from how the source names it. */
export function speakerConfidence({ candidates, form }: Spoken, decisions: Decisions): number {
  const [first] = candidates
  return first ? calibrated(decisions, form, first.share) : 0
}
