import type { Record } from "../record.js"
import { contains, overlaps, type Span } from "../text/span.js"

/** The mention that stands for an actor in the printed marks: inside these words, else the nearest of their sentence. */
export function mentionBeside(record: Record, actor: string, words: Span, avoid: readonly Span[]): Span | undefined {
  const { text } = record.report
  const mentions = record.actors.find(({ id }) => id === actor)?.mentions ?? []
  const free = mentions.filter((mention) => !avoid.some((span) => overlaps(span, mention)))
  const inside = free.filter((mention) => contains(words, mention))
  // In "Reed told Lopez’s aide" what follows the cue is nearer than what stands before it.
  const distance = (mention: Span) =>
    mention.start >= words.end ? mention.start - words.end : 2 * (words.start - mention.end)
  const near = free.filter((mention) => sameSentence(text, words, mention)).sort((a, b) => distance(a) - distance(b))
  return inside[0] ?? near[0]
}

function sameSentence(text: string, a: Span, b: Span): boolean {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))
  return !/\n\s*\n|[\p{Ll}\p{N}][.!?]["”’)\]]*\s+["“‘([]*[\p{Lu}]/u.test(between.length > 600 ? "\n\n" : between)
}
