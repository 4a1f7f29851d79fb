import type { Actor } from "../../record.js"
import { byPlace, contains, type Span, sliceOf } from "../../text/span.js"
import { fold, nameWords } from "../reading/fold.js"
import { type Gender, readPronoun, showsOf } from "../reading/pronouns.js"
import {
  foldWords,
  type Mention,
  type Reading,
  readMention,
  rolesOf,
  type Surroundings,
  surroundingsOf,
} from "../reading/readings.js"
import { groupBodies, type NamedBody } from "./bodies.js"
import { joinHandles } from "./handles.js"
import { joinIntroductions } from "./introductions.js"
import { settleKinds } from "./kinds.js"
import { ownersIn } from "./owners.js"
import { groupPeople, type NamedPerson } from "./people.js"
import { joinTitles } from "./titles.js"

/** Mentions of one actor, as far as rules can tell. */
export interface Group {
  readonly kind: Actor["kind"]
  /** Surest form among its mentions. Pronouns are never grouped by rule, each is alone. */
  readonly form: "name" | "description" | "joint" | "pronoun"
  readonly readings: readonly Reading[]
  /** Of a joint mention, “Ruiz and Kane”: the groups that it joins. */
  readonly members: readonly number[]
}

export interface Grouping {
  readonly groups: readonly Group[]
  /** For each mention given, the number of its group. */
  readonly groupOf: readonly number[]
}

/** Puts the mentions of one report together: by name, by apposition, by abbreviation, by definite repetition. */
export function groupMentions(text: string, given: readonly Mention[]): Grouping {
  const settled = settleKinds(text, given)
  const surroundings = surroundingsOf(text, settled)
  const readings = settled.map((mention) => readMention(text, mention, surroundings))
  const all = withParts(text, readings, surroundings)
  const label = labelAll(text, all)
  return collect(all, label, readings.length)
}

/** The members of joint mentions are mentions too, and who owns something, unless they were given. */
function withParts(text: string, readings: readonly Reading[], surroundings: Surroundings): Reading[] {
  const known = new Set(readings.map(({ mention }) => spanKey(mention)))
  const parts = readings.flatMap((reading) => (reading.form === "joint" ? reading.parts : []))
  const fresh = [...parts, ...ownersIn(text, readings)].filter((part) => !known.has(spanKey(part)))
  return [...readings, ...fresh.map((part) => readMention(text, part, surroundings))]
}

/** A label per reading; equal labels mean one actor. */
function labelAll(text: string, readings: readonly Reading[]): string[] {
  const labels = readings.map((_, index) => `alone ${index}`)
  const order = readings.map((_, index) => index).sort((a, b) => byPlace(readings[a]!.mention, readings[b]!.mention))

  const people = order.filter((index) => readings[index]!.form === "person")
  const person = groupPeople(people.map((index) => namedPerson(text, readings[index]!)))
  people.forEach((index, place) => {
    labels[index] = `person ${person[place]}`
  })

  const bodies = order.filter((index) => readings[index]!.form === "body")
  const body = groupBodies(bodies.map((index) => namedBody(text, readings[index]!)))
  bodies.forEach((index, place) => {
    labels[index] = `body ${body[place]}`
  })

  joinHandles(text, readings, order, labels)
  joinAppositions(readings, order, labels)
  joinIntroductions(text, readings, order, labels)
  joinTitles(text, readings, order, labels)
  joinHandles(text, readings, order, labels)
  joinJoint(readings, order, labels)
  joinRepetitions(readings, order, labels)
  return labels
}

function namedPerson(text: string, reading: Reading): NamedPerson {
  if (reading.form !== "person") throw new RangeError(`No person’s name at ${reading.mention.start}.`)
  const { person, beside, mention } = reading
  const courtesies = [person.courtesy, beside.courtesy].filter((title) => title !== undefined)
  const titles = [...courtesies, ...rolesOf(text, reading)]
  const after = person.words.length > 1 ? genderAfter(text, mention.end) : undefined
  return { start: mention.start, person, titles, ...(after ? { after } : {}) }
}

/** The first “she” or “he” after a full name in its sentence. */
function genderAfter(text: string, end: number): Gender | undefined {
  const sentence = /^[^.!?\n]{0,160}/.exec(text.slice(end, end + 160))![0]
  for (const word of nameWords(sentence)) {
    const gender = readPronoun(word.text)?.gender
    if (gender === "she" || gender === "he") return gender
  }
  return undefined
}

function namedBody(text: string, reading: Reading): NamedBody {
  if (reading.form !== "body") throw new RangeError(`No body’s name at ${reading.mention.start}.`)
  const { body, beside, mention } = reading
  const abbreviation = beside.abbreviation ? fold(sliceOf(text, beside.abbreviation)) : undefined
  // “the Cubans” are Cuba only where a body is meant.
  const { country: _, ...people } = body
  return {
    start: mention.start,
    body: mention.kind === "group" ? people : body,
    ...(abbreviation ? { abbreviation } : {}),
  }
}

/** “Ana Ruiz, {the mayor of Torvik}, …”, “{Councillor} Ana Ruiz”: the description means whom it stands beside. */
function joinAppositions(readings: readonly Reading[], order: readonly number[], labels: string[]): void {
  const described = new Map<number, number>()
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form === "description") described.set(reading.mention.end, index)
  }
  const startsIn = (span: Span, mention: Mention) => mention.start >= span.start && mention.start <= span.start + 8
  const atStart = new Map<number, number>()
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form === "description" && !atStart.has(reading.mention.start)) atStart.set(reading.mention.start, index)
  }
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form !== "person" && reading.form !== "body") continue
    const title = described.get(reading.mention.start - 1)
    if (title !== undefined && reading.form === "person" && readings[title]!.mention.kind === "person")
      labels[title] = labels[index]!
    for (const span of reading.beside.appositions) {
      const same = described.get(span.end)
      let found = same !== undefined && startsIn(span, readings[same]!.mention) ? same : undefined
      // “Foreign {Minister} of Calvera Ana Ruiz”: a mention may leave out the first word.
      for (let start = span.start; found === undefined && start <= span.start + 12; start++) {
        const at = atStart.get(start)
        if (at === undefined) continue
        const { mention } = readings[at]!
        const isNear = start <= span.start + 6 || mention.kind === "person"
        if (isNear && (contains(span, mention) || start <= span.start + 4)) found = at
      }
      if (found !== undefined) labels[found] = labels[index]!
    }
  }
}

/** “Ruiz and Kane” twice is one pair, however each is called. */
function joinJoint(readings: readonly Reading[], order: readonly number[], labels: string[]): void {
  const labelAt = new Map(order.map((index) => [spanKey(readings[index]!.mention), labels[index]!]))
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form !== "joint") continue
    const members = reading.parts.map((part) => labelAt.get(spanKey(part)) ?? spanKey(part))
    labels[index] = `joint ${members.sort().join(" + ")}`
  }
}

const spanKey = (span: Span): string => `${span.start} ${span.end}`

/** “An official … the official”; “prosecutors … prosecutors”. Two that are each new, “an official”, “another official”, stay apart. */
function joinRepetitions(readings: readonly Reading[], order: readonly number[], labels: string[]): void {
  const byWords = new Map<string, number>()
  const lastUnnamed = new Map<string, number>()
  for (const index of order) {
    const reading = readings[index]!
    if (reading.form !== "description") continue
    const { head, determiner } = reading.description
    const words = foldWords(reading.text)
    const kind = `${showsOf(reading.text, head).count} ${head}`
    const alone = labels[index]!.startsWith("alone")
    const unnamed = reading.mention.kind === "unnamed"
    if (determiner !== "indefinite" && alone) {
      const key = `${words} ${determiner === "possessive" ? "own" : ""}`
      const before =
        unnamed && determiner === "definite" ? (byWords.get(key) ?? lastUnnamed.get(kind)) : byWords.get(key)
      if (before !== undefined && mayRepeat(reading, readings[before]!)) labels[index] = labels[before]!
      byWords.set(key, index)
    }
    if (unnamed) lastUnnamed.set(kind, index)
  }
}

function mayRepeat(later: Reading, earlier: Reading): boolean {
  if (later.form !== "description" || earlier.form !== "description") return false
  const kinds = [later.mention.kind, earlier.mention.kind]
  return kinds[0] === kinds[1] || takenInTurn.some((few) => kinds.every((kind) => few.includes(kind)))
}

/** Kinds that taggers take by turns for the same words: “officials” for sources and for a group. */
const takenInTurn: readonly (readonly Actor["kind"][])[] = [
  ["person", "unnamed"],
  ["group", "unnamed"],
  ["group", "organisation"],
]

function collect(readings: readonly Reading[], labels: readonly string[], given: number): Grouping {
  const order = readings.map((_, index) => index).sort((a, b) => byPlace(readings[a]!.mention, readings[b]!.mention))
  const numbers = new Map<string, number>()
  const bySpan = new Map<string, number>()
  for (const index of order) {
    const label = labels[index]!
    if (!numbers.has(label)) numbers.set(label, numbers.size)
    const { mention } = readings[index]!
    bySpan.set(spanKey(mention), numbers.get(label)!)
  }
  const lists: Reading[][] = [...numbers].map(() => [])
  for (const index of order) lists[numbers.get(labels[index]!)!]!.push(readings[index]!)
  const groups = lists.map((list): Group => {
    const named = list.find((reading) => reading.form === "person" || reading.form === "body")
    const form = named ? "name" : list[0]!.form
    return {
      kind: (named ?? list[0]!).mention.kind,
      form: form === "person" || form === "body" ? "name" : form,
      readings: list,
      members: list.flatMap((reading) =>
        reading.form === "joint" ? reading.parts.flatMap((part) => bySpan.get(spanKey(part)) ?? []) : [],
      ),
    }
  })
  return { groups, groupOf: labels.slice(0, given).map((label) => numbers.get(label)!) }
}
