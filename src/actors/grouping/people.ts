import { formsOf, sameGivenName } from "../../text/lexicon/nicknames.js"
import { fold } from "../reading/fold.js"
import type { PersonName } from "../reading/names.js"
import { type Gender, showsOf } from "../reading/pronouns.js"

export interface NamedPerson {
  readonly start: number
  readonly person: PersonName
  /** Courtesies and roles beside the name and inside it: “Ms.”, “mayor of Torvik”. */
  readonly titles: readonly string[]
  /** What pronouns after a full name show: used only to tell two people of one surname apart. */
  readonly after?: Gender
}

interface Cluster {
  readonly id: number
  /** Every form of two words and more it goes by. */
  readonly names: PersonName[]
  readonly titles: Set<string>
  /** What its titles show, and what the pronouns after its full names suggest. */
  readonly shown: { she: number; he: number }
  readonly suggested: { she: number; he: number }
  /** Where it was named so far; filled while reading downwards. */
  readonly places: number[]
}

/**
 * Gives each named mention the number of the person it means: full names first, then surnames,
 * then given names. Two people of one surname stay apart.
 */
export function groupPeople(mentions: readonly NamedPerson[]): number[] {
  const clusters: Cluster[] = []
  const byWord = new Map<string, Cluster[]>()
  const clusterOf: (Cluster | undefined)[] = mentions.map(() => undefined)

  // Longest first, so that “Juan Ruiz” finds “Juan Carlos Ruiz” whichever comes first.
  const full = mentions.map((_, index) => index).filter((index) => mentions[index]!.person.words.length > 1)
  full.sort((a, b) => mentions[b]!.person.words.length - mentions[a]!.person.words.length || a - b)
  const seen = new Map<string, Cluster>()
  for (const index of full) {
    const mention = mentions[index]!
    const key = `${mention.person.words.join(" ")}|${fold(mention.person.suffix ?? "")}`
    const cluster = seen.get(key) ?? sameFullName(mention.person, byWord) ?? open()
    if (!seen.has(key)) {
      seen.set(key, cluster)
      cluster.names.push(mention.person)
      for (const word of new Set(mention.person.words)) add(word, cluster)
    }
    learn(cluster, mention)
    clusterOf[index] = cluster
  }

  for (let index = 0; index < mentions.length; index++) {
    const mention = mentions[index]!
    let cluster = clusterOf[index]
    if (!cluster) {
      const word = mention.person.words[0] ?? ""
      const candidates = candidatesFor(word, mention, byWord)
      cluster = choose(candidates, mention) ?? open(word)
      if (candidates.length < 2) learn(cluster, mention)
      clusterOf[index] = cluster
    }
    cluster.places.push(mention.start)
  }
  return clusterOf.map((cluster) => cluster!.id)

  function open(word?: string): Cluster {
    const cluster: Cluster = {
      id: clusters.length,
      names: [],
      titles: new Set(),
      shown: { she: 0, he: 0 },
      suggested: { she: 0, he: 0 },
      places: [],
    }
    clusters.push(cluster)
    if (word !== undefined) add(word, cluster)
    return cluster
  }
  function add(word: string, cluster: Cluster) {
    const list = byWord.get(word)
    if (!list) byWord.set(word, [cluster])
    else if (!list.includes(cluster)) list.push(cluster)
  }
}

function learn(cluster: Cluster, mention: NamedPerson): void {
  for (const title of mention.titles) cluster.titles.add(fold(title))
  const gender = genderShown(mention)
  if (gender) cluster.shown[gender]++
  if (mention.after) cluster.suggested[mention.after]++
}

function genderShown(mention: NamedPerson): Gender | undefined {
  for (const title of mention.titles) {
    const { gender } = showsOf(`${title} X`, fold(title.split(" ")[0] ?? ""))
    if (gender) return gender
  }
  return undefined
}

const mostly = ({ she, he }: { readonly she: number; readonly he: number }): Gender | undefined =>
  she > he ? "she" : he > she ? "he" : undefined

// However many people share a word in a hostile text, only so many are weighed.
const mostWeighed = 40

function sameFullName(name: PersonName, byWord: ReadonlyMap<string, Cluster[]>): Cluster | undefined {
  const near = new Set([
    ...(byWord.get(name.words.at(-1)!) ?? []).slice(0, mostWeighed),
    ...(byWord.get(name.words[0]!) ?? []).slice(0, mostWeighed),
  ])
  return [...near].find((cluster) => cluster.names.some((other) => samePerson(other, name)))
}

/** “Juan Carlos Ruiz” and “J. Ruiz”, “Bill Kane” and “William Kane”, “Ban Ki-moon” and “Ban Ki Moon”; not Kane Sr. and Kane Jr. */
export function samePerson(long: PersonName, short: PersonName): boolean {
  const a = long.words
  const b = short.words
  if (long.suffix && short.suffix && fold(long.suffix) !== fold(short.suffix)) return false
  if (a.join("").replaceAll("-", "") === b.join("").replaceAll("-", "")) return true
  if (a.length > b.length && b.length > 1 && ` ${a.join(" ")} `.includes(` ${b.join(" ")} `)) return true
  const sameLast = a.at(-1) === b.at(-1)
  if (!sameLast)
    return givenMatches(a[0]!, b[0]!) && a.length === b.length && a[0]!.length > 2 && oneSlip(a.at(-1)!, b.at(-1)!)
  if (givenMatches(a[0]!, b[0]!)) return middlesAgree(a.slice(1, -1), b.slice(1, -1))
  // “Gary Thomas Kane” who goes by “Tom Kane”.
  return b.length === 2 && a.length > 2 && a.slice(1, -1).some((word) => word.length > 1 && sameGivenName(word, b[0]!))
}

function givenMatches(a: string, b: string): boolean {
  if (sameGivenName(a, b)) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length === 1 && long[0] === short
}

const middlesAgree = (a: readonly string[], b: readonly string[]): boolean =>
  !a.length || !b.length || a.some((word) => b.some((other) => word[0] === other[0]))

/** One letter more, less or other in a long word: a slip of the pen. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 5 || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}

/** Surname before given name before a name in the middle. */
function candidatesFor(word: string, mention: NamedPerson, byWord: ReadonlyMap<string, Cluster[]>): Cluster[] {
  const all = (byWord.get(word) ?? shortly(word, byWord)).slice(0, mostWeighed)
  const wanted = genderShown(mention)
  const fitting = wanted ? all.filter((cluster) => (mostly(cluster.shown) ?? wanted) === wanted) : all
  const last = fitting.filter(
    (cluster) => !cluster.names.length || cluster.names.some((name) => name.words.at(-1) === word),
  )
  if (last.length) return last
  const first = fitting.filter((cluster) => cluster.names.some((name) => name.words[0] === word))
  if (first.length) return first
  return fitting
}

/** “Mel” for Melanie Ruiz: whoever alone has a given name of which the word is a short form. */
function shortly(word: string, byWord: ReadonlyMap<string, Cluster[]>): Cluster[] {
  const forms = formsOf(word)
  const near = new Set([...forms].flatMap((form) => (byWord.get(form) ?? []).slice(0, mostWeighed)))
  const bearers = [...near].filter(({ names }) => names.some((name) => forms.has(name.words[0]!)))
  return bearers.length === 1 ? bearers : []
}

/**
 * The likelier of several: whoever bears the title; then whoever was introduced first, for a report that names
 * a second Ruiz goes on calling her by her full name.
 */
function choose(candidates: readonly Cluster[], mention: NamedPerson): Cluster | undefined {
  if (candidates.length < 2) return candidates[0]
  const wanted = genderShown(mention)
  const score = (cluster: Cluster): number => {
    const titled = mention.titles.some((title) => cluster.titles.has(fold(title))) ? 2 : 0
    const gendered = wanted && (mostly(cluster.shown) ?? mostly(cluster.suggested)) === wanted ? 1 : 0
    return titled + gendered
  }
  const best = Math.max(...candidates.map(score))
  const level = candidates.filter((cluster) => score(cluster) === best)
  return level.reduce((a, b) =>
    (b.places[0] ?? Number.POSITIVE_INFINITY) < (a.places[0] ?? Number.POSITIVE_INFINITY) ? b : a,
  )
}
