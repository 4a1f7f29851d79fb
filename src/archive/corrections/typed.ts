import type { Actor, Record } from "../../record.js"
import type { Span } from "../../text/span.js"
import { ArchiveError } from "../errors.js"
import type { Entry, NewActor } from "./deeds.js"
import { datesTyped, readTime, statusOf } from "./typed-time.js"

/** What a person typed or chose, as changes to an entry, and the actors it brings into the record. */
export interface Typed {
  readonly changes: { readonly [field: string]: unknown }
  readonly newcomers: readonly NewActor[]
}

// One is enough to say "speaker=", though the field holds several.
const called: { readonly [typed: string]: string } = {
  speaker: "speakers",
  addressee: "addressees",
  alias: "aliases",
  role: "roles",
  mention: "mentions",
  figure: "figures",
}
const pieces: ReadonlySet<string> = new Set(["content", "cue", "source", "mentions"])
const places: ReadonlySet<string> = new Set(["via", "where", "evidence"])
const actors: ReadonlySet<string> = new Set(["speakers", "addressees", "about", "between"])
const lists: ReadonlySet<string> = new Set(["aliases", "roles"])
/** Fields that a record may go without. */
const optional: ReadonlySet<string> = new Set(["via", "when", "where", "within", "answers", "response"])

/** A field and its value: words of the report or places in it, names; several in one string or, as they are, in a list. */
export type TypedField = readonly [field: string, value: string | readonly string[]]

/** What the words of a field are looked up in. */
interface Place {
  readonly record: Record
  readonly near: number
  /** as it stands; missing where it is new */
  readonly entry: Entry | undefined
  /** of a contact, as it will be */
  readonly status: string | undefined
  /** grows by those whom the record does not have */
  readonly newcomers: NewActor[]
}

/**
 * `near` is where the entry stands: words that occur several times are meant where they stand closest to it. `entry` is
 * what it says now; missing where it is new.
 */
export function readFields(record: Record, typed: readonly TypedField[], near: number, entry?: Entry): Typed {
  const newcomers: NewActor[] = []
  const status = typed.flatMap(([name, value]) => (name === "status" && typeof value === "string" ? value.trim() : []))
  const place = { record, near, entry, status: status[0] ?? statusOf(entry), newcomers }
  const changes: { [field: string]: unknown } = {}
  for (const [name, value] of typed) {
    const field = called[name] ?? name
    if (field in changes) throw new ArchiveError(`${field}: is given twice`)
    changes[field] =
      typeof value === "string"
        ? readValue(place, field, value.trim())
        : value.map((one) => (actors.has(field) ? actorNamed(record, one, near, newcomers) : one))
  }
  return { changes, newcomers }
}

function readValue(place: Place, field: string, value: string): unknown {
  const { record, near, newcomers } = place
  if (value === "" && optional.has(field)) return null
  if (pieces.has(field)) return split(value, /\s+…\s+|\s*;\s*(?=\d+-\d+)/).map((words) => find(record, words, near))
  if (places.has(field)) return find(record, value, near)
  if (field === "when") return whenOf(place, value)
  if (field === "figures") return split(value, /\s*;\s*/).map((figure) => figureOf(record, figure, near))
  if (actors.has(field)) return split(value, /\s*;\s*/).map((name) => actorNamed(record, name, near, newcomers))
  if (lists.has(field)) return split(value, /\s*;\s*/)
  if (field === "remove") return Number(value)
  return value
}

const split = (value: string, between: RegExp): string[] => value.split(between).filter((part) => part !== "")

function whenOf({ record, near, entry, status }: Place, value: string): object {
  const time = readTime(value)
  return { ...find(record, time.words, near), ...datesTyped(time, record, entry, status) }
}

/** "$4 million@4000000 USD" */
function figureOf(record: Record, typed: string, near: number): object {
  const [, words, value, unit] = /^(.*?)(?:@(-?[\d.]+)(?:\s+(\S+))?)?$/su.exec(typed)!
  return { text: find(record, words!, near), ...(value && { value: Number(value) }), ...(unit && { unit }) }
}

/**
 * By id or name; "new:Jo Ardan@Mr. Ardan" is somebody whom the record does not have, and the words that mean them;
 * "new organisation:Harbour Board@the board" is no person.
 */
function actorNamed(record: Record, typed: string, near: number, newcomers: NewActor[]): string {
  const [, kind = "person", name, words = name] =
    /^new(?: (person|organisation|group|unnamed|document))?:([^@]+?)(?:@(.+))?$/su.exec(typed) ?? []
  if (name !== undefined) {
    newcomers.push({ name, kind: kind as Actor["kind"], mentions: [find(record, words!, near)] })
    return `new${newcomers.length}`
  }
  const found = meant(record.actors, typed)
  if (found.length === 1) return found[0]!.id
  if (found.length === 0) {
    throw new ArchiveError(`${typed}: nobody in this report is called so; a new actor is written new:${typed}`)
  }
  throw new ArchiveError(
    `${typed}: could be several; say which: ${found.map(({ id, name }) => `${id} ${name}`).join(", ")}`,
  )
}

function meant(all: readonly Actor[], typed: string): readonly Actor[] {
  const words = typed.toLowerCase()
  const byId = all.filter(({ id }) => id === typed)
  if (byId.length > 0) return byId
  const byName = all.filter(({ name }) => name.toLowerCase() === words)
  return byName.length > 0
    ? byName
    : all.filter(({ aliases }) => aliases.some((alias) => alias.toLowerCase() === words))
}

/** The place of some words, the one closest to the entry; line breaks and spaces may differ. "120-134" is a place itself. */
function find({ report }: Record, typed: string, near: number): Span {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(typed) ?? []
  if (from !== undefined) return { start: Number(from), end: Number(to) }
  const words = typed.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
  const places = [...report.text.matchAll(new RegExp(words.join("\\s+"), "gu"))]
    .filter(([found]) => found !== "")
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
  places.sort((a, b) => Math.abs(a.start - near) - Math.abs(b.start - near))
  if (!places[0]) throw new ArchiveError(`“${typed}”: these words do not stand in the report`)
  return places[0]
}
