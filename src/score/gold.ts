import * as z from "zod"
import { type Record, recordSchema } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"

const span = z.object({ start: z.int().min(0), end: z.int().min(1) })
const spans = z.union([span, z.array(span)]).nullish()
const { kind: statementKind } = recordSchema.shape.statements.element.shape
const { mode, status } = recordSchema.shape.contacts.element.shape
const { kind: actorKind } = recordSchema.shape.actors.element.shape

const actor = z.object({ name: z.string(), kind: actorKind, aliases: z.array(z.string()) })

const statement = z.object({
  id: z.string(),
  speech: z.boolean().describe("false for thoughts and wishes told without words"),
  kind: statementKind,
  content: z.array(span),
  cue: spans,
  source: spans,
  speaker: z.string().nullable(),
  addressees: z.array(z.string()),
  via: span.nullable(),
  when: span.nullable(),
  negated: z.boolean(),
  within: z.string().nullable(),
  question: z.boolean(),
  answers: z.string().nullable(),
  response: z.string().nullable(),
  figures: z.array(z.string()),
})

const contact = z.object({
  evidence: span,
  between: z.array(z.string()),
  mode,
  status,
  when: z.string().describe("words, not a place in the text"),
  where: z.string(),
})

/** A report with its right answer, as a line of `record/*.jsonl` holds it. */
export const goldSchema = z.object({
  id: z.string(),
  text: z.string(),
  actors: z.record(z.string(), actor),
  statements: z.array(statement),
  contacts: z.array(contact),
})

type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T
export type GoldReport = Fixed<z.infer<typeof goldSchema>>
export type GoldActor = GoldReport["actors"][string]
export type GoldStatement = GoldReport["statements"][number]
export type GoldContact = GoldReport["contacts"][number]

type Spans = Span | readonly Span[] | null | undefined

export const thoughts: ReadonlySet<string> = new Set(["think", "hope", "want", "intend", "feel"])

/** One span, several or none, as a list. */
export function spansOf(spans: Spans): readonly Span[] {
  if (!spans) return []
  return "start" in spans ? [spans] : spans
}

/** A record marked by hand as a right answer. */
export function goldOfRecord(id: string, record: Record): GoldReport {
  const { text } = record.report
  const actors: { [key: string]: GoldActor } = Object.fromEntries(record.actors.map((actor) => [actor.id, actor]))
  const statements = record.statements.map((statement): GoldStatement => {
    const speaker = statement.speakers.join("+") || null
    if (speaker && !actors[speaker]) actors[speaker] = jointActor(statement.speakers, actors)
    return {
      id: statement.id,
      speech: !thoughts.has(statement.act),
      kind: statement.kind,
      content: statement.content,
      cue: statement.cue,
      source: statement.source,
      speaker,
      addressees: statement.addressees,
      via: statement.setting.via ?? null,
      when: statement.setting.when ?? null,
      negated: statement.polarity === "negated",
      within: statement.within ?? null,
      question: statement.act === "ask",
      answers: statement.answers ?? null,
      response: statement.response ?? null,
      figures: statement.figures.map((figure) => sliceOf(text, figure.text)),
    }
  })
  const contacts = record.contacts.map((contact): GoldContact => {
    const { evidence, between, mode, status, when, where } = contact
    return {
      evidence,
      between,
      mode,
      status,
      when: when ? sliceOf(text, when) : "",
      where: where ? sliceOf(text, where) : "",
    }
  })
  return { id, text, actors, statements, contacts }
}

// Two who speak as one are one actor of kind group in the gold.
function jointActor(members: readonly string[], actors: { readonly [key: string]: GoldActor }): GoldActor {
  return { name: members.map((id) => actors[id]?.name ?? id).join(" and "), kind: "group", aliases: [] }
}
