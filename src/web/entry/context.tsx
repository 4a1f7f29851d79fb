import type { Contact, Record, Statement } from "../../record.js"
import { firstEndingAfter, type Span } from "../../text/span.js"
import { openReading } from "../reader/reading.js"
import { byParagraph, strandsOf } from "../reader/strands.js"
import { Paragraph } from "../reader/text.js"

/** An entry's parts where they stand: its paragraphs, and those before and after them. */
export function InContext({ record, entry }: { record: Record; entry: Statement | Contact }) {
  const alone: Record = {
    ...record,
    report: { ...record.report, turns: record.report.turns ?? [] },
    statements: "between" in entry ? [] : [entry],
    contacts: "between" in entry ? [entry] : [],
  }
  const reading = openReading(alone)
  const { paragraphs, language } = record.report
  const strands = byParagraph(paragraphs, strandsOf(alone))
  const [from, to] = around(paragraphs, placesOf(entry))
  return (
    <section class="shown" lang={language} aria-label="In its report" tabindex={0}>
      {paragraphs.slice(from, to).map((place, n) => (
        <div class="block" data-from={place.start}>
          <Paragraph reading={reading} place={place} strands={strands[from + n]!} />
        </div>
      ))}
    </section>
  )
}

const placesOf = (entry: Statement | Contact): readonly Span[] =>
  "between" in entry ? [entry.evidence] : [...entry.content, ...entry.cue, ...entry.source]

/** From which paragraph to which one, so that one more stands before and after the places. */
export function around(paragraphs: readonly Span[], places: readonly Span[]): readonly [number, number] {
  const first = firstEndingAfter(paragraphs, Math.min(...places.map(({ start }) => start)))
  const last = firstEndingAfter(paragraphs, Math.max(...places.map(({ end }) => end)) - 1)
  return [Math.max(0, first - 1), last + 2]
}
