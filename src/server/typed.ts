import type { Context } from "hono"
import type { TypedField } from "../archive/index.js"
import type { Contact, Record, Statement } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"
import { type Values, valuesOf } from "../web/entry/values.js"
import { openReading } from "../web/reader/reading.js"
import type { ServerEnv } from "./env.js"
import { RequestError } from "./query.js"

// What a person typed, ticked and selected in the form of an entry.

const ACTORS = ["speakers", "addressees", "between"] as const
const WORDS = ["content", "source", "cue", "evidence", "via", "where"] as const
const CHOICES = ["act", "polarity", "kind", "within", "answers", "response", "mode", "status"] as const
const DAYS = ["from", "to", "surely-from", "surely-to"] as const

const MOST_LETTERS = 20_000

export type Form = { readonly [field: string]: unknown }

export const formOf = (context: Context): Promise<Form> => context.req.parseBody({ all: true })

/** Who does it, and why they say they do. */
export const signedBy = (context: Context<ServerEnv>, form: Form) => ({
  by: context.var.person ?? "",
  reason: textIn(form, "reason"),
})

/** The fields of the form as they were sent, to be shown again where they cannot be kept. */
export function typedIn(form: Form): Values {
  const typed: { [field: string]: string | readonly string[] } = {}
  for (const field of ACTORS) {
    typed[field] = [form[field] ?? []].flat().filter((value) => typeof value === "string")
    for (const part of ["new", "new-kind", "new-words"]) typed[`${field}-${part}`] = textIn(form, `${field}-${part}`)
  }
  for (const field of [...WORDS, "when"]) {
    typed[field] = textIn(form, field)
    typed[`${field}-at`] = textIn(form, `${field}-at`)
  }
  for (const field of [...CHOICES, ...DAYS, "reason"]) typed[field] = textIn(form, field)
  return typed
}

/** A text field; too much, and what is none, is refused. */
export function textIn(form: Form, field: string): string {
  const value = form[field] ?? ""
  if (typeof value !== "string") throw new RequestError(`${field}: is sent more than once, or is a file`)
  if (value.length > MOST_LETTERS) throw new RequestError(`${field}: has more than ${MOST_LETTERS} letters`)
  return value.trim()
}

/** What differs from the entry as it stands; all that was given, for one that is new. */
export function changesIn(
  record: Record,
  entry: Statement | Contact | "statement" | "contact",
  typed: Values,
): TypedField[] {
  const isNew = typeof entry === "string"
  const before = isNew ? {} : valuesOf(openReading(record), entry)
  const kind = isNew ? entry : "between" in entry ? "contact" : "statement"
  const differs = (field: string) => !same(before[field] ?? "", typed[field] ?? "")
  if (kind === "contact") refuseHalf(typed)
  const fields: TypedField[] = []
  for (const field of ACTORS) {
    if ((field === "between") !== (kind === "contact")) continue
    const added = newActor(typed, field)
    if (differs(field) || added.length > 0) fields.push([field, [...(typed[field] ?? []), ...added]])
  }
  const wordFields =
    kind === "contact" ? (["evidence", "where"] as const) : WORDS.filter((field) => field !== "evidence")
  for (const field of wordFields) if (differs(field)) fields.push([field, placesOrWords(record, typed, field)])
  const choices = kind === "contact" ? (["mode", "status", "within"] as const) : CHOICES.slice(0, 6)
  for (const field of choices) if (differs(field)) fields.push([field, stringOf(typed[field])])
  const days = kind === "contact" ? DAYS : DAYS.slice(0, 2)
  if (["when", ...days].some(differs)) {
    fields.push(["when", timeOf(record, typed, before, kind === "contact" ? surelyOf(typed, before) : "")])
  }
  return fields.filter(([, value]) => !isNew || value.length > 0)
}

function refuseHalf(typed: Values): void {
  if (new Set([...(typed.between ?? []), ...newActor(typed, "between")]).size < 2) {
    throw new RequestError("a contact is between two or more different actors")
  }
  if (!typed.evidence) throw new RequestError("a contact needs the words that tell of it")
}

/** Several actors in any order are the same; words are, however their lines are broken. */
function same(a: Values[string], b: Values[string]): boolean {
  if (typeof a === "string" && typeof b === "string") return plain(a) === plain(b)
  return [...a].sort().join("\n") === [...b].sort().join("\n")
}

const plain = (words: string): string => words.replace(/\s+/g, " ").trim()

const stringOf = (value: Values[string] | undefined): string => (typeof value === "string" ? value : "")

/** "new organisation:Harbour Board@the board" */
function newActor(typed: Values, field: string): string[] {
  const [name, kind, words] = ["new", "new-kind", "new-words"].map((part) => plain(stringOf(typed[`${field}-${part}`])))
  if (!name) return []
  if (/[@]/.test(name)) throw new RequestError("a name has no @ in it")
  return [`new ${kind || "person"}:${name}${words ? `@${words}` : ""}`]
}

/** The places that were selected, where the words in the field are still those that stand there. */
function placesOrWords(record: Record, typed: Values, field: string): string {
  const [words, at] = [stringOf(typed[field]), stringOf(typed[`${field}-at`])]
  const places = placesIn(record, at)
  return places.length > 0 && plain(wordsAt(record, places)) === plain(words) ? at : words
}

/** "over the summer@2021-06-01..2021-09-22"; a first day alone is the day itself, unless it stood there without a last. */
function timeOf(record: Record, typed: Values, before: Values, surely: string): string {
  const [from, to] = [stringOf(typed.from), stringOf(typed.to)]
  const words = placesOrWords(record, typed, "when")
  if (words === "") {
    if (DAYS.some((day) => typed[day] && typed[day] !== before[day]))
      throw new RequestError("days need the words of the report that tell them")
    return ""
  }
  if (from === "" && to === "") {
    if (typed["surely-from"]) throw new RequestError("what is surely meant needs the time that it is part of")
    return words
  }
  const isOpen = to === "" && before.from === from && before.to === ""
  return `${words}@${from}..${to === "" && !isOpen ? from : to}${surely}`
}

/** What is surely meant. Nothing where it was taken out of the form; where a time is new, that is for its words to say. */
function surelyOf(typed: Values, before: Values): string {
  const [from, to] = [stringOf(typed["surely-from"]), stringOf(typed["surely-to"])]
  if ((from === "") !== (to === "")) throw new RequestError("what is surely meant needs its first and its last day")
  if (from !== "") return `; surely ${from}..${to}`
  const isSameTime = before.from === typed.from && before.to === typed.to
  return isSameTime && before["surely-from"] !== "" ? "; surely nothing" : ""
}

/** "120-134; 150-160" → places in the text; none where it is something else. */
export function placesIn({ report }: Record, at: string): readonly Span[] {
  if (!/^\d{1,9}-\d{1,9}(; \d{1,9}-\d{1,9}){0,50}$/.test(at)) return []
  const places = at.split("; ").map((place) => {
    const [start = 0, end = 0] = place.split("-").map(Number)
    return { start, end }
  })
  return places.every(({ start, end }) => start < end && end <= report.text.length) ? places : []
}

export const wordsAt = ({ report }: Record, places: readonly Span[]): string =>
  plain(places.map((place) => sliceOf(report.text, place)).join(" … "))
