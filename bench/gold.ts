import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import type { Actor, Contact, Record, Statement } from "../src/record.js"
import { type Span, sliceOf } from "../src/text/span.js"

/** A report with its right answer, as a line of `record/*.jsonl` holds it. */
export interface GoldReport {
  readonly id: string
  readonly text: string
  readonly actors: { readonly [key: string]: GoldActor }
  readonly statements: readonly GoldStatement[]
  readonly contacts: readonly GoldContact[]
}

export interface GoldActor {
  readonly name: string
  readonly kind: Actor["kind"]
  readonly aliases: readonly string[]
}

type Spans = Span | readonly Span[] | null | undefined

export interface GoldStatement {
  readonly id: string
  /** false for thoughts and wishes told without words */
  readonly speech: boolean
  readonly kind: Statement["kind"]
  readonly content: readonly Span[]
  readonly cue: Spans
  readonly source: Spans
  readonly speaker: string | null
  readonly addressees: readonly string[]
  readonly via: Span | null
  readonly when: Span | null
  readonly negated: boolean
  readonly within: string | null
  readonly question: boolean
  readonly answers: string | null
  readonly response: string | null
  readonly figures: readonly string[]
}

export interface GoldContact {
  readonly evidence: Span
  readonly between: readonly string[]
  readonly mode: Contact["mode"]
  readonly status: Contact["status"]
  /** words, not a place in the text */
  readonly when: string
  readonly where: string
}

export const thoughts: ReadonlySet<string> = new Set(["think", "hope", "want", "intend", "feel"])

/** One span, several or none, as a list. */
export function spansOf(spans: Spans): readonly Span[] {
  if (!spans) return []
  return "start" in spans ? [spans] : spans
}

/** The lines of a JSONL file, packed or not. */
export function readLines<Line>(path: string): Line[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
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
