import * as z from "zod"
import type {
  Checked,
  ContactAnswer,
  Exchange,
  Facets,
  Finding,
  Named,
  Piece,
  Quoted,
  ReportEntry,
  Showing,
  Speaking,
  StatementEntry,
  Telling,
  Wording,
} from "../archive/index.js"
import { recordSchema } from "../record.js"

// What comes back, as JSON: the archive's own types, written so that they can be checked and described.

/** Schemas that have a name in the description of the API. */
export const named = z.registry<{ readonly id: string }>()

/** A schema of exactly the fields of a type. */
export const schemaOf =
  <Type>() =>
  <Schema extends z.ZodType<Type>>(id: string, schema: Schema): Schema => {
    named.add(schema, { id })
    return schema
  }

const { actors, statements, contacts } = recordSchema.shape
const statement = statements.element.shape
const contact = contacts.element.shape

const day = z.string().describe("a day, such as 2021-03-04")

const somebody = schemaOf<Named>()(
  "Named",
  z.strictObject({
    name: z.string(),
    kind: actors.element.shape.kind,
    identity: z.int().optional().describe("the number of an identity: '#12' asks about just this one"),
  }),
)

const time = z.strictObject({
  words: z.string().describe("as they stand in the report"),
  from: day.optional(),
  to: day.optional(),
})

const entry = {
  id: z.string().describe("such as 4fe09a21#s3; `show` tells all about it"),
  outlet: z.string().describe("who reported it; empty where that is not known"),
  date: day.optional().describe("the day of publication"),
  title: z.string().optional(),
  url: z.string().optional(),
  link: z.string().optional().describe("the address of the report, opened at the words"),
  copyOf: z.string().optional().describe("id of the report that this one is a copy of"),
  standing: z
    .enum(["current", "stale", "withdrawn", "hidden"])
    .describe("stale: a newer version of its report stands beside it; withdrawn: by a person"),
  origin: z.enum(["machine", "person"]).describe("who entered it"),
  disputed: z
    .boolean()
    .describe("whether the person quoted disputes it, or one who is said to have been in contact or not"),
  dispute: z
    .strictObject({ at: z.string(), words: z.string() })
    .optional()
    .describe("what that person says against it, and when that was set beside it"),
}

export const statementEntry = schemaOf<StatementEntry>()(
  "Statement",
  z.strictObject({
    ...entry,
    speakers: z.array(somebody).describe("empty where nobody is sure enough"),
    candidates: z.array(somebody).describe("who it may have been, where nobody is sure enough"),
    addressees: z.array(somebody),
    about: z.array(somebody),
    source: z.string().describe("the words that name the speaker there"),
    cue: z.string().describe("the words that carry the saying"),
    content: z.string().describe("what was said, verbatim from the report; parts that break off and go on joined by …"),
    kind: statement.kind,
    act: statement.act,
    polarity: statement.polarity,
    remove: statement.remove,
    via: z.string().optional(),
    when: time.optional().describe("of the saying"),
    where: z.string().optional(),
    within: z.string().optional().describe("the statement in whose content this one is told"),
    toldBy: z.array(somebody).optional().describe("who tells of it in the report, where that is another one"),
    tellerTakenDown: z
      .literal(true)
      .optional()
      .describe("who tells of it in the report, or who tells of that, was taken down"),
    answers: z.string().optional().describe("the question that this statement replies to"),
    response: statement.response,
    confidence: statement.confidence,
    alsoIn: z.int().optional().describe("how many other reports tell of the same utterance; `show` has their wordings"),
  }),
)

const telling = {
  ...entry,
  mode: contact.mode,
  publisher: z.string().optional(),
  published: z.string().optional(),
  evidence: z.string().describe("the words that tell of it"),
  remove: z.int().min(0).describe("0 where the report itself tells of it; else that of the statement that does"),
  by: z.array(somebody).describe("who tells of it; nobody where the report does"),
  within: z.string().optional().describe("the statement in which it is told"),
  toldAs: z
    .strictObject({ act: statement.act, polarity: statement.polarity })
    .optional()
    .describe("how who tells of it does; missing where the report itself does"),
  plainly: z
    .boolean()
    .describe("by the report itself, or by somebody who claims it: not in a question, a denial or a hypothesis"),
  when: time
    .extend({ surely: z.strictObject({ from: day, to: day }).optional().describe("what every reading covers") })
    .optional(),
  where: z.string().optional(),
  confidence: contact.confidence,
}

const speaking = schemaOf<Speaking>()(
  "SpeaksFor",
  z.strictObject({
    member: z.string(),
    body: z.string(),
    basis: z.enum(["proposed", "confirmed", "list"]).describe("proposed until a person has confirmed it"),
    evidence: z.string(),
    from: day.optional(),
    to: day.optional(),
  }),
)

export const contactAnswer = schemaOf<ContactAnswer>()(
  "Contact",
  z.strictObject({
    id: z.string(),
    between: z.array(somebody),
    mode: contact.mode,
    status: contact.status,
    when: z
      .strictObject({
        from: day.optional(),
        to: day.optional(),
        basis: z.enum(["told", "report"]).describe("report: only the day of the report is known"),
      })
      .optional(),
    where: z.string().optional(),
    tellings: z
      .array(schemaOf<Telling>()("Telling", z.strictObject(telling)))
      .describe("every report that tells of it"),
    against: z
      .array(z.string())
      .describe("ids of the contacts that stand against it: a claimed silence, or what it claims not to have been"),
    through: z.array(speaking).describe("who took part for somebody who was asked about"),
  }),
)

export const exchange = schemaOf<Exchange>()(
  "Exchange",
  z.strictObject({
    part: z.enum(["asked", "asker"]).describe("whether somebody was asked, or asked"),
    question: statementEntry,
    replies: z.array(statementEntry),
  }),
)

export const reportEntry = schemaOf<ReportEntry>()(
  "ReportFound",
  z.strictObject({
    id: z.string(),
    outlet: z.string(),
    date: day.optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    link: z.string().optional(),
    excerpt: z.string().optional().describe("the first place in the text that has one of the words"),
    standing: z.enum(["current", "stale"]),
  }),
)

const facet = z.array(z.strictObject({ value: z.string(), statements: z.int() }))

export const spread = schemaOf<Facets>()(
  "Spread",
  z.strictObject({ outlet: facet, speaker: facet, kind: facet, month: facet }),
)

const searched = z.strictObject({
  reports: z.int(),
  from: day.optional(),
  to: day.optional(),
  inReports: z
    .literal(true)
    .optional()
    .describe("where no statement has the words: the title or text of a report does, which search-reports finds"),
})

const piece = schemaOf<Piece>()(
  "Piece",
  z.strictObject({ in: z.enum(["both", "asked", "reported"]), words: z.string() }),
)

const finding = schemaOf<Finding>()(
  "Finding",
  z.strictObject({
    report: reportEntry,
    statement: statementEntry.optional().describe("missing where the words stand elsewhere in the text"),
    words: z.string().describe("as they stand there"),
    difference: z
      .array(piece)
      .optional()
      .describe("what differs; missing where nothing but marks, spaces and case does"),
  }),
)

export const checked = schemaOf<Checked>()(
  "Checked",
  z.strictObject({
    verdict: z.enum(["exact", "altered", "not-found"]),
    places: z
      .int()
      .describe("in how many places; of words in more than 10,000 statements or reports, the earliest of these count"),
    found: z.array(finding).describe("the earliest first where exact, the closest first where altered"),
    next: z.string().optional().describe("as `cursor`: asks for the places behind these"),
    searched,
  }),
)

const wording = schemaOf<Wording>()(
  "Wording",
  z.strictObject({
    statement: statementEntry,
    difference: z
      .array(piece)
      .optional()
      .describe(
        "what differs from the words of the entry that was asked about; missing where nothing but marks, spaces and case does",
      ),
  }),
)

const inRecord = z.looseObject({}).describe("the entry as in a record (onrecord/1)")

const deed = z.strictObject({
  number: z.int(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  deed: z.string(),
  report: z.string().nullable(),
  entry: z.string().nullable(),
  detail: z.looseObject({}),
  before: z.looseObject({}).nullable(),
  undoes: z.int().nullable(),
  state: z.enum(["applied", "undone", "orphaned"]),
  changed: z
    .array(z.strictObject({ field: z.string(), before: z.string().optional(), after: z.string().optional() }))
    .optional()
    .describe("what a correction changed, as it would be typed"),
})

export const showing = schemaOf<Omit<Showing, "history">>()(
  "Shown",
  z.strictObject({
    statement: statementEntry.optional(),
    contact: z.strictObject({ ...telling, status: contact.status, between: z.array(somebody) }).optional(),
    paragraphs: z.array(
      z.strictObject({
        text: z.string(),
        words: z
          .array(z.strictObject({ start: z.int(), end: z.int() }))
          .describe("places in the text of the paragraph"),
      }),
    ),
    chain: z.array(statementEntry).describe("through whose mouths it came, the report's own first"),
    question: statementEntry.optional(),
    replies: z.array(statementEntry),
    wordings: z
      .array(wording)
      .optional()
      .describe("the same utterance in other reports, the earliest fifty; missing where it is in no other"),
    history: z.strictObject({
      machine: inRecord.optional(),
      now: inRecord.optional(),
      disputed: z.string().optional(),
      deeds: z.array(deed),
    }),
  }),
)

export const quoted = schemaOf<Quoted>()(
  "Quoted",
  somebody.extend({
    statements: z.int(),
    firstHand: z.int(),
    secondHand: z.int().describe("at remove 2 or more"),
    byOutlet: z.array(z.strictObject({ outlet: z.string(), statements: z.int() })),
  }),
)

const somebodyMeant = z.array(z.strictObject({ name: z.string(), identity: z.int().optional() }))

const meant = z.array(
  z.strictObject({
    asked: z.string(),
    people: somebodyMeant,
    leftOut: somebodyMeant
      .optional()
      .describe("persons of that name who are not meant, for a body of just that name is in far more reports"),
    inPlaceOf: somebodyMeant
      .optional()
      .describe("that body, where these persons are meant in its place, for it has no answer"),
  }),
)

const pages = new Map<z.ZodType, z.ZodType>()

/** Part of an answer that has rows. */
export function pageOf(row: z.ZodType): z.ZodType {
  const known = pages.get(row)
  if (known) return known
  const page = z.strictObject({
    rows: z.array(row),
    next: z.string().optional().describe("the cursor that asks for the part behind this one"),
    meant: meant.optional().describe("whom the names that were asked about mean; more than one where several go by it"),
    searched: searched.optional().describe("only where nothing was found: what was looked through"),
  })
  pages.set(row, page)
  named.add(page, { id: `${named.get(row)?.id}Page` })
  return page
}
