import { firstEndingAfter, type Span } from "../text/span.js"
import type { AnchorScores } from "./network.js"
import { type Block, decodeRoles, type Role } from "./roles.js"
import type { Parts } from "./tagged.js"
import type { WindowReading } from "./window-reading.js"

interface View {
  readonly reading: WindowReading
  readonly scores: AnchorScores
  readonly words: readonly Span[]
  readonly paragraphs: readonly Span[]
}

/** The parts of one anchor's statement or contact as spans of the report, cut where a paragraph ends. */
export function partsOf(
  { reading, scores, words, paragraphs }: View,
  anchor: number,
): { parts: Parts; evidence: Span[]; clear: number } {
  const { window, blocks, anchors } = reading
  const { at } = anchors[anchor]!
  const width = scores.roles.length / anchors.length
  const log = scores.roles.subarray(anchor * width, (anchor + 1) * width)
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
