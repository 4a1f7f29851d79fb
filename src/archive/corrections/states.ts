import { sliceOf } from "../../text/span.js"
import type { Cut } from "../blotting/cut.js"
import { blotBeside, withoutEntriesOf } from "../blotting/shown.js"
import { hiddenCut } from "../hidden.js"
import type { Archive } from "../open.js"
import type { LogRow } from "../tables.js"
import type { Corrected } from "./correct.js"
import { correctedRow } from "./current.js"
import { entryDeeds, seenOf } from "./deeds.js"
import { deedOf } from "./log.js"
import { stateTold, TOLD } from "./told.js"

/** Who did something to an entry last, and when; in a copy for everybody `by` is empty. */
export type Signature = Pick<LogRow, "number" | "by" | "at">

/** What people did to an entry, as far as it holds. */
export interface EntryState {
  /** to be given back with a change, so that nobody changes what they did not see */
  readonly seen: string
  readonly added?: Signature
  /** with the fields that were given anew */
  readonly corrected?: Signature & { readonly fields: readonly string[] }
  readonly accepted?: Signature
  readonly disputed?: Signature & { readonly words: string }
}

/** An entry that a person took out of its report. */
export interface Withdrawn {
  readonly id: string
  /** what was said, or what tells of the contact */
  readonly words: string
}

/** What a person did to an entry that is not in the newest reading any more. */
export interface Orphaned extends Signature {
  readonly deed: string
  readonly reason: string
  /** the words that it was about, where they stood in the report; "" for an entry that was to be added */
  readonly words: string
}

export interface Handling {
  /** by entry id: every statement and contact of the report */
  readonly states: ReadonlyMap<string, EntryState>
  /** those that may be shown, in the order of the text */
  readonly withdrawn: readonly Withdrawn[]
  readonly orphaned: readonly Orphaned[]
}

/** What people did to the entries of a report. */
export async function handlingOf({ db }: Archive, report: number): Promise<Handling> {
  const row = await db.selectFrom("reports").selectAll().where("number", "=", report).executeTakeFirstOrThrow()
  const corrected = await correctedRow(db, row)
  const cut = await hiddenCut(db, report, corrected)
  const blot = blotBeside(cut)
  const lines = await db
    .selectFrom("log")
    .select(["number", "by", "at", "deed", "entry", "reason", "detail", "state"])
    .where("report", "=", row.id)
    .where("deed", "in", [...entryDeeds, TOLD])
    .where("state", "!=", "undone")
    .orderBy("number")
    .execute()
  return {
    states: statesOf(
      corrected,
      lines.filter(({ state }) => state === "applied"),
      blot,
    ),
    withdrawn: withdrawnOf(corrected, cut),
    orphaned: lines.filter(({ state }) => state === "orphaned").map((line) => orphanOf(line, blot)),
  }
}

type Line = Pick<LogRow, "number" | "by" | "at" | "deed" | "entry" | "reason" | "detail">

function orphanOf({ detail, reason, ...line }: Line, blot: (words: string) => string): Orphaned {
  const deed = deedOf({ ...line, detail })
  const words = "entry" in deed ? deed.entry.words.map(({ exact }) => exact).join(" … ") : ""
  const { number, by, at } = line
  return { number, by, at, deed: line.deed, reason: blot(reason), words: blot(words) }
}

function statesOf(
  { record, accepted, disputes, steps }: Corrected,
  lines: readonly Line[],
  blot: (words: string) => string,
): Handling["states"] {
  const states = new Map<string, EntryState>()
  for (const entry of [...record.statements, ...record.contacts]) states.set(entry.id, { seen: seenOf(entry) })
  for (const { deed, number, by, at, ...line } of lines) {
    const signature = { number, by, at }
    const id = (deed === TOLD ? line.entry : steps.get(number)?.entry) ?? ""
    const state = states.get(id)
    if (!state) continue
    if (deed === TOLD) states.set(id, { ...state, ...stateTold({ number, ...line }) })
    if (deed === "add") states.set(id, { ...state, added: signature })
    if (deed === "correct") {
      const { changes } = JSON.parse(line.detail) as { readonly changes: object }
      const fields = new Set([...(state.corrected?.fields ?? []), ...Object.keys(changes)])
      states.set(id, { ...state, corrected: { ...signature, fields: [...fields] } })
    }
    if (deed === "accept" && accepted.get(id) === signature.number) states.set(id, { ...state, accepted: signature })
    if (deed === "dispute") states.set(id, { ...state, disputed: { ...signature, words: blot(disputes.get(id)!) } })
  }
  return states
}

function withdrawnOf({ record, handled }: Corrected, cut: Cut): readonly Withdrawn[] {
  const { statements, contacts } = withoutEntriesOf(record, cut)
  const gone = ({ id }: { readonly id: string }) => handled.standing.get(id) === "withdrawn"
  const said = statements.filter(gone).map(({ id, content }) => ({ id, start: content[0]!.start, spans: content }))
  const met = contacts.filter(gone).map(({ id, evidence }) => ({ id, start: evidence.start, spans: [evidence] }))
  return [...said, ...met]
    .sort((a, b) => a.start - b.start)
    .map(({ id, spans }) => ({ id, words: spans.map((span) => sliceOf(cut.text, span)).join(" … ") }))
}
