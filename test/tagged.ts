import type { Decisions } from "../src/decisions.js"
import { buildReport } from "../src/input/report.js"
import { type Fact, gatherFacts } from "../src/marked/gather.js"
import { findName, isPronoun, nameKey } from "../src/marked/names.js"
import type { Mark, Marked } from "../src/marked/notation.js"
import { parseMarked } from "../src/marked/parse.js"
import { namesOf } from "../src/marked/values.js"
import type { Actor, Report } from "../src/record.js"
import { thoughtActs } from "../src/statements/act.js"
import type { Draft } from "../src/statements/draft.js"
import type { Context } from "../src/statements/find.js"
import type { Link, Tagged, TaggedContact, TaggedMention, TaggedStatement } from "../src/tagger/tagged.js"
import { findQuotations } from "../src/text/quotations.js"
import { findSentences } from "../src/text/sentences.js"
import { byPlace, contains, type Span, sliceOf } from "../src/text/span.js"
import { findWords } from "../src/text/words.js"

/** A report, and what a network sees in it that is right about all that is marked and sure of it. */
export interface Seen {
  readonly report: Report
  readonly context: Context
  readonly tagged: Tagged
}

/** The score of everything marked. */
const sure = 0.9

export const decisions: Decisions = {
  said: 0.5,
  attributed: 0.7,
  speech: 0.5,
  question: 0.5,
  addressee: 0.5,
  reply: 0.5,
  contact: 0.5,
  participant: 0.4,
  speaker: 0.5,
  calibration: {},
}

/**
 * A marked text (src/marked/README.md) as if the network had read it: `{q:…}`, `{c:…}`, `{s:…}` are what it takes for
 * content, cue and source, and `{s=Maria Lopez:she}` stands for what it takes for a mention of Maria Lopez.
 * Every `{s:…}`, `{a:…}`, `{p:…}` and `{m:…}` is a mention, unless it holds another: `{s:{m:Ruiz} and {m:Kane}}`.
 * `change` makes it see something else.
 */
export function seen(
  written: string,
  change: { readonly statement?: (statement: TaggedStatement, number: number) => Partial<TaggedStatement> } = {},
): Seen {
  const marked = parseMarked(written)
  const { text, header } = marked
  const { published, language = "en" } = header.fields
  const report = buildReport({ text, published, language })
  const facts = gatherFacts(marked)
  const mentions = mentionsOf(marked)
  const linksTo = (names: readonly string[], named: boolean): Link[] =>
    mentions.flatMap(({ pronoun, means }, mention) => {
      const meant = (!pronoun || !named) && means.some((name) => names.some((one) => nameKey(one) === nameKey(name)))
      return meant ? [{ mention, score: sure }] : []
    })
  const anchors = new Map(facts.statements.map((fact) => [fact.number, anchorOf(text, fact)]))
  const statements = facts.statements.map((fact, number): TaggedStatement => {
    const statement = statementOf(text, fact, anchors, linksTo)
    return { ...statement, ...change.statement?.(statement, number) }
  })
  const tagged: Tagged = {
    words: findWords(text),
    mentions: mentions.map(({ means, ...mention }, number) => ({
      ...mention,
      antecedents: linksTo(means, true).filter((link) => link.mention !== number),
      fresh: 0.1,
    })),
    statements,
    contacts: facts.contacts.map((fact) => contactOf(text, fact, mentions, linksTo)),
  }
  const { quotations } = findQuotations(text, report.paragraphs)
  return {
    report,
    tagged,
    context: { report, decisions, quotations, sentences: findSentences(text, report.paragraphs) },
  }
}

/** A draft as a line: “No,” | said | Reed. */
export const lineOf = (text: string, { content, cue, source }: Draft): string =>
  [content, cue, source].map((spans) => spans.map((span) => sliceOf(text, span)).join(" … ")).join(" | ")

interface Known extends Omit<TaggedMention, "antecedents" | "fresh"> {
  /** The names of those it means. */
  readonly means: readonly string[]
}

function mentionsOf({ text, marks, header }: Marked): Known[] {
  const places = new Map<string, Mark>()
  const all = marks.filter(({ letter }) => "sapm".includes(letter))
  const holds = (outer: Mark, inner: Mark) => contains(outer, inner) && !contains(inner, outer)
  for (const mark of all.filter((outer) => !all.some((inner) => holds(outer, inner)))) {
    const key = `${mark.start} ${mark.end}`
    if (!places.get(key)?.value) places.set(key, mark)
  }
  return [...places.values()].sort(byPlace).map((mark) => {
    const words = sliceOf(text, mark)
    const means = mark.value ? namesOf(mark.value) : [words]
    const own = means.length === 1 ? findName(words, means[0]!) : undefined
    const article = /^(?:the|an?)\s+/i.exec(words)?.[0].length ?? 0
    const span = own
      ? { start: mark.start + own.start, end: mark.start + own.end }
      : { start: mark.start + article, end: mark.end }
    return { ...span, pronoun: isPronoun(words), kind: kindOf(means[0]!, header.actors), score: sure, means }
  })
}

function kindOf(name: string, actors: readonly { readonly name: string; readonly kind: string }[]): Actor["kind"] {
  const kind = actors.find((actor) => nameKey(actor.name) === nameKey(name))?.kind
  return (kind as Actor["kind"] | undefined) ?? (/^\p{Lu}/u.test(name) ? "person" : "unnamed")
}

const spansOf = (marks: readonly Mark[] = []): Span[] => marks.map(({ start, end }) => ({ start, end })).sort(byPlace)

function anchorOf(text: string, { marks }: Fact): Span {
  const place = spansOf(marks.c)[0] ?? spansOf(marks.q)[0]!
  const word = findWords(sliceOf(text, place))[0]!
  return { start: place.start + word.start, end: place.start + word.end }
}

type LinksTo = (names: readonly string[], named: boolean) => Link[]

function statementOf(
  text: string,
  { marks, number, told }: Fact,
  anchors: ReadonlyMap<number, Span>,
  linksTo: LinksTo,
): TaggedStatement {
  const who = (mark: Mark) => (mark.value ? namesOf(mark.value) : [sliceOf(text, mark)])
  const { response = "answer" } = told
  const thought = told.act !== undefined && thoughtActs.has(told.act)
  const replied = told.answers === undefined ? undefined : anchors.get(told.answers)
  return {
    anchor: anchors.get(number)!,
    said: sure,
    attributed: sure,
    parts: {
      content: spansOf(marks.q),
      cue: spansOf(marks.c),
      source: spansOf(marks.s),
      via: spansOf(marks.v),
      when: spansOf(marks.t),
      where: spansOf(marks.w),
    },
    clear: sure,
    speech: thought ? 0.1 : sure,
    question: told.act === "ask" ? sure : 0.1,
    negated: told.polarity === "negated" ? sure : 0.1,
    response: { answer: 0.05, deflection: 0.05, refusal: 0.05, [response]: sure },
    speakers: linksTo([...(marks.s ?? []).flatMap(who), ...told.names], true),
    addressees: linksTo([...(marks.a ?? []).flatMap(who), ...told.also], true),
    replies: replied ? [{ anchor: replied.start, score: sure }] : [],
  }
}

function contactOf(text: string, fact: Fact, mentions: readonly Known[], linksTo: LinksTo): TaggedContact {
  const { marks, told } = fact
  const evidence = spansOf(marks.k)
  const word = findWords(sliceOf(text, evidence[0]!))[0]!
  const places = marks.p ?? []
  const taking = mentions.flatMap((mention, number) =>
    places.some((place) => contains(place, mention)) ? [{ mention: number, score: sure }] : [],
  )
  return {
    anchor: { start: evidence[0]!.start + word.start, end: evidence[0]!.start + word.end },
    score: sure,
    evidence,
    when: spansOf(marks.t),
    where: spansOf(marks.w),
    mode: told.mode ?? "meet",
    status: told.status ?? "happened",
    participants: [...taking, ...linksTo(told.also, true)],
  }
}
