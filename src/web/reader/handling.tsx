import { dayWords } from "../dates.js"
import { Dispute } from "../dispute.js"
import { isCallable, storyPath } from "../entry/story.js"
import { useVisit } from "../visit.js"
import type { Reading } from "./reading.js"

/** Who did something to an entry, and when (ISO 8601). */
export interface Signature {
  readonly by: string
  readonly at: string
}

/** What people did to an entry, as far as it holds. */
export interface EntryState {
  /** to be given back with a change, so that nobody changes what they did not see */
  readonly seen: string
  readonly added?: Signature
  readonly corrected?: Signature
  readonly accepted?: Signature
  readonly disputed?: Signature & { readonly words: string }
}

/** What people did to the entries of a report. */
export interface Handling {
  readonly states: ReadonlyMap<string, EntryState>
  readonly withdrawn: readonly { readonly id: string; readonly words: string }[]
  /** what fits nowhere in the newest reading */
  readonly orphaned: readonly (Signature & {
    readonly number: number
    readonly deed: string
    readonly reason: string
    readonly words: string
  })[]
}

export const untouched: Handling = { states: new Map(), withdrawn: [], orphaned: [] }

/** "disputed", "corrected": what a reader has to know before they open the card */
export function badgesOf(reading: Reading, entry: string): readonly string[] {
  const { added, corrected, accepted, disputed } = reading.stateOf(entry) ?? {}
  return [
    ...(disputed ? ["disputed"] : []),
    ...(added ? ["added by a person"] : []),
    ...(corrected ? ["corrected"] : []),
    ...(accepted ? ["found right"] : []),
  ]
}

/** By whom it was added, corrected and found right; what the person quoted says; and the way to its history. */
export function Handled({ reading, entry }: { reading: Reading; entry: string }) {
  const { added, corrected, accepted } = reading.stateOf(entry) ?? {}
  return (
    <>
      <Disputed reading={reading} entry={entry} />
      <Did what="Added" signature={added} />
      <Did what="Corrected" signature={corrected} />
      <Did what="Compared with the report and found right" signature={accepted} />
    </>
  )
}

/** What somebody says against it whom it quotes, or who is said to have been in contact or not. */
export function Disputed({ reading, entry }: { reading: Reading; entry: string }) {
  const { disputed } = reading.stateOf(entry) ?? {}
  return disputed ? <Dispute {...disputed} /> : null
}

function Did({ what, signature }: { what: string; signature: Signature | undefined }) {
  if (!signature) return null
  return (
    <p>
      {what}
      {signature.by && ` by ${signature.by}`}, {dayWords(signature.at)}
    </p>
  )
}

/** The way to an entry's own page. */
export function HistoryLink({ reading, entry }: { reading: Reading; entry: string }) {
  const { mayWrite, person } = useVisit()
  const may = mayWrite && person !== undefined
  if (!isCallable(entry)) return null
  return <a href={storyPath(reading.record.report.id, entry)}>{may ? "Correct" : "History"}</a>
}

/** To be ticked by whoever finds an entry right; who may not, or where somebody did already, gets none. */
export function Tick({ reading, entry }: { reading: Reading; entry: string }) {
  const { mayWrite, person } = useVisit()
  const state = reading.stateOf(entry)
  if (!mayWrite || person === undefined || !state || state.accepted || !isCallable(entry)) return null
  return (
    <input
      type="checkbox"
      form="ok"
      name="entry"
      value={`${entry} ${state.seen}`}
      aria-label={`${reading.numberOf(entry)} is right`}
    />
  )
}
