import { type Places, touching } from "../text/places.js"
import { contains, overlaps, type Span } from "../text/span.js"

/** The mention that stands for an actor in the printed marks: inside these words, else the nearest of their sentence. */
export function mentionBeside(
  mentions: Places<Span> | undefined,
  words: Span,
  avoid: readonly Span[],
  sentences: Places<Span>,
): Span | undefined {
  if (!mentions) return undefined
  const around = touching(sentences, words)
  const near = touching(mentions, {
    start: Math.min(words.start, around[0]?.start ?? words.start),
    end: Math.max(words.end, around.at(-1)?.end ?? words.end),
  }).filter((mention) => !avoid.some((span) => overlaps(span, mention)))
  // In "Reed told Lopez’s aide" what follows the cue is nearer than what stands before it.
  const distance = ({ start, end }: Span) => (start >= words.end ? start - words.end : 2 * (words.start - end))
  return near.find((mention) => contains(words, mention)) ?? near.sort((a, b) => distance(a) - distance(b))[0]
}
