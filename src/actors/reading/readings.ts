import type { Actor } from "../../record.js"
import { countryNamed } from "../../text/lexicon/countries.js"
import { bodyNouns, documentNouns, roleNouns } from "../../text/lexicon/roles.js"
import { type Span, sliceOf } from "../../text/span.js"
import { type Beside, lookBeside } from "./apposition.js"
import { firmForms, institutionHeads, looseTails } from "./data/organisations.js"
import { type Description, describe, determiners } from "./descriptions.js"
import { isAllCapitals, isCapitalised, nameWords, singular } from "./fold.js"
import { type PersonName, readName } from "./names.js"
import { type BodyName, readBody } from "./organisations.js"
import { readPronoun } from "./pronouns.js"

/** A place in the text that names or describes an actor, and what kind of actor it seems to be. */
export interface Mention extends Span {
  readonly kind: Actor["kind"]
}

interface Common {
  readonly mention: Mention
  readonly text: string
}

/** What the words of a mention, and those right beside it, say. */
export type Reading = Common &
  (
    | { readonly form: "person"; readonly person: PersonName; readonly beside: Beside }
    | { readonly form: "body"; readonly body: BodyName; readonly beside: Beside }
    | { readonly form: "description"; readonly description: Description }
    | { readonly form: "joint"; readonly parts: readonly Mention[] }
    | { readonly form: "pronoun" }
  )

/** What reading one mention needs to know of the whole report. */
export interface Surroundings {
  /** Folded words of all mentions: “Acme and Torvik” is joint if each is also mentioned by itself. */
  readonly alone: ReadonlySet<string>
  /** Last words of the full names of people: “Cuban” where “Tom Cuban” is one of them. */
  readonly surnames: ReadonlySet<string>
  /** Words that the text writes with a small letter: “Prosecutors” opening a sentence is no name. */
  readonly small: ReadonlySet<string>
}

export function surroundingsOf(text: string, mentions: readonly Mention[]): Surroundings {
  const names = mentions.flatMap((mention) => (mention.kind === "person" ? readName(sliceOf(text, mention)) : []))
  return {
    surnames: new Set(names.flatMap((name) => (name.form === "name" && name.given ? name.words.at(-1)! : []))),
    alone: new Set(mentions.map((mention) => foldWords(sliceOf(text, mention)))),
    small: new Set([...text.matchAll(/(?<![\p{L}\p{N}’'-])\p{Ll}[\p{L}-]*/gu)].map((match) => match[0])),
  }
}

export function readMention(text: string, mention: Mention, { alone, small, surnames }: Surroundings): Reading {
  const words = sliceOf(text, mention)
  const common = { mention, text: words }
  if (readPronoun(words)) return { ...common, form: "pronoun" }
  if (mention.kind !== "document") {
    const parts = jointParts(words, mention)
    const known = (part: Mention) => {
      const name = foldWords(sliceOf(text, part))
      return alone.has(name) || countryNamed(name) !== undefined
    }
    if (parts && (mention.kind === "group" || parts.every(known))) return { ...common, form: "joint", parts }
  }
  if (mention.kind === "person") {
    const person = readName(words, articleBefore(text, mention) ? undefined : surnames)
    return person.form === "name"
      ? { ...common, form: "person", person, beside: besideOf(text, mention, person.name) }
      : { ...common, form: "description", description: person }
  }
  const nameless = mention.kind === "unnamed" || opensWithCommonNoun(text, mention, small)
  const body = nameless ? undefined : readBody(words)
  if (body) return { ...common, form: "body", body, beside: besideOf(text, mention, body.name) }
  return { ...common, form: "description", description: describe(words) }
}

/** “Prosecutors said”, “Police officials said”: a capital that only the sentence gave. */
function opensWithCommonNoun(text: string, mention: Mention, small: ReadonlySet<string>): boolean {
  const [first, ...others] = nameWords(sliceOf(text, mention))
  if (!first || others.some((word) => isCapitalised(word.text)) || isAllCapitals(first.text)) return false
  // “Two men”, “Some companies”.
  if (determiners.has(first.folded)) return true
  const opens =
    mention.start === 0 || /[.!?:\n“"‘”)]\s*$|[–—•]\s$/.test(text.slice(Math.max(0, mention.start - 3), mention.start))
  const plain = first.text.toLowerCase()
  const noun = singular(plain)
  return opens && (small.has(plain) || roleNouns.has(noun) || bodyNouns.has(noun) || documentNouns.has(noun))
}

/** What a person is said to be, before and beside the name. */
export const rolesOf = (text: string, { person, beside }: Reading & { readonly form: "person" }): string[] => [
  ...person.roles,
  ...beside.roles.map((role) => sliceOf(text, role)),
]

/** “the”, “a”, “an” right before a mention, in small letters; none is empty. */
export const articleBefore = (text: string, { start }: Span): string =>
  /\b(the|an?)\s$/i.exec(text.slice(Math.max(0, start - 5), start))?.[1]?.toLowerCase() ?? ""

/** “the U.S.” and “US” are the same words. */
export const foldWords = (words: string): string =>
  nameWords(words)
    .map((word) => word.folded)
    .filter((word, index) => index > 0 || !/^(?:the|an?)$/.test(word))
    .join(" ")

/** A name may stand inside a longer mention, with its title before and its apposition after it. */
function besideOf(text: string, mention: Mention, name: string): Beside {
  const at = sliceOf(text, mention).indexOf(name)
  if (at < 0) return lookBeside(text, mention)
  return lookBeside(text, { start: mention.start + at, end: mention.start + at + name.length })
}

/**
 * “Ruiz and Kane”, “Torvik, the U.S. and the Eastern Union”, “leaders including Ruiz and Kane”: two or more names, each a
 * mention of its own, as is what they are examples of.
 */
function jointParts(words: string, mention: Mention): Mention[] | undefined {
  const listed = / and /.test(words) || words.split(", ").every((part) => countryNamed(foldWords(part)))
  if (!listed) return undefined
  const examples = /,? (?:including|such as) /.exec(words)
  const head = examples ? words.slice(0, examples.index) : ""
  const from = examples ? examples.index + examples[0].length : 0
  const parts: Mention[] = head
    ? [
        {
          start: mention.start,
          end: mention.start + head.length,
          kind: mention.kind === "person" ? "group" : mention.kind,
        },
      ]
    : []
  let names = 0
  for (const match of words.slice(from).matchAll(/(?:(?!,? and |, ).)+/g)) {
    const part = match[0].replace(/^(?:[ ,]|and |[Bb]oth )+/, "")
    const start = mention.start + from + match.index + match[0].length - part.length
    if (!nameWords(part).length) return undefined
    // “leaders including Kestrel and Acme”: a single word among examples is a body’s.
    const kind = head && !/\s/.test(part) ? "organisation" : partKind(part)
    if (kind !== "group") names++
    parts.push({ start, end: start + part.length, kind })
  }
  return parts.length > 1 && names > 1 ? parts : undefined
}

function partKind(part: string): "person" | "organisation" | "group" {
  if (countryNamed(foldWords(part))) return "organisation"
  const last = nameWords(part).at(-1)!.folded
  if (institutionHeads.has(last) || looseTails.has(last) || firmForms.has(last))
    return readBody(part) ? "organisation" : "group"
  const person = readName(part)
  const isPerson = person.form === "name" && !/^(?:the|an?) /i.test(part)
  if (isPerson && !person.words.some((word) => bodyLike.test(word))) return "person"
  return readBody(part) ? "organisation" : "group"
}

const bodyLike = /^(?:democrats|republicans|.*(?:ians|ans|ists))$/
