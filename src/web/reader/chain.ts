import type { Statement } from "../../record.js"
import { dayWords } from "../dates.js"
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
  const told = tellersOf(reading, statement).map((teller) => toldWords(reading, teller))
  return [reported, ...told].join(" that ")
}

/** "Maria Lopez told Tom Reed", "Ann Lee did not say", "“she” (not sure who) asked Bob Ray" */
function toldWords(reading: Reading, statement: Statement): string {
  const { act, polarity, addressees, speakers, source } = statement
  const who = speakerWords(reading, statement) + (speakers.length === 0 && source.length > 0 ? " (not sure who)" : "")
  const whom = addressees.length > 0 ? namesOf(reading, addressees) : undefined
  if (act === "say" && polarity === "asserted") return whom ? `${who} told ${whom}` : `${who} said`
  const did = verbs[act]
  const to = whom ? ` ${withWhom[act] ?? `to ${whom}`}`.replace("WHOM", whom) : ""
  if (polarity === "hypothetical") return `${who} might ${did.base}${to}, which is hypothetical,`
  if (polarity === "negated" && act !== "refuse") return `${who} did not ${did.base}${to}`
  return `${who} ${did.past}${to}`
}

const verb = (base: string, past: string) => ({ base, past })

const verbs: { readonly [A in Statement["act"]]: { readonly base: string; readonly past: string } } = {
  say: verb("say", "said"),
  ask: verb("ask", "asked"),
  deny: verb("deny", "denied"),
  refuse: verb("decline", "declined"),
  promise: verb("promise", "promised"),
  accuse: verb("say in accusation", "said in accusation"),
  demand: verb("demand", "demanded"),
  think: verb("think", "thought"),
  hope: verb("hope", "hoped"),
  want: verb("want", "wanted"),
  intend: verb("intend", "intended"),
  feel: verb("feel", "felt"),
}

// "asked Bob Ray", but "denied to Bob Ray"
const withWhom: { readonly [A in Statement["act"]]?: string } = { ask: "WHOM", promise: "WHOM", demand: "of WHOM" }
