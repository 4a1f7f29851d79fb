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
    const hash = createHash("sha256")
    let length = 0
    for (let last = first; last < paragraphs.length && length < longestExcerpt; last++) {
      const words = `${last > first ? "\n\n" : ""}${paragraphs[last]}`
      length += words.length
      hash.update(words, "utf8")
      if (hash.copy().update("\n").digest("hex") !== sha256) continue
      return `${paragraphs.slice(first, last + 1).join("\n\n")}\n`
    }
  }
  return undefined
}
