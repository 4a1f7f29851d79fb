import type { Actor, Contact, Record, Statement, When } from "../../record.js"
import { isDay } from "../../text/days.js"
import type { Span } from "../../text/span.js"
import type { Entry, EntryKind } from "./deeds.js"

/** Why an entry cannot stand in its record, as a sentence; undefined where it can. */
export function problemOf(record: Record, kind: EntryKind, entry: Entry): string | undefined {
  if (kind === "statement") return statementProblem(record, entry as Statement)
  if (kind === "contact") return contactProblem(record, entry as Contact)
  return actorProblem(record, entry as Actor)
}

function statementProblem(record: Record, statement: Statement): string | undefined {
  const { content, cue, source, setting, figures, speakers, addressees, about, within, answers } = statement
  if (content.length === 0) return "a statement needs its content: the words that were said"
  const spans = [...content, ...cue, ...source, ...Object.values(setting), ...figures.map(({ text }) => text)]
  return (
    spanProblem(record, spans) ??
    timeProblem(setting.when) ??
    actorsProblem(record, [...speakers, ...addressees, ...about]) ??
    linkProblem(record, statement.id, within, "within") ??
    linkProblem(record, statement.id, answers, "answers")
  )
}

function contactProblem(record: Record, { id, evidence, when, where, between, within }: Contact): string | undefined {
  const spans = [evidence, when, where].filter((span) => span !== undefined)
  if (new Set(between).size < 2) return "a contact is between two or more different actors"
  return (
    spanProblem(record, spans) ??
    timeProblem(when) ??
    actorsProblem(record, between) ??
    (within === undefined || record.statements.some((statement) => statement.id === within)
      ? undefined
      : `there is no statement ${within} that could tell of ${id}`)
  )
}

function actorProblem(record: Record, { name, mentions }: Actor): string | undefined {
  if (name.trim() === "") return "an actor needs a name"
  if (mentions.length === 0) return `${name} needs a mention: the place in the text that means them`
  return spanProblem(record, mentions)
}

function spanProblem({ report }: Record, spans: readonly Span[]): string | undefined {
  const wrong = spans.find(
    ({ start, end }) => !Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > report.text.length,
  )
  if (wrong) return `${wrong.start}-${wrong.end} lies outside the text, which has ${report.text.length} characters`
  const empty = spans.find(({ start, end }) => start >= end)
  return empty && `${empty.start}-${empty.end} holds no words`
}

function timeProblem({ from, to, surely }: Partial<When> = {}): string | undefined {
  const wrong = [from, to, surely?.from, surely?.to].find((day) => day !== undefined && !isDay(day))
  return wrong === undefined ? undefined : `when: ${wrong} is no day of the calendar`
}

function actorsProblem({ actors }: Record, ids: readonly string[]): string | undefined {
  const unknown = ids.find((id) => !actors.some((actor) => actor.id === id))
  return unknown === undefined ? undefined : `there is no actor ${unknown} in this report`
}

/** Neither the statement itself, nor one that leads back to it. */
function linkProblem(
  { statements }: Record,
  id: string,
  linked: string | undefined,
  link: "within" | "answers",
): string | undefined {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const seen = new Set([id])
  for (let next = linked; next !== undefined; next = byId.get(next)?.[link]) {
    if (!byId.has(next)) return `there is no statement ${next} in this report`
    if (seen.has(next)) return `${link}: ${linked} would lead back to ${id}`
    seen.add(next)
  }
  return undefined
}
