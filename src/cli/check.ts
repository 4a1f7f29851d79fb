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
  readonly stale?: boolean
}

export const checkCommand = (words: string, options: CheckOptions) =>
  answerCommand<Checked>(options, {
    ask: async (archive, paging) => {
      const checked = await check(archive, {
        words,
        ...(options.since === undefined ? {} : { since: options.since }),
        ...(options.until === undefined ? {} : { until: options.until }),
        ...(options.in === undefined ? {} : { outlet: options.in }),
        ...(options.stale ? { stale: true } : {}),
        ...paging,
      })
      const isAll = paging.limit !== undefined
      return { rows: [checked], ...(isAll && checked.next !== undefined ? { next: checked.next } : {}) }
    },
    table: checkedTable,
    pretty: checkedAnswer,
  })

export function checkedAnswer(checked: Checked, look: Look): string[] {
  const { verdict, found, searched } = checked
  if (verdict === "not-found") return wrap(`This quotation: ${searchedWords(searched)}.`, look.columns)
  const first =
    verdict === "exact"
      ? `Found exactly, in ${placesWords(checked)}`
      : "Not found exactly. What comes closest, and the difference:"
  return [...wrap(first, look.columns), ...found.flatMap((finding) => ["", ...findingLines(finding, look)])]
}

/** "383 places; the first 20:" */
function placesWords({ places, found, next }: Checked): string {
  const counted = amount(places, "place")
  if (found.length === places) return `${counted}; the earliest comes first.`
  return next === String(found.length) ? `${counted}; the first ${next}:` : `${counted}; ${found.length} of them:`
}

function findingLines({ report, statement, words, difference }: Finding, look: Look): string[] {
  const shown = difference ? differenceWords(difference, look) : harmless(words)
  if (statement) return statementWith(statement, look, shown)
  return [
    `${look.paint("dim", report.id)}  ${reportedBy(report, look)}${report.standing === "current" ? "" : `  ${look.paint("magenta", `[${report.standing}]`)}`}`,
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
