import { countryNamed, countryOfAdjective } from "./data/countries.js"
import { explainingTails, firmForms, institutionHeads, knownNames, looseTails } from "./data/organisations.js"
import { fold, isAllCapitals, isCapitalised, type NameWord, nameWords } from "./fold.js"

export interface BodyName {
  readonly form: "name"
  /** As written, without article, explanation and bracketed abbreviation: “Federal Bureau of Investigation”. */
  readonly name: string
  /** “the militant group Abu Tamim” → militant group. */
  readonly roles: readonly string[]
  /** Folded words that count, in order; a country goes by one name. */
  readonly words: readonly string[]
  /** The same for “Justice Department” and “Department of Justice”. */
  readonly key: string
  /** The key without the form of the firm: “Acme Corp” and “Acme” share it. */
  readonly core: string
  /** What it may be shortened to: fbi; from a bracket in the name, or from initials. */
  readonly initials: readonly string[]
  readonly abbreviation?: string
}

/** Takes the words that mean an organisation, a group or a document apart; undefined when they only describe one. */
export function readBody(text: string): BodyName | undefined {
  const bracket = /\s*\((?:the )?([\p{Lu}][\p{L}\p{N}.&-]{1,9})\)\s*$/u.exec(text)
  const bare = bracket ? text.slice(0, bracket.index) : text.replace(/\s*[([][^()[\]]*[)\]]\s*$/, "")
  const all = nameWords(bare)
  const comma = all.findIndex(
    (word, index) => index > 0 && word.broken && /^(?:an?|the|which|who|one)$/.test(word.text),
  )
  const words = trimExplanations(dropArticle(comma > 0 ? all.slice(0, comma) : all))
  if (!words?.name.some((word) => isCapitalised(word.text))) return undefined
  const name = bare.slice(words.name[0]!.start, words.name.at(-1)!.end)
  const counted = countedWords(words.name)
  if (!counted.length) return undefined
  const canonical = canonicalNames.get(counted.join(" "))?.split(" ") ?? counted
  const key = [...canonical].sort().join(" ")
  const core = canonical.filter((word, index) => index === 0 || !firmForms.has(word))
  const abbreviation = bracket && !/^[A-Z.]+\.[A-Z]+$/.test(bracket[1]!) ? fold(bracket[1]!) : undefined
  return {
    form: "name",
    name,
    roles: words.before.length ? [bare.slice(words.before[0]!.start, words.before.at(-1)!.end)] : [],
    words: canonical,
    key,
    core: [...core].sort().join(" "),
    initials: initialsOf(words.name),
    ...(abbreviation ? { abbreviation } : {}),
  }
}

const canonicalNames = new Map<string, string>()
for (const forms of knownNames) {
  for (const form of forms)
    canonicalNames.set(
      form,
      forms[0]!
        .split(" ")
        .filter((word) => !isSmall(word))
        .join(" "),
    )
  for (const form of forms) {
    canonicalNames.set(
      form
        .split(" ")
        .filter((word) => !isSmall(word))
        .join(" "),
      canonicalNames.get(form)!,
    )
  }
}

function isSmall(word: string): boolean {
  return /^(?:of|the|for|and|&|in|on|at|to|a|an|de|la|du|des)$/.test(word)
}

const dropArticle = (words: readonly NameWord[]): readonly NameWord[] =>
  words.length > 1 && /^(?:the|an?|its|his|her|their|our)$/i.test(words[0]!.text) ? words.slice(1) : words

/** “social media company Acme” is Acme; “the Acme group” too; but “Torvik police” stays whole. */
function trimExplanations(
  words: readonly NameWord[],
): { name: readonly NameWord[]; before: readonly NameWord[] } | undefined {
  let end = words.length
  while (
    end > 1 &&
    explainingTails.has(words[end - 1]!.text) &&
    words.slice(0, end - 1).some((word) => isCapitalised(word.text))
  )
    end--
  let start = 0
  const last = words[end - 1]
  if (last && isCapitalised(last.text)) {
    for (let index = 0; index < end - 1; index++) {
      const word = words[index]!
      if (/^\p{Ll}/u.test(word.text) && !isSmall(word.text) && !/\p{Lu}/u.test(word.text)) start = index + 1
    }
    // “a unit of Acme Group” names its owner, not itself.
    if (start > 0 && start < end && isSmall(words[start]!.text)) return undefined
    if (start === 0 && words.length && isSmall(words[0]!.text)) return undefined
  }
  const name = words.slice(start, end)
  return name.length ? { name, before: words.slice(0, start) } : undefined
}

/** Folded, without small words, countries under one name: “U.S. Department of Justice” → united states, department, justice. */
function countedWords(words: readonly NameWord[]): string[] {
  const plain = words.map((word) => word.folded).filter((word, index) => word && (index === 0 || !isSmall(word)))
  const whole = countryNamed(plain.join(" ")) ?? countryNamed(words.map((word) => word.folded).join(" "))
  if (whole) return whole.split(" ").filter((word) => !isSmall(word))
  const counted: string[] = []
  for (let index = 0; index < plain.length; index++) {
    const two = plain.slice(index, index + 2).join(" ")
    const pair = index + 1 < plain.length ? (countryNamed(two) ?? countryOfAdjective(two)) : undefined
    const single =
      countryNamed(plain[index]!) ??
      (index < plain.length - 1 || plain.length === 1 ? countryOfAdjective(plain[index]!) : undefined)
    counted.push(...(pair ?? single ?? plain[index]!).split(" "))
    if (pair) index++
  }
  return counted
}

/** “Federal Bureau of Investigation” → fbi, fboi; the country and the form of the firm may stay out. */
function initialsOf(words: readonly NameWord[]): string[] {
  const big = words.filter((word) => !isSmall(word.folded)).flatMap((word) => word.folded.split("-"))
  if (big.length < 2) return []
  const first = (list: readonly string[]) => list.map((word) => word[0] ?? "").join("")
  const found = new Set([first(big), first(words.map((word) => word.folded).filter((word) => word !== "the"))])
  found.add(first(words.flatMap((word) => (word.folded === "of" || !isSmall(word.folded) ? [word.folded] : []))))
  if (firmForms.has(big.at(-1)!)) found.add(first(big.slice(0, -1)))
  if (countryNamed(big[0]!) ?? countryOfAdjective(big[0]!)) found.add(first(big.slice(1)))
  return [...found].filter((letters) => letters.length > 1)
}

/** Why two names mean one body, or undefined. The first is the shorter or later one. */
export function sameBody(short: BodyName, long: BodyName): "same-name" | "acronym" | "short-name" | undefined {
  if (short.key === long.key || short.core === long.core) return "same-name"
  if (isAcronymOf(short, long)) return "acronym"
  if (isShortOf(short.words, long.words)) return "short-name"
  return undefined
}

function isAcronymOf(short: BodyName, long: BodyName): boolean {
  const letters = short.words.length === 1 ? short.words[0]! : undefined
  const own = short.words.length === 1 || short.words.length === 2 ? fold(short.name.split(" ").at(-1)!) : undefined
  if (long.abbreviation && (letters === long.abbreviation || short.abbreviation === long.abbreviation)) return true
  if (!own || !isAllCapitals(short.name.split(" ").at(-1)!)) return false
  if (short.words.length > 1 && !countryNamed(fold(short.name.split(" ")[0]!))) return false
  return long.initials.includes(own)
}

/** “Tesla” of “Tesla Motors”, “Supreme Court” of “U.S. Supreme Court”; not “Texas” of “Texas Supreme Court”. */
function isShortOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false
  const tail = long.slice(long.length - short.length)
  if (short.every((word, index) => word === tail[index])) {
    // A lone head, “the Court”, is too little unless it tells more than what kind of body it is.
    return short.length > 1 || institutionHeads.has(short[0]!) || !looseTails.has(short[0]!)
  }
  if (!short.every((word, index) => word === long[index])) {
    // “Justice Department” of “Department of Justice of Torvik”: the same words with a place more.
    const rest = long.filter((word) => !short.includes(word))
    return short.length > 1 && rest.length === long.length - short.length && countryNamed(rest.join(" ")) !== undefined
  }
  const rest = long.slice(short.length)
  if (countryNamed(short.join(" "))) return false
  return (
    rest.every((word) => looseTails.has(word) || firmForms.has(word)) ||
    (short.length > 1 && !institutionHeads.has(rest.at(-1)!))
  )
}
