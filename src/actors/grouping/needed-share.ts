import { titles } from "../../text/lexicon/titles.js"
import type { Group } from "./group.js"
import { sameHead } from "./may-join.js"

/** From which share on a description joins what the network says it stands for: “the senator” and “Ana Ruiz”. */
export function neededShare(own: Group, other: Group): number {
  // “three recent polls” and “the polls”
  if (sameHead(own, other)) return lowest
  const heads = own.readings.map((reading) => (reading.form === "description" ? reading.description.head : ""))
  // “the actor” beside “Tom Kane”; but “the president” may be one whom everybody knows, “another actor” is somebody else.
  const isNew = own.readings.some(({ text }) => /^(?:an)?other\b/i.test(text))
  if (other.form === "name" && other.kind === "person") {
    return isNew || heads.some((head) => titles.has(head)) ? joining : 0.35
  }
  // “the state” is seldom the town that was named.
  if (other.form === "name" && heads.some((head) => rulers.has(head))) return 0.6
  return joining
}

/** Below this nothing joins. */
export const lowest = 0.2

const joining = 0.5

const rulers: ReadonlySet<string> = new Set("city country county government state town".split(" "))
