import { createHash } from "node:crypto"
import type { Actor, Contact, Record, Statement } from "../src/record.js"
import type { Span } from "../src/text/span.js"

// Records of reports that nobody wrote, as many as are wanted and the same from the same seed: fifteen statements, two
// contacts and ten actors in some 350 words. A few people are in most reports and most people in few, words are as
// unevenly spread, and one report in twenty is another outlet's copy.

export const STATEMENTS = 15
const PEOPLE = 20_000
const BODIES = 400
const WORDS = 8_000
const FIRST_DAY = Date.UTC(2024, 0, 1)
const DAYS = 730
const outlets = `Dorn Courier|Torvik Post|Vallonda Today|Porto Calmo Star|The Talvera Times|Harbour Wire|Northern Ledger
Kestrel News Agency|Lind Valley Echo|Radio Torvik|The Evening Gauge|Ruiz County Record`.split(/[|\n]/)
const plain = "the of and to in a that for on with by will not be is was more would from this it at have no".split(" ")
const roles = `mayor|finance minister|senator|governor|spokeswoman for the Dorn Port Authority|union leader|police chief
teacher|farmer|head of the Torvik Water Board|economist|deputy foreign minister|judge|engineer`.split(/[|\n]/)

/** From 0 to below 1, the same row of numbers from the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let hash = Math.imul(state ^ (state >>> 15), 1 | state)
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number below the size; the first ones come most often, each about as often as one by its rank. */
const uneven = (random: () => number, size: number): number => Math.floor(size ** random()) - 1

const syllables = "ba ko ri tel mar von du sa nel pi gor hul ta ve lin os ra mi fen dor".split(" ")

/** Always the same for the same number, and different numbers give different words: 0 → “baba”, 21 → “koko”. */
function wordOf(number: number): string {
  let rest = number
  let word = ""
  while (rest > 0 || word.length < 4) {
    word += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  }
  return word
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** People share surnames, as they do: the one of rank 0 has the name that most others have. */
export function personOf(rank: number): { readonly name: string; readonly role: string } {
  const random = chance(rank)
  const surname = capital(wordOf(uneven(random, 4_000) * 7 + 3))
  return { name: `${capital(wordOf(rank % 390))} ${surname}`, role: roles[rank % roles.length]! }
}

const bodyOf = (rank: number): string => `${capital(wordOf(rank + 5))} Water Council`

export function* generatedRecords(seed: number): Generator<Record> {
  const random = chance(seed)
  const lately: Record[] = []
  for (let number = 0; ; number++) {
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10)
    const outlet = outlets[uneven(random, outlets.length)]!
    const earlier = random() < 0.05 ? lately[Math.floor(random() * lately.length)] : undefined
    const record = published(earlier ?? written(random, day), outlet, number, earlier ? undefined : day)
    lately[number % 50] = record
    yield record
  }
}

/** A copy appears on the day of what it is a copy of. */
function published(record: Record, publisher: string, number: number, day = record.report.published!): Record {
  const { text } = record.report
  const url = `https://news.example/${publisher.toLowerCase().replaceAll(" ", "-")}/${number}`
  const id = hash(`${url}\n${day}\n${text}`)
  return { ...record, report: { ...record.report, id, textHash: hash(text), publisher, url, published: day } }
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex")

function written(random: () => number, day: string): Record {
  const actors = castOf(random)
  let text = ""
  const paragraphs: Span[] = []
  const statements: Statement[] = []
  const contacts: Contact[] = []

  const put = (words: string): Span => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  const name = (actor: Draft): Span => {
    const span = put(actor.name)
    actor.mentions.push(span)
    return span
  }
  const some = (): Draft => actors[Math.floor(random() * actors.length)]!

  const title = capital(wordsFor(random, 6))
  for (let at = 0; at < STATEMENTS; at++) {
    const start = text.length
    state(at)
    if (at % 8 === 3) meet()
    paragraphs.push({ start, end: text.length })
    if (at < STATEMENTS - 1) put("\n\n")
  }
  return {
    format: "onrecord/1",
    reader: { version: "0.1.0", model: "generated" },
    report: { id: "", textHash: "", text, paragraphs, title, published: day, section: "news", language: "en" },
    actors: actors.filter(({ mentions }) => mentions.length > 0),
    statements,
    contacts,
    notes: [],
  }

  function state(at: number): void {
    const [speaker, other] = [some(), some()]
    const asks = at % 7 === 2
    const quoted = !asks && random() < 0.5
    const source = name(speaker)
    put(" ")
    const cue = put(asks ? "asked" : "said")
    put(" ")
    const opens = text.length
    if (quoted) put("“")
    put(wordsFor(random, 14 + Math.floor(random() * 10)))
    const named = random() < 0.3 && other !== speaker
    if (named) {
      put(" ")
      name(other)
    }
    if (quoted) put("”")
    const content = { start: opens, end: text.length }
    put(".")
    statements.push({
      id: `s${at + 1}`,
      kind: quoted ? "direct" : "indirect",
      content: [content],
      cue: [cue],
      source: [source],
      speakers: [speaker.id],
      addressees: asks && other !== speaker ? [other.id] : [],
      act: asks ? "ask" : "say",
      polarity: "asserted",
      setting: {},
      remove: random() < 0.1 ? 2 : 1,
      ...(at % 7 === 3 ? { answers: `s${at}`, response: "answer" as const } : {}),
      figures: [],
      about: named ? [other.id] : [],
      confidence: { statement: 0.95, speaker: 0.9 },
    })
  }

  function meet(): void {
    const [one, other] = actors
    put(" ")
    const start = text.length
    name(one!)
    put(" met ")
    name(other!)
    put(" ")
    const when = { ...put(`on ${day}`), from: day, to: day }
    contacts.push({
      id: `c${contacts.length + 1}`,
      between: [one!.id, other!.id],
      mode: "meet",
      status: random() < 0.8 ? "happened" : "planned",
      evidence: { start, end: text.length },
      when,
      confidence: 0.9,
    })
    put(".")
  }
}

type Draft = Omit<Actor, "mentions"> & { readonly mentions: Span[] }

/** Seven people, two bodies, and somebody without a name. */
function castOf(random: () => number): Draft[] {
  const people = new Map<string, string>()
  while (people.size < 7) {
    const { name, role } = personOf(uneven(random, PEOPLE))
    people.set(name, role)
  }
  const bodies = new Set<string>()
  while (bodies.size < 2) bodies.add(bodyOf(uneven(random, BODIES)))
  const all: Omit<Draft, "id" | "mentions" | "aliases">[] = [
    ...[...people].map(([name, role]) => ({ name, kind: "person" as const, roles: random() < 0.6 ? [role] : [] })),
    ...[...bodies].map((name) => ({ name, kind: "organisation" as const, roles: [] })),
    { name: "an official", kind: "unnamed", roles: [] },
  ]
  return all.map((actor, n) => ({ ...actor, id: `a${n + 1}`, aliases: [], mentions: [] }))
}

/** Nearly half are the plain words of every text, the others as uneven as words are. */
function wordsFor(random: () => number, count: number): string {
  return Array.from({ length: count }, () =>
    random() < 0.45 ? plain[Math.floor(random() * plain.length)]! : wordOf(uneven(random, WORDS)),
  ).join(" ")
}
