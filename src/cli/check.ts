import { type Checked, check, type Finding, type Piece } from "../archive/index.js"
import { checkedTable, pieceWords } from "../asking/tables.js"
import { amount } from "../words.js"
import { type AnswerOptions, answerCommand, searchedWords } from "./answers.js"
import { barred, inside, reportedBy, source, statementWith } from "./pretty-answers.js"
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
  const shown = difference ? differenceWords(difference, look) : harmless(words)
  if (statement) return statementWith(statement, look, shown)
  return [
    `${look.paint("dim", report.id)}  ${reportedBy(report, look)}`,
    ...inside(look, "in the text, in no statement that was read there"),
    ...barred(look, shown, true),
    ...source({ link: report.link }, look),
  ]
}

/** "You [-must not-] {+cannot+} negotiate", which can be wrapped: each word has its own colour. */
export const differenceWords = (pieces: readonly Piece[], look: Look): string =>
  pieces
    .map((piece) => {
      const colour = piece.in === "both" ? "dim" : piece.in === "asked" ? "red" : "green"
      return harmless(pieceWords(piece)).replace(/\S+/g, (word) => look.paint(colour, word))
    })
    .join(" ")
