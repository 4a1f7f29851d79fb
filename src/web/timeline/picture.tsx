import { periodWords } from "../dates.js"
import { namesOf } from "../entries.js"
import { type ContactToShow, contactHeading, isTold } from "./contact.js"
import { DOT, type Dot, type Placed, placeContacts, type Span } from "./place.js"

/** A label so near an edge would run over it if it stood in the middle of its tick. */
const EDGE = 40

/** Contacts over time, drawn for a wide screen and for a narrow one; the list below says the same in words. */
export function Timeline({ contacts }: { contacts: readonly ContactToShow[] }) {
  const wide = placeContacts(contacts, 960)
  const narrow = placeContacts(contacts, 330)
  if (!wide || !narrow) return null
  return (
    <figure class="timeline">
      <Picture placed={wide} name="wide" />
      <Picture placed={narrow} name="narrow" />
      <figcaption>
        <span class="sign told" aria-hidden="true" /> told to have happened{" "}
        <span class="sign open" aria-hidden="true" /> asked about, denied, planned, refused or only imagined{" "}
        <span class="band" aria-hidden="true" /> said not to have happened in this time, hatched where every reading of
        the words covers it
      </figcaption>
    </figure>
  )
}

function Picture({ placed, name }: { placed: Placed; name: "wide" | "narrow" }) {
  const { width, height, axis, dots, spans, ticks } = placed
  const hatch = `hatch-${name}`
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`}>
      <title>Contacts over time</title>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="hatch" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      {spans.map((span) => (
        <Silence span={span} axis={axis} hatch={hatch} width={width} />
      ))}
      <line class="axis" x1="0" x2={width} y1={axis} y2={axis} />
      {ticks.map(({ x, label }) => (
        <g class="tick">
          <line x1={x} x2={x} y1={axis} y2={axis + 5} />
          <text class={x < EDGE ? "start" : x > width - EDGE ? "end" : undefined} x={x} y={axis + 18}>
            {label}
          </text>
        </g>
      ))}
      {dots.map((dot) => (
        <Mark dot={dot} axis={axis} />
      ))}
    </svg>
  )
}

function Silence({ span, axis, hatch, width }: { span: Span; axis: number; hatch: string; width: number }) {
  const { x, y, number, contact, surely } = span
  const top = y - 15
  // A label that would run out of the picture ends where its span ends.
  const late = x > width * 0.6
  return (
    <a class="silence" href={`#contact-${number}`} aria-label={labelOf(contact, number)}>
      <rect class="widest" x={x} y={top} width={span.width} height={axis - top} />
      {surely && <rect fill={`url(#${hatch})`} x={surely.x} y={top} width={surely.width} height={axis - top} />}
      <text class={late ? "end" : ""} x={late ? x + span.width - 4 : x + 4} y={y}>
        {`${number} `}
        {width > 500 ? contactHeading(contact) : ""}
      </text>
    </a>
  )
}

function Mark({ dot, axis }: { dot: Dot; axis: number }) {
  const { contact, number, x, y, from, to } = dot
  const look = isTold(contact) ? "told" : contact.status === "not-happened" ? "not" : "open"
  return (
    <a
      class={`dot ${look}${contact.against.length > 0 ? " against" : ""}`}
      href={`#contact-${number}`}
      aria-label={labelOf(contact, number)}
    >
      <line class="drop" x1={x} x2={x} y1={y} y2={axis} />
      {to - from > 2 && <line class="range" x1={from} x2={to} y1={y} y2={y} />}
      <circle cx={x} cy={y} r={DOT} />
      <text x={x} y={y + 3.5}>
        {number}
      </text>
      {contact.against.length > 0 && <circle class="ring" cx={x} cy={y} r={DOT + 3} />}
    </a>
  )
}

/** What is seen comes first: "3 phone call did not take place, Ann Lee and Bob Ray, 1 March 2024 to 19 September 2024" */
function labelOf(contact: ContactToShow, number: number): string {
  const { when } = contact
  return [`${number} ${contactHeading(contact)}`, namesOf(contact.between), when && periodWords(when.from, when.to)]
    .filter(Boolean)
    .join(", ")
}
