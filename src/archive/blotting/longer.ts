import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { bodyNouns, roleNouns } from "../../text/lexicon/roles.js"
import { courtesies, suffixes, titleModifiers, titles, titlesThatAreNames } from "../../text/lexicon/titles.js"
import { type Span, sliceOf } from "../../text/span.js"
import { fold } from "../fold.js"
import { type Called, isWholeName, phrasePlaces } from "./mask.js"

// Names that hold a person's whole name, as a reader takes them from a text.

/**
 * Who bears a name that holds a person's whole name. `one`: that person, with words beside the name (“President Vera Tonk”,
 * “DORN Vera Tonk”, “Vera Tonk of Dorn”). `other`: somebody else, whose own it is (“Vera Tonk Dace”, “Vera Tonk Jr.”, “the
 * Vera Tonk Foundation”). `beside`: whoever is called by it (“Friends of Vera Tonk”). Undefined where the name does not hold it.
 */
export function bearerOf(called: Pick<Called, "name" | "kind">, whole: string): "one" | "other" | "beside" | undefined {
  const [place] = phrasePlaces(called.name, whole, true)
  if (!place) return undefined
  const [before, after] = [called.name.slice(0, place.start), called.name.slice(place.end)]
  if (goesOn.test(after) && !isHonour(after)) return "other"
  const inCapitals = !/\p{Ll}/u.test(sliceOf(called.name, place))
  const isBeside = standsBefore(before, inCapitals)
  if (called.kind === "organisation" && isOfBody(isBeside ? "" : before, after)) return "other"
  return isBeside && standsAfter(after) ? "one" : "beside"
}

/** Whether a name is longer than the whole name of one of some people, and means that person. */
export const isLonger = (called: Pick<Called, "name" | "kind">, some: readonly Called[]): boolean =>
  some.some((one) => isWholePerson(one) && fold(called.name) !== fold(one.name) && bearerOf(called, one.name) === "one")

/** “Friends of Vera Tonk”: whose name is none without a person's. */
export const isCalledBeside = (called: Pick<Called, "name" | "kind">, some: readonly Called[]): boolean =>
  some.some((one) => bearerOf(called, one.name) === "beside")

export const isWholePerson = ({ kind, name }: Pick<Called, "name" | "kind">): boolean =>
  kind === "person" && isWholeName(name)

/** “President Vera Tonk”, whom a reader took for a body, is called Vera Tonk. */
export function withoutBeside<Some extends Called>(known: Some, some: readonly Called[]): Some {
  const one = some.find((each) => isLonger(known, [each]))
  const [place] = one ? phrasePlaces(known.name, one.name, true) : ([] as Span[])
  return place ? { ...known, kind: "person", name: sliceOf(known.name, place) } : known
}

/** “Vera Tonk-Kemp”, “Vera Tonk Dace”, “Vera Tonk de Lind”, “Vera Tonk, Jr.” */
const goesOn =
  /^(?:-?[\p{Lu}\p{Lo}]|\s+(?:d[aeiou]s?\s|v[ao]n\s|den?r?\s)*['’]?[\p{Lu}\p{Lo}]|,?\s+(?:[JS]n?r|I{1,3}|IV)\b)/u

/** “Vera Tonk MP” */
const isHonour = (after: string): boolean => {
  const words = wordsOf(after)
  return words.length > 0 && words.every((word) => suffixes.has(word) && !/^(?:[js]n?r|i{1,3}|iv|v)$/.test(word))
}

/** “Dorn Foundation for Vera Tonk”, “Vera Tonk's Kitchen”, “Vera Tonk & Sons”; not “House Speaker Vera Tonk”. */
function isOfBody(before: string, after: string): boolean {
  const hasNoun = [...`${before} ${after}`.matchAll(/\p{Lu}[\p{L}-]*/gu)].some(([word]) => bodyNouns.has(fold(word)))
  return hasNoun || /^(?:['’]s?\s+|\s+&\s+)\p{Lu}/u.test(after)
}

/** “U.S. President”, “Brussels-based Frenchman”, “DORN”, “Minister of Defence”; not “Friends of” or “a spokesman for Mayor”. */
function standsBefore(before: string, inCapitals: boolean): boolean {
  const [office, seat] = before.split(/\sof\s/, 2)
  if (seat !== undefined) {
    return (
      /\p{L}/u.test(seat) && !joins.test(` ${before.replace(/\sof\s/, " ")}`) && isTitled(office!) && !isTitled(seat)
    )
  }
  if (joins.test(` ${before}`)) return false
  return (
    (isTitled(before) && !before.includes(",")) || before.split(/[\s,–—]+/).every((word) => isBeside(word, inCapitals))
  )
}

const joins = /\s(?:of|for|to|from|with|by|in|at|against|and|or|&)\s/

/** “radio host”, “Dorn Mayor” */
function isTitled(words: string): boolean {
  const last = wordsOf(words).at(-1)
  if (last === undefined) return false
  return courtesies.has(last) || (titles.has(last) && !titlesThatAreNames.has(last)) || roleNouns.has(singular(last))
}

function isBeside(written: string, inCapitals: boolean): boolean {
  const [word = ""] = wordsOf(written)
  if (word === "") return true
  const isKnown = [courtesies, titles, titleModifiers].some((list) => list.has(word)) || roleNouns.has(singular(word))
  const isOfPlace = (countryNamed(word) ?? countryOfAdjective(word)) !== undefined || /['’]s?$/.test(written)
  const isDateline = !inCapitals && /^\p{Lu}{2}[\p{Lu}.-]*:?$/u.test(written)
  const isAdjective = /^[\p{L}\p{N}]+-\p{Ll}+$/u.test(written)
  return (
    isKnown || isOfPlace || isDateline || isAdjective || /^(?:the|an?|named|called)$|(?:[cs]h|ts)(?:wo)?man$/.test(word)
  )
}

/** “of Dorn”, “, mayor of Dorn” */
const standsAfter = (after: string): boolean =>
  !/\p{L}/u.test(after) ||
  isHonour(after) ||
  (!/\s(?:and|&)\s/.test(after) && (/^\s+(?:of|from)\s/.test(after) || (/^,\s/.test(after) && isTitled(headOf(after)))))

/** “, the mayor of Dorn” → the mayor */
const headOf = (words: string): string => words.replace(/^,\s+/, "").split(/\s(?:of|for|in|at|from)\s|,/, 1)[0]!

const singular = (word: string): string => word.replace(/s$/, "")

/** Folded, without dots and “'s”: “U.S.” → us */
const wordsOf = (words: string): string[] =>
  words
    .split(/[\s,–—()“”"@#]+/)
    .map((word) => fold(word.replace(/['’]s?$/, "")).replaceAll(".", ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
