import type { Record, Statement } from "../src/record.js"
import { byPlace, contains, type Span, sliceOf } from "../src/text/span.js"

const singular = /^(?:he|she|him|her|his|hers)$/i
const anyPronoun =
  /^(?:I|me|my|mine|we|us|our|ours|you|your|yours|he|him|his|she|her|hers|it|its|they|them|their|theirs|who|whom|whose|\w+sel(?:f|ves))$/i

/**
 * Statements whose source is a pronoun, where the words that last named the speaker stand two paragraphs back or more
 * and somebody else who could be meant was named since; the first such pronoun of a paragraph only:
 *
 *     Maria Lopez left early.
 *
 *     Ann Ruiz stayed.
 *
 *     “I was tired,” {s=Maria Lopez:she} said.
 */
export function speakersFromAfar({ report, actors, statements }: Record): Statement[] {
  const { text, paragraphs } = report
  const paragraphOf = ({ start }: Span) => paragraphs.findIndex(({ end }) => start < end)
  const named = new Map(
    actors.map(({ id, mentions }) => [id, mentions.filter((span) => !anyPronoun.test(sliceOf(text, span)))]),
  )
  return statements.filter(({ source, speakers, content }) => {
    const [words] = source
    const [speaker, ...others] = speakers
    if (!words || !speaker || others.length || !isPersonal(sliceOf(text, words))) return false
    const last = before(named.get(speaker)!, words)
    if (!last || paragraphOf(words) - paragraphOf(last) < 2) return false
    const own = actors.find(({ id }) => id === speaker)!.mentions.filter(({ end }) => end <= words.start)
    if (own.some((span) => paragraphOf(span) === paragraphOf(words) && !content.some((part) => contains(part, span)))) {
      return false
    }
    return actors.some(({ id, kind }) => {
      if (id === speaker || !couldBe(sliceOf(text, words), kind)) return false
      const rival = before(named.get(id)!, words)
      return rival !== undefined && byPlace(last, rival) < 0
    })
  })
}

const isPersonal = (words: string): boolean => singular.test(words) || /^(?:they|it)$/i.test(words)

const couldBe = (pronoun: string, kind: Record["actors"][number]["kind"]): boolean =>
  singular.test(pronoun) ? kind === "person" || kind === "unnamed" : kind !== "person"

const before = (mentions: readonly Span[], words: Span): Span | undefined =>
  mentions.findLast(({ end }) => end <= words.start)
