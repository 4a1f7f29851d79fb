import type { Actor, Record } from "../../record.js"
import { blotSpans, namePlaces, namingMentions } from "../corrections/mask.js"

/** A record in which some actors have no name: what they are stands in its place, and in the text their name is blotted out. */
export function withRoles(record: Record, roles: ReadonlyMap<string, string>): Record {
  const nameless = record.actors.filter(({ id }) => roles.has(id))
  if (nameless.length === 0) return record
  const { report } = record
  const others = record.actors.filter(({ id }) => !roles.has(id)).flatMap(({ mentions }) => mentions)
  const places = nameless.flatMap((actor) => [
    ...namingMentions(report.text, actor),
    ...namePlaces(report.text, actor, others),
  ])
  const title =
    report.title && nameless.reduce((words, actor) => blotSpans(words, namePlaces(words, actor, [])), report.title)
  return {
    ...record,
    report: { ...report, text: blotSpans(report.text, places), ...(title ? { title } : {}) },
    actors: record.actors.map((actor) => withoutName(actor, roles.get(actor.id))),
  }
}

const withoutName = (actor: Actor, role: string | undefined): Actor =>
  role === undefined ? actor : { ...actor, name: role, aliases: [], roles: [] }
