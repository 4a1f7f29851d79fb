import { plainLetters } from "../../text/letters.js"

/**
 * The words of a name as they are compared: “José  Peña-Ruiz” → jose pena ruiz, “U.S.” → us, “O’Hara” → ohara.
 * Accents, case, dots, apostrophes and hyphens make no other name.
 */
export function nameWords(name: string): string[] {
  return plainLetters(withoutPossessive(name))
    .replace(/['’‘ʼ`.]/g, "")
    .split(/[^\p{L}\p{M}\p{N}&]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** “Harris’s”, “the ministry's” */
export const withoutPossessive = (name: string): string => name.replace(/['’ʼ]s?$/i, "")

/**
 * What is left of a word when spellings of one name fall together: “Zelenskyy”, “Zelenskiy” and “Zelensky” are all
 * “zelenski”, “Khaled” and “Haled” are “haled”. Words that sound alike fall together too: it finds candidates and
 * proves nothing.
 */
export function skeleton(word: string): string {
  const known = skeletons.get(word)
  if (known !== undefined) return known
  // Names are compared by the thousand, and the same words come again and again.
  if (skeletons.size >= MOST_SKELETONS) skeletons.clear()
  const made = skeletonOf(word)
  skeletons.set(word, made)
  return made
}

const MOST_SKELETONS = 20_000
const skeletons = new Map<string, string>()

const skeletonOf = (word: string): string =>
  word
    .replace(/kh/g, "h")
    .replace(/ph/g, "f")
    .replace(/dj|dzh/g, "j")
    .replace(/tch|tsch/g, "ch")
    .replace(/sch/g, "sh")
    .replace(/ou|oo/g, "u")
    .replace(/ck|q/g, "k")
    .replace(/w/g, "v")
    .replace(/[iy]+/g, "i")
    .replace(/ae/g, "a")
    .replace(/e?i$/, "i")
    .replace(/(.)\1+/g, "$1")
