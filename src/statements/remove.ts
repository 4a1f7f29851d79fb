import type { Span } from "../text/span.js"

/** What the remove of a statement hangs on. */
export interface Told {
  readonly id: string
  readonly within?: string
  readonly speakers: readonly string[]
  readonly source: readonly Span[]
  /** passed on by a mouth without a name: "reportedly said", see isHearsay */
  readonly hearsay?: boolean
}

/**
 * How many mouths lie between the words of each statement and the reader. Lopez recalled telling Reed: still 1, the
 * words are her own. Lopez said that Reed had said: 2. Lopez reportedly said: 2.
 */
export function removesOf(all: ReadonlyMap<string, Told>): Map<string, number> {
  /** The mouths on the way out from a statement; found once, however many are told within it. */
  const ways = new Map<string, number>()
  for (const told of all.values()) {
    const path: Told[] = []
    const passed = new Set<string>()
    for (let at: Told | undefined = told; at && !ways.has(at.id) && !passed.has(at.id); at = outerOf(at, all)) {
      path.push(at)
      passed.add(at.id)
    }
    for (const inner of path.reverse()) {
      const outer = outerOf(inner, all)
      const further = outer && ways.get(outer.id)
      ways.set(inner.id, outer && further !== undefined ? mouthsBetween(inner, outer) + further : 0)
    }
  }
  return new Map([...all.values()].map((told) => [told.id, (told.hearsay ? 2 : 1) + ways.get(told.id)!]))
}

const outerOf = ({ within }: Told, all: ReadonlyMap<string, Told>): Told | undefined =>
  within === undefined ? undefined : all.get(within)

function mouthsBetween(inner: Told, outer: Told): number {
  // the one mouth without a name may stand as a statement of its own: {reportedly} {Lopez said no}
  const alreadyCounted = inner.hearsay && isNobody(outer)
  return (alreadyCounted || isSameSpeaker(inner, outer) ? 0 : 1) + (outer.hearsay ? 1 : 0)
}

/** Whether the words around the cue pass a saying on from an unnamed mouth; "reportedly" alone is that mouth itself. */
export function isHearsay(before: string, cue: string): boolean {
  if (/^(?:reportedly|allegedly|supposedly|purportedly|is said|are said)$/i.test(cue.trim())) return false
  if (/\b(?:reportedly|allegedly|supposedly|purportedly)\b/i.test(cue)) return true
  return /\b(?:reportedly|allegedly|supposedly|purportedly|(?:is|are|was|were) (?:said|reported|rumou?red|alleged|understood) to have)\s+(?:\p{L}+ly\s+)?(?:have\s+|has\s+|had\s+)?$/iu.test(
    before,
  )
}

const isNobody = (told: Told): boolean => told.speakers.length === 0 && told.source.length === 0

// Where nobody knows who spoke, another mouth is the safer reading, unless the same words name the source of both.
function isSameSpeaker(inner: Told, outer: Told): boolean {
  if (inner.speakers.length > 0 && outer.speakers.length > 0) {
    return inner.speakers.every((speaker) => outer.speakers.includes(speaker))
  }
  const [first, second] = [inner.source[0], outer.source[0]]
  return first !== undefined && first.start === second?.start && first.end === second.end
}
