import type { Contact, Record, Report, Statement } from "../record.js"
import type { Span } from "../text/span.js"
import { sliceOf } from "../text/span.js"
import { codePointsOf } from "./code-points.js"

export interface JsonLineOptions {
  /** What `start` and `end` count: UTF-16 code units as in the record, unless asked for code points. */
  readonly offsets?: "utf-16" | "code-points"
  /** False leaves out `report.text` and `report.origin`; hashes and places stay. */
  readonly text?: boolean
}

/**
 * The record as one line of JSON. What differs from `onrecord/1` is told by a field of its own, so that nobody takes
 * the places for others than they are: `"offsets":"code-points"`, `"text":"left-out"`. Where the text is left out,
 * each entry keeps its own words: `words` of a statement are its content, of a contact its evidence.
 */
export function jsonLine(record: Record, { offsets = "utf-16", text = true }: JsonLineOptions = {}): string {
  const counted = offsets === "code-points" ? inCodePoints(record) : record
  const marks = {
    ...(offsets === "code-points" ? { offsets } : {}),
    ...(text ? {} : { text: "left-out" }),
  }
  const { format, ...rest } = counted
  return `${JSON.stringify({ format, ...marks, ...rest, ...(text ? {} : withoutText(record, counted)) })}\n`
}

/** The words are cut from the record whose places are code units, whatever the places that are written. */
function withoutText({ report: { text }, statements, contacts }: Record, counted: Record) {
  const { text: _, origin: __, ...report } = counted.report
  return {
    report,
    statements: counted.statements.map((statement, index) => ({
      ...statement,
      words: statements[index]!.content.map((span) => sliceOf(text, span)),
    })),
    contacts: counted.contacts.map((contact, index) => ({
      ...contact,
      words: sliceOf(text, contacts[index]!.evidence),
    })),
  }
}

/** The same record, every place in its text counted in code points. */
export function inCodePoints(record: Record): Record {
  const count = codePointsOf(record.report.text)
  const moved = <Place extends Span>(span: Place): Place => ({ ...span, ...count(span) })
  return {
    ...record,
    report: reportInCodePoints(record.report, moved),
    actors: record.actors.map((actor) => ({ ...actor, mentions: actor.mentions.map(moved) })),
    statements: record.statements.map((statement) => statementInCodePoints(statement, moved)),
    contacts: record.contacts.map((contact) => contactInCodePoints(contact, moved)),
    notes: record.notes.map((note) => ({ ...note, span: moved(note.span) })),
  }
}

type Move = <Place extends Span>(span: Place) => Place

// origin.from and origin.to are places in the source's own file and stay as they are.
const reportInCodePoints = (report: Report, moved: Move): Report => ({
  ...report,
  paragraphs: report.paragraphs.map(moved),
  ...(report.turns ? { turns: report.turns.map((turn) => ({ ...turn, span: moved(turn.span) })) } : {}),
  ...(report.origin ? { origin: report.origin.map(moved) } : {}),
})

function statementInCodePoints(statement: Statement, moved: Move): Statement {
  const { via, when, where } = statement.setting
  return {
    ...statement,
    content: statement.content.map(moved),
    cue: statement.cue.map(moved),
    source: statement.source.map(moved),
    setting: {
      ...(via ? { via: moved(via) } : {}),
      ...(when ? { when: moved(when) } : {}),
      ...(where ? { where: moved(where) } : {}),
    },
    figures: statement.figures.map((figure) => ({ ...figure, text: moved(figure.text) })),
  }
}

const contactInCodePoints = (contact: Contact, moved: Move): Contact => ({
  ...contact,
  evidence: moved(contact.evidence),
  ...(contact.when ? { when: moved(contact.when) } : {}),
  ...(contact.where ? { where: moved(contact.where) } : {}),
})
