import type { Actor } from "../record.js"
import type { Tagged, TaggedMention } from "../tagger/tagged.js"
import { placesOf, touching } from "../text/places.js"
import { byPlace, contains, overlaps, type Span, sliceOf } from "../text/span.js"
import { describeActor } from "./choose.js"
import { type Group, groupMentions } from "./grouping/group.js"
import { joinDescriptions, sumByGroup } from "./grouping/join-descriptions.js"
import { showsOfGroup } from "./grouping/may-join.js"
import { completeMentions, contracted, endBeforeDangling } from "./reading/complete.js"
import { isFragment } from "./reading/edges.js"
import { agrees, readPronoun, type Shows } from "./reading/pronouns.js"
import type { Mention } from "./reading/readings.js"

/** The actors of one report, and whom each mention means. */
export interface Cast {
  readonly actors: readonly Actor[]
  /** For each actor what its titles and heads show, which a pronoun must agree with. */
  readonly shows: readonly Shows[]
  /** Of actors that are several, “Ruiz and Kane”: those whom their name joins. */
  readonly members: ReadonlyMap<number, readonly number[]>
  readonly mentions: readonly CastMention[]
  /** For each mention of the tagger, in its order. */
  readonly tagged: readonly CastMention[]
}

export interface CastMention extends Span {
  readonly pronoun: boolean
  /** The network saw no mention here; the words are a speaker's. */
  readonly guessed?: true
  /** Whom it may mean: shares that come to at most 1, likeliest first. */
  readonly means: readonly Meaning[]
}

export interface Meaning {
  /** Place in the list of actors. */
  readonly actor: number
  readonly share: number
}

/** A pronoun is shown among an actor's mentions from this share on. */
const sureEnough = 0.6

/**
 * Gathers mentions into actors: names by rule, descriptions by rule and then by the network, pronouns by the network.
 *
 * @param sources words that name a speaker; where no mention stands in them they are one
 */
export function findActors(text: string, tagged: Tagged, sources: readonly Span[]): Cast {
  const whole = completeMentions(text, tagged.mentions, sources)
  const nobodies = new Set(
    whole.filter(
      (mention) => !mention.pronoun && (isFragment(sliceOf(text, mention), mention.kind) || ofPlace(text, mention)),
    ),
  )
  const named = [...whole.entries()].filter(([, mention]) => !mention.pronoun && !nobodies.has(mention))
  const extra = unmentioned(
    text,
    whole.filter((mention) => !nobodies.has(mention)),
    sources,
  )
  const mentions: Mention[] = [...named.map(([, mention]) => mention), ...extra]
  const { groups, groupOf } = groupMentions(text, mentions)
  const groupOfTagged = new Map(named.map(([number], place) => [number, groupOf[place]!]))
  const joined = joinDescriptions(text, groups, groupOfTagged, whole)
  const cast = castOf(text, groups, joined)
  const meaningOf = (mention: TaggedMention, number: number): Meaning[] =>
    mention.pronoun
      ? pronounMeaning(text, mention, groups, groupOfTagged, cast)
      : nobodies.has(mention)
        ? []
        : [{ actor: cast.actorOf(groupOfTagged.get(number)!), share: 1 }]
  const seen = whole.map((mention, number): CastMention => {
    const { start, end, pronoun } = mention
    return { start, end, pronoun, means: meaningOf(mention, number) }
  })
  const all: CastMention[] = [
    ...seen,
    ...extra.map(({ start, end }, i) => ({
      start,
      end,
      pronoun: false,
      guessed: true as const,
      means: [{ actor: cast.actorOf(groupOf[named.length + i]!), share: 1 }],
    })),
  ].sort(byPlace)
  const pronounsOf = new Map<number, Span[]>(cast.actors.map((_, number) => [number, []]))
  for (const mention of all) {
    const likeliest = mention.pronoun ? mention.means[0] : undefined
    if (likeliest && likeliest.share >= sureEnough) pronounsOf.get(likeliest.actor)!.push(bare(mention))
  }
  const actors = cast.actors.map((actor, number) => ({
    ...actor,
    mentions: [...actor.mentions, ...pronounsOf.get(number)!].sort(byPlace),
  }))
  const members = new Map(
    groups.flatMap((group, number) =>
      group.form === "joint" ? [[cast.actorOf(number), [...new Set(group.members.map(cast.actorOf))]] as const] : [],
    ),
  )
  return { actors, shows: cast.shows, members, mentions: all, tagged: seen }
}

/** “the South {Calvera} Sea”, “the {Calvera} War” */
const ofPlace = (text: string, { end, kind }: TaggedMention): boolean =>
  kind !== "person" && /^ (?:Sea|Wars?|Ocean|Strait|Peninsula|River)(?!\p{L})/u.test(text.slice(end, end + 12))

const bare = ({ start, end }: Span): Span => ({ start, end })

/** Sources in which no mention stands at the head: “a spokesman for {the ministry}” is one of its own. */
function unmentioned(text: string, mentions: readonly TaggedMention[], sources: readonly Span[]): Mention[] {
  const extra: Mention[] = []
  const seen = new Set<string>()
  const places = placesOf(mentions)
  for (const source of [...sources].sort(byPlace)) {
    const words = sliceOf(text, source)
    const key = `${source.start} ${source.end}`
    if (seen.has(key) || readPronoun(words) || contracted.test(words) || nobody.test(words) || !/\p{L}/u.test(words))
      continue
    seen.add(key)
    if (headIn(text, source, touching(places, source)).length > 0) continue
    const start = source.start + (/^(?:the|an?)\s+/i.exec(words)?.[0].length ?? 0)
    const end = endBeforeDangling(text, { start, end: source.end })
    const last = /[\p{L}\p{N}]+\W*$/u.exec(text.slice(start, end))?.[0] ?? ""
    extra.push({ start, end, kind: /^\p{Lu}/u.test(last) ? "person" : "unnamed" })
  }
  return extra
}

/** “who”, “the” and what begins in the middle of something, “as mayor of Dorn”. */
const nobody = /^(?:(?:who|which|that|the|an?)$|,|(?:as|and|or|of)\b)/i

const preposition = /\s(?:for|of|at|from|with|in|on|to|by|close to|familiar with|who|which|that)\s/

/** Mentions that stand before the first preposition of a source, where its head is. */
export function headIn<M extends Span>(text: string, source: Span, mentions: readonly M[]): M[] {
  const cut = preposition.exec(sliceOf(text, source))
  const limit = cut ? source.start + cut.index : source.end
  return mentions.filter((mention) => standsIn(text, source, mention) && mention.start < limit)
}

/** A mention may reach out of a source that begins or ends with it: “U.{S. Navy}”, “{a plumber from} Dorn”. */
function standsIn(text: string, source: Span, mention: Span): boolean {
  if (contains(source, mention)) return true
  if (!overlaps(source, mention)) return false
  const start = (span: Span) => span.start + (/^(?:the|an?)\s+/i.exec(sliceOf(text, span))?.[0].length ?? 0)
  const end = (span: Span) => span.end - (/(?:['’]s?|[.,])?$/.exec(sliceOf(text, span))?.[0].length ?? 0)
  return start(source) === start(mention) || end(source) === end(mention)
}

function castOf(text: string, groups: readonly Group[], rootOf: readonly number[]) {
  const roots = [...new Set(rootOf)]
  const placeOf = new Map(roots.map((root, place) => [root, place]))
  const membersOf = new Map<number, Group[]>()
  for (const root of roots) membersOf.set(root, [])
  for (const [number, root] of rootOf.entries()) membersOf.get(root)!.push(groups[number]!)
  const actors = roots.map((root, place): Actor => {
    const members = membersOf.get(root)!
    const spans = members.flatMap((group) => group.readings.map(({ mention }) => bare(mention)))
    return {
      id: `a${place + 1}`,
      kind: groups[root]!.kind,
      ...describeActor(text, members),
      mentions: spans.sort(byPlace),
    }
  })
  const shows = roots.map((root) => showsOfGroup(groups[root]!))
  return { actors, shows, rootOf, groups, actorOf: (group: number): number => placeOf.get(rootOf[group]!)! }
}

/** The shares of those who agree with the pronoun; “she” is never a body, “he” never “Ms. Ruiz”. */
function pronounMeaning(
  text: string,
  mention: TaggedMention,
  groups: readonly Group[],
  groupOf: ReadonlyMap<number, number>,
  cast: { readonly rootOf: readonly number[]; readonly actorOf: (group: number) => number },
): Meaning[] {
  const pronoun = readPronoun(sliceOf(text, mention))
  const sums = sumByGroup(mention.antecedents, groupOf, (group) => cast.rootOf[group]!)
  const fitting = pronoun
    ? sums.filter(({ group }) => agrees(pronoun, showsOfGroup(groups[group]!), groups[group]!.kind))
    : sums
  const whole = fitting.reduce((sum, { share }) => sum + share, 0)
  const lost = sums.reduce((sum, { share }) => sum + share, 0) - whole
  // What went to those who do not agree goes to those who do.
  const scale = whole > 0 ? (whole + lost) / whole : 0
  return fitting.map(({ group, share }) => ({ actor: cast.actorOf(group), share: share * scale }))
}
