import { createHash } from "node:crypto"
import type { Span } from "../../src/text/span.js"

// Labels beside a text that stays where it is: what was said is a place in it, never its words.

/** UTF-16 code units of the text, half-open. */
type Place = readonly [start: number, end: number]

/** A name of up to eight words, or the place of a longer description; one that the text does not have is the annotator's. */
type Naming = string | Place

/** The labels of one report, without its text. What is left out is false, nobody, nothing or, for `speech`, true. */
export interface Standoff {
  readonly id: string
  readonly date: string
  readonly url?: string
  /** of the text, in UTF-8 */
  readonly sha256: string
  readonly actors: {
    readonly [key: string]: { readonly name: Naming; readonly kind: string; readonly aliases?: readonly Naming[] }
  }
  readonly statements: readonly StandoffStatement[]
  readonly contacts: readonly StandoffContact[]
  /** What of it was labelled, where not all was: the rest is as a reader read it. */
  readonly marked?: readonly Marked[]
  /** Where that reader was not sure of a statement. */
  readonly unsure?: readonly Place[]
}

export type Marked = "contacts" | "replies"

export interface StandoffStatement {
  readonly id: string
  readonly kind: string
  readonly content: readonly Place[]
  readonly cue?: Place
  readonly source?: Place
  readonly speaker?: string
  readonly addressees?: readonly string[]
  readonly via?: Place
  readonly when?: Place
  readonly within?: string
  readonly answers?: string
  readonly response?: string
  readonly figures?: readonly Place[]
  readonly speech?: false
  readonly negated?: true
  readonly question?: true
}

export interface StandoffContact {
  readonly evidence: Place
  readonly between: readonly string[]
  readonly mode: string
  readonly status: string
  readonly when?: Place
  readonly where?: Place
  readonly within?: string
}

/** A line of `record/*.jsonl`: text and labels together. */
export interface LabelledReport {
  readonly id: string
  readonly date: string
  readonly url: string | null
  readonly title?: string
  readonly text: string
  readonly actors: {
    readonly [key: string]: { readonly name: string; readonly kind: string; readonly aliases: readonly string[] }
  }
  readonly statements: readonly LabelledStatement[]
  readonly contacts: readonly LabelledContact[]
  readonly marked?: readonly Marked[]
  readonly unsure?: readonly Span[]
}

export interface LabelledStatement {
  readonly id: string
  readonly speech: boolean
  readonly kind: string
  readonly content: readonly Span[]
  readonly cue: Span | null
  readonly source: Span | null
  readonly speaker: string | null
  readonly addressees: readonly string[]
  readonly via: Span | null
  readonly when: Span | null
  readonly negated: boolean
  readonly within: string | null
  readonly question: boolean
  readonly answers: string | null
  readonly response: string | null
  readonly figures: readonly string[]
}

export interface LabelledContact {
  readonly evidence: Span
  readonly between: readonly string[]
  readonly mode: string
  readonly status: string
  readonly when: string
  readonly where: string
  readonly within: string | null
}

export const hashOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

export const longestName = 8

export const wordCount = (words: string): number => words.split(/\s+/).filter(Boolean).length

export function toStandoff(report: LabelledReport): Standoff {
  const { id, date, url, text, actors, statements, contacts, marked, unsure } = report
  const naming = (words: string): Naming =>
    wordCount(words) <= longestName ? words : (placeOf(text, words, 0) ?? words)
  return {
    id,
    date,
    ...(url && { url }),
    sha256: hashOf(text),
    actors: Object.fromEntries(
      Object.entries(actors).map(([key, { name, kind, aliases }]) => [
        key,
        { name: naming(name), kind, ...(aliases.length && { aliases: aliases.map(naming) }) },
      ]),
    ),
    statements: statements.map((statement) => statementToStandoff(id, text, statement)),
    contacts: contacts.map((contact) => {
      const { evidence, between, mode, status, when, where, within } = contact
      const near = (words: string) => placeNear(text, words, evidence) ?? missing(id, words)
      return {
        evidence: placeOfSpan(evidence),
        between,
        mode,
        status,
        ...(when && { when: near(when) }),
        ...(where && { where: near(where) }),
        ...(within && { within }),
      }
    }),
    ...(marked && { marked }),
    ...(unsure?.length && { unsure: unsure.map(placeOfSpan) }),
  }
}

function statementToStandoff(report: string, text: string, statement: LabelledStatement): StandoffStatement {
  const { id, kind, content, cue, source, speaker, addressees, via, when, within, answers, response } = statement
  const figures = figurePlaces(report, text, statement)
  return {
    id,
    kind,
    content: content.map(placeOfSpan),
    ...(cue && { cue: placeOfSpan(cue) }),
    ...(source && { source: placeOfSpan(source) }),
    ...(speaker !== null && { speaker }),
    ...(addressees.length && { addressees }),
    ...(via && { via: placeOfSpan(via) }),
    ...(when && { when: placeOfSpan(when) }),
    ...(within !== null && { within }),
    ...(answers !== null && { answers }),
    ...(response !== null && { response }),
    ...(figures.length && { figures }),
    ...(!statement.speech && { speech: false }),
    ...(statement.negated && { negated: true }),
    ...(statement.question && { question: true }),
  }
}

/** The figures of a statement one after the other in its content; the same words a second time stand further on. */
function figurePlaces(report: string, text: string, { content, figures }: LabelledStatement): Place[] {
  const taken = new Set<number>()
  return figures.map((figure) => {
    for (const part of content) {
      let from = part.start
      for (;;) {
        const place = placeOf(text, figure, from)
        if (!place || place[1] > part.end) break
        if (!taken.has(place[0])) {
          taken.add(place[0])
          return place
        }
        from = place[0] + 1
      }
    }
    return missing(report, figure)
  })
}

const placeOfSpan = ({ start, end }: Span): Place => [start, end]

function placeOf(text: string, words: string, from: number): Place | undefined {
  const start = text.indexOf(words, from)
  return start < 0 ? undefined : [start, start + words.length]
}

/** Inside the evidence, else as near to it as can be. */
function placeNear(text: string, words: string, evidence: Span): Place | undefined {
  let nearest: Place | undefined
  const distance = ([start, end]: Place) => Math.max(evidence.start - start, end - evidence.end, 0)
  for (let place = placeOf(text, words, 0); place; place = placeOf(text, words, place[0] + 1)) {
    if (!nearest || distance(place) < distance(nearest)) nearest = place
  }
  return nearest
}

function missing(report: string, words: string): never {
  throw new Error(`${report}: “${words}” is not where its label says`)
}

/** Puts labels and text together again. The title, which is not kept, is the holder's. */
export function fromStandoff(standoff: Standoff, text: string, title?: string): LabelledReport {
  const { id, date, url = null, actors, statements, contacts, marked, unsure = [] } = standoff
  if (hashOf(text) !== standoff.sha256) throw new Error(`${id}: this is not the text that was labelled`)
  const words = (place: Place) => text.slice(...place)
  const name = (naming: Naming) => (typeof naming === "string" ? naming : words(naming))
  return {
    id,
    date,
    ...(title !== undefined && { title }),
    url,
    text,
    actors: Object.fromEntries(
      Object.entries(actors).map(([key, actor]) => [
        key,
        { name: name(actor.name), kind: actor.kind, aliases: (actor.aliases ?? []).map(name) },
      ]),
    ),
    statements: statements.map((statement) => ({
      id: statement.id,
      speech: statement.speech ?? true,
      kind: statement.kind,
      content: statement.content.map(spanOf),
      cue: spanOrNull(statement.cue),
      source: spanOrNull(statement.source),
      speaker: statement.speaker ?? null,
      addressees: statement.addressees ?? [],
      via: spanOrNull(statement.via),
      when: spanOrNull(statement.when),
      negated: statement.negated ?? false,
      within: statement.within ?? null,
      question: statement.question ?? false,
      answers: statement.answers ?? null,
      response: statement.response ?? null,
      figures: (statement.figures ?? []).map(words),
    })),
    contacts: contacts.map(({ evidence, between, mode, status, when, where, within = null }) => ({
      evidence: spanOf(evidence),
      between,
      mode,
      status,
      when: when ? words(when) : "",
      where: where ? words(where) : "",
      within,
    })),
    ...(marked && { marked, unsure: unsure.map(spanOf) }),
  }
}

const spanOf = ([start, end]: Place): Span => ({ start, end })

const spanOrNull = (place: Place | undefined): Span | null => (place ? spanOf(place) : null)
