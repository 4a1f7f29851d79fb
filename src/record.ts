import * as z from "zod"

// The record is a contract (format "onrecord/1"): this one definition gives the types, the JSON Schema
// that `onrecord schema` prints, and the check of records made elsewhere. A change is a new version.

const offset = z.int().min(0)

const span = z
  .object({ start: offset, end: z.int().min(1) })
  .describe("UTF-16 code units of report.text, half-open, never empty: text.slice(start, end)")

const period = z.object({ from: z.string(), to: z.string() })

const when = span
  .extend({
    from: z.string().optional().describe("ISO date; the widest reading"),
    to: z.string().optional(),
    surely: period.optional().describe("what every reading covers"),
  })
  .describe("Words that tell a time, and the dates they mean in the report's own time zone where it gives one")

const turn = z.object({
  span: span.describe("the words of the turn, without the label"),
  label: z.string(),
  from: z.number().optional().describe("seconds"),
  to: z.number().optional().describe("seconds"),
})

const edit = z
  .object({ start: offset, end: offset, from: offset, to: offset })
  .describe("text.slice(start, end) was read from the file's characters from…to; between edits the two agree")

const provenance = z.object({
  path: z.string().optional(),
  line: z.int().optional(),
  record: z.string().optional(),
  digest: z.string().optional(),
  item: z.string().optional(),
  retrieved: z.string().optional(),
})

const report = z.object({
  id: z.string().describe('sha-256 of url + "\\n" + published + "\\n" + text, missing ones empty'),
  textHash: z.string().describe("sha-256 of text: copies share it"),
  text: z.string(),
  paragraphs: z.array(span),
  turns: z.array(turn).optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  publisher: z.string().optional(),
  byline: z.array(z.string()).optional(),
  section: z.string().optional(),
  published: z.string().optional().describe("ISO 8601"),
  updated: z.string().optional().describe("ISO 8601"),
  status: z.enum(["usable", "withheld", "cancelled"]).optional(),
  origin: z.array(edit).optional(),
  provenance: provenance.optional(),
  language: z.string().describe("BCP 47"),
})

const actor = z.object({
  id: z.string(),
  name: z.string().describe("fullest name or description in the report, titles aside"),
  kind: z.enum(["person", "organisation", "group", "unnamed", "document"]),
  aliases: z.array(z.string()),
  roles: z.array(z.string()),
  mentions: z.array(span).describe("every place that means this actor, pronouns included"),
})

const figure = z.object({ text: span, value: z.number().optional(), unit: z.string().optional() })

const statement = z.object({
  id: z.string(),
  kind: z.enum(["direct", "indirect", "mixed"]),
  content: z.array(span).min(1).describe("in reading order; quotation marks included; a leading “that” left out"),
  cue: z.array(span),
  source: z.array(span),
  speakers: z.array(z.string()).describe("actor ids; empty when nobody can tell or nobody is sure enough"),
  candidates: z
    .array(z.object({ actor: z.string(), confidence: z.number() }))
    .max(3)
    .optional()
    .describe("best first"),
  addressees: z.array(z.string()).describe("actor ids"),
  act: z.enum([
    "say",
    "ask",
    "deny",
    "refuse",
    "promise",
    "accuse",
    "demand",
    "think",
    "hope",
    "want",
    "intend",
    "feel",
  ]),
  polarity: z.enum(["asserted", "negated", "hypothetical"]).describe("of the saying"),
  setting: z
    .object({ via: span.optional(), when: when.optional(), where: span.optional() })
    .describe("channel or venue, time and place of saying"),
  within: z.string().optional().describe("the statement in whose content this one is told"),
  remove: z.int().min(1).describe("how many mouths lie between the words and the reader"),
  answers: z.string().optional().describe("the question that this statement replies to"),
  response: z.enum(["answer", "deflection", "refusal"]).optional(),
  figures: z.array(figure),
  about: z.array(z.string()).describe("actors mentioned in the content"),
  confidence: z.object({ statement: z.number(), speaker: z.number() }).describe("calibrated"),
  why: z.array(z.string()).optional().describe("the rules and heads that signed"),
})

const contact = z.object({
  id: z.string(),
  between: z.array(z.string()).min(2).describe("actor ids"),
  mode: z.enum(["meet", "talk", "call", "write", "visit", "other"]),
  status: z.enum(["happened", "not-happened", "planned", "refused", "hypothetical"]),
  evidence: span.describe("the clause that tells of it"),
  when: when.optional(),
  where: span.optional(),
  within: z.string().optional().describe("the statement that tells of it; absent when the reporter does"),
  confidence: z.number(),
})

const note = z.object({ code: z.string(), span })

/** The JSON Schema of a record, draft 2020-12, is generated from this. */
export const recordSchema = z.object({
  format: z.literal("onrecord/1"),
  reader: z.object({ version: z.string(), model: z.string().describe("name and hash") }),
  report,
  actors: z.array(actor),
  statements: z.array(statement),
  contacts: z.array(contact),
  notes: z.array(note).describe("odd text: noted, never thrown"),
})

/** `T` with every property and element readonly, all the way down. */
type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T

export type Record = Fixed<z.infer<typeof recordSchema>>
export type Report = Record["report"]
export type Turn = Fixed<z.infer<typeof turn>>
/** `source[from, to)` became `text[start, end)`. Between edits the two agree. */
export type Edit = Fixed<z.infer<typeof edit>>
export type When = Fixed<z.infer<typeof when>>
export type Actor = Record["actors"][number]
export type Statement = Record["statements"][number]
export type Contact = Record["contacts"][number]
export type Figure = Statement["figures"][number]
export type Note = Record["notes"][number]

/** Who says something so claims it: not a question, a denial, a refusal, a promise or a wish, and it was surely said. */
export const saysPlainly = ({ act, polarity }: Pick<Statement, "act" | "polarity">): boolean =>
  act === "say" && polarity === "asserted"
