import type { Actor, Contact, Record, Statement } from "../record.js"
import { linkTo } from "../text/fragment.js"
import type { Span } from "../text/span.js"
import { sliceOf } from "../text/span.js"
import { type Disputes, nobodyGone, type TellersTakenDown, undisputed } from "./exported.js"
import { inCodePoints } from "./json-lines.js"

export type Cell = string | number | readonly string[] | null

export interface Column {
  readonly name: string
  readonly type: "text" | "whole" | "number" | "list"
}

export interface Row {
  readonly [column: string]: Cell
}

export interface Table {
  readonly name: "statements" | "contacts" | "actors" | "reports"
  readonly columns: readonly Column[]
  readonly rowsOf: (record: Record, disputes?: Disputes, tellersTakenDown?: TellersTakenDown) => readonly Row[]
}

const columns = (names: string, type: Column["type"] = "text"): Column[] =>
  names.split(" ").map((name) => ({ name, type }))

/** In front of every entry: where it was read. */
const ofReport = columns("report_id url link publisher section published title language")
const ofReader = columns("reader_version reader_model")

const statementColumns: readonly Column[] = [
  ...ofReport,
  ...columns("entry kind act polarity"),
  ...columns("speakers speaker_ids speaker_kinds addressees addressee_ids", "list"),
  ...columns("content cue source via when when_from when_to when_surely_from when_surely_to where"),
  ...columns("remove", "whole"),
  ...columns("within answers response"),
  ...columns("figures about candidates", "list"),
  ...columns("confidence speaker_confidence", "number"),
  ...columns("disputed"),
  ...columns("teller_taken_down", "whole"),
  ...columns("start end code_point_start code_point_end", "whole"),
  ...ofReader,
]

const contactColumns: readonly Column[] = [
  ...ofReport,
  ...columns("entry mode status"),
  ...columns("between between_ids between_kinds", "list"),
  ...columns("evidence when when_from when_to when_surely_from when_surely_to where within"),
  ...columns("told_by", "list"),
  ...columns("told_act told_polarity"),
  ...columns("confidence", "number"),
  ...columns("disputed"),
  ...columns("start end code_point_start code_point_end", "whole"),
  ...ofReader,
]

const actorColumns: readonly Column[] = [
  ...columns("report_id url publisher section published title language entry name kind"),
  ...columns("aliases roles", "list"),
  ...columns("mentions statements contacts", "whole"),
  ...ofReader,
]

const reportColumns: readonly Column[] = [
  ...columns("report_id text_hash url publisher section published updated title"),
  ...columns("byline", "list"),
  ...columns("status language"),
  ...columns("characters code_points statements contacts actors", "whole"),
  ...ofReader,
]

/** A record as rows of four tables; nothing is capped, and nothing of the report's text is left but the entries' own words. */
export const tables: readonly Table[] = [
  { name: "statements", columns: statementColumns, rowsOf: statementRows },
  { name: "contacts", columns: contactColumns, rowsOf: contactRows },
  { name: "actors", columns: actorColumns, rowsOf: actorRows },
  { name: "reports", columns: reportColumns, rowsOf: reportRows },
]

/** Parts of a content that breaks off and goes on are joined so: “I am,” … “tired.” */
const wordsOf = (text: string, spans: readonly Span[]): string | null =>
  spans.length === 0 ? null : spans.map((span) => sliceOf(text, span)).join(" … ")

function statementRows(
  record: Record,
  disputes: Disputes = undisputed,
  tellersTakenDown: TellersTakenDown = nobodyGone,
): Row[] {
  const { text } = record.report
  const counted = inCodePoints(record).statements
  const actors = actorsOf(record)
  return record.statements.map((statement, index) => ({
    ...reportCells(record, statement.content[0]!),
    entry: statement.id,
    kind: statement.kind,
    act: statement.act,
    polarity: statement.polarity,
    speakers: actors.names(statement.speakers),
    speaker_ids: statement.speakers,
    speaker_kinds: actors.kinds(statement.speakers),
    addressees: actors.names(statement.addressees),
    addressee_ids: statement.addressees,
    content: wordsOf(text, statement.content),
    cue: wordsOf(text, statement.cue),
    source: wordsOf(text, statement.source),
    via: wordsOf(
      text,
      [statement.setting.via].filter((span) => span !== undefined),
    ),
    ...timeAndPlace(text, statement.setting),
    remove: statement.remove,
    within: statement.within ?? null,
    answers: statement.answers ?? null,
    response: statement.response ?? null,
    figures: statement.figures.map((figure) => figureText(text, figure)),
    about: actors.names(statement.about),
    candidates: (statement.candidates ?? []).map(
      ({ actor, confidence }) => `${actors.name(actor)} (${confidence.toFixed(2)})`,
    ),
    confidence: statement.confidence.statement,
    speaker_confidence: statement.confidence.speaker,
    disputed: disputes.get(statement.id) ?? null,
    teller_taken_down: tellersTakenDown.has(statement.id) ? 1 : 0,
    ...places(statement.content, counted[index]!.content),
    ...readerCells(record),
  }))
}

function contactRows(record: Record, disputes: Disputes = undisputed): Row[] {
  const { text } = record.report
  const counted = inCodePoints(record).contacts
  const actors = actorsOf(record)
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  return record.contacts.map((contact, index) => {
    const teller = contact.within === undefined ? undefined : statements.get(contact.within)
    return {
      ...reportCells(record, contact.evidence),
      entry: contact.id,
      mode: contact.mode,
      status: contact.status,
      between: actors.names(contact.between),
      between_ids: contact.between,
      between_kinds: actors.kinds(contact.between),
      evidence: sliceOf(text, contact.evidence),
      ...timeAndPlace(text, contact),
      within: contact.within ?? null,
      told_by: actors.names(teller?.speakers ?? []),
      told_act: teller?.act ?? null,
      told_polarity: teller?.polarity ?? null,
      confidence: contact.confidence,
      disputed: disputes.get(contact.id) ?? null,
      ...places([contact.evidence], [counted[index]!.evidence]),
      ...readerCells(record),
    }
  })
}

function actorRows(record: Record): Row[] {
  const { link: _, ...cells } = reportCells(record)
  return record.actors.map(({ id, name, kind, aliases, roles, mentions }) => ({
    ...cells,
    entry: id,
    name,
    kind,
    aliases,
    roles,
    mentions: mentions.length,
    statements: record.statements.filter(({ speakers }) => speakers.includes(id)).length,
    contacts: record.contacts.filter(({ between }) => between.includes(id)).length,
    ...readerCells(record),
  }))
}

function reportRows(record: Record): Row[] {
  const { report } = record
  const { link: _, ...cells } = reportCells(record)
  return [
    {
      ...cells,
      text_hash: report.textHash,
      updated: report.updated ?? null,
      byline: report.byline ?? [],
      status: report.status ?? null,
      characters: report.text.length,
      code_points: [...report.text].length,
      statements: record.statements.length,
      contacts: record.contacts.length,
      actors: record.actors.length,
      ...readerCells(record),
    },
  ]
}

const reportCells = ({ report }: Record, place?: Span) => ({
  report_id: report.id,
  url: report.url ?? null,
  link: report.url !== undefined && place ? linkTo(report.url, report.text, place) : null,
  publisher: report.publisher ?? null,
  section: report.section ?? null,
  published: report.published ?? null,
  title: report.title ?? null,
  language: report.language,
})

const readerCells = ({ reader }: Record) => ({ reader_version: reader.version, reader_model: reader.model })

const timeAndPlace = (text: string, { when, where }: Pick<Contact, "when" | "where">) => ({
  when: when ? sliceOf(text, when) : null,
  when_from: when?.from ?? null,
  when_to: when?.to ?? null,
  when_surely_from: when?.surely?.from ?? null,
  when_surely_to: when?.surely?.to ?? null,
  where: where ? sliceOf(text, where) : null,
})

/** From the first character of an entry to its last: the attribution between two parts of a content lies within. */
const places = (units: readonly Span[], codePoints: readonly Span[]) => ({
  start: units[0]!.start,
  end: units.at(-1)!.end,
  code_point_start: codePoints[0]!.start,
  code_point_end: codePoints.at(-1)!.end,
})

function figureText(text: string, { text: span, value, unit }: Statement["figures"][number]): string {
  const words = sliceOf(text, span)
  return value === undefined ? words : `${words} = ${[value, unit].filter((part) => part !== undefined).join(" ")}`
}

function actorsOf({ actors }: Record) {
  const byId = new Map<string, Actor>(actors.map((actor) => [actor.id, actor]))
  const name = (id: string) => byId.get(id)?.name ?? id
  return {
    name,
    names: (ids: readonly string[]) => ids.map(name),
    kinds: (ids: readonly string[]) => ids.map((id) => byId.get(id)?.kind ?? "unknown"),
  }
}
