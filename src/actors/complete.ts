import type { TaggedMention } from "../tagger/tagged.js"
import { byPlace, type Span, sliceOf } from "../text/span.js"

/** A description breaks off where one of these ends it. */
const dangling = /[\s,]+(?:of|for|in|at|on|from|with|by|to|and|or|the|a|an|his|her|their|who|which|that)$/i

/**
 * Mentions that break off are made whole: as far as the source that begins with them, “{a spokeswoman for} the port”,
 * and without the words that lead nowhere, “{dozens of protesters in}”.
 */
export function completeMentions(
  text: string,
  mentions: readonly TaggedMention[],
  sources: readonly Span[],
): TaggedMention[] {
  const starts = new Map<number, Span>()
  for (const source of sources) {
    starts.set(source.start, source)
    const article = /^(?:the|an?)\s+/i.exec(sliceOf(text, source))
    if (article) starts.set(source.start + article[0].length, source)
  }
  const ordered = [...mentions].sort(byPlace)
  const nextOf = new Map(ordered.map((mention, i) => [mention, ordered[i + 1]?.start ?? text.length]))
  return mentions.map((mention) => {
    if (mention.pronoun || !dangling.test(sliceOf(text, mention))) return mention
    const source = starts.get(mention.start)
    const whole = source && source.end > mention.end && sliceOf(text, source).search(/,|\bwho\b|\bwhich\b/) < 0
    if (whole && nextOf.get(mention)! >= source.end) return { ...mention, end: source.end }
    let end = mention.end
    for (let found = dangling.exec(text.slice(mention.start, end)); found; ) {
      end -= found[0].length
      found = dangling.exec(text.slice(mention.start, end))
    }
    return end > mention.start ? { ...mention, end } : mention
  })
}
