import type { Span } from "./span.js"

/**
 * The words of a text as the tagger counts them: runs of letters, digits and marks;
 * every other visible character is a word of its own ("don’t" is three: don, ’, t).
 * The split is BERT's basic tokenization (Devlin et al. 2019), with offsets kept.
 */
export function findWords(text: string): Span[] {
  const words: Span[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s\p{C}\p{L}\p{N}\p{M}]/gu)) {
    words.push({ start: match.index, end: match.index + match[0].length })
  }
  return words
}
