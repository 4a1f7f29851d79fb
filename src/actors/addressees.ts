import type { Draft } from "../statements/draft.js"
import type { Link } from "../tagger/tagged.js"
import type { Cast } from "./find.js"
import { meaningsOf, type Spoken } from "./speakers.js"

/**
 * Whom a statement was said to, as the report tells it; never who said it.
 *
 * @param enough score from which on somebody is told to be spoken to
 */
export function findAddressees(draft: Draft, cast: Cast, spoken: Spoken, enough: number): number[] {
  const speaker = spoken.candidates[0]?.actor
  const likely = (draft.tagged?.addressees ?? []).filter(({ score }) => score >= enough / 2)
  const linked = meaningsOf(withoutOthers(draft, likely, cast, enough), cast)
    .filter(({ actor, share }) => share >= enough && actor !== speaker && !spoken.together.includes(actor))
    .map(({ actor }) => actor)
  const all = [...new Set([...(spoken.hearers ?? []), ...linked])].sort((a, b) => a - b)
  return all.length === 0 && spoken.told !== undefined ? [spoken.told] : all
}

/** “Asked by Kane, she recalled {telling} {the minister} that …”: where the cue names whom it was told, nobody before it was. */
function withoutOthers({ cue }: Draft, links: readonly Link[], { tagged }: Cast, enough: number): readonly Link[] {
  const [first, last] = [cue[0], cue.at(-1)]
  if (!first || !last) return links
  const behind = (start: number) => start > last.end && start <= last.end + farthest
  if (!links.some(({ mention, score }) => score >= enough && behind(tagged[mention]!.start))) return links
  return links.filter(({ mention }) => tagged[mention]!.start > first.start)
}

/** “ the ” lies between them, or “ his ”. */
const farthest = 7
