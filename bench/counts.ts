import type { Record, Statement } from "../src/record.js"
import { findQuotations } from "../src/text/quotations.js"
import { findSentences } from "../src/text/sentences.js"
import { overlaps, type Span, sliceOf } from "../src/text/span.js"
import { speakersFromAfar } from "./from-afar.js"

/** How often something happens in a set of reports, and how often it should at least. */
export interface Count {
  readonly name: string
  readonly count: number
  readonly wanted?: number
}

// What a set should hold so that it can be learnt: sixty of each (issue: “Reports of our own”).
const enough = 60

/** What the marked reports of a set hold, phenomenon by phenomenon. */
export function countsOf(records: readonly Record[]): Count[] {
  const statements = records.flatMap((record) => record.statements)
  const contacts = records.flatMap((record) => record.contacts)
  const replies = statements.filter(({ answers }) => answers)
  const number = (test: (statement: Statement) => unknown) => statements.filter(test).length
  const responses = (response: Statement["response"]) => replies.filter((reply) => reply.response === response).length
  const status = (...wanted: readonly string[]) => contacts.filter((contact) => wanted.includes(contact.status)).length
  const pieces = records.map(quotationKinds)
  const piecesOf = (kind: keyof QuotationKinds) => pieces.reduce((sum, kinds) => sum + kinds[kind], 0)
  const voices = records.flatMap(voicesOf)
  const voicesThat = (kind: Voice) => voices.filter((voice) => voice === kind).length
  return [
    { name: "with an addressee", count: number(({ addressees }) => addressees.length), wanted: enough },
    { name: "second-hand, two removes", count: number(({ remove }) => remove === 2), wanted: enough },
    { name: "second-hand, three or more", count: number(({ remove }) => remove > 2), wanted: 15 },
    { name: "questions with a reply", count: new Set(replyKeys(records)).size, wanted: enough },
    { name: "  answered", count: responses("answer") },
    {
      name: "  deflected or refused",
      count: responses("deflection") + responses("refusal"),
      wanted: Math.ceil(replies.length / 3),
    },
    { name: "with a channel or venue", count: number(({ setting }) => setting.via), wanted: enough },
    { name: "with a time of saying", count: number(({ setting }) => setting.when), wanted: enough },
    { name: "with a place of saying", count: number(({ setting }) => setting.where) },
    { name: "contacts that happened", count: status("happened") },
    {
      name: "contacts that did not happen, refused, planned",
      count: status("not-happened", "refused", "planned"),
      wanted: enough,
    },
    { name: "  that did not happen", count: status("not-happened") },
    { name: "  refused", count: status("refused") },
    { name: "  planned", count: status("planned") },
    { name: "contacts, hypothetical", count: status("hypothetical") },
    { name: "negated or declined saying", count: number(({ polarity }) => polarity === "negated"), wanted: enough },
    {
      name: "floating, split, re-opened quotations",
      count: piecesOf("floating") + piecesOf("split") + piecesOf("reopened"),
      wanted: enough,
    },
    { name: "  floating", count: piecesOf("floating") },
    { name: "  split", count: piecesOf("split") },
    { name: "  re-opened", count: piecesOf("reopened") },
    { name: "joint and unnamed sources", count: voices.length, wanted: enough },
    { name: "  several together", count: voicesThat("joint") },
    { name: "  a group", count: voicesThat("group") },
    { name: "  unnamed", count: voicesThat("unnamed") },
    {
      name: "pronoun, named two paragraphs back, a rival since",
      count: records.reduce((sum, record) => sum + speakersFromAfar(record).length, 0),
      wanted: enough,
    },
    { name: "with a figure", count: number(({ figures }) => figures.length) },
  ]
}

/** How much a set says, against its length. */
export interface Density {
  readonly reports: number
  readonly words: number
  readonly statements: number
  readonly contacts: number
  readonly sentences: number
  /** Sentences with no statement and no contact. */
  readonly empty: number
}

export function densityOf(records: readonly Record[]): Density {
  const each = records.map(({ report, statements, contacts }) => {
    const found = [
      ...statements.flatMap(({ content, cue, source }) => [...content, ...cue, ...source]),
      ...contacts.map(({ evidence }) => evidence),
    ]
    const sentences = findSentences(report.text, report.paragraphs)
    return {
      words: report.text.split(/\s+/).filter(Boolean).length,
      statements: statements.length,
      contacts: contacts.length,
      sentences: sentences.length,
      empty: sentences.filter((sentence) => !found.some((span) => overlaps(sentence, span))).length,
    }
  })
  const sum = (key: keyof (typeof each)[number]) => each.reduce((all, one) => all + one[key], 0)
  return {
    reports: records.length,
    words: sum("words"),
    statements: sum("statements"),
    contacts: sum("contacts"),
    sentences: sum("sentences"),
    empty: sum("empty"),
  }
}

export interface QuotationKinds {
  readonly floating: number
  readonly split: number
  readonly reopened: number
}

/**
 * Floating: quoted, with neither cue nor source (a turn of a transcript has a source).
 * Split: quoted words of one paragraph in pieces. Re-opened: a piece in the next paragraph begins with a mark again.
 */
export function quotationKinds({ report, statements }: Record): QuotationKinds {
  const { quotations } = findQuotations(report.text, report.paragraphs)
  const quoted = (span: Span) => quotations.some((quotation) => overlaps(quotation, span))
  const paragraphOf = (span: Span) => report.paragraphs.findIndex((paragraph) => overlaps(paragraph, span))
  const inPieces = statements.map(({ content }) =>
    content.slice(1).map((piece, i) => {
      if (!quoted(piece)) return "none"
      if (paragraphOf(piece) === paragraphOf(content[i]!)) return quoted(content[i]!) ? "split" : "none"
      return /^["“‘'«„]/.test(sliceOf(report.text, piece)) ? "reopened" : "none"
    }),
  )
  return {
    floating: statements.filter(({ cue, source, content }) => !cue.length && !source.length && quoted(content[0]!))
      .length,
    split: inPieces.filter((kinds) => kinds.includes("split")).length,
    reopened: inPieces.filter((kinds) => kinds.includes("reopened")).length,
  }
}

type Voice = "joint" | "group" | "unnamed"

function voicesOf({ actors, statements }: Record): Voice[] {
  const kinds = new Map(actors.map(({ id, kind }) => [id, kind]))
  return statements.flatMap(({ speakers, source, cue }): Voice[] => {
    if (!source.length || !cue.length) return [] // the label of a turn
    const kind = kinds.get(speakers[0] ?? "")
    if (speakers.length > 1) return ["joint"]
    return kind === "group" || kind === "unnamed" ? [kind] : []
  })
}

const replyKeys = (records: readonly Record[]): string[] =>
  records.flatMap((record, i) => record.statements.flatMap(({ answers }) => (answers ? [`${i} ${answers}`] : [])))

/** The two together, as lines to print; the number that is wanted stands beside what falls under a target. */
export function countsText(records: readonly Record[], withTargets: boolean): string[] {
  const { reports, words, statements, contacts, sentences, empty } = densityOf(records)
  const perThousand = (count: number) => ((1000 * count) / Math.max(1, words)).toFixed(1)
  return [
    `${reports} reports, ${words} words, ${statements} statements, ${contacts} contacts`,
    `a thousand words hold ${perThousand(statements)} statements and ${perThousand(contacts)} contacts (real reports: 35 and 5)`,
    `sentences with nothing to find: ${empty} of ${sentences}, ${Math.round((100 * empty) / Math.max(1, sentences))} % (a third)`,
    ...countsOf(records).map(({ name, count, wanted }) => {
      const target = withTargets && wanted !== undefined ? `  of ${wanted}${count < wanted ? "  short" : ""}` : ""
      return `${name.padEnd(52)}${String(count).padStart(5)}${target}`
    }),
  ]
}
