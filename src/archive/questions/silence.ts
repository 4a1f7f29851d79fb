import type { Contact } from "../../record.js"

// "He has not spoken with the White House since its vice president met him over the summer", and another report tells
// of a meeting on 8 December. Whether the two stand against each other is decided here, and nothing is said about who
// is right. Where there is doubt they do not: a conflict that is none is worse than one that is left to the reader.

/** One telling of a contact, as far as a silence can be held against it. */
export interface Told {
  /** who took part: any two equal strings are one person or body */
  readonly between: readonly string[]
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  /** told as a fact: by the report itself, or in words that plainly assert it; not in a question or a denial */
  readonly plainly: boolean
  /** the same for a report and its copies */
  readonly report: string
  /** when, in the widest reading; never the day of the report instead */
  readonly from?: string
  readonly to?: string
  readonly surely?: { readonly from: string; readonly to: string }
}

/** Whether somebody speaks for a body on all of these days. */
export type SpeaksFor = (member: string, body: string, from: string, to: string) => boolean

/** Whether a contact that is said to have happened lies surely in a silence that another report tells of. */
export function standsAgainst(contact: Told, silence: Told, speaksFor: SpeaksFor): boolean {
  if (contact.status !== "happened" || silence.status !== "not-happened") return false
  if (!contact.plainly || !silence.plainly || contact.report === silence.report) return false
  if (!broken[silence.mode].includes(contact.mode)) return false
  const { from, to } = contact
  const { surely } = silence
  if (from === undefined || to === undefined || !surely) return false
  // A silence begins with what it is reckoned from: "since they met on 3 May" is silent about that meeting. It ends
  // with the day on which it is told, that day included.
  if (from <= surely.from || to > surely.to) return false
  return areAll(
    silence.between,
    contact.between,
    (side, present) => side === present || speaksFor(present, side, from, to),
  )
}

/**
 * Which contacts break which silence. Whoever meets or visits speaks, but whoever writes does not. A talk may have been
 * on the telephone, so it is no surely broken "has not met", and a talk may have been face to face, so it is no surely
 * broken "has not called". Who went to whom a record does not say, so no visit breaks "has not visited". "Other" is
 * what the words for contact as such become, "has had no contact with": any kind breaks that; but a contact of a kind
 * that nobody knows breaks nothing.
 */
const broken: { readonly [M in Contact["mode"]]: readonly Contact["mode"][] } = {
  talk: ["talk", "call", "meet", "visit"],
  meet: ["meet", "visit"],
  call: ["call"],
  write: ["write"],
  visit: [],
  other: ["talk", "call", "meet", "visit", "write"],
}

/** Whether every side is a different one of those present. */
function areAll(
  sides: readonly string[],
  present: readonly string[],
  is: (side: string, present: string) => boolean,
): boolean {
  const [side, ...others] = sides
  if (side === undefined) return true
  return present.some(
    (one, n) =>
      is(side, one) &&
      areAll(
        others,
        present.filter((_, m) => m !== n),
        is,
      ),
  )
}
