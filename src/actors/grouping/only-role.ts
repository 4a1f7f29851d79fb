import { roleNouns } from "../../text/lexicon/roles.js"
import { describe } from "../reading/descriptions.js"
import { nameWords } from "../reading/fold.js"
import { articleBefore, foldWords, type Reading, rolesOf } from "../reading/readings.js"
import { contradicts } from "./contradictions.js"
import type { Group } from "./group.js"
import { mayJoin } from "./may-join.js"
import { membersByRoot } from "./members.js"

type Described = Reading & { readonly form: "description" }

/**
 * “A Dorn judge ruled … Judge Ana Lopez wrote”: whom a report opens on is who alone has such a role in it and is named
 * later. “Judiciary spokesman Tom Kane … Aule's judiciary spokesman”: so is who has the whole role. “Dorn Police Chief Tom
 * Kane … the police chief”: and who alone has one that ends so.
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
  const bearersOfEnd = new Map<string, Set<number>>()
  const described = new Map<string, Set<number>>()
  for (const [number, group] of groups.entries()) {
    for (const reading of group.readings) {
      for (const role of reading.form === "person" ? rolesOf(text, reading) : []) {
        note(bearers, describe(role).head, rootOf(number))
        for (const end of endsOf(role)) note(bearersOfEnd, end, rootOf(number))
      }
      if (reading.form === "description") note(described, reading.description.head, rootOf(number))
    }
  }
  const joined = new Map<number, number>()
  const fits = (root: number, bearer: number) =>
    mayJoin(groups[root]!, groups[bearer]!) && !contradicts(text, groups[root]!, members.get(bearer)!)
  for (const [root, own] of members) {
    const readings = own.flatMap((group) => group.readings)
    const descriptions = readings.flatMap((reading) => (reading.form === "description" ? [reading] : []))
    const first = descriptions[0]
    if (!first || descriptions.length < readings.length || !isPerson(groups[root]!)) continue
    const { head } = first.description
    const end = endIn(text, first)
    const [only, ...more] = (end && bearersOfEnd.get(end)) || []
    if (only !== undefined && more.length === 0 && fits(root, only)) {
      joined.set(root, only)
      continue
    }
    const [bearer, ...others] = bearers.get(head) ?? []
    if (bearer === undefined || others.length > 0 || !roleNouns.has(head) || !isSingular(first)) continue
    const named = members.get(bearer)!.flatMap((group) => group.readings)
    const opens =
      described.get(head)!.size === 1 &&
      opensReport(text, first) &&
      named.every((reading) => first.mention.start < reading.mention.start)
    const words = foldWords(first.text)
    const whole = named.some(
      (reading) => reading.form === "person" && rolesOf(text, reading).some((role) => isWhole(words, foldWords(role))),
    )
    if (!opens && !whole) continue
    if (fits(root, bearer)) joined.set(root, bearer)
  }
  return joined
}

function note(places: Map<string, Set<number>>, head: string, root: number): void {
  places.set(head, (places.get(head) ?? new Set()).add(root))
}

/** “Dorn Deputy Police Chief” → deputy police chief; of two words at least, and no more than its last five. */
function endsOf(role: string): string[] {
  const words = nameWords(role).map(({ folded }) => folded)
  if (words.some((word) => notNow.test(word))) return []
  const ends: string[] = []
  for (let count = 2; count <= Math.min(5, words.length); count++) {
    // “Deputy Police Chief” is no police chief.
    if (!lesser.test(words.at(-count - 1) ?? "")) ends.push(words.slice(-count).join(" "))
  }
  return ends
}

const notNow = /^(?:former|ex|late|then|incoming|outgoing|acting|interim|designate|elect)$/
const lesser = /^(?:deputy|vice|assistant|associate|under|co|junior|shadow)$/

/** “the police chief”, “its human resources chief”, “Aule's foreign secretary”: what is said of the role itself. */
function endIn(text: string, { mention, text: own }: Described): string | undefined {
  const words = nameWords(own)
  const owner = words.findLastIndex(({ folded, possessive }) => possessive || determining.test(folded))
  if (owner < 0 && articleBefore(text, mention) !== "the") return undefined
  const role = words.slice(owner + 1).map(({ folded }) => folded)
  return role.length >= 2 ? role.join(" ") : undefined
}

const determining = /^(?:the|his|her|its|their)$/

const isPerson = ({ kind }: Group): boolean => kind === "person" || kind === "unnamed"

const isSingular = ({ text, description: { head } }: Described): boolean =>
  nameWords(text).some(({ folded }) => folded === head)

/** “Judge rules …”, “A Dorn judge ruled …” in the first paragraph; not “the judge”, nor “a judge of the harbour court”. */
function opensReport(text: string, { mention, text: words, description }: Described): boolean {
  const own = nameWords(words)
  return (
    !text.slice(0, mention.start).includes("\n") &&
    articleBefore(text, mention) !== "the" &&
    description.determiner !== "definite" &&
    own.length < 4 &&
    own.at(-1)!.folded === description.head
  )
}

/** “Aule's judiciary spokesman” ends in the role “judiciary spokesman”; of one word alone there are many. */
const isWhole = (words: string, role: string): boolean =>
  role.includes(" ") && !/^(?:former|new|late|ex|then|current) /.test(role) && ` ${words}`.endsWith(` ${role}`)
