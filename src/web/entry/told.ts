import type { Contact, Statement } from "../../record.js"
import { actWords, contactAsTold, kindWords, removeWords, responseWords } from "../../words.js"
import { figureWords, whenWords } from "../reader/card.js"
import { namesOf, type Reading, wordsAt, wordsOf } from "../reader/reading.js"

/** One thing that an entry says, in words. */
export interface Told {
  readonly name: string
  readonly words: string
}

/** What an entry says, part by part; a part that it does not have is missing. */
export const toldBy = (reading: Reading, entry: Statement | Contact): readonly Told[] =>
  ("between" in entry ? contactParts(reading, entry) : statementParts(reading, entry)).flatMap(([name, words]) =>
    words ? [{ name, words }] : [],
  )

type Part = readonly [name: string, words: string | undefined]

function statementParts(reading: Reading, statement: Statement): Part[] {
  const { speakers, addressees, content, source, cue, kind, setting, within, answers, response, remove, about } =
    statement
  return [
    ["Speaker", speakers.length > 0 ? namesOf(reading, speakers) : "not sure who"],
    ["To", namesOf(reading, addressees)],
    ["Words", wordsOf(reading, content)],
    ["Named as", wordsOf(reading, source)],
    ["Word of saying", wordsOf(reading, cue)],
    ["Act", actWords(statement)],
    ["Form", kindWords[kind]],
    ["Through", setting.via && wordsAt(reading, setting.via)],
    ["When", setting.when && whenWords(reading, setting.when)],
    ["Where", setting.where && wordsAt(reading, setting.where)],
    ["Told in", within && `statement ${reading.numberOf(within)}`],
    ["Reply", answers && `${responseWords[response ?? "answer"]} statement ${reading.numberOf(answers)}`],
    ["Hand", removeWords(remove)],
    ["About", namesOf(reading, about)],
    ["Figures", figureWords(reading, statement)],
  ]
}

function contactParts(reading: Reading, contact: Contact): Part[] {
  const { between, evidence, when, where, within } = contact
  return [
    ["Between", namesOf(reading, between)],
    ["What", contactAsTold(contact, [within === undefined ? undefined : reading.statementOf(within)])],
    ["Words", wordsAt(reading, evidence)],
    ["When", when && whenWords(reading, when)],
    ["Where", where && wordsAt(reading, where)],
    ["Told in", within && `statement ${reading.numberOf(within)}`],
  ]
}

export interface Difference {
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What a correction changed in what an entry says. */
export function differences(
  reading: Reading,
  before: Statement | Contact,
  after: Statement | Contact,
): readonly Difference[] {
  const [was, is] = [toldBy(reading, before), toldBy(reading, after)]
  const names = [...new Set([...is, ...was].map(({ name }) => name))]
  const wordsIn = (told: readonly Told[], name: string) => told.find((one) => one.name === name)?.words
  return names
    .map((name) => ({ name, before: wordsIn(was, name), after: wordsIn(is, name) }))
    .filter(({ before, after }) => before !== after)
}
