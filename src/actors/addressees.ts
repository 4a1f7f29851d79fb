import type { Draft } from "../statements/draft.js"
import type { Cast } from "./find.js"
import { meaningsOf, type Spoken } from "./speakers.js"

/**
 * Whom a statement was said to, as the report tells it; never who said it.
 *
 * @param enough score from which on somebody is told to be spoken to
 */
export function findAddressees(draft: Draft, cast: Cast, spoken: Spoken, enough: number): number[] {
  const speaker = spoken.candidates[0]?.actor
  const linked = meaningsOf(
    (draft.tagged?.addressees ?? []).filter(({ score }) => score >= enough / 2),
    cast,
  )
    .filter(({ actor, share }) => share >= enough && actor !== speaker && !spoken.together.includes(actor))
    .map(({ actor }) => actor)
  const all = [...new Set([...(spoken.hearers ?? []), ...linked])].sort((a, b) => a - b)
  return all.length === 0 && spoken.told !== undefined ? [spoken.told] : all
}
