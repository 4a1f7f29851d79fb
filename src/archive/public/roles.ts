import type { Actor, Record } from "../../record.js"
import { isCalled } from "../blotting/goes.js"
import { blotAll, blotNames, blotSpans } from "../blotting/mask.js"
import { placesNaming } from "../blotting/places.js"

/**
 * A record in which some actors have no name: what they are stands in its place, and their name is blotted out of the
 * text, of what stands beside it, and of what others are called by it.
 */
export function withRoles(record: Record, roles: ReadonlyMap<string, string>): Record {
  const nameless = record.actors.filter(({ id }) => roles.has(id))
  if (nameless.length === 0) return record
  const { report } = record
  const others = record.actors.filter(({ id }) => !roles.has(id))
  const places = placesNaming(report.text, nameless, others)
  const { title, byline, section, turns } = report
  const blot = blotNames(nameless)
  return {
    ...record,
    report: { ...report, ...blotAll({ title, byline, section, turns }, blot), text: blotSpans(report.text, places) },
    actors: record.actors.map((actor) => {
      const role = roles.get(actor.id)
      return role === undefined ? withoutNames(actor, blot) : { ...actor, name: role, aliases: [], roles: [] }
    }),
  }
}

/** “Petra Quill's lawyer” and “aide to Quill”; “the Quill Foundation” is called so. */
function withoutNames(actor: Actor, blot: (words: string) => string): Actor {
  const called = (name: string) => (isCalled({ kind: actor.kind, name }) ? name : blot(name))
  return { ...actor, name: called(actor.name), aliases: actor.aliases.map(called), roles: actor.roles.map(blot) }
}
