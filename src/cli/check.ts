import { type Checked, check, type Finding, type Piece } from "../archive/index.js"
import { amount, list, removeWords } from "../words.js"
import { type AnswerOptions, answerCommand, searchedWords } from "./answers.js"
import { behindBar, facts, inside } from "./pretty-answers.js"
import { harmless, type Look, wrap } from "./terminal.js"

export interface CheckOptions extends AnswerOptions {
  readonly since?: string
  readonly until?: string
  readonly in?: string
}

export const checkCommand = (words: string, options: CheckOptions) =>
  answerCommand<Checked>(options, {
    ask: async (archive) => ({
      rows: [
        await check(archive, {
          words,
          ...(options.since === undefined ? {} : { since: options.since }),
          ...(options.until === undefined ? {} : { until: options.until }),
          ...(options.in === undefined ? {} : { outlet: options.in }),
        }),
      ],
    }),
    columns: ["verdict", "id", "outlet", "date", "speakers", "remove", "words", "difference", "title", "url", "link"],
    csv: ({ verdict, found }) =>
      found.length === 0 ? [{ verdict }] : found.map((finding) => ({ verdict, ...cellsOf(finding) })),
    pretty: checkedAnswer,
  })

const cellsOf = ({ report, statement, words, difference }: Finding) => ({
  ...report,
  id: statement?.id ?? report.id,
  speakers: statement?.speakers.map(({ name }) => name).join("; "),
  remove: statement?.remove,
  words,
  difference: difference?.map(plainPiece).join(" "),
})

function checkedAnswer({ verdict, found, searched }: Checked, look: Look): string[] {
  if (verdict === "not-found") return wrap(`This quotation: ${searchedWords(searched)}.`, look.columns)
  const first =
    verdict === "exact"
      ? `Found exactly, in ${amount(found.length, "place")}; the earliest comes first.`
      : "Not found exactly. What comes closest, and the difference:"
  return [...wrap(first, look.columns), ...found.flatMap((finding) => ["", ...findingLines(finding, look)])]
}

function findingLines({ report, statement, words, difference }: Finding, look: Look): string[] {
  const where = report.outlet === "" ? "a report" : harmless(report.outlet)
  const day = report.date === undefined ? "" : ` on ${report.date}`
  const speakers = statement?.speakers.map(({ name }) => look.paint("bold", harmless(name))) ?? []
  const said = !statement
    ? "in the text, in no statement that was read there"
    : `${speakers.length > 0 ? list(speakers) : "not sure who"}  [${removeWords(statement.remove)}]`
  return [
    `${look.paint("dim", statement?.id ?? report.id)}  ${look.paint("bold", where)} reported${day}`,
    ...inside(look, said),
    ...(difference
      ? inside(look, difference.map((piece) => paintedPiece(piece, look)).join(" "))
      : behindBar(look, words, true)),
    ...(report.link === undefined ? [] : facts(look, [look.paint("dim", harmless(report.link))])),
  ]
}

/** "You [-must not-] {+cannot+} negotiate": asked, not reported; reported, not asked. */
function plainPiece({ in: where, words }: Piece): string {
  return where === "both" ? words : where === "asked" ? `[-${words}-]` : `{+${words}+}`
}

const paintedPiece = (piece: Piece, look: Look): string =>
  look.paint(piece.in === "both" ? "dim" : piece.in === "asked" ? "red" : "green", harmless(plainPiece(piece)))
