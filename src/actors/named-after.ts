import { sliceOf } from "../text/span.js"
import { isCapitalised, nameWords } from "./fold.js"
import { readName } from "./names.js"
import type { Mention } from "./readings.js"

/**
 * Single words that a body is called by for short, so that nobody takes them for a person: “Dorn” beside “Dorn Harbour
 * Works”, “Aule” beside “the official Aule news agency”. Not “Lopez” beside “Lopez Campaign” or “Maria Lopez”.
 */
export function bodiesInShort(text: string, mentions: readonly Mention[]): Set<string> {
  const found = new Set<string>()
  for (const mention of mentions) {
    if (mention.kind !== "organisation") continue
    const words = nameWords(sliceOf(text, mention)).filter((word) => !/^the$/i.test(word.text))
    if (afterPersons.has(words.at(-1)?.folded ?? "")) continue
    const isWhole = words.length > 1 && words.every((word) => isCapitalised(word.text) && !word.possessive)
    if (isWhole) found.add(words[0]!.folded)
    words.forEach((word, index) => {
      const before = words[index - 1]?.text ?? ""
      const after = words[index + 1]?.text ?? ""
      if (isCapitalised(word.text) && !word.possessive && isSmall(before) && isSmall(after)) found.add(word.folded)
    })
  }
  for (const mention of mentions) {
    if (mention.kind !== "person") continue
    const name = readName(sliceOf(text, mention))
    if (name.form !== "name") continue
    const isPersons = name.words.length > 1 || name.courtesy || name.roles.length > 0 || hasCourtesy(text, mention)
    if (isPersons) for (const word of name.words) found.delete(word)
  }
  return found
}

const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word)

const hasCourtesy = (text: string, { start }: Mention): boolean =>
  /(?:^|\s)(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Sen|Rep|Gov)\.? $/.test(text.slice(Math.max(0, start - 6), start))

/** What is called after a person. */
const afterPersons: ReadonlySet<string> = new Set(
  "administration camp campaign committee estate family foundation government office organisation organization presidency team trust".split(
    " ",
  ),
)
