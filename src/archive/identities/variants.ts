import { sameGivenName } from "../../text/lexicon/nicknames.js"
import { particles } from "../../text/lexicon/titles.js"
import { skeleton } from "./words.js"

const suffixOf = (words: readonly string[]): string | undefined => words.find((word) => generations.has(word))
const generations = new Set(["jr", "sr", "ii", "iii", "iv"])

/**
 * Whether two whole names may be spellings of one: “Volodymyr Zelenskyy” and “Volodimir Zelensky”, “Joseph R. Biden” and
 * “Joe Biden”, “López Obrador” and “Andrés Manuel López Obrador”. That they may be does not make them one person.
 */
export function mayBeSpellings(a: readonly string[], b: readonly string[]): boolean {
  const one = bare(a)
  const two = bare(b)
  if (one.length < 2 || two.length < 2) return false
  if (suffixOf(a) && suffixOf(b) && suffixOf(a) !== suffixOf(b)) return false
  if (sounds(one).join("") === sounds(two).join("")) return true
  const [short, long] = one.length <= two.length ? [one, two] : [two, one]
  if (long.length > short.length && ` ${sounds(long).join(" ")} `.includes(` ${sounds(short).join(" ")} `)) return true
  if (!soundsAlike(one.at(-1)!, two.at(-1)!)) return false
  return sameGiven(one[0]!, two[0]!) && middlesAgree(one.slice(1, -1), two.slice(1, -1))
}

/** Whether one is a usual short form of the other, or leaves out its middle names: “Joe Biden”, “Joseph R. Biden”. */
export function isShortForm(a: readonly string[], b: readonly string[]): boolean {
  const one = bare(a)
  const two = bare(b)
  if (one.length < 2 || two.length < 2 || one.at(-1) !== two.at(-1)) return false
  return sameGivenName(one[0]!, two[0]!) && middlesAgree(one.slice(1, -1), two.slice(1, -1)) && mayBeSpellings(a, b)
}

/** Whether a single word sounds like the surname, or like the first word where given names come last: “Ruiz”, “Xi”. */
export function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const own = bare(part).map(skeleton)
  const all = bare(whole).map(skeleton)
  return own.length === 1 && all.length > 1 && (own[0] === all.at(-1) || own[0] === all[0])
}

/** Whether it is the surname, letter for letter. */
export const isSurnameOf = (part: readonly string[], whole: readonly string[]): boolean =>
  bare(whole).length > 1 && bare(part).join(" ") === bare(whole).at(-1)

/** Without “al”, “de la” and “Jr.”: “Bashar al-Assad” is Bashar Assad; “Ben Kane” and “Tom Ash” stay. */
const bare = (words: readonly string[]): readonly string[] => {
  const own = words.filter((word) => !generations.has(word))
  const last = own.length - 1
  return own.filter((word, index) => !particles.has(word) || index === last || (index === 0 && last === 1))
}
const sounds = (words: readonly string[]): string[] => words.map(skeleton)

function soundsAlike(a: string, b: string): boolean {
  const one = skeleton(a)
  const two = skeleton(b)
  return one === two || (one.length > 5 && two.length > 5 && oneSlip(one, two))
}

function sameGiven(a: string, b: string): boolean {
  if (sameGivenName(a, b) || skeleton(a) === skeleton(b)) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short)
  return short.length > 4 && oneSlip(skeleton(short), skeleton(long))
}

const middlesAgree = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.every((word, index) => !b[index] || word[0] === b[index][0])

/** One letter more, less or other. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
