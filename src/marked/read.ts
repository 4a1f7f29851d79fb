import type { Contact, Record, Report, Statement, When } from "../record.js"
import { identify } from "../text/hash.js"
import { findParagraphs } from "../text/paragraphs.js"
import { type Places, placesOf, touching } from "../text/places.js"
import { byPlace, type Span } from "../text/span.js"
import { findCast } from "./actors.js"
import { contentsOf, innermost, removeOf } from "./facts.js"
import { type Fact, gatherFacts } from "./gather.js"
import { fail, type Mark, type Marked } from "./notation.js"
import { parseMarked } from "./parse.js"
import { kindOf } from "./quoted.js"
import { readDates, readFigure, type Told } from "./values.js"

/**
 * The record that a marked text tells of. What the notation does not hold is plain: confidence is 1.
 * A `report` of the same text gives what the notation does not hold of it.
 */
export function recordFromMarked(written: string, report?: Report): Record {
  const marked = parseMarked(written)
  if (report && report.text !== marked.text) throw new Error("The report is not the text without its marks.")
  const facts = gatherFacts(marked)
  const cast = findCast(marked)
  const meant = (marks: readonly Mark[] = []) => [...new Set(marks.flatMap((mark) => cast.meantBy.get(mark) ?? []))]
  const ids = (names: readonly string[]) => names.map(cast.idOf)

  const mentions = placesOf(
    cast.actors.flatMap(({ id, mentions }) => mentions.map(({ start, end }) => ({ start, end, id }))),
  )

  const bare = facts.statements.map((fact): Draft => {
    const { told } = fact
    const source = fact.marks.s ?? []
    const content = spans(fact.marks.q)
    const cue = spans(fact.marks.c)
    return {
      number: fact.number,
      mark: fact.marks.q![0]!,
      told,
      statement: {
        id: fact.id,
        kind: told.kind ?? kindOf(marked.text, content, cue),
        content,
        cue,
        source: spans(source),
        speakers: told.names.length ? ids(told.names) : meant(source.slice(0, 1)),
        addressees: [...new Set([...meant(fact.marks.a), ...ids(told.also)])],
        act: told.act ?? "say",
        polarity: told.polarity ?? "asserted",
        setting: settingOf(marked, fact),
        remove: 1,
        figures: [],
        about: aboutOf(content, mentions),
        confidence: { statement: 1, speaker: 1 },
      },
    }
  })
  const linked = linkStatements(marked, bare)
  const statements = addFigures(marked, linked)
  const contents = contentsOf(statements)

  const contacts = facts.contacts.map((fact): Contact => {
    const mark = fact.marks.k![0]!
    const { told } = fact
    const between = [...new Set([...meant(fact.marks.p), ...ids(told.also)])]
    if (between.length < 2) fail(marked.written, mark.at, "a contact is between two: expected two {p:…} or “with NAME”")
    const when = whenOf(marked, fact.marks.t)
    const where = only(marked, fact.marks.w)
    const outer =
      told.within === undefined
        ? innermost(contents, [mark])?.id
        : idByNumber(marked, mark, facts.statements, told.within)
    return {
      id: fact.id,
      between,
      mode: told.mode ?? "meet",
      status: told.status ?? "happened",
      evidence: only(marked, fact.marks.k)!,
      ...(when && { when }),
      ...(where && { where }),
      ...(outer && { within: outer }),
      confidence: 1,
    }
  })
  const notes = marked.marks
    .filter(({ letter }) => letter === "n")
    .map(({ start, end, value }) => ({ code: value, span: { start, end } }))
  return {
    format: "onrecord/1",
    reader: { version: "by hand", model: "by hand" },
    report: report ?? reportOf(marked),
    actors: cast.actors,
    statements,
    contacts,
    notes,
  }
}

interface Draft {
  readonly number: number
  readonly mark: Mark
  readonly told: Told
  readonly statement: Statement
}

const spans = (marks: readonly Mark[] = []): Span[] => marks.map(({ start, end }) => ({ start, end })).toSorted(byPlace)

/** The actors mentioned in these words, in the order of the actors. */
function aboutOf(content: readonly Span[], mentions: Places<Span & { readonly id: string }>): string[] {
  const ids = new Set(content.flatMap((part) => touching(mentions, part).map(({ id }) => id)))
  return [...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function only(marked: Marked, marks: readonly Mark[] | undefined): Span | undefined {
  const [first, second] = marks ?? []
  if (second) fail(marked.written, second.at, `a second {${second.letter}…} for one fact: expected a single piece`)
  return first && { start: first.start, end: first.end }
}

function whenOf(marked: Marked, marks: readonly Mark[] | undefined): When | undefined {
  const span = only(marked, marks)
  return span && { ...span, ...readDates(marked, marks![0]!) }
}

function settingOf(marked: Marked, fact: Fact): Statement["setting"] {
  const via = only(marked, fact.marks.v)
  const when = whenOf(marked, fact.marks.t)
  const where = only(marked, fact.marks.w)
  return { ...(via && { via }), ...(when && { when }), ...(where && { where }) }
}

function idByNumber(marked: Marked, mark: Mark, facts: readonly Fact[] | readonly Draft[], number: number) {
  if (number === 0) return undefined
  const found = facts.find((fact) => fact.number === number)
  if (!found) fail(marked.written, mark.at, `there is no statement ${number}: expected the number of a {q${number}:…}`)
  return "id" in found ? found.id : found.statement.id
}

function linkStatements(marked: Marked, drafts: readonly Draft[]): Statement[] {
  const contents = contentsOf(drafts.map(({ statement }) => statement))
  const placed = drafts.map(({ number, mark, told, statement }): Draft => {
    const within =
      told.within === undefined
        ? innermost(contents, statement.content, statement.id)?.id
        : idByNumber(marked, mark, drafts, told.within)
    const answers = told.answers === undefined ? undefined : idByNumber(marked, mark, drafts, told.answers)
    const { response } = told
    const links = { ...(within && { within }), ...(answers && { answers }), ...(response && { response }) }
    return { number, mark, told, statement: { ...statement, ...links } }
  })
  const byId = new Map(placed.map(({ statement }) => [statement.id, statement]))
  return placed.map(({ told, statement }) => ({ ...statement, remove: told.remove ?? removeOf(statement, byId) }))
}

function addFigures(marked: Marked, statements: readonly Statement[]): Statement[] {
  const contents = contentsOf(statements)
  const inside = new Map<string, Statement["figures"][number][]>()
  for (const mark of marked.marks.filter(({ letter }) => letter === "f")) {
    const holder = innermost(contents, [mark])
    if (!holder) fail(marked.written, mark.at, "a figure stands inside what somebody said: expected {q:… {f:…} …}")
    const figure = { text: { start: mark.start, end: mark.end }, ...readFigure(mark.value) }
    inside.set(holder.id, [...(inside.get(holder.id) ?? []), figure])
  }
  return statements.map((statement) => ({ ...statement, figures: inside.get(statement.id) ?? [] }))
}

function reportOf({ text, header }: Marked): Report {
  const { byline, language = "en", ...fields } = header.fields
  const writers = byline ? { byline: byline.split(/;\s*/) } : {}
  const ids = identify(text, fields.url, fields.published)
  return { ...ids, text, paragraphs: findParagraphs(text), ...fields, ...writers, language }
}
