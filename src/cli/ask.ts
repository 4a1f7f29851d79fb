import {
  about,
  asked,
  type ContactAnswer,
  contacts,
  type Exchange,
  type Facet,
  type Facets,
  facets,
  type Narrowing,
  type Quoted,
  type ReportEntry,
  type StatementEntry,
  said,
  searched,
  searchReports,
  searchStatements,
  who,
} from "../archive/index.js"
import { contactTable, exchangeTable, quotedTable, reportTable, statementTable } from "../asking/tables.js"
import { list } from "../words.js"
import { type AnswerOptions, answerCommand, reportsWords, type Shown } from "./answers.js"
import {
  behindBar,
  contactAnswer,
  exchangeAnswer,
  facts,
  lastContact,
  quotedAnswer,
  reportedBy,
  source,
  statementAnswer,
} from "./pretty-answers.js"
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
    table: exchangeTable,
    pretty: exchangeAnswer,
  })

export interface ContactsOptions extends NarrowOptions {
  readonly newest?: boolean
}

export const contactsCommand = (name: string, other: string | undefined, options: ContactsOptions) =>
  answerCommand<ContactAnswer>(options, {
    ask: (archive, paging) =>
      contacts(archive, {
        who: name,
        ...(other === undefined ? {} : { other }),
        ...(options.newest ? { newest: true } : {}),
        ...narrowing(options),
        ...paging,
      }),
    json: contactJson,
    table: contactTable,
    pretty: (contact, look, rows) => contactAnswer(contact, look, new Map(rows.map((row) => [row.id, row]))),
    whole: true,
    ...(other !== undefined && {
      foot: async (archive, look, rows) =>
        lastContact(
          options.newest ? rows.toReversed() : rows,
          reportsWords(await searched(archive, narrowing(options))),
          look,
        ),
    }),
  })

export interface SearchOptions extends NarrowOptions {
  readonly reports?: boolean
}

export const searchCommand = (words: string, options: SearchOptions) =>
  options.reports
    ? answerCommand<ReportEntry>(options, {
        ask: (archive, paging) => searchReports(archive, { words, ...narrowing(options), ...paging }),
        table: reportTable,
        pretty: reportAnswer,
      })
    : answerCommand(options, {
        ...statements,
        ask: (archive, paging) => searchStatements(archive, { words, ...narrowing(options), ...paging }),
        foot: async (archive, look) => spreadLines(await facets(archive, { words, ...narrowing(options) }), look),
      })

export interface WhoOptions extends NarrowOptions {
  readonly copies: "once" | "each"
}

export const whoCommand = (options: WhoOptions) =>
  answerCommand<Quoted>(options, {
    ask: (archive, paging) => who(archive, { copies: options.copies, ...narrowing(options), ...paging }),
    table: quotedTable,
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

const statements: Omit<Shown<StatementEntry>, "ask"> = {
  table: statementTable,
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

export function reportAnswer(report: ReportEntry, look: Look): string[] {
  const { id, outlet, date, title, excerpt, link, standing } = report
  const marks = standing === "current" ? "" : `  ${look.paint("magenta", `[${standing}]`)}`
  return [
    `${look.paint("dim", id)}  ${reportedBy({ outlet, date }, look, "")}${marks}`,
    ...facts(look, [title && harmless(title)]),
    ...(excerpt === undefined ? [] : behindBar(look, excerpt, true)),
    ...source({ link }, look),
  ]
}

export const spreadLines = (spread: Facets, look: Look): string[] =>
  (["outlet", "speaker", "kind", "month"] as const).flatMap((by) => facetLines(by, spread[by], look))

function facetLines(by: string, found: readonly Facet[], look: Look): string[] {
  if (found.length === 0) return []
  const [first, ...more] = facts(look, [list(found.map((one) => `${harmless(one.value || "none")} ${one.statements}`))])
  return [`${look.paint("dim", `by ${by}`)}`, first!, ...more]
}
