import { createHash } from "node:crypto"

/** More than any labelled excerpt has, in UTF-16 code units. */
const longestExcerpt = 20_000

/**
 * The part of a longer text that has this sha-256, with a line end behind it; undefined where there is none.
 * Labelled excerpts begin and end with a paragraph.
 */
export const excerptOf = (text: string, sha256: string): string | undefined =>
  excerptsIn(text, new Set([sha256])).next().value?.[1]

/** Those of some excerpts, by their sha-256, that are parts of a text. */
export function* excerptsIn(
  text: string,
  wanted: ReadonlySet<string>,
): Generator<[sha256: string, excerpt: string], undefined> {
  const paragraphs = text.trim().split("\n\n")
  for (const first of paragraphs.keys()) {
    for (const { sha256, text } of excerptsFrom(paragraphs.slice(first))) if (wanted.has(sha256)) yield [sha256, text()]
  }
}

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
