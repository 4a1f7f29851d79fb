import { type Checked, check, type Finding, type Piece } from "../archive/index.js"
import { checkedTable, pieceWords } from "../asking/tables.js"
import { amount, list, removeWords } from "../words.js"
import { type AnswerOptions, answerCommand, searchedWords } from "./answers.js"
import { behindBar, inside, reportedBy, source } from "./pretty-answers.js"
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
    table: checkedTable,
    pretty: checkedAnswer,
  })

export function checkedAnswer({ verdict, found, searched }: Checked, look: Look): string[] {
  if (verdict === "not-found") return wrap(`This quotation: ${searchedWords(searched)}.`, look.columns)
  const first =
    verdict === "exact"
      ? `Found exactly, in ${amount(found.length, "place")}; the earliest comes first.`
      : "Not found exactly. What comes closest, and the difference:"
  return [...wrap(first, look.columns), ...found.flatMap((finding) => ["", ...findingLines(finding, look)])]
}

function findingLines({ report, statement, words, difference }: Finding, look: Look): string[] {
  const speakers = statement?.speakers.map(({ name }) => look.paint("bold", harmless(name))) ?? []
  const said = !statement
    ? "in the text, in no statement that was read there"
    : `${speakers.length > 0 ? list(speakers) : "not sure who"}  [${removeWords(statement.remove)}]`
  return [
    `${look.paint("dim", statement?.id ?? report.id)}  ${reportedBy(report, look)}`,
    ...inside(look, said),
    ...(difference
      ? inside(look, difference.map((piece) => paintedPiece(piece, look)).join(" "))
      : behindBar(look, words, true)),
    ...source({ link: report.link }, look),
  ]
}

export const paintedPiece = (piece: Piece, look: Look): string =>
  look.paint(piece.in === "both" ? "dim" : piece.in === "asked" ? "red" : "green", harmless(pieceWords(piece)))
