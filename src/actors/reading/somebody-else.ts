import { countryOfAdjective } from "../../text/lexicon/countries.js"
import { roleNouns } from "../../text/lexicon/roles.js"
import { courtesies, titleModifiers } from "../../text/lexicon/titles.js"
import { determiners } from "./descriptions.js"
import { isCapitalised, type NameWord, singular } from "./fold.js"
import { isParticle, isTitle, officeBehind } from "./roles.js"

export const prepositions = new Set("of for in at on to with from by and & near".split(" "))

/** A phrase of its own that names another: “aide to Ana Ruiz”, “the widow of Tom Kane”; but not “mayor of Torvik”. */
export function describesSomeoneElse(words: readonly NameWord[], written: string): boolean {
  const last = words.at(-1)!
  return !isTitle(words[0]!) && isCapitalised(last.text) && / (?:to|for) /.test(written)
}

/** “a spokesman for Mr. Kane”, “the lawyer representing Kane”, “the man who met Kane”: somebody else is meant. */
export function standsInPhrase(before: readonly NameWord[]): boolean {
  if (before.some((word, index) => index > 0 && /^(?:who|whom|that|which|such|as|like|including)$/.test(word.text)))
    return true
  const last = before.at(-1)
  if (!last) return false
  // “the mother of murdered teenager Ana Ruiz”
  const first = before.findIndex((word, index) => index > 0 && prepositions.has(word.text))
  const opensWithHead =
    determiners.has(before[0]!.folded) && first > 1 && roleNouns.has(singular(before[first - 1]!.text))
  // “his chief of staff Tom Kane”
  if (opensWithHead && before[first]!.text !== "and" && officeBehind(before, first) === 0) return true
  // “wife of footballer Tom Kane”
  if (first > 0 && before[first]!.text !== "and" && kin.has(before[first - 1]!.folded)) return true
  if (before.length > 1 && /^\p{Ll}+(?:ing|ed)$/u.test(last.text) && !titleModifiers.has(last.folded)) return true
  const preposition = before.findLastIndex(
    (word, index) => index > 0 && prepositions.has(word.text) && officeBehind(before, index) === 0,
  )
  const between = before.slice(preposition + 1)
  // “a deputy to General Kane”, “a lawyer with the American Union”
  const onlyTitles = between.every(
    (word) =>
      courtesies.has(word.folded) ||
      isParticle(word) ||
      determiners.has(word.folded) ||
      countryOfAdjective(word.folded) !== undefined ||
      (isCapitalised(word.text) && (isTitle(word) || titleModifiers.has(word.folded))),
  )
  // “Assistant to the President Ana Ruiz” bears that title herself.
  const office = between[0]?.text === "the" && between.some(isTitle)
  return (
    preposition > 0 && between.length > 0 && onlyTitles && !office && !/^(?:and|&)$/.test(before[preposition]!.text)
  )
}

const kin = new Set(
  "wife husband widow widower son daughter brother sister mother father mom mum dad cousin uncle aunt nephew niece".split(
    " ",
  ),
)
