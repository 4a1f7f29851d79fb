// What the labels hold, set by set: npx tsx training/annotations/counts.ts

import { readSet, sets } from "./files.js"
import type { Standoff, StandoffStatement } from "./standoff.js"

const counted = sets.map((set) => new Map(countsOf(readSet(set))))
console.log(`${"".padEnd(44)}${sets.map((set) => set.padStart(8)).join("")}`)
for (const name of counted[0]!.keys()) {
  console.log(`${name.padEnd(44)}${counted.map((counts) => String(counts.get(name)).padStart(8)).join("")}`)
}

function countsOf(reports: readonly Standoff[]): [name: string, count: number][] {
  const statements = reports.flatMap((report) => report.statements.map((statement) => ({ report, statement })))
  const contacts = reports.flatMap((report) => report.contacts)
  const number = (test: (statement: StandoffStatement, report: Standoff) => unknown) =>
    statements.filter(({ report, statement }) => test(statement, report)).length
  const status = (wanted: string) => contacts.filter((contact) => contact.status === wanted).length
  const mode = (wanted: string) => contacts.filter((contact) => contact.mode === wanted).length
  const spokenBy = (kind: string) =>
    number(({ speaker, source }, { actors }) => source && speaker && actors[speaker]?.kind === kind)
  const actors = reports.flatMap((report) => Object.values(report.actors))
  return [
    ["reports", reports.length],
    ["actors", actors.length],
    ["statements", statements.length],
    ...["direct", "indirect", "mixed"].map((kind): [string, number] => [
      `  ${kind}`,
      number((one) => one.kind === kind),
    ]),
    ["  thoughts and wishes without words", number(({ speech }) => speech === false)],
    ["with an addressee", number(({ addressees }) => addressees)],
    ["second-hand, two removes", number((statement, report) => removeOf(statement, report) === 2)],
    ["second-hand, three or more", number((statement, report) => removeOf(statement, report) > 2)],
    ["one’s own words told again", number((one, report) => one.within && removeOf(one, report) === 1)],
    ["questions", number(({ question }) => question)],
    ...["answer", "deflection", "refusal"].map((kind): [string, number] => [
      `  replies: ${kind}`,
      number(({ response }) => response === kind),
    ]),
    ["with a channel or venue", number(({ via }) => via)],
    ["with a time of saying", number(({ when }) => when)],
    ["negated or declined saying", number(({ negated }) => negated)],
    ["with neither cue nor source", number(({ cue, source }) => !cue && !source)],
    ["content in several pieces", number(({ content }) => content.length > 1)],
    ["spoken by a group or several together", spokenBy("group")],
    ["spoken by somebody unnamed", spokenBy("unnamed")],
    ["spoken by a document", spokenBy("document")],
    ["spoken by nobody can tell whom", number(({ speaker }) => !speaker)],
    ["with a figure", number(({ figures }) => figures)],
    ["contacts", contacts.length],
    ...["happened", "not-happened", "refused", "planned", "hypothetical"].map((wanted): [string, number] => [
      `  ${wanted.replace("-", " ")}`,
      status(wanted),
    ]),
    ...["meet", "talk", "call", "write", "visit", "other"].map((wanted): [string, number] => [
      `  ${wanted}`,
      mode(wanted),
    ]),
    ["  with a time", contacts.filter(({ when }) => when).length],
    ["  with a place", contacts.filter(({ where }) => where).length],
    ["  told within a statement", contacts.filter(({ within }) => within).length],
  ]
}

/** 1, and one more for every change of speaker on the way out. */
function removeOf(statement: StandoffStatement, { statements }: Standoff): number {
  let remove = 1
  const seen = new Set<string>()
  for (let inner = statement; inner.within && !seen.has(inner.id); ) {
    seen.add(inner.id)
    const outer = statements.find(({ id }) => id === inner.within)
    if (!outer) break
    if (!outer.speaker || outer.speaker !== inner.speaker) remove++
    inner = outer
  }
  return remove
}
