import { contains, type Span } from "../text/span.js"
import type { Draft } from "./draft.js"
import { addTo, near } from "./enclosing.js"

/**
 * Two anchors may claim the same words: “{q:“No,”} {c:said} {s:Reed}” hangs on “said” and, as a quotation without a
 * cue, on its first word. The one with a cue stays, else the surer one. Words told in each other are no rivals.
 */
export function settleRivals(drafts: readonly Draft[]): Draft[] {
  const ordered = [...drafts].sort((a, b) => rank(b) - rank(a))
  const kept: Draft[] = []
  const places = new Map<number, Draft[]>()
  for (const draft of ordered) {
    const rivals = new Set(draft.content.flatMap((part) => near(places, part)))
    if ([...rivals].some((other) => areRivals(other, draft))) continue
    kept.push(draft)
    addTo(places, draft)
  }
  return kept
}

const rank = (draft: Draft): number => (draft.turn ? 4 : 0) + (draft.cue.length > 0 ? 2 : 0) + draft.confidence

/** `surer` has a cue or the better score. */
function areRivals(surer: Draft, draft: Draft): boolean {
  const shared = sharedSize(draft.content, surer.content)
  const own = sizeOf(draft.content)
  const whole = sizeOf(surer.content)
  if (draft.cue.length === 0) {
    // “We {look forward} to it.” stands alone and tells of what its speakers look forward to.
    if (draft.kind === "direct" && surer.cue.length > 0 && isInWords(draft, surer)) return false
    // Without a cue a statement inside another's words must be much shorter: a quotation within a quotation.
    return (
      shared >= 0.5 * own &&
      (surer.cue.length === 0 ||
        !surer.content.some((part) => strictlyInside(part, draft.anchor)) ||
        shared >= 0.6 * whole)
    )
  }
  const told =
    surer.content.some((part) => inside(part, draft.anchor)) || draft.content.some((part) => inside(part, surer.anchor))
  return !told && shared / (own + whole - shared) >= 0.85
}

/** Cue and content of `inner` are words of `outer`. */
const isInWords = (outer: Draft, inner: Draft): boolean =>
  [...inner.cue, ...inner.content].every((place) => outer.content.some((part) => contains(part, place)))

const inside = (part: Span, anchor: Span): boolean => part.start <= anchor.start && anchor.end <= part.end

const strictlyInside = (part: Span, anchor: Span): boolean => part.start < anchor.start && anchor.end <= part.end

/** How many characters two contents have in common; both are in reading order. */
function sharedSize(one: readonly Span[], other: readonly Span[]): number {
  let size = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!]
    size += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
    if (a.end < b.end) i++
    else j++
  }
  return size
}

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)
