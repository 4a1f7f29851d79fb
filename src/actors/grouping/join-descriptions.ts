import type { Link, TaggedMention } from "../../tagger/tagged.js"
import { contradicts, mostWeighed } from "./contradictions.js"
import { mayBeNamed } from "./described-by-place.js"
import type { Group } from "./group.js"
import { mayJoin } from "./may-join.js"
import { namedBare } from "./named-bare.js"
import { lowest, neededShare } from "./needed-share.js"
import { onlyBearers } from "./only-bearer.js"
import { onlyRoles } from "./only-role.js"

/** A name is given to who was only described before from this share on: “a worker from Dorn … Tom Kane”. */
const joiningNames = 0.75

/** … and “the Torvik-based airline” joins “Aule Air”, which the network takes for two names. */
const joiningByPlace = 0.7

/** The number of the group that each group goes with; itself where it stays alone. */
export function joinDescriptions(
  text: string,
  groups: readonly Group[],
  groupOf: ReadonlyMap<number, number>,
  mentions: readonly TaggedMention[],
): number[] {
  const parent = groups.map((_, number) => number)
  const rootOf = (number: number): number => {
    let root = number
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  const members = new Map<number, readonly Group[]>()
  const membersOf = (root: number): readonly Group[] => members.get(root) ?? [groups[root]!]
  for (const [number, mention] of mentions.entries()) {
    const own = groupOf.get(number)
    if (own === undefined || groups[own]!.form !== "description" || rootOf(own) !== own) continue
    const [best] = sumByGroup(mention.antecedents, groupOf, rootOf)
    if (!best || best.share < lowest || best.group === own) continue
    if (best.share < neededShare(groups[own]!, groups[best.group]!)) continue
    if (!mayJoin(groups[own]!, groups[best.group]!)) continue
    if (contradicts(text, groups[own]!, membersOf(best.group))) continue
    parent[own] = best.group
    members.set(best.group, [...membersOf(best.group), ...membersOf(own)].slice(0, mostWeighed))
  }
  for (const [number, mention] of mentions.entries()) {
    const own = groupOf.get(number)
    if (own === undefined || groups[own]!.form !== "name") continue
    const [best] = sumByGroup(mention.antecedents, groupOf, rootOf)
    const root = rootOf(own)
    // “{the Torvik-based airline}” goes with a name; what was described before goes with “{Tom Kane}”.
    if (best && best.share >= joiningByPlace && root === own && mayBeNamed(groups[own]!, groups[best.group]!)) {
      parent[own] = best.group
      continue
    }
    if (!best || best.share < joiningNames || best.group === root || groups[best.group]!.form !== "description")
      continue
    if (!mayJoin(groups[best.group]!, groups[root]!)) continue
    if (membersOf(best.group).some((group) => contradicts(text, group, membersOf(root)))) continue
    parent[best.group] = root
    members.set(root, [...membersOf(root), ...membersOf(best.group)].slice(0, mostWeighed))
  }
  for (const [number, bearer] of onlyBearers(text, groups, rootOf)) parent[number] = bearer
  for (const [number, bearer] of onlyRoles(text, groups, rootOf)) parent[number] = bearer
  for (const [number, bearer] of namedBare(text, groups, rootOf)) parent[number] = bearer
  return groups.map((_, number) => rootOf(number))
}

export function sumByGroup(
  links: readonly Link[],
  groupOf: ReadonlyMap<number, number>,
  rootOf: (group: number) => number,
) {
  const sums = new Map<number, number>()
  for (const { mention, score } of links) {
    const group = groupOf.get(mention)
    if (group !== undefined) sums.set(rootOf(group), (sums.get(rootOf(group)) ?? 0) + score)
  }
  return [...sums].map(([group, share]) => ({ group, share })).sort((a, b) => b.share - a.share || a.group - b.group)
}
