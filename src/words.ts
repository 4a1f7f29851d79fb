// The words that people see, on a terminal or a page, for what the record says in codes.
import { type Contact, type Note, type Statement, saysPlainly } from "./record.js"

type Act = Statement["act"]

const past: { readonly [A in Act]: string } = {
  say: "said",
  ask: "asked",
  deny: "denied",
  refuse: "refused",
  promise: "promised",
  accuse: "accused",
  demand: "demanded",
  think: "thought",
  hope: "hoped",
  want: "wanted",
  intend: "intended",
  feel: "felt",
}

/** say, negated → "did not say"; say, hypothetical → "might say (hypothetical)". */
export function actWords({ act, polarity }: Pick<Statement, "act" | "polarity">): string {
  // "declined to comment" is a refusal, and negated because nothing was said: one "not" is enough.
  if (polarity === "asserted" || act === "refuse") return past[act]
  return polarity === "negated" ? `did not ${act}` : `might ${act} (hypothetical)`
}

export const kindWords: { readonly [K in Statement["kind"]]: string } = {
  direct: "quoted",
  mixed: "partly quoted",
  indirect: "in the report's words",
}

/** 1 → "first-hand", 2 → "second-hand", 5 → "5th-hand" */
export function removeWords(remove: number): string {
  return ["first", "second", "third", "fourth"].at(remove - 1)?.concat("-hand") ?? `${remove}th-hand`
}

export const responseWords: { readonly [R in NonNullable<Statement["response"]>]: string } = {
  answer: "answer to",
  deflection: "turns away from",
  refusal: "refuses to answer",
}

const contactNouns: { readonly [M in Contact["mode"]]: string } = {
  meet: "meeting",
  talk: "conversation",
  call: "phone call",
  write: "letter or message",
  visit: "visit",
  other: "contact",
}

const statusWords: { readonly [S in Contact["status"]]: string } = {
  happened: "took place",
  "not-happened": "did not take place",
  planned: "is planned",
  refused: "was refused",
  hypothetical: "is hypothetical",
}

/** call, not-happened → "phone call did not take place" */
export function contactWords({ mode, status }: Pick<Contact, "mode" | "status">): string {
  const words =
    mode === "write" ? { ...statusWords, happened: "was sent", "not-happened": "was not sent" } : statusWords
  return `${contactNouns[mode]} ${words[status]}`
}

const ways: { readonly [A in Act]: string } = {
  say: "said",
  ask: "asked about",
  deny: "denied",
  refuse: "named in a refusal",
  promise: "promised",
  accuse: "alleged",
  demand: "demanded",
  think: "supposed",
  hope: "hoped for",
  want: "wanted",
  intend: "intended",
  feel: "named with a feeling",
}

/** What becomes of a contact that somebody tells of so: deny → "denied", say, negated → "left unsaid" */
export function wayWords({ act, polarity }: Pick<Statement, "act" | "polarity">): string {
  if (polarity === "asserted" || act === "refuse") return ways[act]
  if (polarity === "negated") return act === "say" ? "left unsaid" : `not ${ways[act]}`
  return `perhaps ${ways[act]}`
}

/**
 * The same as `contactWords` where anybody plainly tells of it: the report itself (undefined), or whoever claims it.
 * Else it says so: "meeting denied", "phone call asked about and denied", "visit is planned, which is denied"
 */
export function contactAsTold(
  contact: Pick<Contact, "mode" | "status">,
  tellers: readonly (Pick<Statement, "act" | "polarity"> | undefined)[],
): string {
  const open = tellers.flatMap((teller) => (teller === undefined || saysPlainly(teller) ? [] : teller))
  const words = contactWords(contact)
  if (open.length < tellers.length || contact.status === "hypothetical") return words
  const told = list([...new Set(open.map(wayWords))])
  if (contact.status === "happened") return `${contactNouns[contact.mode]} ${told}`
  return open.every(isDoubt) ? `${words}, which is ${told}` : words
}

/** A planned meeting may well be promised, and a refused one stands in a refusal. */
const isDoubt = ({ act, polarity }: Pick<Statement, "act" | "polarity">): boolean =>
  act === "ask" || act === "deny" || (polarity !== "asserted" && act !== "refuse")

const noteSentences: { readonly [code: string]: string } = {
  "language-not-read": "This is in a language that is not read.",
  "unclosed-quote": "This quotation is never closed.",
  "unopened-quote": "This quotation is closed but never opened.",
}

/** A code from a newer reader has no sentence here: its own words must do. */
export const noteWords = ({ code }: Note): string => noteSentences[code] ?? `${code.replaceAll("-", " ")}.`

/** 0.974 → "97 %". Only what is certain shows as 100 %. */
export const percent = (confidence: number): string => `${Math.floor(confidence * 100 + 1e-9)} %`

/** ["Ann", "Bob", "Cy"] → "Ann, Bob and Cy" */
export const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

/** 1, "report" → "1 report"; 2000, "copy", "copies" → "2,000 copies" */
export const amount = (number: number, one: string, several = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : several}`

interface Somebody {
  readonly name: string
  readonly identity?: number
}

/** "Jim Jordan (#12), Ann Jordan (#7) and 3 more" */
export function someNamed(people: readonly Somebody[]): string {
  const named = people
    .slice(0, MOST_NAMED)
    .map(({ name, identity }) => (identity === undefined ? name : `${name} (#${identity})`))
  return `${named.join(", ")}${people.length > MOST_NAMED ? ` and ${people.length - MOST_NAMED} more` : ""}`
}

/** Of those whom a name may mean, so many are named. */
const MOST_NAMED = 8

/** Who goes by a name and is not meant with it, where that is so. */
export function leftOutWords({
  asked,
  people,
  leftOut,
  inPlaceOf,
}: {
  readonly asked: string
  readonly people: readonly Somebody[]
  readonly leftOut?: readonly Somebody[]
  readonly inPlaceOf?: readonly Somebody[]
}): string[] {
  const taken = `“${asked}” is taken for ${someNamed(people)}`
  if (leftOut) return [`${taken}; people called so are left out: ${someNamed(leftOut)}: give the whole name`]
  return inPlaceOf ? [`${taken}, because there is nothing of ${someNamed(inPlaceOf)}`] : []
}
