import type { Span } from "./span.js"

/**
 * The words of a text as the tagger counts them: runs of letters, digits and marks;
 * every other visible character is a word of its own ("don’t" is three: don, ’, t).
 * The split is BERT's basic tokenization (Devlin et al. 2019), with offsets kept. It goes its own way in three places:
 * signs such as £ and ° never join the digits beside them, control characters part words instead of joining them,
 * and a mark that stands alone is still a word.
 */
export function findWords(text: string): Span[] {
  const words: Span[] = []
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (!ideograph.test(run)) words.push({ start: index, end: index + run.length })
    else for (const part of run.matchAll(parts)) words.push(spanOf(part, index))
  }
  return words
}

const spanOf = (match: RegExpExecArray, from: number) => ({
  start: from + match.index,
  end: from + match.index + match[0].length,
})

// Soft hyphens and joiners (Cf) stand inside words: re­port. A sign takes its variation selector along: ❤️
// Runs have a greatest length because the engine cannot match one of some millions.
const runs =
  /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\p{Cf}]{0,2000}[\p{L}\p{N}\p{M}])?|[^\s\p{L}\p{N}\p{M}\p{Cc}\p{Cf}\p{Co}\p{Cs}]\p{Mn}{0,99}/gu

// Chinese has no spaces: each of its characters is a word.
const han = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{2ceaf}\\u{2f800}-\\u{2fa1f}"
const ideograph = new RegExp(`[${han}]`, "u")
const parts = new RegExp(`[${han}]\\p{Mn}*|[^${han}\\p{Cf}](?:[^${han}]*[^${han}\\p{Cf}])?`, "gu")
