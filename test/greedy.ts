import type { Tagged, TaggedMention, TaggedStatement } from "../src/tagger/tagged.js"
import { firstEndingAfter, type Span, sliceOf } from "../src/text/span.js"
import { findWords } from "../src/text/words.js"

/**
 * What a network would see that believes everything: at every third word somebody speaks, at every second an actor
 * is mentioned, at every fourth two meet. Whatever a real one makes of hostile text, it is no more than this.
 */
export function greedy(text: string, paragraphs: readonly Span[]): Tagged {
  const words = findWords(text)
  const every = (step: number) => words.flatMap((_, number) => (number % step === 1 ? [number] : []))
  /** Words a to b as the network gives them: cut where a paragraph ends. */
  const part = (from: number, to: number): Span[] => {
    const parts: Span[] = []
    for (const word of words.slice(Math.max(0, from), to)) {
      const last = parts.at(-1)
      const paragraph = paragraphs[firstEndingAfter(paragraphs, last?.start ?? word.start)]
      if (last && word.start < (paragraph?.end ?? text.length)) parts[parts.length - 1] = { ...last, end: word.end }
      else parts.push({ ...word })
    }
    return parts
  }
  const mentionAt = every(2)
  const near = (word: number, reach: number) => {
    const place = Math.min(word >> 1, mentionAt.length - 1)
    return [place - reach, place, place + reach].filter((mention) => mention >= 0 && mention < mentionAt.length)
  }
  const links = (word: number, reach: number, score: number) => near(word, reach).map((mention) => ({ mention, score }))
  const mentions = mentionAt.map((word, number): TaggedMention => {
    const pronoun = /^(?:s?he|it|they|I|we)$/i.test(sliceOf(text, words[word]!))
    const kind = number % 5 === 0 ? "organisation" : number % 7 === 0 ? "unnamed" : "person"
    const antecedents = links(word, 20, 0.33).filter(({ mention }) => mention < number)
    return { ...words[word]!, pronoun, kind, score: 0.9, antecedents, fresh: 0.1 }
  })
  const statements = every(3).map((word): TaggedStatement => {
    const parts = {
      content: part(word + 1, word + 14),
      cue: word % 2 ? part(word, word + 1) : [],
      source: part(word - 2, word),
      via: [],
      when: part(word + 14, word + 16),
      where: [],
    }
    return {
      anchor: words[word]!,
      said: 0.9,
      attributed: 0.9,
      parts,
      clear: 0.9,
      speech: 0.9,
      question: word % 4 ? 0.1 : 0.9,
      negated: 0.1,
      response: { answer: 0.4, deflection: 0.5, refusal: 0.1 },
      speakers: links(word, 3, 0.33),
      addressees: links(word, 5, 0.6),
      replies: word > 3 ? [{ anchor: words[word - 3]!.start, score: 0.9 }] : [],
    }
  })
  const contacts = every(4).map((word) => ({
    anchor: words[word]!,
    score: 0.9,
    evidence: part(word, word + 4),
    when: part(word + 4, word + 6),
    where: part(word + 6, word + 7),
    mode: "meet" as const,
    status: word % 8 === 1 ? ("happened" as const) : ("not-happened" as const),
    participants: links(word, 2, 0.9),
  }))
  return { words, mentions, statements, contacts }
}
