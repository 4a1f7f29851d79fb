import type { Child } from "hono/jsx"
import type { Span } from "../../text/span.js"
import { anchorOf } from "../links.js"
import { lookClass } from "./looks.js"
import { namesOf, type Reading, speakerWords } from "./reading.js"
import { type Piece, type Strand, type Woven, weave } from "./weave.js"

/** A paragraph as its publisher wrote it, with what was found in it marked. */
export function Paragraph({ reading, place, strands }: { reading: Reading; place: Span; strands: readonly Strand[] }) {
  const woven = weave(reading.record.report.text, place, strands)
  return <p>{woven.map((part) => paint(reading, part, 0))}</p>
}

function paint(reading: Reading, part: Woven, depth: number): Child {
  if (typeof part === "string") return part
  const { strand } = part
  const inside = (deeper: number) => part.inside.map((piece) => paint(reading, piece, deeper))
  if (strand.part === "content")
    return <Content reading={reading} piece={part} depth={depth} inside={inside(depth + 1)} />
  if (strand.part === "label") return <span class="label">{inside(depth)}</span>
  if (strand.part === "evidence") {
    return (
      <span
        class="evidence"
        id={part.first ? `${idOf(reading, "contacts", strand.entries[0]!)}-text` : undefined}
        data-of={strand.entries.map((n) => idOf(reading, "contacts", n)).join(" ")}
      >
        {inside(depth)}
      </span>
    )
  }
  return (
    <span class={strand.part} data-of={strand.entries.map((n) => idOf(reading, "statements", n)).join(" ")}>
      {inside(depth)}
    </span>
  )
}

/** What was said, with its number before it: the number is the sign besides the colour, and the link. */
function Content(props: { reading: Reading; piece: Piece; depth: number; inside: Child[] }) {
  const { reading, piece, depth, inside } = props
  const statement = reading.record.statements[piece.strand.entries[0]!]!
  const anchor = anchorOf(statement.id)
  const look = lookClass(reading.lookOf(statement))
  const begins = piece.first && piece.strand.start === statement.content[0]!.start
  return (
    <span class={`content ${look}${depth > 0 ? ` deep${Math.min(depth, 2)}` : ""}`} data-of={anchor}>
      {begins && (
        <a class="number" id={anchor} href={`#${anchor}`} aria-label={numberLabel(reading, statement.id)}>
          {reading.numberOf(statement.id)}
        </a>
      )}
      {inside}
    </span>
  )
}

function numberLabel(reading: Reading, id: string): string {
  const statement = reading.statementOf(id)!
  return `Statement ${reading.numberOf(id)}, ${speakerWords(reading, statement)}`
}

const idOf = ({ record }: Reading, list: "statements" | "contacts", n: number): string => anchorOf(record[list][n]!.id)

/** The names of a text's looks, for those who speak in it. */
export function Legend({ reading }: { reading: Reading }) {
  const counts = new Map<string, number>()
  for (const { speakers } of reading.record.statements) {
    const key = speakers.join(" ")
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const shown = [...counts].sort(([, a], [, b]) => b - a)
  return (
    <ul class="legend" aria-label="Who speaks">
      {shown.map(([key, count]) => {
        const first = reading.record.statements.find(({ speakers }) => speakers.join(" ") === key)!
        const names = key === "" ? "not sure who" : namesOf(reading, first.speakers)
        return (
          <li>
            <a href={`#${anchorOf(first.id)}`}>
              <span class={`swatch ${lookClass(reading.lookOf(first))}`} aria-hidden="true" />
              {names} <span class="count">{count}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
