import type { Contact, Record, Statement, When } from "../record.js"
import type { Places } from "../text/places.js"
import { byPlace, type Span, sliceOf } from "../text/span.js"
import { type Contents, innermost, removeOf } from "./facts.js"
import { mentionBeside } from "./mentions.js"
import { findName, isPronoun } from "./names.js"
import { escapeName, type Letter, type Mark } from "./notation.js"
import { kindOf } from "./quoted.js"
import { looksTold } from "./values.js"

export interface Printing {
  readonly record: Record
  /** From the id of an actor to its name. */
  readonly names: ReadonlyMap<string, string>
  /** From "statement s1" and "contact c1" to a number; the only fact of a text has none. */
  readonly numbers: ReadonlyMap<string, number | undefined>
  readonly statements: ReadonlyMap<string, Statement>
  readonly contents: Contents<Statement>
  /** From the id of an actor to the places where it is mentioned. */
  readonly mentions: ReadonlyMap<string, Places<Span>>
  readonly sentences: Places<Span>
}

/** A mark that is about to be printed, and the ids of the actors it means. */
export interface Placed extends Mark {
  readonly means?: readonly string[]
}

export function markOf(letter: Letter, number: number | undefined, { start, end }: Span, value = ""): Placed {
  return { letter, numbers: number === undefined ? [] : [number], start, end, value, at: -1 }
}

export function statementMarks(printing: Printing, statement: Statement): Placed[] {
  const { record, names, numbers, statements, mentions, sentences } = printing
  const { text } = record.report
  const { setting, speakers } = statement
  const content = statement.content.toSorted(byPlace)
  const cue = statement.cue.toSorted(byPlace)
  const source = statement.source.toSorted(byPlace)
  const number = numbers.get(`statement ${statement.id}`)
  const own = (letter: Letter, span: Span, value = "") => markOf(letter, number, span, value)

  const beside = (id: string) =>
    mentionBeside(mentions.get(id), (cue[0] ?? source[0] ?? content[0])!, [...content, ...source], sentences)
  const addressees = actorMarks(printing, statement.addressees, beside, "a", number)
  const act = statement.act === "say" ? "" : statement.act
  const polarity = statement.polarity === "asserted" ? "" : statement.polarity
  const saying = [act, polarity].filter(Boolean).join(" ")
  const head = [
    source.length ? "" : joinNames(speakers, names),
    cue.length ? "" : saying,
    statement.kind === kindOf(text, content, cue) ? "" : statement.kind,
    addressees.unplaced.length ? `to ${joinNames(addressees.unplaced, names)}` : "",
    withinOf(printing, statement.within, content, statement.id),
    statement.answers ? replyOf(statement, numbers) : "",
    statement.remove === removeOf(statement, statements) ? "" : `remove ${statement.remove}`,
  ]
  const { via, when, where } = setting
  return [
    ...content.map((part, index) => own("q", part, index ? "" : head.filter(Boolean).join("; "))),
    ...cue.map((part, index) => own("c", part, index ? "" : saying)),
    ...source.map((part, index): Placed => {
      if (index) return own("s", part)
      return { ...own("s", part, whoValue(text, part, speakers, names)), means: speakers }
    }),
    ...addressees.marks,
    ...(via ? [own("v", via)] : []),
    ...(when ? [own("t", when, datesOf(when))] : []),
    ...(where ? [own("w", where)] : []),
    ...statement.figures.map(({ text: words, value, unit }) => {
      const told = [value === undefined ? "" : `${value}`, unit ? escapeName(unit) : ""]
      return markOf("f", undefined, words, told.filter(Boolean).join(" "))
    }),
  ]
}

export function contactMarks(printing: Printing, contact: Contact): Placed[] {
  const { names, numbers, mentions, sentences } = printing
  const { evidence, when, where, status, mode } = contact
  const number = numbers.get(`contact ${contact.id}`)
  const beside = (id: string) => mentionBeside(mentions.get(id), evidence, [], sentences)
  const { marks, unplaced } = actorMarks(printing, contact.between, beside, "p", number)
  const head = [
    `${status} ${mode}`,
    unplaced.length ? `with ${joinNames(unplaced, names)}` : "",
    withinOf(printing, contact.within, [evidence]),
  ]
  return [
    markOf("k", number, evidence, head.filter(Boolean).join("; ")),
    ...marks,
    ...(when ? [markOf("t", number, when, datesOf(when))] : []),
    ...(where ? [markOf("w", number, where)] : []),
  ]
}

/** Marks at the mentions of these actors, one mark where a "we" or "their" means several of them. */
function actorMarks(
  { record, names }: Printing,
  ids: readonly string[],
  beside: (id: string) => Span | undefined,
  letter: Letter,
  number: number | undefined,
): { marks: Placed[]; unplaced: string[] } {
  const unplaced: string[] = []
  const places = new Map<string, { span: Span; ids: string[] }>()
  for (const id of ids) {
    const span = beside(id)
    if (!span) unplaced.push(id)
    else {
      const key = `${span.start} ${span.end}`
      places.set(key, { span, ids: [...(places.get(key)?.ids ?? []), id] })
    }
  }
  const marks = [...places.values()].map(({ span, ids: means }): Placed => {
    return { ...markOf(letter, number, span, whoValue(record.report.text, span, means, names)), means }
  })
  return { marks, unplaced }
}

/** Who is meant, where the words do not say it themselves. */
export function whoValue(text: string, span: Span, ids: readonly string[], names: Printing["names"]): string {
  const words = sliceOf(text, span)
  if (ids.length === 0) return isPronoun(words) ? "" : "?"
  const name = names.get(ids[0]!)
  return ids.length === 1 && name && !isPronoun(words) && findName(words, name) ? "" : joinNames(ids, names)
}

function joinNames(ids: readonly string[], names: Printing["names"]): string {
  const written = ids.map((id) => escapeName(names.get(id) ?? id)).map((name) => (looksTold(name) ? `\\${name}` : name))
  return written.sort().join(" + ")
}

function withinOf(
  { contents, numbers }: Printing,
  within: string | undefined,
  words: readonly Span[],
  self?: string,
): string {
  if (innermost(contents, words, self)?.id === within) return ""
  return within === undefined ? "outside" : `within ${numbers.get(`statement ${within}`) ?? 0}`
}

function replyOf({ answers, response }: Statement, numbers: Printing["numbers"]): string {
  const verbs = { answer: "answers", deflection: "deflects", refusal: "refuses" }
  return `${response ? verbs[response] : "replies"} ${numbers.get(`statement ${answers}`) ?? 0}`
}

function datesOf({ from, to, surely }: When): string {
  const range = (a = "", b = "") => (a === b ? a : `${a}..${b}`)
  const periods = [range(from, to), surely ? `surely ${surely.from}..${surely.to}` : ""]
  return periods
    .filter(Boolean)
    .map((period) => period.replace(/:/g, "\\:"))
    .join("; ")
}
