import type { Actor } from "../record.js"
import { contains, overlaps, type Span } from "../text/span.js"

/** The mention that stands for an actor in the printed marks: inside these words, else the nearest of their sentence. */
export function mentionBeside(
  actor: Actor | undefined,
  words: Span,
  avoid: readonly Span[],
  sentences: readonly Span[],
): Span | undefined {
  const free = (actor?.mentions ?? []).filter((mention) => !avoid.some((span) => overlaps(span, mention)))
  const inside = free.find((mention) => contains(words, mention))
  if (inside) return inside
  const around = sentencesAt(sentences, words)
  // In "Reed told Lopez’s aide" what follows the cue is nearer than what stands before it.
  const distance = ({ start, end }: Span) => (start >= words.end ? start - words.end : 2 * (words.start - end))
  const near = free.filter((mention) => around.some((sentence) => overlaps(sentence, mention)))
  return near.sort((a, b) => distance(a) - distance(b))[0]
}

/** The sentences that these words touch, found by halving: sentences stand in reading order. */
function sentencesAt(sentences: readonly Span[], words: Span): readonly Span[] {
  let from = 0
  for (let to = sentences.length; from < to; ) {
    const middle = (from + to) >> 1
    if (sentences[middle]!.end <= words.start) from = middle + 1
    else to = middle
  }
  let end = from
  while (end < sentences.length && sentences[end]!.start < words.end) end++
  return sentences.slice(from, end)
}
