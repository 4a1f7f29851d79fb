import { findActors } from "./actors/find.js"
import { findSpeakers } from "./actors/speakers.js"
import { composeStatements } from "./compose.js"
import { findContacts } from "./contacts/find.js"
import { findReplies } from "./exchanges/find.js"
import type { Record, Report } from "./record.js"
import { type Context, findStatements } from "./statements/find.js"
import type { Tagged } from "./tagger/tagged.js"
import { loadTagger, type Tagger } from "./tagger/tagger.js"
import { findQuotations } from "./text/quotations.js"
import { findSentences } from "./text/sentences.js"
import { version } from "./version.js"

export interface ExtractOptions {
  /** Let every statement tell which rules and heads signed it. */
  readonly why?: boolean
}

/**
 * Reads one report. The model is loaded at the first call, once a thread, and takes some 0.3 s and 100 MB.
 * No text makes this throw; odd places are in the record's notes.
 */
export async function extract(report: Report, options: ExtractOptions = {}): Promise<Record> {
  tagger ??= loadTagger()
  const { model, decisions, tag } = await tagger
  const { text, paragraphs } = report
  const head = { format: "onrecord/1", reader: { version, model }, report } as const
  if (!canRead(report.language)) return { ...head, actors: [], statements: [], contacts: [], notes: unread(report) }

  const { quotations, notes } = findQuotations(text, paragraphs)
  const context = { report, decisions, quotations, sentences: findSentences(text, paragraphs) }
  const tagged = await tag(text, paragraphs, quotations, turnStarts(report))
  return { ...head, ...interpret(context, tagged, options), notes }
}

/** What the network saw, as entries of the record. */
export function interpret(context: Context, tagged: Tagged, options: ExtractOptions = {}) {
  const drafts = findStatements(context, tagged)
  const cast = findActors(
    context.report.text,
    tagged,
    drafts.flatMap(({ source, hearer }) => (hearer ? [hearer] : source)),
  )
  const spoken = findSpeakers(context.report.text, drafts, cast)
  const replies = findReplies(context, drafts, cast, spoken)
  const statements = composeStatements(context, drafts, cast, spoken, replies, options)
  const contacts = findContacts(context, tagged, cast, drafts, spoken)
  return { actors: cast.actors, statements, contacts }
}

let tagger: Promise<Tagger> | undefined

const canRead = (language: string): boolean => /^en\b/i.test(language)

const unread = ({ text }: Report): Record["notes"] =>
  text.length > 0 ? [{ code: "language-not-read", span: { start: 0, end: text.length } }] : []

const turnStarts = ({ turns = [] }: Report): number[] => turns.map(({ span }) => span.start)
