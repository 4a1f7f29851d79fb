import type { Group } from "./group.js"

/** The groups that were joined to one actor so far, by the number of the one that leads. */
export function membersByRoot(groups: readonly Group[], rootOf: (group: number) => number): Map<number, Group[]> {
  const members = new Map<number, Group[]>()
  for (const [number, group] of groups.entries()) {
    const root = rootOf(number)
    members.set(root, members.get(root) ?? [])
    members.get(root)!.push(group)
  }
  return members
}
