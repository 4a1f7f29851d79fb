import type { LogRow } from "../tables.js"
import type { EntryState } from "./states.js"

// A copy for everybody has no log: instead a line for each entry that people handled says that they did, and when, but
// not who it was and why.

export const TOLD = "told"

/** What such a line holds: days and times, the fields that were corrected, and what the person quoted says. */
interface Told {
  readonly added?: string
  readonly corrected?: { readonly at: string; readonly fields: readonly string[] }
  readonly accepted?: string
  readonly disputed?: { readonly at: string; readonly words: string }
}

export type ToldLine = Omit<LogRow, "number">

/** The line for an entry, to be written into the log of the copy; none where nobody handled it. */
export function toldLine(
  report: string,
  entry: string,
  { added, corrected, accepted, disputed }: EntryState,
  blot: (words: string) => string,
): ToldLine | undefined {
  const told: Told = {
    ...(added && { added: added.at }),
    ...(corrected && { corrected: { at: corrected.at, fields: corrected.fields } }),
    ...(accepted && { accepted: accepted.at }),
    ...(disputed && { disputed: { at: disputed.at, words: blot(disputed.words) } }),
  }
  const last = disputed ?? accepted ?? corrected ?? added
  if (!last) return undefined
  const detail = JSON.stringify(told)
  return {
    at: last.at,
    by: "",
    reason: "",
    deed: TOLD,
    report,
    entry,
    detail,
    before: null,
    undoes: null,
    state: "applied",
  }
}

/** The state that a line tells of; whoever it was has no name. */
export function stateTold({ number, detail }: Pick<LogRow, "number" | "detail">): Omit<EntryState, "seen"> {
  const { added, corrected, accepted, disputed } = JSON.parse(detail) as Told
  const signed = (at: string) => ({ number, by: "", at })
  return {
    ...(added && { added: signed(added) }),
    ...(corrected && { corrected: { ...signed(corrected.at), fields: corrected.fields } }),
    ...(accepted && { accepted: signed(accepted) }),
    ...(disputed && { disputed: { ...signed(disputed.at), words: disputed.words } }),
  }
}
