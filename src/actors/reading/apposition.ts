import { datelineEnd } from "../../text/dateline.js"
import { countryOfAdjective } from "../../text/lexicon/countries.js"
import { bodyNouns } from "../../text/lexicon/roles.js"
import { courtesies, titleModifiers, titles } from "../../text/lexicon/titles.js"
import type { Span } from "../../text/span.js"
import { describe, dropDeterminer } from "./descriptions.js"
import { isCapitalised, nameWords, singular } from "./fold.js"
import { isRoleWord } from "./roles.js"

/** What a text says about a name right beside it. */
export interface Beside {
  /** “Ms.” in “Ms. Ruiz”. */
  readonly courtesy?: string
  /** “former Mayor” in “former Mayor Tom Kane”; “mayor of Torvik” in “Tom Kane, the mayor of Torvik,”. */
  readonly roles: readonly Span[]
  /** The same as far as they are phrases of their own, determiner included: a mention there means the same actor. */
  readonly appositions: readonly Span[]
  /** “FBI” in “Federal Bureau of Investigation (FBI)”. */
  readonly abbreviation?: Span
}

export function lookBeside(text: string, name: Span): Beside {
  const title = titleBefore(text, name.start)
  const before = title.role ? undefined : (appositionBefore(text, name) ?? titleOfBefore(text, name))
  const after = appositionAfter(text, name.end)
  const appositions = [before, after].filter((span) => span !== undefined)
  const abbreviation = abbreviationAfter(text, name.end)
  return {
    ...(title.courtesy ? { courtesy: title.courtesy } : {}),
    roles: [...(title.role ? [title.role] : []), ...appositions.map((span) => withoutDeterminer(text, span))],
    appositions,
    ...(abbreviation ? { abbreviation } : {}),
  }
}

// Enough for “the former United States Deputy Assistant Secretary of State for Eastern Affairs”.
const reach = 120

/** “On Friday Guatemalan President Ana Ruiz” → “Guatemalan President”. */
function titleBefore(text: string, nameStart: number): { role?: Span; courtesy?: string } {
  const from = Math.max(0, nameStart - reach)
  const before = text.slice(from, nameStart)
  if (!/[\p{L}.]\s$/u.test(before)) return {}
  const clause = withoutDateline(text, lastClause(before).split(" - ").at(-1)!, nameStart)
  const words = nameWords(clause)
  const offset = nameStart - clause.length
  const last = words.at(-1)
  if (!last || last.possessive) return {}
  if (courtesies.has(last.folded)) return { courtesy: last.text }
  if (!isRoleWord(last.folded)) return {}
  let first = words.length - 1
  while (first > 0 && !endsSentence(words, first) && staysInTitle(words, first - 1)) first--
  while (first < words.length - 1 && /^(?:the|an?)$/i.test(words[first]!.text)) first++
  return { role: { start: offset + words[first]!.start, end: offset + last.end } }
}

/** “DORN Mayor” at the beginning of a line is “Mayor”. */
function withoutDateline(text: string, clause: string, end: number): string {
  const start = end - clause.length
  if (start > 0 && text[start - 1] !== "\n") return clause
  return text.slice(Math.min(end, datelineEnd(text, start)), end)
}

/** “… in May. Senator”: the dot before the title ends a sentence; the one in “U.S. Senator”, “Lt. Col.” does not. */
function endsSentence(words: ReturnType<typeof nameWords>, index: number): boolean {
  const word = words[index - 1]!
  if (!word.text.endsWith(".")) return false
  // “president. Senator”
  if (/^\p{Ll}{4,}\.$/u.test(word.text)) return true
  return !/^(?:\p{L}\.)+$/u.test(word.text) && !titles.has(word.folded) && !shortWords.has(word.folded)
}

const shortWords = new Set("st mt no dept asst gen lt".split(" "))

function staysInTitle(words: ReturnType<typeof nameWords>, index: number): boolean {
  const word = words[index]!
  if (outsideTitles.has(word.folded) || word.text === "Then") return false
  if (titles.has(word.folded) || titleModifiers.has(word.folded) || countryOfAdjective(word.folded)) return true
  if (word.text === "&") return true
  if (isCapitalised(word.text)) return index > 0 || !/ly$/.test(word.text)
  if (/^\p{Ll}+(?:-\p{Ll}+)*$/u.test(word.text) === false) return false
  // “in an interview President Ruiz”, “a group backing Mayor Ruiz”; but “a police Sgt.”, “the ruling party’s leader”
  const next = words[index + 1]!
  if (isCapitalised(next.text) && !isRoleWord(word.folded) && !bodyNouns.has(singular(word.folded))) return false
  if (/ing$/.test(word.text) && !standing.test(word.text)) return false
  // “a fire service spokesman”: lower-case words belong to the title only if a determiner opens it.
  for (let left = index - 1; left >= Math.max(0, index - 5); left--) {
    const opener = words[left]!
    if (opener.possessive || /^(?:the|an?|his|her|its|their)$/i.test(opener.text)) return true
    if (outsideTitles.has(opener.folded)) return false
  }
  return false
}

const standing = /^(?:leading|ruling|reigning|governing|sitting|founding|visiting|building|training|marketing)$/

/** Words before a title that are none of it; they also open sentences with a capital. */
const outsideTitles = new Set(
  `and or but as if when while after before since because that than then-when in on at by with from to for of about against
  between among under over into through during until unless although though so yet also not like including despite
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december today yesterday tomorrow
  said says told asked is was are were has have had will would could may might can be been being did does do
  just now also once whether ask weigh choose chooses
  it he she they we you i this these those there here what who whom which where how why both either neither
  met meets joined called calls urged accused wrote replaced named backed beat defeated tells asks`.split(/\s+/),
)

/** “Foreign Minister of Calvera Ana Ruiz” → Foreign Minister of Calvera. */
function titleOfBefore(text: string, name: Span): Span | undefined {
  const before = text.slice(Math.max(0, name.start - reach), name.start)
  const found = /(?:\p{Lu}[\p{L}-]+ ){0,3}(\p{Lu}[\p{L}-]+) of (?:the )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)? $/u.exec(
    before,
  )
  if (!found || !isRoleWord(found[1]!.toLowerCase())) return undefined
  return { start: name.start - found[0].length, end: name.start - 1 }
}

/** “the mayor of Torvik, Ana Ruiz,” → the mayor of Torvik. */
function appositionBefore(text: string, name: Span): Span | undefined {
  // “In a letter to the mayor, Ruiz, …” tells of two.
  if (!/\s/.test(text.slice(name.start, name.end))) return undefined
  if (!/^(?:['’]s)?[,.;)–—]/.test(text.slice(name.end, name.end + 3))) return undefined
  const before = text.slice(Math.max(0, name.start - reach), name.start)
  const found =
    /(?:^|[\s“"(])((?:the|an?|his|her|its|their|[\p{Lu}][\p{L}]+['’]s?)\s[^,.;:()"“”\n–—]{2,90}),\s$/iu.exec(before)
  if (!found) return undefined
  const phrase = lastDeterminedPhrase(found[1]!)
  if (!phrase || !namesRole(phrase)) return undefined
  const end = name.start - 2
  return { start: end - phrase.length, end }
}

/** “the visit by the mayor of Torvik” → the mayor of Torvik: the shortest end of it that names a role. */
function lastDeterminedPhrase(words: string): string | undefined {
  const starts = [...words.matchAll(/(?<!\S)(?:the|an?|his|her|its|their|\p{Lu}\p{L}+['’]s?)\s/giu)].map(
    (match) => match.index,
  )
  return starts
    .reverse()
    .map((start) => words.slice(start))
    .find(namesRole)
}

/** “Ana Ruiz, 45, the mayor of Torvik, who …” → the mayor of Torvik. */
function appositionAfter(text: string, nameEnd: number): Span | undefined {
  const after = text.slice(nameEnd, nameEnd + 200)
  const found =
    /^,\s(?:(?:aged\s)?\d{1,3},\s)?([^,.;:()\n–—]{3,160})([,.;:)\n–—]|$)/u.exec(after) ??
    /^\s(?:[–—]|--?)\s((?:the|an?)\s[^,.;:()\n–—]{3,120}?)\s(?:[–—]|--?)\s/u.exec(after)
  if (!found) return undefined
  const phrase = found[1]!.split(/\s(?=(?:who|whom|whose|which|that)\s)/)[0]!.trimEnd()
  if (!namesRole(phrase)) return undefined
  const start = nameEnd + found[0].indexOf(found[1]!)
  return { start, end: start + phrase.length }
}

/** “the mayor of Torvik”, “president of Acme”; not “the mayor said”, nor “Tom Kane”. */
function namesRole(phrase: string): boolean {
  const { head, determiner } = describe(phrase)
  if (
    /^(?:["“]|who['’]|(?:who|whom|whose|which|that|for|by|in|on|at|with|as|and|or|after|because|where|to|not|more|even)\s)/i.test(
      phrase,
    )
  )
    return false
  if (!balanced(phrase)) return false
  if (!(isRoleWord(head) || (determiner !== "none" && bodyNouns.has(head)))) return false
  const first = nameWords(phrase)[0]
  if (determiner === "none" && first && isCapitalised(first.text))
    return titles.has(first.folded) || titleModifiers.has(first.folded)
  return !/\s(?:said|told|says|is|was|were|has|had|will|would|does|did|they|he|she|we)\s/.test(` ${phrase} `)
}

/** “director of "Dorn” breaks off inside a title. */
const balanced = (phrase: string): boolean =>
  phrase.split('"').length % 2 === 1 && phrase.split("“").length === phrase.split("”").length

function abbreviationAfter(text: string, nameEnd: number): Span | undefined {
  const found = /^\s\((?:the\s|or\s)?["“]?(\p{Lu}[\p{L}\p{N}&-]{1,9}|(?:\p{Lu}\.){2,5})["”]?\)/u.exec(
    text.slice(nameEnd, nameEnd + 20),
  )
  if (!found || !/\p{Lu}.*\p{Lu}/u.test(found[1]!)) return undefined
  const start = nameEnd + found[0].indexOf(found[1]!)
  return { start, end: start + found[1]!.length }
}

function withoutDeterminer(text: string, span: Span): Span {
  const phrase = text.slice(span.start, span.end)
  return { start: span.end - dropDeterminer(phrase).length, end: span.end }
}

/** What stands behind the last sign, found from the end. */
function lastClause(words: string): string {
  let at = words.length
  while (at > 0 && !signs.has(words.charAt(at - 1))) at--
  return words.slice(at)
}

const signs: ReadonlySet<string> = new Set(',;:()[]"“”«»–—\n?!')
