import type { Contact, Statement } from "../../record.js"
import type { Span } from "../../text/span.js"
import { type Reading, wordsAt, wordsOf } from "../reader/reading.js"

/** The fields of a form as they stand in it: words of the report, ids, days. Actors are a list of ids. */
export type Values = { readonly [field: string]: string | readonly string[] }

/** What stands in the form of an entry that nobody has touched yet. */
export const valuesOf = (reading: Reading, entry: Statement | Contact): Values =>
  "between" in entry ? contactValues(reading, entry) : statementValues(reading, entry)

function statementValues(reading: Reading, statement: Statement): Values {
  const { speakers, addressees, content, cue, source, kind, act, polarity, setting, within, answers, response } =
    statement
  return {
    ...{ speakers, addressees, kind, act, polarity },
    content: wordsOf(reading, content),
    cue: wordsOf(reading, cue),
    source: wordsOf(reading, source),
    via: words(reading, setting.via),
    where: words(reading, setting.where),
    ...timeValues(reading, setting.when),
    within: within ?? "",
    answers: answers ?? "",
    response: response ?? "",
  }
}

function contactValues(reading: Reading, { between, mode, status, evidence, when, where, within }: Contact): Values {
  return {
    ...{ between, mode, status },
    evidence: words(reading, evidence),
    where: words(reading, where),
    ...timeValues(reading, when),
    within: within ?? "",
  }
}

const timeValues = (reading: Reading, when: Contact["when"]): Values => ({
  when: words(reading, when),
  from: when?.from ?? "",
  to: when?.to ?? "",
  "surely-from": when?.surely?.from ?? "",
  "surely-to": when?.surely?.to ?? "",
})

/** As in a text field of one line: what a form sends back must not look changed because of a line break. */
const words = (reading: Reading, span: Span | undefined): string =>
  span === undefined ? "" : wordsAt(reading, span).replace(/\s+/g, " ")
