import type { Record } from "../../record.js"
import { firstEndingAfter, type Span } from "../../text/span.js"
import type { Strand } from "./weave.js"

/** Everything of a record that is marked in its text, in order of beginning. */
export function strandsOf({ report, statements, contacts }: Record): Strand[] {
  const strands: Strand[] = []
  const shared = new Map<string, number[]>()
  // "on Wednesday" may be when two things were said: one strand of two entries.
  const add = (part: Strand["part"], spans: readonly (Span | undefined)[], entry?: number) => {
    for (const span of spans) {
      if (!span) continue
      const key = `${part} ${span.start} ${span.end}`
      const known = part === "content" ? undefined : shared.get(key)
      if (known) {
        if (entry !== undefined) known.push(entry)
        continue
      }
      const entries = entry === undefined ? [] : [entry]
      shared.set(key, entries)
      strands.push({ part, start: span.start, end: span.end, entries })
    }
  }
  for (const [n, { content, source, cue, setting }] of statements.entries()) {
    add("content", content, n)
    add("source", source, n)
    add("cue", cue, n)
    add("setting", [setting.via, setting.when, setting.where], n)
  }
  for (const [n, { evidence }] of contacts.entries()) add("evidence", [evidence], n)
  add("label", labelsOf(report))
  return strands.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** "MS. LINDGREN:" before the words of a turn */
function labelsOf({ turns = [], paragraphs }: Record["report"]): Span[] {
  return turns.flatMap(({ span }) => {
    const paragraph = paragraphs[firstEndingAfter(paragraphs, span.start)]
    return paragraph && paragraph.start < span.start ? [{ start: paragraph.start, end: span.start }] : []
  })
}

/** The strands of each paragraph; one that crosses a break stands in both. */
export function byParagraph(paragraphs: readonly Span[], strands: readonly Strand[]): Strand[][] {
  const groups: Strand[][] = paragraphs.map(() => [])
  for (const strand of strands) {
    for (let n = firstEndingAfter(paragraphs, strand.start); n < paragraphs.length; n++) {
      if (paragraphs[n]!.start >= strand.end) break
      groups[n]!.push(strand)
    }
  }
  return groups
}
