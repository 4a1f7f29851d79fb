import type { Contact } from "../record.js"

/**
 * “spoke to Kane {by telephone}”, “told him so {on the phone}”: a call, and not only a talk. So it is of 30 in 32 marked
 * by hand.
 *
 * @param after the sentence after the word that tells of it
 */
export function modeOf(mode: Contact["mode"], after: string): Contact["mode"] {
  return (mode === "talk" || mode === "other") && onThePhone.test(after.slice(0, reach)) ? "call" : mode
}

const reach = 80
const onThePhone = /^[^.;:“”"]*\b(?:by|on the|over the|via) (?:tele)?phone\b/i
