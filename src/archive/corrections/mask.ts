import type { Actor } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import { fold } from "../fold.js"

// A name is blotted out letter by letter, so that every place in the text stays where it was.

export const BLOT = "█"

const blot = (words: string): string => words.replace(/[^\s]/g, BLOT)

/** “he” and “the mayor” say nothing of who it was; “Lind” and “Ms. Lind” do. */
export function namingMentions(text: string, actor: Actor): Span[] {
  const words = new Set(nameWords(actor))
  return actor.mentions.filter((mention) => wordsOf(sliceOf(text, mention)).some((word) => words.has(fold(word))))
}

export function blotSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((now, { start, end }) => now.slice(0, start) + blot(now.slice(start, end)) + now.slice(end), text)
}

/** Every place in a text where a word of the actor's name stands with a capital letter, but for the `spared` ones. */
export function namePlaces(text: string, actor: Actor, spared: readonly Span[]): Span[] {
  const words = new Set(nameWords(actor))
  const places = [...text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s$/u, "")
    return /^\p{Lu}/u.test(bare) && words.has(fold(bare)) ? [{ start: index, end: index + bare.length }] : []
  })
  return places.filter((place) => !spared.some((span) => overlaps(span, place)))
}

/** Blots names out of words that people wrote: reasons, and what those who were quoted say. */
export const blotNames =
  (gone: readonly Actor[]) =>
  (words: string): string =>
    gone.reduce((now, actor) => blotSpans(now, namePlaces(now, actor, [])), words)

/** The words of a person's name and other names: “Dr. Mara de Lind” → mara, lind. Small words and initials name nobody. */
function nameWords({ name, aliases }: Actor): string[] {
  return [name, ...aliases].flatMap((each) =>
    wordsOf(each)
      .filter((word) => /^\p{Lu}.{2}/u.test(word))
      .map(fold),
  )
}

const wordsOf = (words: string): string[] => words.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []

/** The same value with every string that it holds changed. */
export const blotAll = <T>(value: T, blot: (words: string) => string): T =>
  mapped(value, (inner) => (typeof inner === "string" ? blot(inner) : inner))

export const mapped = <T>(value: T, change: (inner: unknown) => unknown): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) => change(inner)) as T
