import { bodyNouns } from "../../text/lexicon/roles.js"
import { describe } from "../reading/descriptions.js"
import { nameWords } from "../reading/fold.js"
import { articleBefore, type Reading } from "../reading/readings.js"
import type { Group } from "./group.js"
import { membersByRoot } from "./members.js"

type Described = Reading & { readonly form: "description" }

/** A body by one of its heads: the words that stand before it, “harbour” for the head “committee”. */
interface Bearer {
  readonly root: number
  readonly words: ReadonlySet<string>
}

/**
 * “The Harbour Committee … the committee”, “the oil company Aule … the company”: a body described by the word at the head
 * of one body's name, or of what it is said to be, is that body, where no other is called so. For what nobody has joined yet.
 *
 * @returns the groups that join another one, with the number of the other
 */
export function onlyBearers(
  text: string,
  groups: readonly Group[],
  rootOf: (group: number) => number,
): Map<number, number> {
  const bearers = bearersByHead(text, groups, rootOf)
  const joined = new Map<number, number>()
  for (const [root, members] of membersByRoot(groups, rootOf)) {
    const { kind } = groups[root]!
    if (kind !== "organisation" && kind !== "group") continue
    const readings = members.flatMap((group) => group.readings)
    const descriptions = readings.flatMap((reading) => (reading.form === "description" ? [reading] : []))
    const head = descriptions[0]?.description.head ?? ""
    if (!bodyNouns.has(head) || many.has(head) || descriptions.length < readings.length) continue
    if (descriptions.some(({ description }) => description.head !== head)) continue
    const [bearer, ...others] = bearers.get(head) ?? []
    if (bearer === undefined || others.length > 0) continue
    if (descriptions.some((reading) => isPlain(text, reading, bearer.words))) joined.set(root, bearer.root)
  }
  return joined
}

function bearersByHead(
  text: string,
  groups: readonly Group[],
  rootOf: (group: number) => number,
): Map<string, Bearer[]> {
  const found = new Map<string, Map<number, Set<string>>>()
  for (const [number, group] of groups.entries()) {
    for (const reading of group.readings) {
      for (const phrase of phrasesOf(text, reading)) {
        const head = describe(phrase).head
        const byRoot = found.get(head) ?? new Map<number, Set<string>>()
        found.set(head, byRoot)
        const words = byRoot.get(rootOf(number)) ?? new Set()
        byRoot.set(rootOf(number), words)
        for (const { folded } of nameWords(phrase)) words.add(folded)
      }
    }
  }
  return new Map([...found].map(([head, byRoot]) => [head, [...byRoot].map(([root, words]) => ({ root, words }))]))
}

/** What a body is called and said to be, as far as it has a head: “Harbour Committee of Dorn”, “oil company”. */
function phrasesOf(text: string, reading: Reading): string[] {
  if (reading.form !== "body") return []
  const { body, beside } = reading
  const roles = [...body.roles, ...beside.roles.map(({ start, end }) => text.slice(start, end))]
  const words = nameWords(body.name)
  const isName = words.length > 1 && (body.closed || (words.length < 5 && !words.some((word) => word.possessive)))
  return isName ? [body.name, ...roles] : roles
}

/** “the committee”, “the harbour committee” of Harbour Committee; not “the lower house”, “the committees”. */
function isPlain(text: string, reading: Described, known: ReadonlySet<string>): boolean {
  const definite = reading.description.determiner === "definite" || articleBefore(text, reading.mention) === "the"
  const words = nameWords(reading.text)
  return (
    definite &&
    words.at(-1)!.folded === reading.description.head &&
    words.every(({ folded }) => known.has(folded) || /^(?:the|this)$/.test(folded))
  )
}

/** Of these there is always another one. */
const many: ReadonlySet<string> = new Set("court state city country county town village press police".split(" "))
