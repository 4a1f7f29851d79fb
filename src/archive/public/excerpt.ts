import type { Record, Statement } from "../../record.js"
import { findSentences } from "../../text/sentences.js"
import { firstEndingAfter, type Span } from "../../text/span.js"

/**
 * A record with no more of its text than the sentences in which its entries stand: each run of them a paragraph, words
 * and places unchanged in themselves. Mentions, turns and notes outside of them are left out.
 */
export function excerpted(record: Record): Record {
  const { text, paragraphs, turns, origin: _origin, ...report } = record.report
  const runs = runsOf(text, findSentences(text, paragraphs), entrySpans(record))
  const starts: number[] = []
  let length = 0
  for (const { start, end } of runs) {
    starts.push(length)
    length += end - start + GAP.length
  }
  /** Where a span that lies in one run stands now. */
  const moved = <Place extends Span>(place: Place): Place | undefined => {
    const n = firstEndingAfter(runs, place.start)
    const run = runs[n]
    if (!run || place.start < run.start || place.end > run.end) return undefined
    const shift = starts[n]! - run.start
    return { ...place, start: place.start + shift, end: place.end + shift }
  }
  const kept = <Place extends Span>(place: Place): Place => {
    const now = moved(place)
    if (!now) throw new Error(`the place ${place.start}–${place.end} of an entry is in none of its sentences`)
    return now
  }
  /** What is left of a longer stretch: a piece of each run. */
  const pieces = (place: Span): Span[] => {
    const left: Span[] = []
    for (let n = firstEndingAfter(runs, place.start); n < runs.length && runs[n]!.start < place.end; n++) {
      const { start, end } = runs[n]!
      left.push(kept({ start: Math.max(start, place.start), end: Math.min(end, place.end) }))
    }
    return left
  }
  const around = (place: Span): Span[] => {
    const left = pieces(place)
    return left.length > 0 ? [{ start: left[0]!.start, end: left.at(-1)!.end }] : []
  }
  return {
    ...record,
    report: {
      ...report,
      text: runs.map(({ start, end }) => text.slice(start, end)).join(GAP),
      paragraphs: paragraphs.flatMap(pieces),
      ...(turns
        ? { turns: turns.flatMap(({ span, ...turn }) => around(span).map((now) => ({ ...turn, span: now }))) }
        : {}),
    },
    actors: record.actors.map((actor) => ({ ...actor, mentions: actor.mentions.flatMap((span) => moved(span) ?? []) })),
    statements: record.statements.map((statement) => movedStatement(statement, kept)),
    contacts: record.contacts.map((contact) => ({
      ...contact,
      evidence: kept(contact.evidence),
      ...(contact.when ? { when: kept(contact.when) } : {}),
      ...(contact.where ? { where: kept(contact.where) } : {}),
    })),
    notes: record.notes.flatMap((note) => {
      const span = moved(note.span)
      return span ? [{ ...note, span }] : []
    }),
  }
}

const GAP = "\n\n"

function movedStatement(statement: Statement, kept: <Place extends Span>(place: Place) => Place): Statement {
  const { via, when, where } = statement.setting
  return {
    ...statement,
    content: statement.content.map(kept),
    cue: statement.cue.map(kept),
    source: statement.source.map(kept),
    setting: {
      ...(via ? { via: kept(via) } : {}),
      ...(when ? { when: kept(when) } : {}),
      ...(where ? { where: kept(where) } : {}),
    },
    figures: statement.figures.map((figure) => ({ ...figure, text: kept(figure.text) })),
  }
}

function entrySpans({ statements, contacts }: Record): Span[] {
  return [
    ...statements.flatMap(({ content, cue, source, setting: { via, when, where }, figures }) => [
      ...content,
      ...cue,
      ...source,
      ...[via, when, where].filter((span) => span !== undefined),
      ...figures.map((figure) => figure.text),
    ]),
    ...contacts.flatMap(({ evidence, when, where }) => [evidence, when, where].filter((span) => span !== undefined)),
  ]
}

/** Runs of whole sentences that hold the places; one that crosses a paragraph's end keeps what lies between. */
function runsOf(text: string, sentences: readonly Span[], places: readonly Span[]): Span[] {
  const wide = places.map((place) => {
    const first = sentences[firstEndingAfter(sentences, place.start)] ?? place
    const last = sentences[firstEndingAfter(sentences, place.end - 1)] ?? place
    return {
      start: Math.min(first.start, place.start),
      end: Math.max(last.start < place.end ? last.end : 0, place.end),
    }
  })
  wide.sort((a, b) => a.start - b.start || b.end - a.end)
  const runs: { start: number; end: number }[] = []
  for (const { start, end } of wide) {
    const before = runs.at(-1)
    if (before && (start <= before.end || /^[^\S\n]*$/.test(text.slice(before.end, start)))) {
      before.end = Math.max(before.end, end)
    } else runs.push({ start, end })
  }
  return runs
}
