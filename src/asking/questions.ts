import * as z from "zod"
import {
  type Archive,
  about,
  asked,
  check,
  contacts,
  facets,
  said,
  searchReports,
  searchStatements,
  show,
  who,
} from "../archive/index.js"
import { recordSchema } from "../record.js"
import { isDay } from "../text/days.js"
import { audit, measuredShare } from "./audit.js"
import {
  checked,
  contactAnswer,
  exchange,
  pageOf,
  quoted,
  reportEntry,
  showing,
  spread,
  statementEntry,
} from "./entries.js"
import { groups, kinds, parameterWords, type questionWords } from "./parameters.js"
import { people, person } from "./people.js"
import { report, reportListed, reports } from "./reports.js"
import {
  type AnswerTable,
  checkedTable,
  contactTable,
  exchangeTable,
  personTable,
  quotedTable,
  reportListedTable,
  reportTable,
  shareTable,
  showingTable,
  statementTable,
} from "./tables.js"

/** What an archive can be asked: how, and what comes back. */
export interface Question {
  readonly name: keyof typeof questionWords
  readonly parameters: z.ZodObject
  readonly answer: z.ZodType
  /** whether the answer comes in parts where there is much */
  readonly isPaged: boolean
  /** The parameters are checked; what cannot be so is a ZodError, what cannot be done an ArchiveError. */
  ask(archive: Archive, given: unknown): Promise<unknown>
  readonly table?: AnswerTable<unknown>
}

const isMissing = {
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? "is missing" : undefined),
}

const text = (words: string) =>
  z.string(isMissing).trim().min(1, "may not be empty").max(500, "may have 500 characters at most").describe(words)
const day = (words: string) =>
  z.string().refine(isDay, "must be a day such as 2021-03-04").meta({ description: words, format: "date" })
const flag = (words: string) => z.boolean("must be true or false").default(false).describe(words)

const paging = {
  limit: z
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(1000, "must be 1000 or less")
    .default(50)
    .describe("so many rows at most"),
  cursor: z.string().max(40).optional().describe("`next` of the part before: the part behind it"),
}
const period = {
  since: day(parameterWords.since).optional(),
  until: day(parameterWords.until).optional(),
  outlet: text(parameterWords.outlet).optional(),
}
const stale = { stale: flag(parameterWords.stale) }
const narrowing = {
  ...period,
  ...stale,
  kind: z.enum(kinds).optional().describe(parameterWords.kind),
  firstHand: flag(parameterWords.firstHand),
  passedOn: flag(parameterWords.passedOn),
}
const somebody = { who: text(parameterWords.who) }
const words = { words: text(parameterWords.words) }
const copies = { copies: z.enum(["once", "each"]).default("once").describe(parameterWords.copies) }

export const questions: readonly Question[] = [
  paged("said", statementEntry, statementTable, said, {
    ...somebody,
    about: text(parameterWords.about).optional(),
    to: text(parameterWords.to).optional(),
    ...narrowing,
  }),
  paged("about", statementEntry, statementTable, about, { ...somebody, ...narrowing }),
  paged("contacts", contactAnswer, contactTable, contacts, {
    ...somebody,
    other: text(parameterWords.other).optional(),
    ...period,
    ...stale,
    newest: flag(parameterWords.newest),
  }),
  paged("asked", exchange, exchangeTable, asked, { ...somebody, ...narrowing }),
  paged("search", statementEntry, statementTable, searchStatements, { ...words, ...narrowing }),
  paged("search-reports", reportEntry, reportTable, searchReports, { ...words, ...period, ...stale }),
  whole("facets", spread, facets, { ...words, ...narrowing }),
  inParts("check", checked, checkedTable, check, {
    words: z
      .string(isMissing)
      .trim()
      .min(1, "may not be empty")
      .max(5000, "may have 5000 characters at most")
      .describe(parameterWords.quotation),
    ...period,
    ...stale,
  }),
  whole(
    "show",
    showing,
    (archive, { entry }) => show(archive, entry),
    { entry: text(parameterWords.entry) },
    showingTable,
  ),
  paged("who", quoted, quotedTable, who, { ...narrowing, ...copies }),
  paged("people", person, personTable, people, {
    name: text(parameterWords.name).optional(),
    offers: flag(parameterWords.offers),
  }),
  paged("reports", reportListed, reportListedTable, reports, period),
  whole("report", recordSchema, (archive, asked) => report(archive, asked.report), {
    report: text(parameterWords.report),
  }),
  paged("audit", measuredShare, shareTable, audit, {
    by: z.enum(groups).default("outlet").describe(parameterWords.by),
    ...copies,
  }),
]

type Asked<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>

/** A question whose answer is a table, given in parts. */
function paged<Row, Shape extends z.ZodRawShape>(
  name: Question["name"],
  row: z.ZodType<Row>,
  table: AnswerTable<Row>,
  ask: (archive: Archive, asked: Asked<Shape & typeof paging>) => Promise<unknown>,
  shape: Shape,
): Question {
  return inParts(name, pageOf(row), table, ask, shape)
}

/** A question that is answered in parts. */
function inParts<Row, Shape extends z.ZodRawShape>(
  name: Question["name"],
  answer: z.ZodType,
  table: AnswerTable<Row>,
  ask: (archive: Archive, asked: Asked<Shape & typeof paging>) => Promise<unknown>,
  shape: Shape,
): Question {
  const parameters = z.strictObject({ ...shape, ...paging })
  return {
    name,
    parameters,
    answer,
    isPaged: true,
    ask: async (archive, given) => ask(archive, parameters.parse(given) as Asked<Shape & typeof paging>),
    table,
  }
}

/** A question that is answered as a whole. */
function whole<Answer, Shape extends z.ZodRawShape>(
  name: Question["name"],
  answer: z.ZodType<Answer>,
  ask: (archive: Archive, asked: Asked<Shape>) => Promise<unknown>,
  shape: Shape,
  table?: AnswerTable<Answer>,
): Question {
  const parameters = z.strictObject(shape)
  return {
    name,
    parameters,
    answer,
    isPaged: false,
    ask: async (archive, given) => ask(archive, parameters.parse(given) as Asked<Shape>),
    ...(table ? { table } : {}),
  }
}
