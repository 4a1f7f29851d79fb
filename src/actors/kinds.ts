import type { Actor } from "../record.js"
import { sliceOf } from "../text/span.js"
import { isCapitalised, nameWords } from "./fold.js"
import { bodiesInShort } from "./named-after.js"
import { readName } from "./names.js"
import type { Mention } from "./readings.js"

/**
 * One name in one report is one kind of thing: where guesses differ, the commoner one holds,
 * and a bare surname follows the full name, as a given name does that of most.
 */
export function settleKinds(text: string, given: readonly Mention[]): Mention[] {
  const short = bodiesInShort(text, given)
  const mentions = given.map((mention) =>
    isWork(text, mention) || (mention.kind === "person" && short.has(keyOf(sliceOf(text, mention)) ?? ""))
      ? { ...mention, kind: "organisation" as const }
      : mention,
  )
  const keys = mentions.map((mention) => keyOf(sliceOf(text, mention)))
  const votes = new Map<string, Map<Actor["kind"], number>>()
  mentions.forEach((mention, index) => {
    const key = keys[index]
    if (key !== undefined) vote(key, mention.kind, 1)
    if (mention.kind !== "person") return
    const name = readName(sliceOf(text, mention))
    if (name.form !== "name" || name.words.length === 1) return
    vote(name.words[0]!, "person", 1)
    vote(name.words.at(-1)!, "person", 2)
  })
  return mentions.map((mention, index) => {
    const key = keys[index]
    if (mention.kind === "organisation" && isOnesOwn(sliceOf(text, mention))) return { ...mention, kind: "person" }
    if (key === undefined) return mention
    const counts = [...votes.get(key)!].sort((a, b) => b[1] - a[1])
    const [best, most] = counts[0]!
    const own = votes.get(key)!.get(mention.kind) ?? 0
    // Where people and bodies are level, it is what it was first taken for.
    const isLevel = most === own && (best === "person" || mention.kind === "person")
    const kind = most > own || isLevel ? best : mention.kind
    return kind === mention.kind ? mention : { ...mention, kind }
  })

  /** “Fox News’ John Roberts” where “Roberts” is a person too. */
  function isOnesOwn(words: string): boolean {
    const [, surname] = /['’]s? \p{Lu}[\p{L}.]+ (\p{Lu}[\p{L}'’-]+)$/u.exec(words) ?? []
    return surname !== undefined && (votes.get(keyOf(surname)!)?.get("person") ?? 0) > 0
  }

  function vote(key: string, kind: Actor["kind"], weight: number) {
    const counts = votes.get(key) ?? new Map<Actor["kind"], number>()
    votes.set(key, counts.set(kind, (counts.get(kind) ?? 0) + weight))
  }
}

/** “her breakfast program, "{Primera Luz}."”: words in quotation marks of their own are the title of a work, nobody's name. */
function isWork(text: string, { start, end, kind }: Mention): boolean {
  return kind === "person" && /["“]$/.test(text.slice(start - 1, start)) && /^[.,]?["”]/.test(text.slice(end, end + 2))
}

/** Only names are settled: “the company” may be a maker here and a group there. */
function keyOf(mention: string): string | undefined {
  const words = nameWords(mention)
  if (!words.length || !words.every((word) => isCapitalised(word.text))) return undefined
  return words.map((word) => word.folded).join(" ")
}
