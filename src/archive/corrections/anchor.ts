import type { Contact, Record, Statement } from "../../record.js"
import { common, coverOf, sizeOf } from "../../text/cover.js"
import { type Span, sliceOf } from "../../text/span.js"
import { type Anchor, type Entry, type EntryKind, entriesOf, type NewActor, type Quote } from "./deeds.js"

const CONTEXT = 32

/** Two readings tell of one entry when they share at least half of the characters that either has. */
const SAME_ENTRY = 0.5

export const quote = (text: string, { start, end }: Span): Quote => ({
  start,
  end,
  exact: text.slice(start, end),
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
})

export function anchorOf({ report }: Record, kind: EntryKind, entry: Entry): Anchor {
  const words = wordsOf(kind, entry).map((span) => quote(report.text, span))
  return { kind, id: entry.id, words, beside: besideOf(kind, entry) }
}

/** The entry that an anchor made on another reading means; none where no one entry is the likeliest. */
export function findAnchored(record: Record, anchor: Anchor): Entry | undefined {
  if (anchor.words.some((quoted) => sliceOf(record.report.text, quoted) !== quoted.exact)) return undefined
  const ranked = entriesOf(record, anchor.kind)
    .flatMap((entry) => {
      const alike = likeness(wordsOf(anchor.kind, entry), anchor.words)
      const enough = anchor.kind === "actor" ? alike > 0 : alike >= SAME_ENTRY
      // “He said she said no”: two statements may have the same words; the cue and the source tell them apart.
      return enough ? [{ entry, score: alike + likeness(besideOf(anchor.kind, entry), anchor.beside) }] : []
    })
    .sort((a, b) => b.score - a.score)
  const [best, next] = ranked
  return best && best.score !== next?.score ? best.entry : undefined
}

/** The actor of a reading who shares most mentions with one of another reading. */
export function findActor(record: Record, wanted: NewActor): Record["actors"][number] | undefined {
  const anchor: Anchor = {
    kind: "actor",
    id: "",
    words: wanted.mentions.map((span) => quote(record.report.text, span)),
    beside: [],
  }
  const found = findAnchored(record, anchor)
  return record.actors.find(({ id, name }) => (found ? id === found.id : name === wanted.name))
}

function wordsOf(kind: EntryKind, entry: Entry): readonly Span[] {
  if (kind === "statement") return (entry as Statement).content
  if (kind === "contact") return [(entry as Contact).evidence]
  return (entry as Record["actors"][number]).mentions
}

function besideOf(kind: EntryKind, entry: Entry): readonly Span[] {
  if (kind !== "statement") return []
  const { cue, source } = entry as Statement
  return [...cue, ...source]
}

/** Characters in common, as a share of those that either has; 0 for nothing and nothing. */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  const [these, those] = [coverOf(a), coverOf(b)]
  const both = common(these, those)
  return both && both / (sizeOf(these) + sizeOf(those) - both)
}
