import type {
  Checked,
  ContactAnswer,
  Exchange,
  Quoted,
  ReportEntry,
  Showing,
  StatementEntry,
} from "../archive/index.js"
import type { Row } from "../export/tables.js"
import type { MeasuredShare } from "./audit.js"
import type { Person } from "./people.js"
import type { ReportListed } from "./reports.js"

/** Answers as rows of a table: the columns in order, and the rows that one of them becomes. */
export interface AnswerTable<Answer> {
  readonly columns: readonly { readonly name: string }[]
  rowsOf(answer: Answer): readonly Row[]
}

const columns = (names: string) => names.split(" ").map((name) => ({ name }))

const statementColumns =
  "id outlet date speakers candidates told_by source cue addressees about content kind act polarity remove via when when_from " +
  "when_to where within answers response confidence speaker_confidence standing origin disputed dispute copy_of also_in title url link"

export const statementTable: AnswerTable<StatementEntry> = {
  columns: columns(statementColumns),
  rowsOf: (statement) => [statementRow(statement)],
}

export const exchangeTable: AnswerTable<Exchange> = {
  columns: columns(`part ${statementColumns}`),
  rowsOf: ({ part, question, replies }) => [
    { part: part === "asker" ? "question put" : "question met", ...statementRow(question) },
    ...replies.map((reply) => ({ part: "reply", ...statementRow(reply) })),
  ],
}

/** A contact is a row; what its tellings say stands in one cell each, in one order. */
export const contactTable: AnswerTable<ContactAnswer> = {
  columns: columns(
    "id between mode status from to dated_by where against speaks_for outlets dates evidence by " +
      "told_act told_polarity remove disputed dispute links",
  ),
  rowsOf: ({ id, between, mode, status, when, where, tellings, against, through }) => {
    const each = (of: (telling: ContactAnswer["tellings"][number]) => string | number | undefined): string =>
      tellings.map((telling) => of(telling) ?? "").join(" | ")
    return [
      {
        id,
        between: names(between),
        mode,
        status,
        ...given({ from: when?.from, to: when?.to, dated_by: when?.basis, where }),
        against,
        speaks_for: through.map(({ member, body, basis }) => `${member}: ${body} (${basis})`),
        outlets: each(({ outlet }) => outlet),
        dates: each(({ date }) => date),
        evidence: each(({ evidence }) => evidence),
        by: each(({ by }) => names(by).join("; ")),
        told_act: each(({ toldAs }) => toldAs?.act),
        told_polarity: each(({ toldAs }) => toldAs?.polarity),
        remove: each(({ remove }) => remove),
        disputed: each(({ disputed }) => (disputed ? 1 : 0)),
        dispute: each(({ dispute }) => dispute?.words),
        links: each(({ link, url }) => link ?? url),
      },
    ]
  },
}

export const reportTable: AnswerTable<ReportEntry> = {
  columns: columns("id outlet date title url link excerpt standing"),
  rowsOf: (report) => [{ ...report }],
}

export const checkedTable: AnswerTable<Checked> = {
  columns: columns(
    "verdict id outlet date speakers kind act polarity remove words difference standing disputed dispute title url link",
  ),
  rowsOf: ({ verdict, found }) =>
    found.length === 0
      ? [{ verdict }]
      : found.map(({ report, statement, words, difference }) => ({
          verdict,
          ...report,
          id: statement?.id ?? report.id,
          words,
          ...given({
            speakers: statement && names(statement.speakers),
            kind: statement?.kind,
            act: statement?.act,
            polarity: statement?.polarity,
            remove: statement?.remove,
            disputed: statement && (statement.disputed ? 1 : 0),
            dispute: statement?.dispute?.words,
            difference: difference?.map(pieceWords).join(" "),
          }),
        })),
}

/** "You [-must not-] {+cannot+} negotiate": asked, not reported; reported, not asked. */
export function pieceWords({ in: where, words }: Piece): string {
  return where === "both" ? words : where === "asked" ? `[-${words}-]` : `{+${words}+}`
}

type Piece = NonNullable<Checked["found"][number]["difference"]>[number]

export const showingTable: AnswerTable<Pick<Showing, "statement" | "contact">> = {
  columns: columns(`${statementColumns} mode status between evidence by told_act told_polarity`),
  rowsOf: ({ statement, contact }) => [
    ...(statement ? [statementRow(statement)] : []),
    ...(contact ? [contactRow(contact)] : []),
  ],
}

export const quotedTable: AnswerTable<Quoted> = {
  columns: columns("name kind statements first_hand second_hand outlets"),
  rowsOf: ({ name, kind, statements, firstHand, secondHand, byOutlet }) => [
    {
      name,
      kind,
      statements,
      first_hand: firstHand,
      second_hand: secondHand,
      outlets: byOutlet.map((one) => `${one.outlet} ${one.statements}`),
    },
  ],
}

export const reportListedTable: AnswerTable<ReportListed> = {
  columns: columns("id outlet date title url statements contacts"),
  rowsOf: (report) => [{ ...report }],
}

export const personTable: AnswerTable<Person> = {
  columns: columns("number name kind wikidata reports variants offers"),
  rowsOf: ({ offers, number, name, kind, wikidata, reports, variants }) => [
    {
      ...{ number, name, kind, wikidata, reports, variants },
      offers: offers.map((offer) => `#${offer.number} ${offer.name}: ${offer.reason}`),
    },
  ],
}

export const shareTable: AnswerTable<MeasuredShare> = {
  columns: columns("group measure value count of share reader_precision reader_recall reader_own_reports"),
  rowsOf: ({ precision, recall, own, share, ...plain }) => [
    {
      ...plain,
      share: share.toFixed(4),
      reader_precision: precision,
      reader_recall: recall,
      ...given({ reader_own_reports: own }),
    },
  ],
}

const names = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name)

/** The cells that there are. */
function given(cells: { readonly [column: string]: Row[string] | undefined }): Row {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]) => (cell === undefined ? [] : [[column, cell]])),
  )
}

function statementRow(row: StatementEntry): Row {
  const {
    speakers,
    candidates,
    toldBy,
    tellerTakenDown,
    addressees,
    about,
    when,
    confidence,
    disputed,
    dispute,
    copyOf,
    alsoIn,
    ...plain
  } = row
  return given({
    ...plain,
    speakers: names(speakers),
    candidates: names(candidates),
    told_by: (toldBy || tellerTakenDown) && [
      ...names(toldBy ?? []),
      ...(tellerTakenDown ? ["somebody who was taken down"] : []),
    ],
    addressees: names(addressees),
    about: names(about),
    when: when?.words,
    when_from: when?.from,
    when_to: when?.to,
    confidence: confidence.statement,
    speaker_confidence: confidence.speaker,
    disputed: disputed ? 1 : 0,
    dispute: dispute?.words,
    copy_of: copyOf,
    also_in: alsoIn,
  })
}

function contactRow(contact: NonNullable<Showing["contact"]>): Row {
  const { between, by, when, toldAs, plainly: _plainly, disputed, dispute, copyOf, ...plain } = contact
  return given({
    ...plain,
    between: names(between),
    by: names(by),
    told_act: toldAs?.act,
    told_polarity: toldAs?.polarity,
    when: when?.words,
    when_from: when?.from,
    when_to: when?.to,
    disputed: disputed ? 1 : 0,
    dispute: dispute?.words,
    copy_of: copyOf,
  })
}
