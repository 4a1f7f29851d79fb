import type { Actor } from "../../record.js"
import { titles } from "../../text/lexicon/titles.js"
import { sliceOf } from "../../text/span.js"
import { describe } from "../reading/descriptions.js"
import { isCapitalised, nameWords, singular } from "../reading/fold.js"
import { readName } from "../reading/names.js"
import { readBody } from "../reading/organisations.js"
import { readPronoun } from "../reading/pronouns.js"
import type { Mention } from "../reading/readings.js"
import { noPersons } from "./no-persons.js"

/**
 * One name in one report is one kind of thing: where guesses differ, the commoner one holds,
 * and a bare surname follows the full name, as a given name does that of most.
 */
export function settleKinds(text: string, given: readonly Mention[]): Mention[] {
  const bodies = noPersons(text, given)
  const mentions = given.map((mention) => {
    const words = sliceOf(text, mention)
    if (isPaper(text, mention)) return { ...mention, kind: "document" as const }
    if (isWork(text, mention) || (mention.kind === "person" && bodies.has(keyOf(words) ?? "")))
      return { ...mention, kind: "organisation" as const }
    return late.test(words) ? { ...mention, kind: "person" as const } : mention
  })
  const keys = mentions.map((mention) => nameKeyOf(sliceOf(text, mention), mention.kind))
  const full = new Set<string>()
  const votes = new Map<string, Map<Actor["kind"], number>>()
  mentions.forEach((mention, index) => {
    const key = keys[index]
    if (key !== undefined) vote(key, mention.kind, 1)
    if (mention.kind !== "person") return
    const name = readName(sliceOf(text, mention))
    if (name.form !== "name") return
    if (name.words.length === 1) {
      // “President Ruiz” is a person, and so is “Ruiz”.
      if (name.courtesy || name.roles.some((role) => titles.has(describe(role).head))) vote(name.words[0]!, "person", 1)
      return
    }
    full.add(name.words.join(" "))
    vote(name.words[0]!, "person", 1)
    vote(name.words.at(-1)!, "person", 2)
  })
  return mentions.map((mention, index) => {
    const key = keys[index]
    if (mention.kind !== "person" && mention.kind !== "document" && endsInPerson(sliceOf(text, mention)))
      return { ...mention, kind: "person" }
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

  /** “Harbour front-runner {Maria Lopez}”. */
  function endsInPerson(words: string): boolean {
    if (/ and |,/.test(words)) return false
    const name = readName(words)
    return name.form === "name" && name.roles.length > 0 && full.has(name.words.join(" ")) && words.endsWith(name.name)
  }

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

/** “a statement”, “the harbour report”: papers, whoever they are taken for. */
function isPaper(text: string, mention: Mention): boolean {
  const words = sliceOf(text, mention)
  if (mention.kind === "document" || readPronoun(words) || / and |['’]s? \p{Lu}/u.test(words)) return false
  const { head } = describe(words)
  const at = nameWords(words).find(({ folded }) => singular(folded) === head)
  // Not “Aule Geological Survey”.
  if (!papers.has(head) || !at || (at.start > 0 && isCapitalised(at.text))) return false
  // “Reports from the Aule outlet Gazette”: a name is read from it.
  const body = readBody(words)
  return !body || nameWords(body.name).some(({ folded }) => singular(folded) === head)
}

/** In nine of ten reports these are documents, other than “the paper”, “the post”. */
const papers: ReadonlySet<string> = new Set(
  `affidavit analysis article assessment complaint email filing forecast lawsuit letter memo memorandum petition poll proposal
  report ruling statement study survey testimony transcript tweet video`.split(/\s+/),
)

/** “its ally Russia” votes for Russia, “Senator Kane” for Kane. */
function nameKeyOf(mention: string, kind: Actor["kind"]): string | undefined {
  const name = kind === "person" ? readName(mention) : undefined
  if (name?.form === "name") return name.words.join(" ")
  const body = kind === "person" ? undefined : readBody(mention)
  return keyOf(mention) ?? (body?.form === "name" ? body.words.join(" ") : undefined)
}

/** “the late Ana Ruiz of Dorn” */
const late = /^(?:[Tt]he )?late \p{Lu}\p{Ll}+ \p{Lu}/u

/** Only names are settled: “the company” may be a maker here and a group there. */
function keyOf(mention: string): string | undefined {
  const words = nameWords(mention)
  if (!words.length || !words.every((word) => isCapitalised(word.text))) return undefined
  return words.map((word) => word.folded).join(" ")
}
