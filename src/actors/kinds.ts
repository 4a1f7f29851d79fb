import type { Actor } from "../record.js"
import { sliceOf } from "../text/span.js"
import { isCapitalised, nameWords } from "./fold.js"
import { readName } from "./names.js"
import { readBody } from "./organisations.js"
import type { Mention } from "./readings.js"

/**
 * One name in one report is one kind of thing: where guesses differ, the commoner one holds,
 * and a bare surname follows the full name, as a given name does that of most.
 */
export function settleKinds(text: string, given: readonly Mention[]): Mention[] {
  const mentions = given.map((mention) => {
    if (isWork(text, mention)) return { ...mention, kind: "organisation" as const }
    return late.test(sliceOf(text, mention)) ? { ...mention, kind: "person" as const } : mention
  })
  const keys = mentions.map((mention) => keyOf(sliceOf(text, mention)) ?? nameKey(sliceOf(text, mention), mention.kind))
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
    const kind = counts[0]![1] > (votes.get(key)!.get(mention.kind) ?? 0) ? counts[0]![0] : mention.kind
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

/** “the staunch ally Calvera” is called Calvera. */
function nameKey(mention: string, kind: Actor["kind"]): string | undefined {
  const name = kind === "person" ? readName(mention) : readBody(mention)
  return name?.form === "name" ? name.words.join(" ") : undefined
}

/** “the late Ana Ruiz of Dorn” */
const late = /^(?:[Tt]he )?late \p{Lu}\p{Ll}+ \p{Lu}/u

/** Only names are settled: “the company” may be a maker here and a group there. */
function keyOf(mention: string): string | undefined {
  const words = nameWords(mention)
  if (!words.length || !words.every((word) => isCapitalised(word.text))) return undefined
  return words.map((word) => word.folded).join(" ")
}
