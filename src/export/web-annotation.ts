import type { Record } from "../record.js"
import type { Span } from "../text/span.js"
import { sliceOf } from "../text/span.js"
import { codePointsOf } from "./code-points.js"
import { type Disputes, nobodyGone, type TellersTakenDown, undisputed } from "./exported.js"
import { entryUrn, reportIri } from "./names.js"
import { contactSentence, statementSentence } from "./sentences.js"

export const annotationContext = "http://www.w3.org/ns/anno.jsonld"

/** When an entry was made and last changed; an archive knows, a record alone does not. */
export interface EntryTimes {
  readonly created?: string
  readonly modified?: string
}

/** Characters of the text that are given beside the exact words, so that they are found again in a changed page. */
const BESIDE = 32

/**
 * One W3C Web Annotation per entry. Its target is every part of the content (of a contact: the evidence), by its words
 * and by its place in code points of the report's text; its bodies are a sentence for people and the entry as JSON, and
 * where somebody disputes it, their words as a reply.
 */
export function annotationsOf(
  record: Record,
  disputes: Disputes = undisputed,
  timesOf: (entry: string) => EntryTimes = () => ({}),
  tellersTakenDown: TellersTakenDown = nobodyGone,
) {
  const targetsOf = targeting(record)
  const annotation = (entry: { readonly id: string }, sentence: string, spans: readonly Span[]) => ({
    id: entryUrn(record, entry.id),
    type: "Annotation",
    motivation: "describing",
    ...timesOf(entry.id),
    generator: {
      id: "urn:uuid:6f6e7265-636f-4264-a265-616465720001",
      type: "Software",
      name: `onrecord ${record.reader.version}, model ${record.reader.model}`,
    },
    body: [
      { type: "TextualBody", purpose: "describing", format: "text/plain", language: "en", value: sentence },
      { type: "TextualBody", purpose: "describing", format: "application/json", value: JSON.stringify(entry) },
      ...replies(disputes.get(entry.id)),
    ],
    target: targetsOf(spans),
  })
  return [
    ...record.statements.map((entry) =>
      annotation(entry, statementSentence(record, entry, tellersTakenDown), entry.content),
    ),
    ...record.contacts.map((entry) => annotation(entry, contactSentence(record, entry), [entry.evidence])),
  ]
}

const replies = (words: string | undefined) =>
  words === undefined ? [] : [{ type: "TextualBody", purpose: "replying", format: "text/plain", value: words }]

function targeting(record: Record) {
  const { text } = record.report
  const count = codePointsOf(text)
  const source = reportIri(record)
  return (spans: readonly Span[]) =>
    spans.map((span) => ({
      type: "SpecificResource",
      source,
      selector: [
        {
          type: "TextQuoteSelector",
          exact: sliceOf(text, span),
          prefix: text.slice(outsidePair(text, Math.max(0, span.start - BESIDE)), span.start),
          suffix: text.slice(span.end, outsidePair(text, Math.min(text.length, span.end + BESIDE))),
        },
        { type: "TextPositionSelector", ...count(span) },
      ],
    }))
}

/** A cut between the two halves of a character is moved in front of it. */
const outsidePair = (text: string, place: number): number =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(place - 1, place + 1)) ? place - 1 : place
