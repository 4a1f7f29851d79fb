import type { Actor, Contact, Record } from "../record.js"
import { common, coverOf } from "../text/cover.js"
import { sliceOf } from "../text/span.js"
import type { GoldContact, GoldReport } from "./gold.js"
import { sameActor, wordsOf } from "./names.js"
import type { Tallies } from "./records.js"
import { add, type Tally } from "./tally.js"

/** Gold contacts, by index, that were found: with the right sides, and with the right status as well. */
export interface ContactsFound {
  readonly who: ReadonlySet<number>
  readonly status: ReadonlySet<number>
}

/** A contact counts as found when two or more, and at least half, of its sides are right and it stands in the right paragraph. */
export function scoreContacts(gold: GoldReport, record: Record | undefined, counted: Tallies): ContactsFound {
  const contacts = record?.contacts ?? []
  const actors = new Map((record?.actors ?? []).map((actor) => [actor.id, actor]))
  const pairUp = (row: string, test: (wanted: GoldContact, read: Contact) => boolean) => {
    const pairs = pairContacts(gold, contacts, actors, test)
    add(counted.get(row)!, pairs.length, contacts.length, gold.contacts.length)
    return pairs
  }
  const who = pairUp("contacts: who", () => true)
  const status = pairUp("contacts: who, status", (wanted, read) => wanted.status === read.status)
  pairUp("contacts: who, status, mode", (wanted, read) => wanted.status === read.status && wanted.mode === read.mode)
  for (const [i, j] of who) {
    // score.py counts the pair's places from the end of the two lists here; the row below takes the pair itself.
    scoreWhen(gold, gold.contacts.at(-i)!, contacts.at(-j)!, counted.get("contacts: when")!)
    scoreWhen(gold, gold.contacts[i]!, contacts[j]!, counted.get("contacts: when, same pair")!)
  }
  return { who: new Set(who.map(([i]) => i)), status: new Set(status.map(([i]) => i)) }
}

function scoreWhen(gold: GoldReport, wanted: GoldContact, read: Contact, tally: Tally): void {
  const words = read.when ? wordsOf(sliceOf(gold.text, read.when)) : []
  const isRight = words.some((word) => !smallWords.has(word) && wordsOf(wanted.when).includes(word))
  add(tally, isRight, !!read.when, !!wanted.when)
}

const smallWords: ReadonlySet<string> = new Set(["in", "on", "at", "the", "of", "since"])

function pairContacts(
  gold: GoldReport,
  contacts: readonly Contact[],
  actors: ReadonlyMap<string, Actor>,
  test: (wanted: GoldContact, read: Contact) => boolean,
): (readonly [number, number])[] {
  const candidates: { near: number; share: number; sides: number; i: number; j: number }[] = []
  gold.contacts.forEach((wanted, i) => {
    contacts.forEach((read, j) => {
      if (paragraphOf(gold.text, wanted) !== paragraphOf(gold.text, read) || !test(wanted, read)) return
      const near = common(coverOf([wanted.evidence]), coverOf([read.evidence]))
      const given = read.between.flatMap((id) => actors.get(id) ?? [])
      candidates.push({ near, ...sharedSides(gold, wanted, given), i, j })
    })
  })
  candidates.sort((a, b) => b.near - a.near || b.share - a.share || b.sides - a.sides || a.i - b.i || a.j - b.j)
  const takenGold = new Set<number>()
  const takenRead = new Set<number>()
  const pairs: (readonly [number, number])[] = []
  for (const { share, sides, i, j } of candidates) {
    if (sides < 2 || share < 0.5 || takenGold.has(i) || takenRead.has(j)) continue
    takenGold.add(i)
    takenRead.add(j)
    pairs.push([i, j])
  }
  return pairs
}

/** Sides in common, and their share of all the sides that either names. The hardest to place choose first. */
function sharedSides(gold: GoldReport, wanted: GoldContact, given: readonly Actor[]): { share: number; sides: number } {
  const free = [...given]
  const keys = [...new Set(wanted.between)]
  const fits = new Map(keys.map((key) => [key, given.filter((actor) => sameActor(gold.actors[key]!, actor)).length]))
  let sides = 0
  for (const key of keys.toSorted((a, b) => fits.get(a)! - fits.get(b)!)) {
    const at = free.findIndex((actor) => sameActor(gold.actors[key]!, actor))
    if (at < 0) continue
    free.splice(at, 1)
    sides++
  }
  return { share: sides / (keys.length + free.length), sides }
}

const paragraphOf = (text: string, { evidence }: { readonly evidence: { readonly start: number } }): number =>
  text.slice(0, evidence.start).split("\n\n").length
