import { createHash } from "node:crypto"

/** More than any labelled excerpt has, in UTF-16 code units. */
const longestExcerpt = 20_000

/**
 * The part of a longer text that has this sha-256, with a line end behind it; undefined where there is none.
 * Labelled excerpts begin and end with a paragraph.
 */
export function excerptOf(text: string, sha256: string): string | undefined {
  const paragraphs = text.trim().split("\n\n")
  for (const first of paragraphs.keys()) {
    for (const excerpt of excerptsFrom(paragraphs.slice(first))) if (excerpt.sha256 === sha256) return excerpt.text()
  }
  return undefined
}

/** The excerpts that a text begins with, by their sha-256: where an excerpt has no address to be looked for at. */
export const openingsOf = (text: string): [sha256: string, excerpt: () => string][] =>
  [...excerptsFrom(text.trim().split("\n\n"))].map(({ sha256, text }) => [sha256, text])

function* excerptsFrom(paragraphs: readonly string[]) {
  const hash = createHash("sha256")
  let length = 0
  for (let last = 0; last < paragraphs.length && length < longestExcerpt; last++) {
    const words = `${last > 0 ? "\n\n" : ""}${paragraphs[last]}`
    length += words.length
    hash.update(words, "utf8")
    const text = () => `${paragraphs.slice(0, last + 1).join("\n\n")}\n`
    yield { sha256: hash.copy().update("\n").digest("hex"), text }
  }
}
