import { firstEndingAfter, type Span } from "../text/span.js"
import { type Block, decodeRoles, type Role } from "./roles.js"
import type { Parts } from "./tagged.js"
import type { Window } from "./windows.js"

/** What the words of a window are for one of its anchors. */
export interface AnchorParts {
  readonly parts: Parts
  /** Of a contact: what tells of it. */
  readonly evidence: readonly Span[]
  /** Mean score of the words that have a role. */
  readonly clear: number
}

interface View {
  readonly window: Window
  /** Words of the whole report. */
  readonly words: readonly Span[]
  readonly paragraphs: readonly Span[]
  /** Outermost quotations; word numbers of the window. */
  readonly blocks: readonly Block[]
}

/**
 * The parts of one anchor's statement or contact as spans of the report, cut where a paragraph ends.
 *
 * @param at the anchor's word number in the window
 * @param log log probabilities of roles for the window's words
 */
export function partsOf({ window, words, paragraphs, blocks }: View, at: number, log: Float32Array): AnchorParts {
  const { role, score } = decodeRoles(
    log,
    blocks.filter((block) => mustBeWhole(block, at)),
  )
  const spansOf = (wanted: Role) => runs(role, wanted, words, window.from, paragraphs)
  let sum = 0
  let count = 0
  for (const [i, one] of role.entries()) {
    if (one === "none") continue
    sum += score[i]!
    count++
  }
  return {
    parts: {
      content: spansOf("content"),
      cue: spansOf("cue"),
      source: spansOf("source"),
      via: spansOf("via"),
      when: spansOf("when"),
      where: spansOf("where"),
    },
    evidence: spansOf("evidence"),
    clear: count ? sum / count : 0,
  }
}

/** A quotation is cut by roles only where the anchor itself stands in it: “He told me no,” she said. */
const mustBeWhole = ({ from, to }: Block, at: number): boolean => at <= from || at >= to

function runs(
  role: readonly Role[],
  wanted: Role,
  words: readonly Span[],
  offset: number,
  paragraphs: readonly Span[],
): Span[] {
  const spans: Span[] = []
  for (let i = 0; i < role.length; i++) {
    if (role[i] !== wanted) continue
    const first = words[offset + i]!
    const limit = paragraphs[firstEndingAfter(paragraphs, first.start)]?.end ?? Number.POSITIVE_INFINITY
    let last = first
    while (i + 1 < role.length && role[i + 1] === wanted && words[offset + i + 1]!.start < limit) {
      i++
      last = words[offset + i]!
    }
    spans.push({ start: first.start, end: last.end })
  }
  return spans
}
