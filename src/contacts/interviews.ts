import { findAddressees } from "../actors/addressees.js"
import type { Cast } from "../actors/find.js"
import type { Spoken } from "../actors/speakers.js"
import type { Draft } from "../statements/draft.js"
import type { Context } from "../statements/find.js"
import { type Span, sliceOf } from "../text/span.js"

/** An interview that a statement was made in. */
export interface Interview {
  /** “Ruiz told Radio Dorn in an interview” */
  readonly evidence: Span
  readonly anchor: Span
  readonly when?: Span
  /** Places in the list of actors. */
  readonly between: readonly number[]
}

/**
 * “Ruiz told Radio Dorn {in an interview} that …” tells of a conversation too: so in 154 of 158 statements marked by hand
 * that were made to somebody in an interview.
 */
export function interviewsOf(
  { report, decisions }: Context,
  drafts: readonly Draft[],
  cast: Cast,
  spoken: ReadonlyMap<string, Spoken>,
): Interview[] {
  return drafts.flatMap((draft) => {
    const { cue, source, via, when } = draft
    const own = spoken.get(draft.id)!
    const [speaker] = own.candidates
    const isInterview = via && /\binterview\b/i.test(sliceOf(report.text, via))
    if (!isInterview || !cue[0] || !speaker || speaker.share < decisions.speaker) return []
    if (draft.within !== undefined || draft.polarity !== "asserted") return []
    const addressees = findAddressees(draft, cast, own, decisions.addressee)
    const parts = [...cue, ...source, via]
    const evidence = {
      start: Math.min(...parts.map(({ start }) => start)),
      end: Math.max(...parts.map(({ end }) => end)),
    }
    if (addressees.length === 0 || evidence.end - evidence.start > longest) return []
    const between = [...new Set([speaker.actor, ...addressees])].sort((a, b) => a - b)
    return [{ evidence, anchor: cue[0], between, ...(when ? { when } : {}) }]
  })
}

/** Farther apart they stand in two clauses. */
const longest = 160

/** How often it is so. */
export const interviewScore = 0.95
