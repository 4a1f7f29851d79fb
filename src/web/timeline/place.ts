import { scaleUtc } from "d3-scale"
import { type ContactToShow, isSilence } from "./contact.js"

// Where everything on a timeline stands, as numbers only; picture.tsx draws them.

export interface Dot {
  readonly contact: ContactToShow
  /** the number that it has in the list, from 1 */
  readonly number: number
  readonly x: number
  readonly y: number
  /** the days it may have been on, where those are several */
  readonly from: number
  readonly to: number
}

/** A silence: the widest reading of it, and the part that every reading covers. */
export interface Span {
  readonly contact: ContactToShow
  readonly number: number
  readonly x: number
  readonly width: number
  readonly surely?: { readonly x: number; readonly width: number }
  /** the line that its label stands on */
  readonly y: number
}

export interface Placed {
  readonly width: number
  readonly height: number
  readonly axis: number
  readonly dots: readonly Dot[]
  readonly spans: readonly Span[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
}

export const DOT = 10
const LANE = 2 * DOT + 6
const LABEL = 20
const EDGE = 14
const DAY = 86_400_000

const day = (date: string): number => Date.parse(`${date.slice(0, 10)}T12:00:00Z`)

/** Nothing where no contact has a date. */
export function placeContacts(contacts: readonly ContactToShow[], width: number): Placed | undefined {
  const dated = contacts.flatMap((contact, n) => {
    const { from = contact.when?.to, to = contact.when?.from } = contact.when ?? {}
    return from === undefined || to === undefined ? [] : [{ contact, number: n + 1, from: day(from), to: day(to) }]
  })
  const silences = dated.filter(({ contact }) => isSilence(contact))
  const others = dated.filter(({ contact }) => !isSilence(contact))
  if (dated.length === 0) return undefined
  const first = Math.min(...dated.map(({ from }) => from))
  const last = Math.max(...dated.map(({ to }) => to))
  const margin = Math.max((last - first) * 0.03, 3 * DAY)
  const scale = scaleUtc([first - margin, last + margin], [EDGE, width - EDGE])

  const spans = silences.map(({ contact, number, from, to }, n): Span => {
    const surely = contact.tellings.flatMap(({ when }) => when?.surely ?? [])[0]
    return {
      contact,
      number,
      x: scale(from),
      width: Math.max(scale(to) - scale(from), 2),
      y: (n + 1) * LABEL - 5,
      ...(surely
        ? {
            surely: { x: scale(day(surely.from)), width: Math.max(scale(day(surely.to)) - scale(day(surely.from)), 2) },
          }
        : {}),
    }
  })
  const top = spans.length * LABEL + DOT + 4
  const lanes: number[] = [] // where the last dot of each lane ends
  const dots = others
    .map(({ contact, number, from, to }) => ({
      contact,
      number,
      from: scale(from),
      to: scale(to),
      x: scale((from + to) / 2),
    }))
    .sort((a, b) => a.x - b.x)
    .map((dot): Dot => {
      const free = lanes.findIndex((end) => end + 3 <= dot.x - DOT)
      const lane = free < 0 ? lanes.length : free
      lanes[lane] = dot.x + DOT
      return { ...dot, y: top + lane * LANE }
    })
  const axis = top + Math.max(lanes.length, 1) * LANE
  const format = scale.tickFormat(Math.floor(width / 90))
  const ticks = scale.ticks(Math.floor(width / 90)).map((date, n) => {
    const year = String(date.getUTCFullYear())
    const label = format(date)
    return { x: scale(date), label: n === 0 && label !== year ? `${label} ${year}` : label }
  })
  return { width, height: axis + 24, axis, dots, spans, ticks }
}
