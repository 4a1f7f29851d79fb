import { roleNouns } from "../../text/lexicon/roles.js"
import { describe } from "../reading/descriptions.js"
import { nameWords } from "../reading/fold.js"
import { foldWords, type Reading } from "../reading/readings.js"
import { contradicts } from "./contradictions.js"
import type { Group } from "./group.js"
import { mayJoin } from "./may-join.js"
import { membersByRoot } from "./members.js"

type Described = Reading & { readonly form: "description" }

/**
 * “A Dorn judge ruled … Judge Ana Lopez wrote”: whom a report opens on is who alone has such a role in it and is named
 * later. “Judiciary spokesman Tom Kane … Aule's judiciary spokesman”: so is who has the whole role.
 *
 * @returns the groups that join another one, with the number of the other
 */
export function onlyRoles(
  text: string,
  groups: readonly Group[],
  rootOf: (group: number) => number,
): Map<number, number> {
  const members = membersByRoot(groups, rootOf)
  const bearers = new Map<string, Set<number>>()
  const described = new Map<string, Set<number>>()
  for (const [number, group] of groups.entries()) {
    for (const reading of group.readings) {
      for (const role of rolesOf(text, reading)) note(bearers, describe(role).head, rootOf(number))
      if (reading.form === "description") note(described, reading.description.head, rootOf(number))
    }
  }
  const joined = new Map<number, number>()
  for (const [root, own] of members) {
    const readings = own.flatMap((group) => group.readings)
    const descriptions = readings.flatMap((reading) => (reading.form === "description" ? [reading] : []))
    const first = descriptions[0]
    if (!first || descriptions.length < readings.length || !isPerson(groups[root]!)) continue
    const { head } = first.description
    const [bearer, ...others] = bearers.get(head) ?? []
    if (bearer === undefined || others.length > 0 || !roleNouns.has(head) || !isSingular(first)) continue
    const named = members.get(bearer)!.flatMap((group) => group.readings)
    const opens =
      described.get(head)!.size === 1 &&
      opensReport(text, first) &&
      named.every((reading) => first.mention.start < reading.mention.start)
    const words = foldWords(first.text)
    const whole = named.some((reading) => rolesOf(text, reading).some((role) => isWhole(words, foldWords(role))))
    if (!opens && !whole) continue
    if (mayJoin(groups[root]!, groups[bearer]!) && !contradicts(text, groups[root]!, members.get(bearer)!))
      joined.set(root, bearer)
  }
  return joined
}

function note(places: Map<string, Set<number>>, head: string, root: number): void {
  places.set(head, (places.get(head) ?? new Set()).add(root))
}

function rolesOf(text: string, reading: Reading): string[] {
  if (reading.form !== "person") return []
  return [...reading.person.roles, ...reading.beside.roles.map(({ start, end }) => text.slice(start, end))]
}

const isPerson = ({ kind }: Group): boolean => kind === "person" || kind === "unnamed"

const isSingular = ({ text, description: { head } }: Described): boolean =>
  nameWords(text).some(({ folded }) => folded === head)

/** “Judge rules …”, “A Dorn judge ruled …” in the first paragraph; not “the judge”, nor “a judge of the harbour court”. */
function opensReport(text: string, { mention, text: words, description }: Described): boolean {
  const before = text.slice(0, mention.start)
  const own = nameWords(words)
  return (
    !before.includes("\n") &&
    !/\bthe $/i.test(before.slice(-4)) &&
    description.determiner !== "definite" &&
    own.length < 4 &&
    own.at(-1)!.folded === description.head
  )
}

/** “Aule's judiciary spokesman” ends in the role “judiciary spokesman”; of one word alone there are many. */
const isWhole = (words: string, role: string): boolean =>
  role.includes(" ") && !/^(?:former|new|late|ex|then|current) /.test(role) && ` ${words}`.endsWith(` ${role}`)
