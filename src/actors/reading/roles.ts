import { roleNouns } from "../../text/lexicon/roles.js"
import { particles, titles } from "../../text/lexicon/titles.js"
import { describe, determiners } from "./descriptions.js"
import { type NameWord, nameWords, singular } from "./fold.js"

/** What the word is without what only modifies it: “co-anchor” → anchor, “editor-in-chief” → editor, “ex-president” → president. */
export const rootOfRole = (folded: string): string =>
  singular(folded.replace(/^(?:ex|then|co|vice|deputy)-|-(?:elect|general|designate|in-chief)$/g, ""))

export const isRoleWord = (folded: string): boolean =>
  [folded, singular(folded), rootOfRole(folded)].some((word) => titles.has(word) || roleNouns.has(word))

/** “Chief of Staff”, “Director of Communications”: such a word behind “of” belongs to the office and is no place. */
const offices = new Set(
  `staff state operations communications sales police defence defense security intelligence marketing research finance labor
  labour health energy education commerce agriculture trade justice transportation interior affairs services development`.split(
    /\s+/,
  ),
)
const beforeOffice = /^(?:national|foreign|homeland|public|social|veterans|internal|european|human)$/

/** How many words behind “of” belong to the office: one in “Chief {of} Staff”, two in “Director {of} National Intelligence”. */
export function officeBehind(words: readonly NameWord[], of: number): number {
  if (of < 1 || words[of]!.text !== "of" || !isRoleWord(words[of - 1]!.folded)) return 0
  const [first = "", second = ""] = words.slice(of + 1, of + 3).map((word) => word.folded)
  const count = beforeOffice.test(first) && offices.has(second) ? 2 : offices.has(first) ? 1 : 0
  // “head of trade group Acme”
  return /^\p{Ll}/u.test(words[of + count + 1]?.text ?? "") ? 0 : count
}

/** “Secretaries Ruiz and Kane”; “Attorneys General” are no General. */
export const isTitle = ({ folded }: NameWord): boolean =>
  titles.has(folded) || (folded !== "attorneys" && titles.has(rootOfRole(folded)))

export const isParticle = (word: NameWord): boolean => particles.has(word.text.toLowerCase())

/** “laureate Sir”, “research leader Dr”: a courtesy behind the role is none of it. */
const courtesyBehind = /(?<=\S)(?:,?\s(?:Sir|Dame|Dr|Prof|Professor)\.?)+$/

/** Two people are each other’s: “brother and sister”. */
const pair = /^(?:his |her |their )?(?:brother|sister|husband|wife|father|mother|son|daughter)s? and \p{Ll}+$/u

/** A role as one person bears it; “rivals” in “rivals Ana Ruiz and Tom Kane” → rival, “two fugitives” → undefined. */
export function roleOfOne(role: string, inRow: boolean): string | undefined {
  const trimmed = role.replace(courtesyBehind, "").replace(/(?<=\p{Ll}{4})\.$/u, "")
  if (pair.test(trimmed)) return undefined
  const words = nameWords(trimmed)
  const { head } = describe(trimmed)
  const plural = words.find((word) => singular(word.folded) === head)
  if (!plural || plural.folded === head || !roleNouns.has(head) || words[0]!.folded === "one") return trimmed
  if (!inRow || plural !== words.at(-1) || determiners.has(words[0]!.folded)) return undefined
  return `${trimmed.slice(0, plural.start)}${singular(plural.text)}`
}

/** Roles without those that another says more fully: “host” beside “talk show host”. */
export function fullestRoles(roles: readonly string[]): string[] {
  const tails = new Set<string>()
  for (const role of roles) {
    const words = nameWords(role).map((word) => word.folded)
    for (let from = Math.max(1, words.length - 12); from < words.length; from++) tails.add(words.slice(from).join(" "))
  }
  return roles.filter(
    (role) =>
      !tails.has(
        nameWords(role)
          .map((word) => word.folded)
          .join(" "),
      ),
  )
}
