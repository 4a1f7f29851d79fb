import type { Actor } from "../../record.js"
import { isUnspacedName } from "../../text/letters.js"
import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { bodyNouns, roleNouns, rolesThatAreNames } from "../../text/lexicon/roles.js"
import { seatCalled } from "../../text/lexicon/seats.js"
import {
  courtesies,
  particles,
  suffixes,
  titleModifiers,
  titles,
  titlesThatAreNames,
} from "../../text/lexicon/titles.js"
import { BLOT } from "../blotting/mask.js"
import { nameWords, withoutPossessive } from "./words.js"

/** What an actor's name tells by itself. */
export interface Reading {
  /** Two of different sorts are never one. */
  readonly sort: "person" | "body"
  /** As compared, without titles: “jose pena”, “tom kane jr” */
  readonly name: string
  /** Its words, without “Jr.” */
  readonly words: readonly string[]
  /** As written, without what stands before the name: “José Peña” */
  readonly written: string
  /** Roles found in front of the name. */
  readonly roles: readonly string[]
  /** Enough of a name to mean the same one in another report: “Ana Ruiz”, “Dorn Courier”; not “Ruiz”, not “Foreign Ministry”. */
  readonly whole: boolean
}

/** Undefined for those whom a name does not single out: “an official”, “residents”, “the president”, a document. */
export function readActor({ name, kind, roles }: Pick<Actor, "name" | "kind" | "roles">): Reading | undefined {
  if (name.includes(BLOT)) return undefined // “Friends of ████ ████”, who is erased
  if (kind === "unnamed" || kind === "group" || kind === "document") return undefined
  const written = withoutPossessive(name.trim())
  const words = nameWords(written)
  // “K” is no name, “林” is one.
  if (words.join("").length < 2 && !/^\p{Script=Han}/u.test(written)) return undefined
  if (kind === "organisation") return readBody(written, words)
  if (countryNamed(words.join(" ")) || bodyNouns.has(words.at(-1)!) || seatCalled(words.join(" "))) {
    return roles.length === 0 ? readBody(written, words) : undefined
  }
  return readPerson(written)
}

// ── Bodies

function readBody(written: string, words: readonly string[]): Reading | undefined {
  const own = words[0] === "the" && words.length > 1 ? words.slice(1) : words
  const bare = written.replace(/^the\s+/i, "").replace(/[-–—\s]+$/, "")
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(bare) || /^[\p{Lu}.]$/u.test(bare)) return undefined
  if (own.every((word) => titles.has(word) || isRole(word))) return undefined
  const country = countryNamed(own.join(" "))
  const seat = seatCalled(own.join(" "))
  const name = country ?? seat?.name ?? withoutForm(own).join(" ")
  const generic = !country && !seat && own.every((word) => bodyNouns.has(word) || anywhere.has(word))
  return {
    sort: "body",
    name,
    words: name.split(" "),
    written: bare,
    roles: [],
    whole: !generic && !countryOfAdjective(name),
  }
}

/** “Acme Inc” is Acme. */
function withoutForm(words: readonly string[]): readonly string[] {
  const end = words.findLastIndex((word) => !forms.has(word)) + 1
  return end > 0 ? words.slice(0, end) : words
}
const forms = new Set("inc incorporated corp corporation co ltd limited llc llp plc ag gmbh nv".split(" "))

/** Every country has a “Foreign Ministry” and a “Supreme Court”: such words do not say which one is meant. */
const anywhere = new Set(
  `national federal supreme high central foreign interior justice health finance education defence defense public general
  security internal external affairs court courts house senate congress chamber labor labour ministry of and for the
  election electoral constitutional appeals appeal state interim ruling task joint special local regional provincial
  county city district attorney office prosecutors police fire border coast guard armed forces air presidential
  commerce agriculture transport transportation energy environment environmental trade house lower upper budget
  intelligence parliament cabinet treasury people peoples new our
  democratic republican socialist communist conservative liberal social green states`.split(/\s+/),
)

// ── People

function readPerson(raw: string): Reading | undefined {
  // “Benjamin “Benny” Kane”, “Judge [Ana] Ruiz”, “Ana Ruiz (R-Torvik)”
  const text = raw.replace(/\s["“‘'][^"”’]+["”’']\s/g, " ").replace(/\([^)]*\)|[[\]]/g, " ")
  if (/\s(?:and|&)\s|^[^\p{L}\p{N}]*$/u.test(text)) return undefined
  const all = text.split(/[\s,]+/).filter((word) => nameWords(word).length > 0)
  let end = all.length
  while (end > 0 && suffixes.has(folded(all[end - 1]!)) && (end > 1 || all.length === 1)) end--
  const start = nameStart(all.slice(0, end))
  if (start === undefined) return undefined
  const written = all.slice(start, end)
  const words = written.flatMap(nameWords)
  const suffix = all
    .slice(end)
    .map(folded)
    .find((word) => /^(?:jr|sr|ii|iii|iv)$/.test(word))
  // “Ash”, “Ben Le”; not “AP”
  const endsInSurname = /^\p{Lu}\p{Ll}/u.test(written.at(-1)!) && words.every((word) => particles.has(word))
  const isNone = words.every(saysNoName) && !endsInSurname
  if (words.length === 0 || words.length > 6 || isNone || isRole(words.at(-1)!)) return undefined
  if (!/^[\p{Lu}\p{Lo}]/u.test(written.at(-1)!.replace(/^\P{L}+|^(?:al|el|d)[-'’]/u, ""))) return undefined
  const opens = /^\p{Lu}\p{L}*$/u.test(written[0]!)
  const before = all.slice(0, all.length - written.length - (all.length - end)).join(" ")
  return {
    sort: "person",
    // Father and son are two.
    name: [...words, ...(suffix ? [suffix] : [])].join(" "),
    words,
    written: [...written, ...all.slice(end)].join(" "),
    roles: before ? [before] : [],
    // “Ben Kane” and “Tom Ash” have a given name and a surname, “van der Berg” and “al-Sadi” have no given name.
    whole:
      words.filter(
        (word, index) =>
          word.length > 1 && (!particles.has(word) || (index === 0 && opens) || index === words.length - 1),
      ).length > 1 || written.some(isUnspacedName),
  }
}

/** “Vallondan Minister of Defence Ana Ruiz”: the name begins at “Ana”; “an aide to Ana Ruiz” is somebody else. */
function nameStart(words: readonly string[]): number | undefined {
  let start = 0
  words.slice(0, -1).forEach((word, index) => {
    if (isBeforeName(word, index === start)) start = index + 1
  })
  if (!/^(?:of|for|at|to|in|with|by|from)$/i.test(words[start - 1] ?? "")) return start
  return words.length - start > 2 ? words.length - 2 : undefined
}

function isBeforeName(written: string, first: boolean): boolean {
  const word = folded(written)
  const lower = /^\p{Ll}/u.test(written)
  if (lower) return !particles.has(word) || first
  if (courtesies.has(word) || /^(?:his|her|holiness|excellency|majesty|highness|gentleman)$/.test(word)) return first
  if (first && (countryOfAdjective(word) || countryNamed(word))) return true
  if (first && titleModifiers.has(word) && word !== "prime") return true
  if (titles.has(word) || titles.has(singular(word))) return first || !titlesThatAreNames.has(word)
  if (roleNouns.has(singular(word))) return !rolesThatAreNames.has(word)
  // “FEMA Administrator” is cut off by its title; “House Speaker”, “Homeland Security Kane” begin with no given name.
  return first && (anywhere.has(word) || /^\p{Lu}{3,5}$/u.test(written))
}

const folded = (word: string): string => nameWords(word).join("")
const singular = (word: string): string => word.replace(/ies$/, "y").replace(/s$/, "")

const isRole = (word: string): boolean => roleNouns.has(singular(word)) && !rolesThatAreNames.has(singular(word))

const saysNoName = (word: string): boolean =>
  titles.has(word) ||
  courtesies.has(word) ||
  suffixes.has(word) ||
  titleModifiers.has(word) ||
  bodyNouns.has(word) ||
  bodyNouns.has(singular(word)) ||
  isRole(word) ||
  anywhere.has(word) ||
  particles.has(word) ||
  countryNamed(word) !== undefined ||
  countryOfAdjective(word) !== undefined ||
  /^(?:of|for|the|and|to|at|several|many|others?|all|both|some|each|we|he|she|they|participants?|attendees?|people|left|right)$/.test(
    word,
  )
