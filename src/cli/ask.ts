import {
  about,
  asked,
  type ContactAnswer,
  contacts,
  type Exchange,
  type Facet,
  facets,
  type Narrowing,
  type Quoted,
  type ReportEntry,
  type StatementEntry,
  said,
  searchReports,
  searchStatements,
  who,
} from "../archive/index.js"
import { list } from "../words.js"
import { type AnswerOptions, answerCommand, type Shown } from "./answers.js"
import { behindBar, contactAnswer, exchangeAnswer, facts, quotedAnswer, statementAnswer } from "./pretty-answers.js"
import { harmless, type Look } from "./terminal.js"

export interface NarrowOptions extends AnswerOptions {
  readonly since?: string
  readonly until?: string
  readonly in?: string
  readonly kind?: StatementEntry["kind"]
  readonly firstHand?: boolean
  readonly stale?: boolean
}

export interface SaidOptions extends NarrowOptions {
  readonly about?: string
  readonly to?: string
}

export const saidCommand = (name: string, options: SaidOptions) =>
  answerCommand(options, {
    ...statements,
    ask: (archive, paging) =>
      said(archive, {
        who: name,
        ...(options.about === undefined ? {} : { about: options.about }),
        ...(options.to === undefined ? {} : { to: options.to }),
        ...narrowing(options),
        ...paging,
      }),
  })

export const aboutCommand = (name: string, options: NarrowOptions) =>
  answerCommand(options, {
    ...statements,
    ask: (archive, paging) => about(archive, { who: name, ...narrowing(options), ...paging }),
  })

export const askedCommand = (name: string, options: NarrowOptions) =>
  answerCommand<Exchange>(options, {
    ask: (archive, paging) => asked(archive, { who: name, ...narrowing(options), ...paging }),
    columns: ["part", ...columns],
    csv: ({ part, question, replies }) => [
      { part: part === "asker" ? "question put" : "question met", ...statementCells(question) },
      ...replies.map((reply) => ({ part: "reply", ...statementCells(reply) })),
    ],
    pretty: exchangeAnswer,
  })

export const contactsCommand = (name: string, other: string | undefined, options: NarrowOptions) =>
  answerCommand<ContactAnswer>(options, {
    ask: (archive, paging) =>
      contacts(archive, { who: name, ...(other === undefined ? {} : { other }), ...narrowing(options), ...paging }),
    json: contactJson,
    columns: contactColumns,
    csv: (contact) => [contactCells(contact)],
    pretty: (contact, look, rows) => contactAnswer(contact, look, new Map(rows.map((row) => [row.id, row]))),
    whole: true,
  })

export interface SearchOptions extends NarrowOptions {
  readonly reports?: boolean
}

export const searchCommand = (words: string, options: SearchOptions) =>
  options.reports
    ? answerCommand<ReportEntry>(options, {
        ask: (archive, paging) => searchReports(archive, { words, ...narrowing(options), ...paging }),
        columns: ["id", "outlet", "date", "title", "url", "link", "excerpt", "standing"],
        csv: (report) => [{ ...report }],
        pretty: reportAnswer,
      })
    : answerCommand(options, {
        ...statements,
        ask: (archive, paging) => searchStatements(archive, { words, ...narrowing(options), ...paging }),
        foot: async (archive, look) => {
          const spread = await facets(archive, { words, ...narrowing(options) })
          return (["outlet", "speaker", "kind", "month"] as const).flatMap((by) => facetLines(by, spread[by], look))
        },
      })

export interface WhoOptions extends NarrowOptions {
  readonly copies: "once" | "each"
}

export const whoCommand = (options: WhoOptions) =>
  answerCommand<Quoted>(options, {
    ask: (archive, paging) => who(archive, { copies: options.copies, ...narrowing(options), ...paging }),
    columns: ["name", "kind", "statements", "first_hand", "second_hand", "outlets"],
    csv: ({ name, kind, statements: all, firstHand, secondHand, byOutlet }) => [
      {
        name,
        kind,
        statements: all,
        first_hand: firstHand,
        second_hand: secondHand,
        outlets: byOutlet.map((one) => `${one.outlet} ${one.statements}`).join("; "),
      },
    ],
    pretty: quotedAnswer,
  })

const narrowing = ({ since, until, in: outlet, kind, firstHand, stale }: NarrowOptions): Narrowing => ({
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
  ...(outlet === undefined ? {} : { outlet }),
  ...(kind === undefined ? {} : { kind }),
  ...(firstHand ? { firstHand } : {}),
  ...(stale ? { stale } : {}),
})

export const columns = [
  ...[
    "id",
    "outlet",
    "date",
    "speakers",
    "candidates",
    "source",
    "cue",
    "addressees",
    "about",
    "content",
    "kind",
    "act",
  ],
  ...["polarity", "remove", "via", "when", "when_from", "when_to", "where", "within", "answers", "response"],
  ...["confidence", "speaker_confidence", "standing", "origin", "disputed", "copy_of", "title", "url", "link"],
]

const names = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join("; ")

export function statementCells(row: StatementEntry) {
  const { speakers, candidates, addressees, about: subjects, when, confidence, disputed, copyOf, ...plain } = row
  return {
    ...plain,
    speakers: names(speakers),
    candidates: names(candidates),
    addressees: names(addressees),
    about: names(subjects),
    when: when?.words,
    when_from: when?.from,
    when_to: when?.to,
    confidence: confidence.statement,
    speaker_confidence: confidence.speaker,
    disputed: disputed ? 1 : 0,
    copy_of: copyOf,
  }
}

const statements: Omit<Shown<StatementEntry>, "ask"> = {
  columns,
  csv: (statement) => [statementCells(statement)],
  pretty: statementAnswer,
}

function contactJson({ between, tellings, ...contact }: ContactAnswer): object {
  return {
    ...contact,
    between: between.map(({ name }) => name),
    tellings: tellings.map(({ publisher, published, outlet, date, by, ...telling }) => ({
      publisher: publisher ?? outlet,
      published: published ?? date,
      ...telling,
      by: by.map(({ name }) => name),
    })),
  }
}

const contactColumns = [
  ...[
    "id",
    "between",
    "mode",
    "status",
    "from",
    "to",
    "dated_by",
    "where",
    "against",
    "speaks_for",
    "outlets",
    "dates",
  ],
  ...["evidence", "by", "remove", "links"],
]

/** A contact is a row; what its tellings say stands in one cell each, in one order. */
function contactCells({ id, between, mode, status, when, where, tellings, against, through }: ContactAnswer) {
  const each = (of: (telling: ContactAnswer["tellings"][number]) => string | number | undefined): string =>
    tellings.map((telling) => of(telling) ?? "").join(" | ")
  return {
    id,
    between: names(between),
    mode,
    status,
    from: when?.from,
    to: when?.to,
    dated_by: when?.basis,
    where,
    against: against.join("; "),
    speaks_for: through.map(({ member, body, basis }) => `${member}: ${body} (${basis})`).join("; "),
    outlets: each(({ outlet }) => outlet),
    dates: each(({ date }) => date),
    evidence: each(({ evidence }) => evidence),
    by: each(({ by }) => names(by)),
    remove: each(({ remove }) => remove),
    links: each(({ link, url }) => link ?? url),
  }
}

function reportAnswer({ id, outlet, date, title, excerpt, link, standing }: ReportEntry, look: Look): string[] {
  const marks = standing === "current" ? "" : `  ${look.paint("magenta", `[${standing}]`)}`
  return [
    `${look.paint("dim", id.slice(0, 8))}  ${look.paint("bold", harmless(outlet || "a report"))} ${date ?? ""}${marks}`,
    ...facts(look, [title && harmless(title)]),
    ...(excerpt === undefined ? [] : behindBar(look, excerpt, true)),
    ...(link === undefined ? [] : facts(look, [look.paint("dim", harmless(link))])),
  ]
}

function facetLines(by: string, found: readonly Facet[], look: Look): string[] {
  if (found.length === 0) return []
  const [first, ...more] = facts(look, [list(found.map((one) => `${harmless(one.value || "none")} ${one.statements}`))])
  return [`${look.paint("dim", `by ${by}`)}`, first!, ...more]
}
