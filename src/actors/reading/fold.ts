import { plainLetters } from "../../text/letters.js"

/** A word of a name, for comparing: “Brudziński’s” and “BRUDZINSKI” are both “brudzinski”, “U.S.” is “us”, “al-Sadi” is “sadi”. */
export function fold(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  return plainLetters(stripPossessive(word))
    .replace(/^(?:al|el|ar|as|ad|an|ash)[-'’ʼ](?=\p{L})/u, "")
    .replace(/[.'’ʼ`]/g, "")
}

/** “Harris’s”, “Harris’” and “Harris's” are all “Harris”. */
export const stripPossessive = (word: string): string => word.replace(/(?:['’ʼ][sS]|(?<=[sSzZxX])['’ʼ])$/, "")

export interface NameWord {
  /** As it stands, without a possessive ending and without punctuation around it. */
  readonly text: string
  readonly folded: string
  /** Place in the string that was split. */
  readonly start: number
  readonly end: number
  readonly possessive: boolean
  /** A comma, dash or bracket stands before it. */
  readonly broken: boolean
}

/** “Sen. Ana Ruiz, mayor” → Sen. | Ana | Ruiz | mayor, the last one broken off. The same words are asked for again and again. */
export function nameWords(text: string): readonly NameWord[] {
  const before = known.get(text)
  if (before) return before
  if (known.size >= mostKnown) known.clear()
  const words = splitWords(text)
  known.set(text, words)
  return words
}

const known = new Map<string, readonly NameWord[]>()
const mostKnown = 5_000

function splitWords(text: string): NameWord[] {
  const words: NameWord[] = []
  let last = 0
  for (const match of text.matchAll(/(?:[^\s,;:()[\]{}"“”«»–—]|(?<=\p{L})–(?=\p{L}))+/gu)) {
    const lead = /^[‘'’`*]*/.exec(match[0])![0].length
    const whole = match[0].slice(lead).replace(/[!?*]+$/, "")
    const bare = stripPossessive(whole).replace(/['’`]+$/, "")
    if (!/[\p{L}\p{N}&]/u.test(bare)) continue
    const start = match.index + lead
    words.push({
      text: bare,
      folded: fold(bare),
      start,
      end: start + bare.length,
      possessive: stripPossessive(whole) !== whole,
      broken: words.length > 0 && /[,;:()[\]–—]/.test(text.slice(last, match.index)),
    })
    last = match.index + match[0].length
  }
  return words
}

/** “Ruiz”, “al-Sadi”, “d’Arcy”; scripts without capitals count as capitalised. */
export const isCapitalised = (word: string): boolean =>
  !/-of-\p{Ll}/u.test(word) && /^(?:[\p{Lu}\p{Lt}\p{Lo}]|(?:al|el|ar|as|ad|an|ash|d|l|t|de)[-'’]\p{Lu})/u.test(word)

/** “FBI”, “U.N.”, “AT&T”, “MI5”. */
export const isAllCapitals = (word: string): boolean => /^(?=.*\p{Lu}.*[\p{Lu}\p{N}])[\p{Lu}\p{N}.&\-/]+$/u.test(word)

/** Singular of a noun, well enough for looking it up: “aides” → “aide”, “ministries” → “ministry”, “spokeswomen” → “spokeswoman”. */
export function singular(noun: string): string {
  if (noun.endsWith("men")) return `${noun.slice(0, -3)}man`
  if (noun.endsWith("ies") && noun.length > 4) return `${noun.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2)
  if (noun === "wives") return "wife"
  if (noun === "children") return "child"
  if (noun === "people") return "people"
  if (noun.endsWith("s") && !noun.endsWith("ss") && noun.length > 3) return noun.slice(0, -1)
  return noun
}
