import { countryNamed } from "../../text/lexicon/countries.js"
import { sliceOf } from "../../text/span.js"
import { isCapitalised, nameWords } from "../reading/fold.js"
import { readName } from "../reading/names.js"
import { foldWords, type Mention } from "../reading/readings.js"

/**
 * What is no person whoever takes it for one: countries, and single words that a body is called by for short, “Dorn” beside
 * “Dorn Harbour Works”, “Aule” beside “the official Aule news agency”. Not “Lopez” beside “Lopez Campaign” or “Maria Lopez”.
 */
export function noPersons(text: string, mentions: readonly Mention[]): Set<string> {
  const found = new Set<string>()
  for (const mention of mentions) {
    if (mention.kind === "person") {
      const words = foldWords(sliceOf(text, mention))
      if (countryNamed(words) && !alsoNames.has(words)) found.add(words)
    }
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

/** Countries that people are named like. */
const alsoNames: ReadonlySet<string> = new Set("chad georgia india israel jordan kenya".split(" "))

/** What is called after a person. */
const afterPersons: ReadonlySet<string> = new Set(
  "administration camp campaign committee estate family foundation government office organisation organization presidency team trust".split(
    " ",
  ),
)
