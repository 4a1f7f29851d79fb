import type { Span } from "../text/span.js"

// What a name in a mark, and words without one, say about who is meant.

const pronoun =
  /^(?:I|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves|who|whom|whose|which|that|this|those|these)$/i

export const isPronoun = (words: string): boolean => words !== "US" && pronoun.test(words)

/** "The board" and "board" name the same actor. */
export function nameKey(name: string): string {
  const bare = name.replace(/^(?:the|an?)\s+/i, "").replace(/\s+/g, " ")
  return bare.charAt(0).toLowerCase() + bare.slice(1)
}

/**
 * Where in the words of a mark the actor of this name is mentioned, if they name no other:
 * in "Mayor Maria Lopez’s" the words "Maria Lopez"; in "an aide to Maria Lopez" nothing.
 */
export function findName(words: string, name: string): Span | undefined {
  const { start, end } = bareMention(words)
  const bare = words.slice(start, end)
  if (nameKey(bare) === nameKey(name)) return { start, end }
  if (!/^\p{Lu}/u.test(name) || !bare.endsWith(` ${name}`)) return undefined
  const title = bare.slice(0, -name.length - 1)
  const onlyTitles = title.split(/\s+/).every((word) => /^(?:\p{Lu}|former|then|now|acting|the$)/u.test(word))
  return onlyTitles ? { start: end - name.length, end } : undefined
}

/** The words without article and possessive ending: "board" of "the board’s". */
export function bareMention(words: string): Span {
  const article = /^(?:the|an?)\s+(?=\S)/i.exec(words)?.[0].length ?? 0
  const ending = /(?<=[^\s'’])(?:['’]s|(?<=s)['’])$/.exec(words.slice(article))?.[0].length ?? 0
  return { start: article, end: words.length - ending }
}
