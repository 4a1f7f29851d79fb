import type { Report } from "../record.js"
import { firstEndingAfter } from "../text/span.js"
import type { Clause } from "./participants.js"

export interface Found extends Clause {
  /** Places in the list of actors. */
  readonly between: readonly number[]
}

/**
 * Nobody meets alone. Where a contact is clearly told of and one side is known, “{The two leaders} also discussed the
 * harbour”, the others are those whom this side was last in contact with, or else who may have taken part.
 *
 * @param faintly who may have taken part, from a lower score on
 * @returns the contacts of two and more, in the order given
 */
export function completed(
  { paragraphs }: Report,
  found: readonly Found[],
  faintly: (clause: Clause) => readonly number[],
): Found[] {
  const paragraphOf = ({ evidence }: Clause) => firstEndingAfter(paragraphs, evidence.start)
  const last = new Map<number, Found>()
  const complete = new Map<Found, Found>()
  for (const one of [...found].sort((a, b) => a.evidence.start - b.evidence.start)) {
    const { between, contact } = one
    if (between.length >= 2) {
      for (const actor of between) last.set(actor, one)
      complete.set(one, one)
    } else if (contact.score >= clear) {
      const before = between[0] === undefined ? undefined : last.get(between[0])
      const isNear = before && paragraphOf(one) - paragraphOf(before) <= 1 && before.evidence.end <= one.evidence.start
      const sides = isNear ? before.between : faintly(one)
      if (sides.length >= 2) complete.set(one, { ...one, between: sides })
    }
  }
  return found.flatMap((one) => complete.get(one) ?? [])
}

/** From this score of a contact on it is told of clearly. */
const clear = 0.8
