import { type Field, mayBeBoth } from "./fields.js"
import type { Known } from "./known.js"
import type { Linkable, Role } from "./linkable.js"
import { isSole, otherCountry, sameOffice } from "./offices.js"
import type { Reading } from "./reading.js"
import { isPartOf, isShortForm, isSurnameOf, mayBeSpellings } from "./variants.js"

// Pure: whom an actor is taken for, from what its report says and what the archive knows.

export interface Choice {
  /** Surely enough this one. */
  readonly join?: Known
  /** Else those whom it may be, likeliest first. */
  readonly offers: readonly Offer[]
  /** The name says too little, or means too many, to be looked for in other reports. */
  readonly own: boolean
}

export interface Offer {
  readonly to: Known
  readonly reason: string
  readonly score: number
}

/** A name that can stand alone: the same name joins, a spelling of it only with the same office or, short for it, the same work. */
export function chooseWhole({ reading, roles }: Linkable, known: readonly Known[]): Choice {
  const people = known.filter(({ sort, own }) => sort === reading.sort && !own)
  const named = people.filter(({ names }) => names.has(reading.name))
  const namesakes = named.filter((one) => isCompatible(roles, one))
  const only = onlyOne(namesakes) ?? onlyOne(namesakes.filter((one) => sharesOffice(roles, one)))
  if (only) return { join: only, offers: [], own: false }
  if (namesakes.length > 0) return { offers: offersOf(namesakes, "several go by this name", 0.5), own: true }
  const others = offersOf(named, "the same name, but another role", 0.2)
  if (reading.sort === "body") return { offers: others, own: false }
  const spelt = people.filter((one) => !named.includes(one) && goesBy(one, reading) && isCompatible(roles, one))
  const join = onlyOne(spelt.filter((one) => sharesOffice(roles, one))) ?? shortFormOf(reading, roles, spelt)
  return join
    ? { join, offers: [], own: false }
    : { offers: [...offersOf(spelt, "perhaps another spelling of this name", 0.6), ...others], own: false }
}

/** A surname: whoever's full name it ends in this report, else whoever bore the office that stands with it at that date. */
export function chooseByPart(
  { reading, roles }: Linkable,
  known: readonly Known[],
  here: readonly { readonly reading: Reading; readonly known: Known }[],
): Choice {
  if (reading.sort === "body") return { offers: [], own: true }
  const full = here.filter((one) => one.known.sort === "person" && isPartOf(reading.words, one.reading.words))
  const surnames = full.filter((one) => isSurnameOf(reading.words, one.reading.words))
  const named = onlyOne((surnames.length > 0 ? surnames : full).map((one) => one.known))
  if (named) return { join: named, offers: [], own: false }
  const people = known.filter((one) => one.sort === "person" && !one.own && isCompatible(roles, one))
  const bearers = people.filter((one) => sharesOffice(roles, one) && nameHolds(one, reading))
  const whole = bearers.filter((one) => !one.names.has(reading.name))
  const join = onlyOne(whole) ?? (whole.length === 0 ? onlyOne(bearers) : undefined)
  if (join) return { join, offers: [], own: false }
  if (whole.length > 0) return { offers: offersOf(whole, "several of this name bore this office", 0.5), own: true }
  const holders = people.filter((one) => [...one.names].some((name) => isSurnameOf(reading.words, name.split(" "))))
  const own = !roles.some(({ office }) => office && isSole(office))
  return { offers: offersOf(holders, "this surname", holders.length === 1 ? 0.4 : 0.2), own }
}

/** Those whom a person would have to be told apart from; one is named only once however many were merged into it. */
function offersOf(known: readonly Known[], reason: string, score: number): Offer[] {
  const roots = new Map(known.map((one) => [one.root, one]))
  return [...roots.values()].slice(0, 3).map((to) => ({ to, reason, score }))
}

/** The first of them, where all of them count as one. */
function onlyOne(known: readonly Known[]): Known | undefined {
  const [first, ...others] = known
  return first && others.every(({ root }) => root === first.root) ? first : undefined
}

/** A striker is no senator, the president of one country not that of another. */
export function isCompatible(roles: readonly Role[], { sort, fields, offices }: Known): boolean {
  if (sort === "body") return true
  const ours = roles.flatMap(({ field }): Field[] => (field ? [field] : []))
  if (!mayBeBoth(ours, fields)) return false
  return !roles.some(
    ({ office }) =>
      office &&
      offices.some((other) => other.then && otherCountry(office, other)) &&
      !offices.some((other) => sameOffice(office, other) && other.scope !== undefined),
  )
}

/** An office that one person holds at a time, and both of them about the same time. */
export const sharesOffice = (roles: readonly Role[], { offices }: Known): boolean =>
  roles.some(
    ({ office }) => office && isSole(office) && offices.some((other) => other.then && sameOffice(office, other)),
  )

/** “Joe Kane, senator” where all that can be a spelling of it is one “Joseph R. Kane, senator”. */
export function shortFormOf(
  reading: Pick<Reading, "name">,
  roles: readonly Role[],
  spelt: readonly Known[],
): Known | undefined {
  const only = onlyOne(spelt)
  return only && spelt.some((one) => isShortFormOf(one, reading)) && sharesWork(roles, only) ? only : undefined
}

const isShortFormOf = ({ names }: Known, { name }: Pick<Reading, "name">): boolean =>
  [...names].some((known) => isShortForm(known.split(" "), name.split(" ")))

/**
 * The same office about the same time, also one that many hold; for who bears none the same walk of life. Whoever heads a
 * country needs no role beside the name: “Joe Biden” in those years is the president.
 */
function sharesWork(roles: readonly Role[], { offices, fields }: Known): boolean {
  if (roles.length === 0) return offices.some(({ title, then, former }) => then && !former && heads.has(title))
  const ours = roles.flatMap(({ office }) => office ?? [])
  if (ours.length > 0) return ours.some((one) => offices.some((other) => other.then && sameOffice(one, other)))
  return offices.length === 0 && roles.some(({ field }) => field !== undefined && fields.has(field))
}

const heads = new Set(["president", "president vice", "minister prime", "chancellor"])

export const goesBy = ({ names }: Pick<Known, "names">, reading: Pick<Reading, "name">): boolean =>
  [...names].some((name) => mayBeSpellings(name.split(" "), reading.name.split(" ")))

/** “Ruiz” is the name, or part of the name. */
export const nameHolds = ({ names }: Pick<Known, "names">, { name, words }: Pick<Reading, "name" | "words">): boolean =>
  [...names].some((known) => known === name || isPartOf(words, known.split(" ")))
