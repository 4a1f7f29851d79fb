import { courtesies, titles } from "../../text/lexicon/titles.js"
import { nameWords, singular } from "./fold.js"

// What a text itself shows about how an actor is spoken of. Used only to weigh which earlier words a pronoun
// stands for, inside one report; it is never written to a record, and given names say nothing here.

export type Gender = "she" | "he"
export type Count = "one" | "many"

export interface Pronoun {
  readonly person: 1 | 2 | 3
  /** Undefined: either (“you”). */
  readonly count?: Count
  /** Undefined: any; “it” means a thing or a body. */
  readonly gender?: Gender | "it"
  readonly use: "subject" | "object" | "possessive" | "reflexive"
}

const table: { readonly [form: string]: Pronoun } = {
  i: { person: 1, count: "one", use: "subject" },
  me: { person: 1, count: "one", use: "object" },
  my: { person: 1, count: "one", use: "possessive" },
  mine: { person: 1, count: "one", use: "possessive" },
  myself: { person: 1, count: "one", use: "reflexive" },
  we: { person: 1, count: "many", use: "subject" },
  us: { person: 1, count: "many", use: "object" },
  our: { person: 1, count: "many", use: "possessive" },
  ours: { person: 1, count: "many", use: "possessive" },
  ourselves: { person: 1, count: "many", use: "reflexive" },
  you: { person: 2, use: "subject" },
  your: { person: 2, use: "possessive" },
  yours: { person: 2, use: "possessive" },
  yourself: { person: 2, count: "one", use: "reflexive" },
  yourselves: { person: 2, count: "many", use: "reflexive" },
  he: { person: 3, count: "one", gender: "he", use: "subject" },
  him: { person: 3, count: "one", gender: "he", use: "object" },
  his: { person: 3, count: "one", gender: "he", use: "possessive" },
  himself: { person: 3, count: "one", gender: "he", use: "reflexive" },
  she: { person: 3, count: "one", gender: "she", use: "subject" },
  her: { person: 3, count: "one", gender: "she", use: "possessive" },
  hers: { person: 3, count: "one", gender: "she", use: "possessive" },
  herself: { person: 3, count: "one", gender: "she", use: "reflexive" },
  it: { person: 3, count: "one", gender: "it", use: "subject" },
  its: { person: 3, count: "one", gender: "it", use: "possessive" },
  itself: { person: 3, count: "one", gender: "it", use: "reflexive" },
  // “they” is also said of one person whose gender a report leaves open, and of a body.
  they: { person: 3, use: "subject" },
  them: { person: 3, use: "object" },
  their: { person: 3, use: "possessive" },
  theirs: { person: 3, use: "possessive" },
  themselves: { person: 3, use: "reflexive" },
  themself: { person: 3, count: "one", use: "reflexive" },
}

/** “She”, “he’s”, “I'm” → what the pronoun asks of the words it stands for. */
export function readPronoun(text: string): Pronoun | undefined {
  const form = text.toLowerCase().replace(/['’](?:s|d|m|re|ve|ll)$/, "")
  return Object.hasOwn(table, form) ? table[form] : undefined
}

/** What the words of a mention show; everything missing is open. */
export interface Shows {
  readonly gender?: Gender
  readonly count?: Count
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const sheWords = list(
  `mrs ms miss madam madame mme frau senora dame lady baroness countess duchess princess queen empress sister mother mom
  daughter wife widow aunt niece grandmother granddaughter girl woman girlfriend actress spokeswoman congresswoman chairwoman
  businesswoman policewoman councilwoman assemblywoman alderwoman anchorwoman waitress stepmother mum fiancee schoolgirl
  ex-wife ex-girlfriend`,
)
const heWords = list(
  `mr mister monsieur herr senor sir lord baron duke prince king emperor pope brother father dad son husband widower
  uncle nephew grandfather grandson boy man boyfriend spokesman congressman businessman policeman councilman
  assemblyman alderman anchorman gunman waiter stepfather fiance schoolboy ex-husband ex-boyfriend`,
)

/**
 * “Ms. Ruiz” shows she, “the spokesman” he, “two aides” many; “Ana Ruiz” shows nothing.
 * `title` is what stands before the mention (“Ms.”).
 */
export function showsOf(text: string, head?: string, title?: string): Shows {
  const words = nameWords(title ? `${title} ${text}` : text)
  const opening = words.slice(0, -1).filter((word) => courtesies.has(word.folded) || titles.has(word.folded))
  const telling = [...opening.map((word) => word.folded), ...(head ? [head] : [])]
  const gender = telling.some((word) => sheWords.has(word))
    ? "she"
    : telling.some((word) => heWords.has(word))
      ? "he"
      : undefined
  const last = head ? words.find((word) => singular(word.folded) === head)?.folded : undefined
  const plural = last !== undefined && last !== head
  return {
    ...(gender ? { gender } : {}),
    ...(plural ? { count: "many" as const } : head ? { count: "one" as const } : {}),
  }
}

/** Whether a pronoun can stand for something that shows this. A person is never “it”; a body never “she” here. */
export function agrees(pronoun: Pronoun, shows: Shows, kind: string): boolean {
  if (pronoun.gender === "it") return kind === "organisation" || kind === "document" || kind === "group"
  if (pronoun.gender && kind !== "person" && kind !== "unnamed") return false
  if (pronoun.gender && shows.gender) return pronoun.gender === shows.gender
  if (pronoun.gender && shows.count === "many") return false
  if (pronoun.person === 1 && pronoun.count === "one") return shows.count !== "many" && kind !== "organisation"
  return true
}
