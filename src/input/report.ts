import type { Edit, Report } from "../record.js"
import { identify } from "../text/hash.js"
import { findParagraphs } from "../text/paragraphs.js"
import type { Span } from "../text/span.js"
import { isoDate } from "./dates.js"
import { canonicalLanguage, detectLanguage } from "./language.js"
import { findTurns } from "./transcript.js"

/** What a reader of one format knows about a report. Only the text must be there; dates may come in any form. */
export interface ReportParts {
  readonly text: string
  /** where the text does not say by itself where its paragraphs are; without carriage returns then */
  readonly paragraphs?: readonly Span[]
  /** how the text came from its source; without carriage returns then */
  readonly edits?: readonly Edit[]
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly publisher?: string | undefined
  readonly byline?: readonly string[] | undefined
  readonly section?: string | undefined
  readonly published?: string | number | undefined
  readonly updated?: string | number | undefined
  readonly status?: Report["status"] | undefined
  readonly language?: string | undefined
  readonly provenance?: Report["provenance"] | undefined
}

export interface ReportOptions {
  /**
   * Keep the way back from `text` to the source's own characters: those of the file, a byte order mark counted;
   * for JSON those of the value of its "text", for a feed those of the item's content.
   */
  readonly origin?: boolean
}

/**
 * A report from its parts. Its text is the text given, but for a byte order mark in front, which is dropped, and
 * line ends, which become line feeds: so many people's offsets depend on it that nothing else may change.
 */
export function buildReport(parts: ReportParts, options: ReportOptions = {}): Report {
  const text = parts.edits ? parts.text : unifyLineEnds(parts.text)
  const paragraphs = parts.paragraphs ?? findParagraphs(text)
  const turns = findTurns(text, paragraphs)
  const published = isoDate(parts.published)
  const url = filled(parts.url)
  const report = {
    ...identify(text, url, published),
    text,
    paragraphs,
    turns,
    title: filled(parts.title),
    url,
    publisher: filled(parts.publisher),
    byline: filledNames(parts.byline),
    section: filled(parts.section),
    published,
    updated: isoDate(parts.updated),
    status: parts.status,
    origin: options.origin ? (parts.edits ?? lineEndEdits(parts.text)) : undefined,
    provenance: parts.provenance,
    language: canonicalLanguage(parts.language) ?? detectLanguage(text),
  }
  return withoutMissing(report)
}

const lineEnds = /^\ufeff|\r\n?/g

const unified = (mark: string): string => (mark === "\ufeff" ? "" : "\n")

const unifyLineEnds = (source: string): string => source.replace(lineEnds, unified)

/** The way back: each dropped mark and each changed line end is one edit. */
function lineEndEdits(source: string): Edit[] {
  const edits: Edit[] = []
  let shift = 0
  for (const match of source.matchAll(lineEnds)) {
    const start = match.index + shift
    const edit = { start, end: start + unified(match[0]).length, from: match.index, to: match.index + match[0].length }
    edits.push(edit)
    shift = edit.end - edit.to
  }
  return edits
}

const filled = (words: string | undefined): string | undefined => words?.trim() || undefined

function filledNames(names: readonly string[] | undefined): string[] | undefined {
  const kept = names?.map((name) => name.trim()).filter((name) => name !== "")
  return kept?.length ? kept : undefined
}

/** A report is plain JSON: what is not known is not there, rather than there and undefined. */
function withoutMissing<T extends object>(whole: T): T {
  const known = Object.entries(whole).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as T
}
