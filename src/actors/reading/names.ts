import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { roleNouns, rolesThatAreNames } from "../../text/lexicon/roles.js"
import {
  courtesies,
  particles,
  suffixes,
  titleModifiers,
  titles,
  titlesThatAreNames,
} from "../../text/lexicon/titles.js"
import { firmForms, institutionHeads } from "./data/organisations.js"
import { type Description, describe, determiners, dropDeterminer } from "./descriptions.js"
import { isAllCapitals, isCapitalised, type NameWord, nameWords, singular } from "./fold.js"
import { isParticle, isTitle, officeBehind, rootOfRole } from "./roles.js"
import { describesSomeoneElse, prepositions, standsInPhrase } from "./somebody-else.js"

export interface PersonName {
  readonly form: "name"
  /** As written, without titles and roles: “Ana María Ruiz Jr.” */
  readonly name: string
  readonly given: string
  /** With its particles: “van der Berg”. A name of one word is a surname. */
  readonly surname: string
  readonly suffix?: string
  /** “Mr.”, “Ms.”: no role, but it agrees with pronouns. */
  readonly courtesy?: string
  readonly roles: readonly string[]
  /** Folded words of the name in order, without particles and suffix. */
  readonly words: readonly string[]
}

/**
 * Takes the words that mean a person apart.
 *   Conservative MP Jane Roe          → roles [Conservative MP], name Jane Roe
 *   Fox News’ John Roberts            → name John Roberts
 *   Tom Kane, the mayor of Torvik     → roles [mayor of Torvik], name Tom Kane
 *   a senior aide                     → description, head aide
 *
 * @param surnames of people who are named in full, for “Cuban” may be one
 */
export function readName(written: string, surnames: ReadonlySet<string> = noNames): PersonName | Description {
  const text = withoutAsides(written)
  const segments = splitSegments(nameWords(text))
  const read = segments.map((words) => readSegment(text, words, surnames))
  if (segments.length === 2 && isSurnameFirst(segments, text)) {
    const [last, first] = segments as [NameWord[], NameWord[]]
    return assemble([...first, ...last], undefined, [], `${sliceWords(text, first)} ${sliceWords(text, last)}`)
  }
  const names = read.flatMap((part, index) => (part ? [{ part, index }] : []))
  const best = names.find(({ part }) => part.words.length > 1) ?? names[0]
  // “an aide to Ana Ruiz, the mayor” names nobody: its first part describes and does not end in a name.
  if (!best || (best.index > 0 && describesSomeoneElse(segments[0]!, sliceWords(text, segments[0]!))))
    return describe(text)
  const others = segments
    .filter((_, index) => index !== best.index && !read[index])
    .map((words) => dropDeterminer(sliceWords(text, words)))
  return { ...best.part, roles: [...best.part.roles, ...others.filter(Boolean)] }
}

/**
 * “Acme Inc (AC.N) Chief Executive Ana Ruiz”, “Sen. Tom Kane (R-Iowa)” without the brackets;
 * an inserted given name stays: “Judge [Ana] Ruiz”. Length and places are kept.
 */
function withoutAsides(text: string): string {
  return text
    .replace(/[([](\p{Lu}[\p{Ll}'’-]+)[)\]](?=\s\p{Lu})/gu, " $1 ")
    .replace(/\([^()]*\)|\[[^[\]]*\.[^[\]]*\]/g, (aside) => " ".repeat(aside.length))
}

function splitSegments(words: readonly NameWord[]): NameWord[][] {
  const segments: NameWord[][] = []
  for (const word of words) {
    if (!segments.length || (word.broken && !isSuffix(word))) segments.push([])
    segments.at(-1)!.push(word)
  }
  return segments
}

/** “Ruiz, Ana” as in lists and bylines. */
function isSurnameFirst(segments: readonly (readonly NameWord[])[], text: string): boolean {
  const [last, first] = segments
  if (!text.slice(last!.at(-1)!.end, first![0]!.start).includes(",")) return false
  const plain = (words: readonly NameWord[]) =>
    words.every((word) => isPlainNameWord(word) || particles.has(word.text)) &&
    words.some((word) => isPlainNameWord(word))
  return (
    !!last && !!first && plain(last) && plain(first) && last.filter(isPlainNameWord).length === 1 && first.length <= 2
  )
}

const isPlainNameWord = (word: NameWord): boolean =>
  isCapitalised(word.text) &&
  !titles.has(word.folded) &&
  !courtesies.has(word.folded) &&
  !roleNouns.has(singular(word.folded)) &&
  !titleModifiers.has(word.folded) &&
  !institutionHeads.has(word.folded) &&
  !determiners.has(word.folded) &&
  !isAllCapitals(word.text) &&
  countryNamed(word.folded) === undefined

const isSuffix = (word: NameWord): boolean =>
  /^[IVX]+$/.test(word.text) || (suffixes.has(word.folded) && word.folded.length > 1 && isCapitalised(word.text))

/** “Senator Tom Kane of Torvik” is read up to “of”. */
function readSegment(text: string, words: readonly NameWord[], surnames: ReadonlySet<string>): PersonName | undefined {
  const preposition = words.findIndex((word, i) => i > 0 && prepositions.has(word.text) && officeBehind(words, i) === 0)
  const opening = preposition > 0 ? readPhrase(text, words.slice(0, preposition), surnames) : undefined
  // “Dorn Department of Trade spokesman Tom Kane” does not end before the “of”.
  const isBody = opening?.words.some((word) => institutionHeads.has(word))
  if (opening && !isBody && (opening.words.length > 1 || opening.roles.length || opening.courtesy)) return opening
  return readPhrase(text, words, surnames)
}

function readPhrase(text: string, words: readonly NameWord[], surnames: ReadonlySet<string>): PersonName | undefined {
  let end = words.length
  while (end > 1 && isSuffix(words[end - 1]!)) end--
  const shouted = words.every((word) => word.text === word.text.toUpperCase())
  let cut = nameStart(words.slice(0, end), shouted)
  let nameOnly = words.slice(cut, end)
  if (standsInPhrase(words.slice(0, cut))) return undefined
  // “head of trade group Kestrel Association”
  const ofBody = nameOnly.length > 0 && isBodyWord(nameOnly.at(-1)!)
  if (ofBody && words.slice(1, cut).some((word) => prepositions.has(word.text))) return undefined
  if (cut > 0 && prepositions.has(words[cut - 1]!.folded)) {
    // “Mayor of Torvik Ana Ruiz”, but not “mayor of New Torvik” nor “chief of Ruiz Motor Group”.
    const crowded = nameOnly.length > 2 && isTitle(words[0]!) && !nameOnly.some(isBodyWord)
    if (!crowded) return undefined
    cut = end - 2
    nameOnly = words.slice(cut, end)
  }
  if (!isName(nameOnly, cut, words, surnames)) return undefined
  const before = words.slice(0, cut)
  return assemble(nameOnly, words.slice(end), before, text.slice(words[cut]!.start, words.at(-1)!.end), text)
}

/** Where titles and roles stop and the name begins. */
function nameStart(words: readonly NameWord[], shouted: boolean): number {
  let cut = 0
  for (let index = 0; index < words.length - 1; index++) {
    const word = words[index]!
    const office = officeBehind(words, index)
    // “Dorn Council Leader”, “President of the European {Commission} Ana Ruiz”
    const body = index > 0 && institutionHeads.has(word.folded) && !words.slice(index + 1, index + 9).some(isBodyWord)
    const after = words.length - 1 - index
    if (office > 0 && after > office) cut = index + office + 1
    else if ((body && after > 1) || endsRole(word, index, cut, after, shouted)) cut = Math.max(cut, index + 1)
  }
  return cut
}

function endsRole(word: NameWord, index: number, cut: number, after: number, shouted: boolean): boolean {
  const opensName = index === cut
  if (word.possessive || /\p{N}/u.test(word.text)) return true
  if (courtesies.has(word.folded) || determiners.has(word.folded)) return opensName || !isCapitalised(word.text)
  // “Mayor de Ruiz”
  if (!isCapitalised(word.text)) return opensName ? !opensSurname.has(word.text) : !particles.has(word.text)
  // “Dorn Sheriff Ana Ruiz”, but “Martin King Reed”
  if (isTitle(word)) return opensName || after > 1 || !titlesThatAreNames.has(word.folded)
  // “Prosecutor Ana Ruiz”, “TV Presenter Tom Kane”; but “Hunter Kane” is a name.
  if (roleNouns.has(rootOfRole(word.folded)))
    return index > 0 ? opensName || !rolesThatAreNames.has(word.folded) : after > 1
  if (opensName && titleModifiers.has(word.folded)) return after > 1 || surelyModifies.has(word.folded)
  if (opensName && isNationality(word)) return after > 1
  if (institutionHeads.has(word.folded)) return index > cut && after > 1
  if (shouted || !isAllCapitals(word.text)) return false
  if (countryNamed(word.folded)) return true
  // “NHTSA Administrator”, “CEO Ana Ruiz”; but “J.D. Kane”, “AJ Kane”.
  return word.folded.length > 2 || (abbreviations.has(word.folded) && (after > 1 || !word.text.includes(".")))
}

const opensSurname = new Set("de da del di du van von der den ter bin ibn ben abu al el".split(" "))
const surelyModifies = new Set(
  "former then acting ex late republican democratic democrat conservative labour".split(" "),
)
const abbreviations = new Set("us uk un eu tv pm mp ny dc".split(" "))
const isNationality = (word: NameWord): boolean =>
  countryOfAdjective(word.folded) !== undefined || word.folded === "korean"
const isBodyWord = (word: NameWord): boolean =>
  /committee$/.test(word.folded) || institutionHeads.has(word.folded) || firmForms.has(word.folded)

function isName(
  name: readonly NameWord[],
  cut: number,
  words: readonly NameWord[],
  surnames: ReadonlySet<string>,
): boolean {
  const last = name.at(-1)
  if (!last || !isCapitalised(last.text) || /\p{N}/u.test(last.text)) return false
  if (determiners.has(last.folded) || pronounLike.has(last.folded)) return false
  const head = singular(last.folded)
  // “Prime Minister”, “District Attorney”; but “Tim Cook”, “Baker”.
  const role = isTitle(last) || courtesies.has(last.folded) || roleNouns.has(head) || titleModifiers.has(last.folded)
  const alsoName = rolesThatAreNames.has(head) || titlesThatAreNames.has(last.folded)
  if (role && !alsoName && !(courtesies.has(last.folded) && name.length > 1)) return false
  if (role && name.length === 1 && (cut > 0 || titles.has(last.folded))) return cut > 0 && isTitle(words[cut - 1]!)
  if (name.length === 1 && cut === 0 && isNationality(last) && !surnames.has(last.folded)) return false
  // “the Kanes”, “the Torvik”: an article without a title between makes it no person’s name.
  return !(cut > 0 && cut === words.length - name.length && determiners.has(words[cut - 1]!.folded))
}

const noNames: ReadonlySet<string> = new Set()

const pronounLike = new Set("he she they it we you i him her them us who mine q a".split(" "))

function assemble(
  name: readonly NameWord[],
  suffix: readonly NameWord[] | undefined,
  before: readonly NameWord[],
  written: string,
  text = "",
): PersonName {
  let surnameAt = name.length - 1
  while (surnameAt > 0 && particles.has(name[surnameAt - 1]!.folded) && name[surnameAt - 1]!.text !== "San") surnameAt--
  const courtesy = before.find((word) => courtesies.has(word.folded))?.text
  const words = name.filter((word, index) => index === name.length - 1 || !isParticle(word)).map((word) => word.folded)
  const join = (part: readonly NameWord[]) => part.map((word) => word.text).join(" ")
  return {
    form: "name",
    name: written.replace(/\s+/g, " ").trim(),
    given: join(name.slice(0, surnameAt)),
    surname: join(name.slice(surnameAt)),
    ...(suffix?.length ? { suffix: join(suffix) } : {}),
    ...(courtesy ? { courtesy } : {}),
    roles: rolesIn(before, text),
    words,
  }
}

/** “Ms.” is none, “Fox News’” is none; “Ruiz’s spokeswoman”, “Sen.”, “former Army captain” are. */
function rolesIn(before: readonly NameWord[], text: string): string[] {
  const words = before.filter((word) => !courtesies.has(word.folded))
  if (!words.length || words.at(-1)!.possessive) return []
  const tells = (word: NameWord) =>
    isTitle(word) ||
    roleNouns.has(rootOfRole(word.folded.replace(/-of-.*$/, ""))) ||
    surelyModifies.has(word.folded) ||
    /^[a-z]/.test(word.text)
  if (!words.some((word) => tells(word) && !determiners.has(word.folded))) return []
  const role = dropDeterminer(sliceWords(text, words)).replace(/\s+/g, " ")
  return role ? [role] : []
}

const sliceWords = (text: string, words: readonly NameWord[]): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0)
