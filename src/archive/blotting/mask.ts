import type { Actor } from "../../record.js"
import { isUnspacedName } from "../../text/letters.js"
import { bodyNouns } from "../../text/lexicon/roles.js"
import { courtesies, particles, suffixes, titleModifiers, titles } from "../../text/lexicon/titles.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import { fold } from "../fold.js"
import { tokensOf } from "../questions/difference.js"

// A name is blotted out letter by letter, so that every place in the text stays where it was.

export const BLOT = "█"

const blot = (words: string): string => words.replace(/[^\s]/g, BLOT)

/** Who is called so. */
export type Called = Pick<Actor, "name" | "aliases" | "kind">

/** “he” and “the mayor” say nothing of who it was; “Lind” and “Ms. Lind” do, and “Quorvex” of Quorvex Ltd. */
export function namingMentions(text: string, actor: Actor): Span[] {
  if (actor.kind !== "person") {
    return actor.mentions.filter((mention) => isShortName(actor, sliceOf(text, mention)))
  }
  const names = nameWords(actor)
  const isWhole = (words: string) => isWholeName(words) && fold(words) === fold(actor.name)
  return actor.mentions.filter((mention) => {
    const words = sliceOf(text, mention)
    return isWhole(words) || wordsOf(words).some((word) => names.has(fold(word)))
  })
}

export function blotSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((now, { start, end }) => now.slice(0, start) + blot(now.slice(start, end)) + now.slice(end), text)
}

/**
 * Every place in a text where a word of a person's name stands with a capital letter, or a body's whole name, but for
 * the `spared` ones: “Lind”, “Linds”, the end of “anti-Lind” and all of “@MaraLind” for Mara Lind.
 */
export function namePlaces(text: string, called: Called, spared: readonly Span[]): Span[] {
  const isSpared = (place: Span) => spared.some((span) => overlaps(span, place))
  if (called.kind !== "person") {
    return bodyNames(called).flatMap((name) => phrasePlaces(text, name).filter((place) => !isSpared(place)))
  }
  if (isUnspacedName(called.name)) return phrasePlaces(text, called.name).filter((place) => !isSpared(place))
  const names = nameWords(called)
  const handle = letters(nameWordsIn(called.name, true).join(""))
  const isName = (word: string) =>
    isNameLike(word) && !months.has(fold(word)) && (names.has(fold(word)) || names.has(fold(word.replace(/s$/, ""))))
  const most = Math.max(...[...names].map((name) => name.split("-").length))
  return wordPlaces(text).flatMap(({ bare, at }) => {
    const place = { start: at, end: at + bare.length }
    if (isName(bare)) return isSpared(place) ? [] : [place]
    if (names.size > 1 && letters(bare) === handle) return [place]
    return partsOf(bare, most, isName).map(({ start, end }) => ({ start: at + start, end: at + end }))
  })
}

/** “anti-Smith-Jones”: from each part on the longest that is a name, of `most` parts. */
function partsOf(word: string, most: number, isName: (part: string) => boolean): Span[] {
  const parts = [...word.matchAll(/[^-]+/g)].map(({ 0: part, index }) => ({ start: index, end: index + part.length }))
  return parts.flatMap(({ start }, n) => {
    const last = parts.slice(n, n + most).findLast(({ end }) => isName(word.slice(start, end)))
    return last ? [{ start, end: last.end }] : []
  })
}

/**
 * Every place where the words of a name stand one after the other, or joined as in “@MaraLind”. In a text that does not
 * tell of its bearer the first has a capital letter: “a rose field” is nobody.
 */
export function phrasePlaces(text: string, name: string, inSmallLetters = false): Span[] {
  if (isUnspacedName(name)) return placesOf(text, name)
  const wanted = tokensOf(name).map(({ folded }) => folded)
  if (wanted.length === 0) return []
  const handle = wanted.length > 1 ? joined(name) : undefined
  const tokens = tokensOf(text)
  return tokens.flatMap(({ start, end, folded }, at) => {
    if (folded === handle) return [{ start, end }]
    const isHere = wanted.every((word, n) => tokens[at + n]?.folded === word)
    if (!isHere || !(inSmallLetters || /^[\p{Lu}\p{Lo}]/u.test(text.slice(start)))) return []
    return [{ start, end: tokens[at + wanted.length - 1]!.end }]
  })
}

/** “Mara Lind” → maralind */
export const joined = (name: string): string =>
  tokensOf(name)
    .map(({ folded }) => folded)
    .join("")

/** “王小明说”: where words are not divided, a name may stand within others. */
const placesOf = (text: string, name: string): Span[] =>
  [...text.matchAll(new RegExp(name, "gu"))].map(({ index }) => ({ start: index, end: index + name.length }))

/** “Vera Tonk”, but not “Tonk” or “President Tonk”: a name that means nobody else, most likely. */
export const isWholeName = (name: string): boolean => {
  const words = wordsOf(name).filter(
    (word) => ![courtesies, titles, titleModifiers, small].some((list) => list.has(fold(word))),
  )
  return words.length > 1 || words.some(isUnspacedName)
}

/** Blots names out of words that people wrote: titles, reasons, and what those who were quoted say. */
export const blotNames =
  (gone: readonly Called[]) =>
  (words: string): string =>
    gone.reduce((now, called) => {
      const isPerson = called.kind === "person"
      const ofBody = () => namesOfBody(called).flatMap((name) => phrasePlaces(now, name))
      return blotSpans(now, isPerson ? namePlaces(now, called, []) : ofBody())
    }, words)

/** Blots whole names out, where the words of them alone may be somebody else's. */
export const blotWholeNames =
  (names: readonly string[]) =>
  (words: string): string =>
    names.filter(isWholeName).reduce((now, name) => blotSpans(now, phrasePlaces(now, name, true)), words)

/**
 * The words of a person's name and other names: “Dr. Mara de Lind, mayor” → mara, lind; “Omar al-Tamim” → omar, al-tamim,
 * tamim. Titles, small words and initials name nobody.
 */
export function nameWords({ name, aliases }: Pick<Called, "name" | "aliases">): ReadonlySet<string> {
  const words = [...nameWordsIn(name, true), ...aliases.flatMap((alias) => nameWordsIn(alias, false))]
  return new Set(words.flatMap((word) => [word, word.replace(/^(?:al|el|ul|ash?)-/, "")]))
}

function nameWordsIn(name: string, isName: boolean): string[] {
  const words = wordsOf(name)
  const isBeside = (word: string) => [courtesies, titles, titleModifiers, small].some((list) => list.has(fold(word)))
  while (words.length > 1 && isBeside(words[0]!)) words.shift()
  if (!isName && words.length === 1 && isBeside(words[0]!)) return [] // “Former Senator”
  // “Mara Lind of Dorn”: the town is not her name
  const end = words.findIndex((word) => !isNameLike(word) && !particles.has(fold(word)))
  const own = words
    .slice(0, end < 0 ? words.length : end)
    .map(fold)
    .filter((word) => word.length > 1 && ![suffixes, small].some((list) => list.has(word)))
  // “von” and “al” are nobody’s surname, and Tom Ash’s is “Ash”
  return own.filter((word, n) => !particles.has(word) || n === own.length - 1)
}

/** “3 May”: only a mention, or the whole name, means Theresa May. */
const months: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december".split(" "),
)

const small: ReadonlySet<string> = new Set("the a an this that his her their its our my your".split(" "))

/** “Lind”, “al-Tamim” and “d'Arcy”; not “ex-mayor”. */
const isNameLike = (word: string): boolean => /^(?:\p{Ll}{1,4}['’-])*[\p{Lu}\p{Lo}]/u.test(word)

const letters = (word: string): string => fold(word).replace(/[^\p{L}\p{N}]/gu, "")

/** “The Dornvik Council”, “Dornvik council”; not “Council”, which others are, too. */
const bodyNames = ({ name, aliases }: Called): string[] => {
  const own = ownWords(name)
  return [name, ...aliases]
    .map(withoutArticle)
    .filter((each, n) => /^[\p{Lu}\p{Lo}]/u.test(each) && (n === 0 || !own.has(fold(each))))
}

/** The same, and one word of it by which its report calls it. */
export const namesOfBody = (called: Called): string[] => [
  ...bodyNames(called),
  ...called.aliases.filter((alias) => isShortName(called, alias)).map(withoutArticle),
]

/** “Quorvex” for Quorvex Ltd, and “Dornvik” for the Dornvik Council only where that is meant; not “the Council”. */
function isShortName({ name }: Called, words: string): boolean {
  const short = withoutArticle(words).replace(possessive, "")
  return /^[\p{Lu}\p{Lo}]/u.test(short) && ownWords(name).has(fold(short)) && !bodyNouns.has(fold(short))
}

const ownWords = (name: string): ReadonlySet<string> => new Set(wordsOf(withoutArticle(name)).map(fold))

const withoutArticle = (name: string): string => name.replace(/^(?:the|an?)\s+/i, "")

const word = /[\p{L}\p{M}\p{N}'’-]+/gu

const possessive = /(?:['’]s?|s['’])$/u

/** The words of a text: whole, without “'s”, and where each begins. */
export const wordPlaces = (text: string) =>
  [...text.matchAll(word)].map(({ 0: whole, index }) => ({ whole, bare: whole.replace(possessive, ""), at: index }))

const wordsOf = (words: string): string[] => words.match(word) ?? []

/** The same value with every string that it holds changed. */
export const blotAll = <T>(value: T, blot: (words: string) => string): T =>
  mapped(value, (inner) => (typeof inner === "string" ? blot(inner) : inner))

export const mapped = <T>(value: T, change: (inner: unknown) => unknown): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => change(inner)) as T
