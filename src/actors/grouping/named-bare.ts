import { nameWords } from "../reading/fold.js"
import { showsOf } from "../reading/pronouns.js"
import { articleBefore, type Reading } from "../reading/readings.js"
import { contradicts } from "./contradictions.js"
import type { Group } from "./group.js"
import { mayJoin } from "./may-join.js"
import { membersByRoot } from "./members.js"

/**
 * “A Dorn lawmaker said on Monday … {Ana Ruiz} told reporters”: whoever is named without a word on who it is, is the one
 * whom the report opened on.
 *
 * @returns the groups that join another one, with the number of the other
 */
export function namedBare(
  text: string,
  groups: readonly Group[],
  rootOf: (group: number) => number,
): Map<number, number> {
  const opening = text.indexOf("\n\n")
  const members = membersByRoot(groups, rootOf)
  const openedOn: number[] = []
  let named: { root: number; start: number } | undefined
  for (const [root, own] of members) {
    const readings = own.flatMap((group) => group.readings)
    const first = readings.reduce((a, b) => (b.mention.start < a.mention.start ? b : a))
    if (first.mention.start < opening) {
      if (readings.every(({ form }) => form === "description") && isSomebody(text, first)) openedOn.push(root)
    } else if (isBare(first) && first.mention.start < (named?.start ?? Number.POSITIVE_INFINITY)) {
      named = { root, start: first.mention.start }
    }
  }
  const [described, ...others] = openedOn
  if (described === undefined || others.length > 0 || !named) return new Map()
  if (text.slice(opening + 2, named.start).split("\n\n").length > nearby) return new Map()
  if (!mayJoin(groups[described]!, groups[named.root]!)) return new Map()
  if (contradicts(text, groups[described]!, members.get(named.root)!)) return new Map()
  return new Map([[described, named.root]])
}

/** In how many paragraphs after the first one a name is looked for. */
const nearby = 5

/** “A retired officer”; not “a person”, nor “a chef named Kane”. */
function isSomebody(text: string, reading: Reading): boolean {
  if (reading.form !== "description") return false
  const { mention, description } = reading
  if (mention.kind !== "person" && mention.kind !== "unnamed") return false
  const isNew = description.determiner === "indefinite" || /^an?$/.test(articleBefore(text, mention))
  return (
    isNew &&
    showsOf(reading.text, description.head).count === "one" &&
    !/^(?:source|person|individual)$/.test(description.head) &&
    !/\b(?:named|called|another)\b/i.test(reading.text)
  )
}

/** A full name that nothing beside it or before it says more of. */
function isBare(reading: Reading): boolean {
  if (reading.form !== "person") return false
  const { person, beside } = reading
  const isFull = person.words.length > 1 && nameWords(reading.text).length === nameWords(person.name).length
  return isFull && person.roles.length + beside.roles.length === 0 && !person.courtesy && !beside.courtesy
}
