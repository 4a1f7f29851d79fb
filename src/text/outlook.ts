import { findMarks, type Mark, type MarkFamily } from "./marks.js"
import type { Span } from "./span.js"

/** The marks of one paragraph and what lies ahead of each, counted once so that every question costs one step. */
export interface Outlook {
  readonly paragraph: Span
  readonly marks: readonly Mark[]
  /** How many marks at the paragraph's very start open something: two in `“‘And then`. */
  readonly leading: number
  /** Per family, for each place, the next place that may close or surely opens; `none` where there is no such mark. */
  readonly nextClosing: ReadonlyMap<MarkFamily, readonly number[]>
  readonly nextOpening: ReadonlyMap<MarkFamily, readonly number[]>
  /** For each place, how many levels of its family the rest of the paragraph closes, were all its marks sure. */
  readonly closesAhead: readonly number[]
  /** For each place, how many stretches of words stand before it in the paragraph. */
  readonly wordsBefore: readonly number[]
}

export const none = Number.POSITIVE_INFINITY

export const nextClosing = (outlook: Outlook, family: MarkFamily, place: number): number =>
  outlook.nextClosing.get(family)?.[place] ?? none

export const nextOpening = (outlook: Outlook, family: MarkFamily, place: number): number =>
  outlook.nextOpening.get(family)?.[place] ?? none

export const closesBeforeOpening = (outlook: Outlook, family: MarkFamily, place: number): boolean =>
  nextClosing(outlook, family, place) < nextOpening(outlook, family, place)

/** News reopens a long quotation, with all that is open in it, at the start of every paragraph. */
export const reopens = (outlook: Outlook | undefined, depth: number, family: MarkFamily): boolean =>
  outlook !== undefined && depth < outlook.leading && outlook.marks[depth]?.family === family

/** The first mark of the paragraph closes what was opened before it: a quotation that was not reopened. */
export const closesFirst = (outlook: Outlook | undefined, family: MarkFamily): boolean => {
  const first = outlook?.marks[0]
  return first?.family === family && first.lean === "close" && first.certainty === "sure"
}

export function outlookOf(text: string, paragraph: Span): Outlook {
  const marks = findMarks(text, paragraph)
  return {
    paragraph,
    marks,
    leading: leadingMarks(text, paragraph, marks),
    nextClosing: nextPlaces(marks, (mark) => mark.lean !== "open"),
    nextOpening: nextPlaces(marks, (mark) => mark.lean === "open" && mark.certainty !== "doubtful"),
    closesAhead: closesAhead(marks),
    wordsBefore: wordsBefore(text, paragraph, marks),
  }
}

function leadingMarks(text: string, paragraph: Span, marks: readonly Mark[]): number {
  let end = paragraph.start
  let leading = 0
  for (const mark of marks) {
    // - “We …   (“We …   [“We …
    if (mark.lean === "close" || !/^[\s\p{Pd}•*([]{0,3}$/u.test(text.slice(end, Math.min(mark.start, end + 4)))) break
    end = mark.end
    leading += 1
  }
  return leading
}

function nextPlaces(marks: readonly Mark[], wanted: (mark: Mark) => boolean): Map<MarkFamily, number[]> {
  const places = new Map<MarkFamily, number[]>()
  for (const mark of marks) places.set(mark.family, [])
  for (const [family, next] of places) {
    let nearest = none
    for (let place = marks.length - 1; place >= 0; place--) {
      next[place] = nearest
      const mark = marks[place]!
      if (mark.family === family && wanted(mark)) nearest = place
    }
  }
  return places
}

/** In “He said, “go,” and I went.” the second mark sees two levels closed, so it stands inside the first quotation. */
function closesAhead(marks: readonly Mark[]): number[] {
  const best = new Map<MarkFamily, number>()
  const closes: number[] = []
  for (let place = marks.length - 1; place >= 0; place--) {
    const { family, lean, certainty } = marks[place]!
    const ahead = best.get(family) ?? 0
    closes[place] = ahead
    const step = certainty === "doubtful" || lean === "either" ? 0 : lean === "close" ? 1 : -1
    best.set(family, Math.max(0, ahead + step))
  }
  return closes
}

function wordsBefore(text: string, paragraph: Span, marks: readonly Mark[]): number[] {
  let stretches = 0
  let end = paragraph.start
  const before: number[] = []
  for (const start of [...marks.map((mark) => mark.start), paragraph.end]) {
    if (/\S/.test(text.slice(end, start))) stretches += 1
    before.push(stretches)
    end = marks[before.length - 1]?.end ?? end
  }
  return before
}
