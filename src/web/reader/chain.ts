import type { Statement } from "../../record.js"
import { dayWords } from "../dates.js"
import { saidWords } from "../sentences.js"
import { namesOf, type Reading, speakerWords } from "./reading.js"

/** From the report inwards: the statements in whose content this one is told, itself last. */
export function tellersOf(reading: Reading, statement: Statement): Statement[] {
  const tellers = [statement]
  for (let outer = outerOf(reading, statement); outer && !tellers.includes(outer); outer = outerOf(reading, outer)) {
    tellers.unshift(outer)
  }
  return tellers
}

const outerOf = (reading: Reading, { within }: Statement) =>
  within === undefined ? undefined : reading.statementOf(within)

/**
 * On whose word we have it, as a sentence that the words said complete:
 * "Dorn Courier reported on 4 March 2026 that John Roberts said that Alejandro Giammattei told him"
 */
export function chainWords(reading: Reading, statement: Statement): string {
  const { published } = reading.record.report
  const reported = `${reading.outlet} reported${published ? ` on ${dayWords(published)}` : ""}`
  const tellers = tellersOf(reading, statement)
  const gone = reading.tellersTakenDown.has(tellers[0]!.id) ? ["somebody who was taken down said"] : []
  return [reported, ...gone, ...tellers.map((teller) => toldWords(reading, teller))].join(" that ")
}

/** "Maria Lopez told Tom Reed", "Ann Lee did not say", "“she” (not sure who) asked Bob Ray" */
function toldWords(reading: Reading, statement: Statement): string {
  const { addressees, speakers, source } = statement
  const who = speakerWords(reading, statement) + (speakers.length === 0 && source.length > 0 ? " (not sure who)" : "")
  const { verb, to } = saidWords(statement)
  return `${who} ${verb}${addressees.length > 0 ? to + namesOf(reading, addressees) : ""}`
}
