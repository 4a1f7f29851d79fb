import { bodyNouns, documentNouns, roleNouns } from "../../text/lexicon/roles.js"
import { nameWords, singular } from "../reading/fold.js"
import type { Reading } from "../reading/readings.js"
import type { Group } from "./group.js"

type Described = Reading & { readonly form: "description" }

/**
 * Whether the words of a description say that it is none of those it would join, however likely the network finds it:
 * “Lopez’s son” is not Lopez, “four men” are not two, “another guard” is not the guard before.
 */
export function contradicts(text: string, own: Group, others: readonly Group[]): boolean {
  const readings = others.flatMap((group) => group.readings).slice(0, mostWeighed)
  return own.readings
    .slice(0, mostWeighed)
    .some((reading) => reading.form === "description" && readings.some((other) => cannotBe(text, reading, other)))
}

// However many mentions a hostile text brings together, only so many are weighed.
export const mostWeighed = 20

function cannotBe(text: string, own: Described, other: Reading): boolean {
  if (ownerIs(own, other)) return true
  if (other.form !== "description") return false
  return (
    ownerIs(other, own) ||
    numbersDiffer(own, other) ||
    isAnother(own, other) ||
    isAnother(other, own) ||
    isOtherKin(own, other) ||
    areContrary(own, other) ||
    isOneOfMany(own, other) ||
    ownersDiffer(own, other) ||
    isOtherSort(own, other) ||
    isOtherSort(other, own) ||
    isNew(text, own, other) ||
    isBare(text, own, other)
  )
}

/** “{Lopez}’s son”, “{the company}’s lawyer”. */
function ownerIs({ text }: Reading, other: Reading): boolean {
  const words = ownerOf(text)?.join(" ")
  if (words === undefined) return false
  const name = other.form === "person" ? other.person.name : other.form === "body" ? other.body.name : other.text
  const whole = plainWords(name)
  return whole === words || (other.form === "person" && whole.endsWith(` ${words}`))
}

function ownerOf(words: string): readonly string[] | undefined {
  const owner = /^(.{1,60}?)(?:['’]s|(?<=s)['’]) /u.exec(words)?.[1]
  const plain = owner === undefined ? "" : plainWords(owner)
  return plain ? plain.split(" ") : undefined
}

const plainWords = (words: string): string =>
  nameWords(words)
    .map((word) => word.folded)
    .filter((word, index) => index > 0 || !/^(?:the|an?|his|her|its|their|our|my)$/.test(word))
    .join(" ")

const counts = new Map(
  "two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 2]),
)

/** “the {two} men”. */
function numberOf(words: string): number | undefined {
  for (const { folded } of nameWords(words).slice(0, 3)) {
    const number = counts.get(folded) ?? (/^\d{1,6}$/.test(folded) ? Number(folded) : undefined)
    if (number !== undefined) return number
    if (!/^(?:the|these|those|all|at|least|about|his|her|their|its|other)$/.test(folded)) return undefined
  }
  return undefined
}

function numbersDiffer(a: Reading, b: Reading): boolean {
  const one = numberOf(a.text)
  const two = numberOf(b.text)
  return one !== undefined && two !== undefined && one !== two
}

/** “one guard … {the other guard}”. */
const isAnother = (a: Described, b: Described): boolean =>
  a.description.head === b.description.head && marksOther(a.text) && !marksOther(b.text)

const marksOther = (words: string): boolean => /^(?:the |one |an)?other\b/i.test(words)

export const kin: ReadonlySet<string> = new Set(
  "father mother dad mom mum brother sister son daughter husband wife uncle aunt niece nephew cousin grandfather grandmother grandson granddaughter".split(
    " ",
  ),
)
const alike = new Map([
  ["dad", "father"],
  ["mom", "mother"],
  ["mum", "mother"],
])

/** “my father … {my brother}”. */
function isOtherKin({ description: a }: Described, { description: b }: Described): boolean {
  if (!kin.has(a.head) || !kin.has(b.head)) return false
  return (alike.get(a.head) ?? a.head) !== (alike.get(b.head) ?? b.head)
}

/** “the suspect … {the victim}”. */
function areContrary({ description: a }: Described, { description: b }: Described): boolean {
  return contraries.some(([one, two]) => (one.has(a.head) && two.has(b.head)) || (one.has(b.head) && two.has(a.head)))
}

const contraries = [
  ["accuser plaintiff victim", "accused assailant attacker defendant gunman killer perpetrator shooter suspect"],
  ["doctor nurse therapist", "patient"],
  ["buyer", "seller vendor"],
  ["teacher tutor professor", "pupil student"],
  ["boss employer", "employee worker"],
  ["landlord", "tenant"],
  ["prosecutor", "defendant suspect"],
  ["judge", "attorney defendant juror lawyer plaintiff prosecutor"],
].map(([one, two]) => [new Set(one!.split(" ")), new Set(two!.split(" "))] as const)

/** “a poll … {polls}”. */
const isOneOfMany = (a: Described, b: Described): boolean =>
  a.description.head === b.description.head && isPlural(a) !== isPlural(b)

/** “Reed’s mother … {Kane’s mother}”. */
function ownersDiffer(a: Reading, b: Reading): boolean {
  const [one, two] = [ownerOf(a.text), ownerOf(b.text)]
  return one !== undefined && two !== undefined && one.at(-1) !== two.at(-1)
}

/** People and bodies or papers: “the driver” and “the side”, “officers” and “police”; not “the family” and “his parents”. */
function isOtherSort(a: Described, b: Described): boolean {
  const { head: role } = a.description
  const { head: thing } = b.description
  // “the plaintiff”, “the operator” may be a body.
  if ((a.mention.kind === "organisation" || b.mention.kind === "organisation") && !isPlural(a)) return false
  return (
    roleNouns.has(role) &&
    !roleNouns.has(thing) &&
    (documentNouns.has(thing) || (bodyNouns.has(thing) && !(isPlural(a) && ofPeople.has(thing))))
  )
}

/** Bodies that are called by their people in turn: “the crew”, “the sailors”. */
const ofPeople: ReadonlySet<string> = new Set(
  "crew crowd family group household media opposition people press side squad staff team workforce".split(" "),
)

/** “a judge … {an appeals judge}”: two, unless the second only says what somebody is or is the same phrase, or less of it. */
function isNew(text: string, own: Described, other: Described): boolean {
  if (own.mention.start < other.mention.start || own.description.head !== other.description.head) return false
  const known = plainWords(other.text).split(" ")
  if (
    plainWords(own.text)
      .split(" ")
      .every((word) => known.includes(word))
  )
    return false
  const before = text.slice(Math.max(0, own.mention.start - 12), own.mention.start)
  if (!/^(?:an?|another|one) /i.test(own.text) && !/(?:^|\s)(?:an?|another|one) $/i.test(before)) return false
  if (/^, (?:an? )?$/.test(text.slice(other.mention.end, Math.min(own.mention.start, other.mention.end + 8))))
    return false
  return !/\b(?:is|was|as|be|been|being) (?:an? )?$/i.test(before)
}

/** “workers … {residents}”: without an article they are new, unless both are words for the same people. */
function isBare(text: string, own: Described, other: Described): boolean {
  const { head, determiner } = own.description
  if (determiner !== "none" || !isPlural(own)) return false
  // “workers” and “autoworkers”.
  if (head.endsWith(other.description.head) || other.description.head.endsWith(head)) return false
  if (inTurn.some((words) => words.has(head) && words.has(other.description.head))) return false
  const before = text.slice(Math.max(0, own.mention.start - 6), own.mention.start)
  return !/(?:the|an?|his|her|its|their|our|my|these|those) $/i.test(before)
}

const isPlural = ({ text, description: { head } }: Described): boolean =>
  nameWords(text).some((word) => word.folded !== head && singular(word.folded) === head)

/** Words that reports take by turns for the same people. */
const inTurn: readonly ReadonlySet<string>[] = [
  "activist campaigner demonstrator people protester protestor",
  "employee nurse people staff staffer worker workforce",
  "buyer client consumer customer shopper",
  "journalist media press reporter",
  "analyst economist expert",
  "investor shareholder stockholder trader",
  "aide adviser advisor official",
].map((words) => new Set(words.split(" ")))
