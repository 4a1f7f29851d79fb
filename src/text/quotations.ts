import type { MarkFamily } from "./marks.js"
import {
  closesBeforeOpening,
  closesFirst,
  nextClosing,
  nextOpening,
  none,
  type Outlook,
  outlookOf,
  reopens,
} from "./outlook.js"
import type { Span } from "./span.js"

/** Words between quotation marks, the marks included; where one is missing, up to where it must have ended. */
export interface Quotation extends Span {
  /** 0 for the outermost, 1 for a quotation inside it, and so on. */
  readonly depth: number
  /** False where the closing mark is missing, as in every paragraph but the last of a long quotation. */
  readonly closed: boolean
  /** The place in the list of the quotation, in an earlier paragraph, that goes on in this one. */
  readonly continues?: number
}

export interface QuotationNote {
  readonly code: "unclosed-quote" | "unopened-quote"
  readonly span: Span
}

/** All quotations of a text in reading order, an outer one before what it holds. */
export function findQuotations(
  text: string,
  paragraphs: readonly Span[],
): { quotations: Quotation[]; notes: QuotationNote[] } {
  const outlooks = paragraphs.map((paragraph) => outlookOf(text, paragraph))
  const found: Opened[] = []
  const notes: QuotationNote[] = []
  const pending = new Map<number, readonly Opened[]>()
  for (const [index, here] of outlooks.entries()) {
    const after = placeAfterCaptions(text, outlooks, index + 1)
    const [next, before] = [outlooks[after], pending.get(index) ?? []]
    const pass: Pass = { text, here, next, pending: before, open: [], counts: new Map(), found, notes }
    readParagraph(pass)
    if (pass.open.length > 0) pending.set(after, pass.open)
  }
  return { quotations: finished(found), notes: notes.sort((a, b) => a.span.start - b.span.start) }
}

/** Captions and crossheads, which bear no full stop, may stand between the paragraphs of a long quotation. */
function placeAfterCaptions(text: string, outlooks: readonly Outlook[], first: number): number {
  for (let place = first; place < first + 5; place++) {
    const outlook = outlooks[place]
    if (!outlook || outlook.leading > 0) return outlook ? place : first
    if (!/[\p{L}\p{N})]$/u.test(text.slice(outlook.paragraph.start, outlook.paragraph.end).slice(-2))) return first
  }
  return first
}

/** A quotation while its paragraph is read. */
interface Opened {
  readonly family: MarkFamily
  readonly mark: Span
  readonly place: number
  readonly start: number
  readonly depth: number
  readonly continues: Opened | undefined
  end: number
  closed: boolean
  hollow: boolean
}

/** One walk through a paragraph's marks: `open` is the stack, `pending` what an earlier paragraph left open. */
interface Pass {
  readonly text: string
  readonly here: Outlook
  readonly next: Outlook | undefined
  readonly pending: readonly Opened[]
  readonly open: Opened[]
  readonly counts: Map<MarkFamily, number>
  readonly found: Opened[]
  readonly notes: QuotationNote[]
}

const isOpen = (pass: Pass, family: MarkFamily): boolean => (pass.counts.get(family) ?? 0) > 0

function readParagraph(pass: Pass): void {
  const { here, next, open, notes } = pass
  for (const [place, mark] of here.marks.entries()) {
    const closes = mark.lean === "close" || (mark.lean === "either" && isOpen(pass, mark.family))
    if (closes && !isOpen(pass, mark.family)) closeUnopened(pass, place)
    else if (closes || isLateClosing(pass, place)) close(pass, place)
    else if (isOpening(pass, place)) begin(pass, place)
  }
  for (const quotation of open) {
    quotation.end = here.paragraph.end
    quotation.hollow = isHollow(here, quotation, here.marks.length)
    const { family, depth, mark } = quotation
    const goesOn = reopens(next, depth, family) || (depth === 0 && closesFirst(next, family))
    if (!goesOn) notes.push({ code: "unclosed-quote", span: mark })
  }
}

function begin(pass: Pass, place: number): void {
  const { here, pending, open } = pass
  const { family, start } = here.marks[place]!
  // “We are ready, he said. “And glad.”  The first quotation ends, at the latest, where the second begins.
  const nested = here.closesAhead[place]! > 1 || outerGoesOn(pass, place)
  if (!nested) while (isOpen(pass, family)) leaveUnclosed(pass, place)
  const before = place < here.leading && open.length === place ? pending[place] : undefined
  push(pass, place, start, before?.family === family ? before : undefined)
}

/** The single marks of 'She said 'no' to me' leave the outer quotation open; does it end otherwise? */
function outerGoesOn(pass: Pass, place: number): boolean {
  const { text, here, next, open } = pass
  const { family, start } = here.marks[place]!
  const closing = here.marks[nextClosing(here, family, place)]
  if (family !== "single" || open.length !== 1 || !closing) return false
  // 'I told him, 'I will not go.'" said Ruiz.
  if (closesBeforeOpening(here, "double", nextClosing(here, family, place))) return true
  // 'I called it 'fair' then. ¶ 'I do not now,' he said.
  const midSentence = /[\p{L}\p{N}] $/u.test(text.slice(Math.max(0, start - 2), start))
  return reopens(next, 0, family) && (midSentence || /^ \p{Lu}/u.test(text.slice(closing.end, closing.end + 3)))
}

function push({ here, open, found, counts }: Pass, place: number, start: number, continues: Opened | undefined): void {
  const { family, ...mark } = here.marks[place]!
  const span = { start: mark.start, end: mark.end }
  const end = here.paragraph.end
  const quotation = {
    family,
    mark: span,
    place,
    start,
    depth: open.length,
    continues,
    end,
    closed: false,
    hollow: false,
  }
  open.push(quotation)
  found.push(quotation)
  counts.set(family, (counts.get(family) ?? 0) + 1)
}

function pop({ open, counts }: Pass): Opened {
  const quotation = open.pop()!
  counts.set(quotation.family, counts.get(quotation.family)! - 1)
  return quotation
}

function leaveUnclosed(pass: Pass, place: number): void {
  const quotation = pop(pass)
  quotation.end =
    quotation.mark.end + pass.text.slice(quotation.mark.end, pass.here.marks[place]!.start).trimEnd().length
  quotation.hollow = isHollow(pass.here, quotation, place)
  pass.notes.push({ code: "unclosed-quote", span: quotation.mark })
}

function closeTop(pass: Pass, place: number): void {
  const quotation = pop(pass)
  quotation.end = pass.here.marks[place]!.end
  quotation.closed = true
  quotation.hollow = isHollow(pass.here, quotation, place)
}

function close(pass: Pass, place: number): void {
  const { here, open } = pass
  const { family, certainty } = here.marks[place]!
  // ‘The workers’ union is out,’ he said.  Another mark, or the next paragraph, closes the quotation.
  if (certainty === "doubtful" && hasPartner(pass, family, place)) return
  const inner = open.at(-1)!.family
  if (family === "single" && inner !== family) {
    // ‘She said “the workers’ union is out” to us,’ he said.  The inner marks have their partner, the outer ones too.
    const partner = nextClosing(here, inner, place)
    if (partner < none && nextClosing(here, family, partner) < none) return
  }
  while (open.at(-1)!.family !== family) leaveUnclosed(pass, place)
  closeTop(pass, place)
}

function hasPartner({ here, next, open }: Pass, family: MarkFamily, place: number): boolean {
  return closesBeforeOpening(here, family, place) || reopens(next, open.length - 1, family)
}

function closeUnopened(pass: Pass, place: number): void {
  const { text, here, pending, open, notes } = pass
  const { family, certainty, start, end } = here.marks[place]!
  if (certainty === "doubtful") return
  const top = open.at(-1)
  if (top && certainty === "sure" && isKin(top.family, family) && !hasPartner(pass, top.family, place)) {
    closeTop(pass, place) // 'We are ready."
  } else if (/[,:]["']/.test(text.slice(start - 1, end)) && closesBeforeOpening(here, family, place)) {
    push(pass, place, start, undefined) // She said," We are ready."
  } else if (place === 0 && pending[0]?.family === family && closesFirst(here, family)) {
    push(pass, place, here.paragraph.start, pending[0])
    closeTop(pass, place)
  } else if (family !== "single" || certainty === "sure") {
    notes.push({ code: "unopened-quote", span: { start, end } })
  }
}

const isKin = (one: MarkFamily, other: MarkFamily): boolean =>
  (one === "double" && other === "single") || (one === "single" && other === "double")

/** "We are ready, "he said. "And glad."  The second mark stands on the wrong side of the space. */
function isLateClosing(pass: Pass, place: number): boolean {
  const { family, start, end } = pass.here.marks[place]!
  if (family !== "double" || !isOpen(pass, family) || closesBeforeOpening(pass.here, family, place)) return false
  return (
    /[,.?!…] $/.test(pass.text.slice(Math.max(0, start - 2), start)) && /^\p{Ll}/u.test(pass.text.slice(end, end + 2))
  )
}

/** A single mark before a word may be an apostrophe; it opens a quotation if something closes it. */
function isOpening(pass: Pass, place: number): boolean {
  const { here, next, open } = pass
  const { family, certainty } = here.marks[place]!
  if (family !== "single") return true
  const closing = nextClosing(here, family, place)
  const outer = open.at(-1)?.family
  const limit = outer === undefined || outer === family ? none : nextClosing(here, outer, place)
  if (closing < limit && closing < nextOpening(here, family, place)) {
    return certainty !== "doubtful" || (outer === undefined && here.marks[closing]!.certainty !== "doubtful")
  }
  if (certainty === "doubtful") return false
  if (!isOpen(pass, "double") && closesBeforeOpening(here, "double", place)) return true // ‘We are ready."
  return certainty === "sure" || here.closesAhead[place]! > 0 || reopens(next, open.length, family)
}

/** "" holds nothing and is no quotation. */
function isHollow({ wordsBefore }: Outlook, { start, mark, place }: Opened, endPlace: number): boolean {
  return start === mark.start && wordsBefore[place] === wordsBefore[endPlace]
}

function finished(found: readonly Opened[]): Quotation[] {
  const kept = found.filter((quotation) => !quotation.hollow)
  const places = new Map(kept.map((quotation, place) => [quotation, place]))
  return kept.map(({ start, end, depth, closed, continues }) => {
    const earlier = continues && places.get(continues)
    return { start, end, depth, closed, ...(earlier !== undefined && { continues: earlier }) }
  })
}
