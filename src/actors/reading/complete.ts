import type { TaggedMention } from "../../tagger/tagged.js"
import { datelineEnd } from "../../text/dateline.js"
import { courtesies, titles } from "../../text/lexicon/titles.js"
import { byPlace, type Span, sliceOf } from "../../text/span.js"
import { withWholeEdges } from "./edges.js"
import { fold } from "./fold.js"
import { withNeighbours } from "./neighbours.js"

/** A description breaks off where one of these ends it. */
const dangling =
  /[\s,]+(?:of|for|in|at|on|from|with|by|to|and|or|the|a|an|his|her|their|who|which|that|inside|outside|near|against|among)$/i

/** “{we’}re”, “{they’ve all}” are pronouns; what the network takes such a piece to mean is not to be trusted. */
export const contracted = /^(?:i|we|you|he|she|it|they)(?=['’](?:\p{L}{1,2})?(?: all| both)?$)/iu

/** A sentence ends inside: “{leaders. Tom Kane}”. */
const sentenceInside = /^[^.\n]{0,80}(?<!\p{L})\p{Ll}{4,}[.!?]["”’']? (?=\p{Lu})/u

/** No mention goes on in another line: “{Ana Ruiz}⏎City Hall”. */
const line = /^[^\n]*/

/** “{Cllr} Benedikt Osei”: a title is made whole by the name that follows it. */
const name = /^(?: (?:(?:van|von|der|de|del|la|al|bin|ibn) )*\p{Lu}[\p{L}'’.-]*(?<![.’'])){1,3}/u

/** “President Inés {Aldarondo}”: between a title and a name stands a given name. */
const given = /(?<![\p{L}.])(\p{Lu}[\p{L}.]+) (\p{Lu}[\p{L}'’-]+) $/u

/** “Foreign Minister of Vallonda Mihail Dragan”: the place is not of the name. */
const ofPlace = /(\p{L}+) of $/u
const placeAndName = /^(\p{Lu}[\p{L}'’-]+ )(?:\p{Lu}[\p{L}'’.-]+ ){1,2}\p{Lu}[\p{L}'’-]+$/u

/**
 * Mentions that break off are made whole: from the given name on, as far as the name after a title, as far as the source
 * that begins with them, “{a spokeswoman for} the port”, and without the words that lead nowhere, “{protesters in}”.
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
  const beforeOf = new Map(ordered.map((mention, i) => [mention, ordered[i - 1]?.end ?? 0]))
  const known = new Set(mentions.map((mention) => sliceOf(text, mention).split(" ").map(fold).join(" ")))
  const begun = new Set(mentions.map(({ start }) => start))
  const ends = new Set(mentions.map(({ end }) => end))
  return mentions.map((seen) => {
    const onLine = { ...seen, end: seen.start + line.exec(sliceOf(text, seen))![0].length }
    if (seen.pronoun) return onLine
    const pronoun = contracted.exec(sliceOf(text, onLine))
    if (pronoun) return { ...onLine, end: onLine.start + pronoun[0].length, pronoun: true, antecedents: [] }
    const room = { from: beforeOf.get(seen)!, to: nextOf.get(seen)! }
    const whole = {
      ...onLine,
      ...withNeighbours(text, { ...onLine, ...withWholeEdges(text, onLine, room) }, room, known),
    }
    const mention = withoutPlace(text, fromGivenName(text, inSentence(text, withoutDateline(text, whole)), ends))
    if (isTitle(sliceOf(text, mention)) && !begun.has(mention.end + 1)) {
      const rest = name.exec(text.slice(mention.end, room.to))
      if (rest) return { ...mention, end: mention.end + rest[0].length }
    }
    if (!dangling.test(sliceOf(text, mention))) return mention
    const source = starts.get(mention.start)
    const goesOn = source && source.end > mention.end && sliceOf(text, source).search(/,|\bwho\b|\bwhich\b/) < 0
    if (goesOn && room.to >= source.end) return { ...mention, end: source.end }
    return { ...mention, end: endBeforeDangling(text, mention) }
  })
}

/** “protesters in” ends behind “protesters”. */
export function endBeforeDangling(text: string, { start, end }: Span): number {
  let last = end
  for (let found = dangling.exec(text.slice(start, last)); found && found.index > 0; ) {
    last -= found[0].length
    found = dangling.exec(text.slice(start, last))
  }
  return last
}

/** “{DORN Mayor Ana Ruiz} left.”, “SAN {TORVIK Mayor Ana Ruiz} left.” begin behind the dateline. */
function withoutDateline(text: string, mention: TaggedMention): TaggedMention {
  const before = /(?:^|\n)[^\n]{0,40}$/.exec(text.slice(Math.max(0, mention.start - 41), mention.start))?.[0]
  if (before === undefined) return mention
  const start = datelineEnd(text, mention.start - before.trimStart().length)
  return start > mention.start && start < mention.end ? { ...mention, start } : mention
}

function inSentence(text: string, mention: TaggedMention): TaggedMention {
  const before = sentenceInside.exec(sliceOf(text, mention))?.[0].length ?? 0
  return { ...mention, start: mention.start + before }
}

function fromGivenName(text: string, mention: TaggedMention, ends: ReadonlySet<number>): TaggedMention {
  if (!/^\p{Lu}/u.test(sliceOf(text, mention)) || ends.has(mention.start - 1)) return mention
  const [, title, first] = given.exec(text.slice(Math.max(0, mention.start - 50), mention.start)) ?? []
  if (!title || !first || !isTitle(title) || isTitle(first)) return mention
  return { ...mention, start: mention.start - first.length - 1, kind: "person" }
}

function withoutPlace(text: string, mention: TaggedMention): TaggedMention {
  const [, title] = ofPlace.exec(text.slice(Math.max(0, mention.start - 30), mention.start)) ?? []
  const [, place] = placeAndName.exec(sliceOf(text, mention)) ?? []
  return title && place && isTitle(title) ? { ...mention, start: mention.start + place.length } : mention
}

const isTitle = (words: string): boolean => titles.has(fold(words)) || courtesies.has(fold(words))
