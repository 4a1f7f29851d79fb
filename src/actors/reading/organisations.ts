import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { countryOfSeatOf, isPlace } from "../../text/lexicon/places.js"
import { explainingTails, firmForms, institutionHeads, knownNames } from "./data/organisations.js"
import { fold, isCapitalised, type NameWord, nameWords } from "./fold.js"

export interface BodyName {
  readonly form: "name"
  /** As written, without article, explanation and bracketed abbreviation: “Federal Bureau of Investigation”. */
  readonly name: string
  /** “the militant group Abu Tamim” → militant group. */
  readonly roles: readonly string[]
  /** Folded words that count, in order; a country goes by one name. */
  readonly words: readonly string[]
  /** Ends in a capitalised word: “Torvik Police”, not “Torvik police”. */
  readonly closed: boolean
  /** How many of them stand before the first “of” or “for”: the head of the name is among these. */
  readonly headWords: number
  /** The same for “Justice Department” and “Department of Justice”. */
  readonly key: string
  /** The key without the form of the firm: “Acme Corp” and “Acme” share it. */
  readonly core: string
  /** What it may be shortened to: fbi. */
  readonly initials: readonly string[]
  /** “fbi” of “Federal Bureau of Investigation (FBI)”. */
  readonly abbreviation?: string
  /** “Havana”, “Cuban”, “the Cubans”: key of the country that is meant, if the report names it. */
  readonly country?: string
}

const belonging = /\p{L}\.?-(?:based|led|owned|backed|controlled|listed|run)$/u

/** Takes the words that mean an organisation, a group or a document apart; undefined when they only describe one. */
export function readBody(text: string): BodyName | undefined {
  const bracket = /\s*\((?:the )?([\p{Lu}][\p{L}\p{N}.&-]{1,9})\)\s*$/u.exec(text)
  const bare = bracket ? text.slice(0, bracket.index) : text.replace(/\s*[([][^()[\]]*[)\]]\s*$/, "")
  const words = trimExplanations(dropAround(nameWords(bare)))
  if (!words?.name.some((word) => isCapitalised(word.text))) return undefined
  // “the Torvik-based company” is named nowhere in it.
  if (belonging.test(words.name.at(-1)!.text)) return undefined
  const name = withClosing(bare, words.name[0]!.start, words.name.at(-1)!.end)
  const plain = withoutSmall(words.name)
  const counted = nameCountries(canonicalNames.get(plain.join(" ")) ?? plain)
  if (!counted.length) return undefined
  const core = counted.filter((word, index) => index === 0 || !firmForms.has(word))
  // “AC.N” is where a share is traded.
  const abbreviation = bracket && !/\.[A-Z]+$/.test(bracket[1]!) ? fold(bracket[1]!) : undefined
  const country = countryMeant(plain)
  return {
    form: "name",
    name,
    roles: words.before.length ? [bare.slice(words.before[0]!.start, words.before.at(-1)!.end)] : [],
    words: counted,
    closed: isCapitalised(words.name.at(-1)!.text),
    headWords: headWords(words.name),
    key: [...counted].sort().join(" "),
    core: [...core].sort().join(" "),
    initials: initialsOf(words.name),
    ...(abbreviation ? { abbreviation } : {}),
    ...(country ? { country } : {}),
  }
}

/** “Aule’s “Good Dorn”” with the mark that closes it */
function withClosing(words: string, start: number, end: number): string {
  const name = words.slice(start, end)
  const open = name.includes("“") ? !name.includes("”") : name.split('"').length === 2
  return open && /["”]/.test(words[end] ?? "") ? `${name}${words[end]}` : name
}

const isSmall = (word: string): boolean => /^(?:of|the|for|and|&|in|on|at|to|a|an|de|la|du|des)$/.test(word)

const withoutSmall = (words: readonly NameWord[]): string[] =>
  words
    .map((word) => word.folded.replace(/com$/, dotCom(word.text) ? "" : "com"))
    .filter((word, index) => word && (index === 0 || !isSmall(word)) && (word !== "al" || words.length === 1))

const dotCom = (word: string): boolean => /\.com$/i.test(word)

const canonicalNames = new Map<string, readonly string[]>()
for (const [first = "", ...others] of knownNames) {
  const words = first.split(" ").filter((word) => !isSmall(word))
  for (const form of [first, ...others]) {
    canonicalNames.set(form, words)
    canonicalNames.set(
      form
        .split(" ")
        .filter((word) => !isSmall(word))
        .join(" "),
      words,
    )
  }
}

const knownKeys = new Set(
  knownNames.map(([first = ""]) => nameCountries(first.split(" ").filter((word) => !isSmall(word))).join(" ")),
)

/** “United Nations” is a body of its own, not short for “United Nations High Commissioner …”. */
export const isKnown = (name: BodyName): boolean => knownKeys.has(name.words.join(" "))

/** Article before; “, a group of traders”, “, Ohio” and “YHOO.N” behind. */
function dropAround(words: readonly NameWord[]): readonly NameWord[] {
  let end = words.findIndex(
    (word, index) =>
      index > 0 &&
      word.broken &&
      (/^(?:an?|the|which|who|one)$/.test(word.text) || (isPlace(word.folded) && index === words.length - 1)),
  )
  if (end < 0) end = words.length
  while (
    end > 1 &&
    /^\p{Lu}+\.\p{Lu}{1,2}$/u.test(words[end - 1]!.text) &&
    !/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(words[end - 1]!.text)
  )
    end--
  let start = end > 1 && /^(?:the|an?|its|his|her|their|our)$/i.test(words[0]!.text) ? 1 : 0
  // “Torvik-based Acme”, “New Torvik-based Acme”, “state-controlled Acme”.
  for (let place = start; place < start + 3 && place + 1 < end && isCapitalised(words[place + 1]!.text); place++) {
    if (belonging.test(words[place]!.text)) start = place + 1
  }
  const opening = words[start]
  // “Japan’s Acme Corp”, but “McKane’s Corp”.
  const owner =
    opening?.possessive &&
    !words.some((word) => institutionHeads.has(word.folded)) &&
    start + 1 < end &&
    countryNamed(opening.folded) &&
    isCapitalised(words[start + 1]!.text)
  return words.slice(owner ? start + 1 : start, end)
}

/** “social media company Acme” is Acme; “the Acme group” too; but “Torvik police” stays whole. */
function trimExplanations(
  words: readonly NameWord[],
): { name: readonly NameWord[]; before: readonly NameWord[] } | undefined {
  if (
    words.length > 2 &&
    /^(?:city|town|village|state|island|province)$/i.test(words[0]!.text) &&
    words[1]!.text === "of"
  ) {
    if (isCapitalised(words[2]!.text)) return { name: words.slice(2), before: [] }
  }
  let end = words.length
  // “Kane’s company” is not Kane.
  const explains = (word: NameWord, before: NameWord) =>
    explainingTails.has(word.text) && isCapitalised(before.text) && !before.possessive
  while (end > 1 && explains(words[end - 1]!, words[end - 2]!)) end--
  let start = 0
  const last = words[end - 1]
  if (last && isCapitalised(last.text)) {
    for (let index = 0; index < end - 1; index++) {
      const word = words[index]!
      if (/^\p{Ll}/u.test(word.text) && word.text !== "al" && !isSmall(word.text) && !/\p{Lu}/u.test(word.text))
        start = index + 1
    }
    const before = words.slice(0, start)
    // “a unit of Acme”, “the alliance fighting Acme” name somebody else, not themselves.
    if (
      before.some(
        (word) => (isSmall(word.text) && word.text !== "and") || /^(?:as|such|who|that|which)$/.test(word.text),
      ) ||
      /^[^-]*(?:ing|ed|by|with|from)$/.test(before.at(-1)?.text ?? "")
    )
      return undefined
    if (words.length && isSmall(words[start]!.text)) return undefined
  }
  const name = words.slice(start, end)
  // “the Chinese firm” is not China, nor is “the United Nations agency” the United Nations.
  const plain = withoutSmall(name).join(" ")
  const ofOthers =
    countryOfAdjective(plain) ?? countryNamed(plain) ?? /^(?:united nations|european union|un|eu)$/.test(plain)
  if (end < words.length && ofOthers && !publications.test(words.at(-1)!.text)) return undefined
  return name.length ? { name, before: words.slice(0, start) } : undefined
}

/** “America magazine” is called so. */
const publications = /^(?:newspaper|magazine|website|network|channel|daily|site|app|program|programme|show)$/

/** Countries under one name: “us department justice” → united, states, department, justice. */
function nameCountries(plain: readonly string[]): string[] {
  const whole = countryNamed(plain.join(" "))
  if (whole) return whole.split(" ").filter((word) => !isSmall(word))
  // “American Airlines” is no country’s; “American embassy” is.
  const official = plain.some((word) => institutionHeads.has(word))
  const counted: string[] = []
  for (let index = 0; index < plain.length; index++) {
    const two = index + 1 < plain.length ? plain.slice(index, index + 2).join(" ") : ""
    const pair = countryNamed(two) ?? (official ? countryOfAdjective(two) : undefined)
    const single = countryNamed(plain[index]!) ?? (official ? countryOfAdjective(plain[index]!) : undefined)
    counted.push(...(pair ?? single ?? plain[index]!).split(" "))
    if (pair) index++
  }
  return counted
}

function countryMeant(plain: readonly string[]): string | undefined {
  const words = plain.join(" ")
  const country =
    countryOfSeatOf(words) ??
    countryOfAdjective(words) ??
    (words.endsWith("s") ? countryOfAdjective(words.slice(0, -1)) : undefined)
  return country
    ?.split(" ")
    .filter((word) => !isSmall(word))
    .sort()
    .join(" ")
}

function headWords(words: readonly NameWord[]): number {
  const at = words.findIndex((word, index) => index > 0 && /^(?:of|for|on|in|to|at)$/.test(word.text))
  return at < 0 ? Number.POSITIVE_INFINITY : nameCountries(withoutSmall(words.slice(0, at))).length
}

/** “Federal Bureau of Investigation” → fbi, fboi; the country, a city's “City” and the form of the firm may stay out. */
function initialsOf(words: readonly NameWord[]): string[] {
  const big = words.filter((word) => !isSmall(word.folded)).flatMap((word) => word.folded.split("-"))
  if (big.length < 2) return []
  const first = (list: readonly string[]) => list.map((word) => word[0] ?? "").join("")
  const found = new Set([first(big), first(words.map((word) => word.folded).filter((word) => word !== "the"))])
  found.add(first(words.flatMap((word) => (word.folded === "of" || !isSmall(word.folded) ? [word.folded] : []))))
  if (firmForms.has(big.at(-1)!)) found.add(first(big.slice(0, -1)))
  // “Centres for Trade Control and Promotion” → ctc.
  const and = words.map((word) => word.folded).lastIndexOf("and")
  if (and > 1) found.add(first(words.slice(0, and).flatMap((word) => (isSmall(word.folded) ? [] : [word.folded]))))
  // “Dorn City Police Department” → dpd.
  if (big.includes("city")) found.add(first(big.filter((word) => word !== "city")))
  if (countryNamed(big[0]!) ?? countryOfAdjective(big[0]!)) {
    found.add(first(big.slice(1)))
    // “U.S. Department of Trade” → dot.
    const own = words.filter(({ folded }) => folded === "of" || !isSmall(folded)).slice(1)
    found.add(first(own.map((word) => word.folded)))
  }
  return [...found].filter((letters) => letters.length > 1)
}
