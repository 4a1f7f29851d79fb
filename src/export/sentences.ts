import { type Contact, type Record, type Statement, saysPlainly } from "../record.js"
import { nobodyGone, type TellersTakenDown } from "./exported.js"

// What was found, said so that nobody takes it for more: an outlet reported it, on somebody's word, at some remove.

/** Dorn Courier reported that Ana Velde said this (direct). */
export function statementSentence(
  record: Record,
  statement: Statement,
  tellersTakenDown: TellersTakenDown = nobodyGone,
): string {
  const who = namesIn(record, statement.speakers)
  const verb = statement.act === "say" ? "said" : `did this (${statement.act})`
  const marks = [
    statement.kind,
    ...(statement.polarity === "asserted" ? [] : [statement.polarity]),
    ...(statement.remove > 1 ? [`${statement.remove} mouths away`] : []),
    ...(tellersTakenDown.has(statement.id) ? ["told by somebody who was taken down"] : []),
  ]
  const told = statement.polarity === "asserted" ? `that ${who} ${verb} this` : `on ${who} and this`
  return `${outlet(record)} reported ${told} (${marks.join(", ")}).`
}

/**
 * Dorn Courier reported, on the word of Ana Velde: meet between Ana Velde and Tom Reed, not-happened.
 * Where she only asked about it or denied it: Dorn Courier reported on Ana Velde and this (deny): meet between …
 */
export function contactSentence(record: Record, contact: Contact): string {
  const teller = record.statements.find(({ id }) => id === contact.within)
  const word = teller ? tellerPhrase(teller, namesIn(record, teller.speakers)) : ""
  return `${outlet(record)} reported${word}: ${contact.mode} between ${namesIn(record, contact.between)}, ${contact.status}.`
}

const tellerPhrase = (teller: Statement, who: string): string =>
  saysPlainly(teller)
    ? `, on the word of ${who}`
    : ` on ${who} and this (${[teller.act, ...(teller.polarity === "asserted" ? [] : [teller.polarity])].join(", ")})`

const outlet = ({ report }: Record): string => report.publisher ?? report.url ?? "A report"

const namesIn = ({ actors }: Record, ids: readonly string[]): string =>
  ids.length === 0 ? "someone" : ids.map((id) => actors.find((actor) => actor.id === id)?.name ?? id).join(" and ")
