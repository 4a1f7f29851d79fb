import type { Actor, Record } from "../record.js"
import { placesOf, touching } from "../text/places.js"
import { findSentences } from "../text/sentences.js"
import { contains, type Span } from "../text/span.js"
import { impliedMention, isPlainer } from "./actors.js"
import { contactMarks, markOf, type Placed, type Printing, statementMarks, whoValue } from "./entries.js"
import { contentsOf } from "./facts.js"
import { printHeader } from "./header.js"
import { weave } from "./weave.js"

export interface PrintOptions {
  /** The header with the report's data and the actors. */
  readonly header?: boolean
  /** A mark for every mention of an actor, also where it takes part in no saying and no contact. */
  readonly mentions?: boolean
}

/** Writes a record as its text with the findings marked in it. The order of entries and their ids do not matter. */
export function printMarked(record: Record, options: PrintOptions = {}): string {
  const printing: Printing = {
    record,
    names: nameActors(record.actors),
    numbers: numberFacts(record),
    statements: new Map(record.statements.map((statement) => [statement.id, statement])),
    contents: contentsOf(record.statements),
    mentions: new Map(record.actors.map(({ id, mentions }) => [id, placesOf(mentions)])),
    sentences: placesOf(findSentences(record.report.text, record.report.paragraphs)),
  }
  const marks = [
    ...record.statements.flatMap((statement) => statementMarks(printing, statement)),
    ...record.contacts.flatMap((contact) => contactMarks(printing, contact)),
    ...record.notes.map(({ code, span }) => markOf("n", undefined, span, code)),
  ]
  const all = options.mentions ? [...marks, ...mentionMarks(printing, marks)] : marks
  const woven = weave(record.report.text, shareNumbers(all))
  return options.header ? headerOf(printing) + woven : woven
}

/** Two actors of one name are told apart: Ann Reed, Ann Reed (2). */
function nameActors(actors: readonly Actor[]): Printing["names"] {
  const seen = new Map<string, number>()
  return new Map(
    actors.map(({ id, name }) => {
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return [id, count === 1 ? name : `${name} (${count})`]
    }),
  )
}

/** Statements and contacts are numbered together, in reading order. */
function numberFacts({ statements, contacts }: Record): Printing["numbers"] {
  const facts = [
    ...statements.map((statement) => ({
      key: `statement ${statement.id}`,
      first: statement.content[0]!,
      spans: [...statement.content, ...statement.cue, ...statement.source],
      look: JSON.stringify([statement.content, statement.cue, statement.source, statement.act, statement.polarity]),
    })),
    ...contacts.map((contact) => ({
      key: `contact ${contact.id}`,
      first: contact.evidence,
      spans: [contact.evidence],
      look: JSON.stringify([contact.evidence, contact.status, contact.mode, contact.when ?? ""]),
    })),
  ].map((fact) => ({
    ...fact,
    start: fact.spans.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY),
    end: fact.spans.reduce((last, { end }) => Math.max(last, end), 0),
  }))
  const look = (a: { look: string }, b: { look: string }) => (a.look < b.look ? -1 : a.look > b.look ? 1 : 0)
  facts.sort((a, b) => a.start - b.start || a.first.start - b.first.start || b.end - a.end || look(a, b))
  return new Map(facts.map(({ key }, index) => [key, facts.length === 1 ? undefined : index + 1]))
}

/** One mark for the words that are the same part of several facts: {s1,2:he}. */
function shareNumbers(marks: readonly Placed[]): Placed[] {
  const shared = new Map<string, Placed>()
  for (const mark of marks) {
    const { letter, start, end, value } = mark
    const key = JSON.stringify([letter, start, end, value, letter === "q" ? mark.numbers : ""])
    const numbers = new Set([...(shared.get(key)?.numbers ?? []), ...mark.numbers])
    shared.set(key, { ...mark, numbers: [...numbers].sort((a, b) => a - b) })
  }
  return [...shared.values()]
}

/** Every mention that no source, addressee or participant mark shows already. */
function mentionMarks({ record, names, mentions: placed }: Printing, marks: readonly Placed[]): Placed[] {
  const { text } = record.report
  const key = ({ start, end }: Span) => `${start} ${end}`
  const marksOf = new Map<string, Placed[]>()
  for (const mark of marks) {
    for (const id of mark.means ?? []) {
      if (!marksOf.has(id)) marksOf.set(id, [])
      marksOf.get(id)!.push(mark)
    }
  }
  return record.actors.flatMap(({ id, mentions }) => {
    const own = placesOf(marksOf.get(id) ?? [])
    const shown = own.spans.flatMap((mark) => {
      if (touching(own, mark).some((inner) => isPlainer(mark, inner))) return []
      const implied = key(impliedMention(text, mark, names.get(id) ?? ""))
      // A mention mark inside a source says which words are meant, so the plain reading holds only without one.
      const inside = touching(placed.get(id)!, mark).filter((mention) => contains(mark, mention))
      return inside.every((mention) => key(mention) === implied) ? [implied] : []
    })
    const known = new Set(shown)
    return mentions
      .filter((mention) => !known.has(key(mention)))
      .map((mention) => markOf("m", undefined, mention, whoValue(text, mention, [id], names)))
  })
}

function headerOf({ record, names }: Printing): string {
  const { published, updated, title, url, publisher, byline, section, language } = record.report
  const fields = { published, updated, title, url, publisher, byline: byline?.join("; "), section, language }
  const given = Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  const actors = record.actors.map((actor) => ({ ...actor, name: names.get(actor.id) ?? actor.name, at: -1 }))
  return printHeader({ fields: given, actors })
}
