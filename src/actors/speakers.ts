import type { Actor } from "../record.js"
import type { Draft } from "../statements/draft.js"
import { lengthOf } from "../statements/enclosing.js"
import type { Link } from "../tagger/tagged.js"
import { type Places, placesOf, touching } from "../text/places.js"
import { type Span, sliceOf } from "../text/span.js"
import { type Cast, type CastMention, headIn, type Meaning } from "./find.js"
import { agrees, type Pronoun, readPronoun } from "./reading/pronouns.js"
import { toldBeside } from "./told.js"

/** Who said it: actors, and how likely each is. */
export interface Spoken {
  /** Places in the list of actors, likeliest first; shares come to at most 1. */
  readonly candidates: readonly Meaning[]
  /** More than one where they are named together: “Ruiz and Kane”. */
  readonly together: readonly number[]
  /** Who was spoken to, where the report names them in the speaker's place: “the inquest heard”. */
  readonly hearers?: readonly number[]
  /** Whom the pronoun behind the cue means: “told him”. */
  readonly told?: number
  readonly form: "name" | "pronoun" | "relative" | "none" | "label" | "same"
  readonly why: string
}

/** The speaker of each statement; the outer ones first, for “I” in a quotation is whoever is quoted. */
export function findSpeakers(text: string, drafts: readonly Draft[], cast: Cast): Map<string, Spoken> {
  const spoken = new Map<string, Spoken>()
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const places = placesOf(cast.mentions)
  const speakerOf = (draft: Draft): Spoken => {
    const known = spoken.get(draft.id)
    if (known) return known
    const outer = draft.within === undefined ? undefined : byId.get(draft.within)
    const around = outer && { quotes: outer.kind === "direct", spoken: speakerOf(outer) }
    const own = speaker(text, draft, cast, places, around)
    const told = toldBeside(text, draft, places, own, around?.spoken)
    const answer = told === undefined ? own : { ...own, told }
    spoken.set(draft.id, answer)
    return answer
  }
  // The longer contents first, for who is asked about is told of in a longer one.
  const order = [...drafts].sort((a, b) => lengthOf(b) - lengthOf(a) || a.anchor.start - b.anchor.start)
  for (const draft of order) speakerOf(draft)
  return withFloating(drafts, spoken)
}

/** A quotation that stands alone and names nobody, and an aside, go on with whoever was quoted before. */
function withFloating(drafts: readonly Draft[], spoken: ReadonlyMap<string, Spoken>): Map<string, Spoken> {
  const settled = new Map(spoken)
  let before: Spoken | undefined
  for (const draft of drafts) {
    if (draft.within !== undefined) continue
    const own = settled.get(draft.id)!
    const [first] = before?.candidates ?? []
    const alone = !draft.tagged && !draft.turn && own.candidates.length === 0
    // “Reed, he said, answered”: whoever told of it before goes on telling; Reed is not among the candidates.
    const goesOn = draft.somebodyElse && own.candidates.some(({ actor }) => actor === first?.actor)
    if (
      first &&
      draft.tagged &&
      !draft.turn &&
      draft.kind === "direct" &&
      draft.cue.length + draft.source.length === 0
    ) {
      const candidates = mixed([{ actor: first.actor, share: first.share }], own.candidates, 0.75)
      settled.set(draft.id, { ...own, candidates, form: "name", why: "the speaker before" })
    } else if (first && (alone || goesOn)) {
      const candidates = [{ actor: first.actor, share: first.share * goingOn }]
      settled.set(draft.id, { ...own, candidates, why: "the speaker before" })
    }
    before = settled.get(draft.id)
  }
  return settled
}

/** How often a quotation that stands alone is by the speaker before it. */
const goingOn = 0.8

const nobody: Spoken = { candidates: [], together: [], form: "none", why: "nobody named" }

function speaker(
  text: string,
  draft: Draft,
  cast: Cast,
  places: Places<CastMention>,
  outer: { readonly spoken: Spoken; readonly quotes: boolean } | undefined,
): Spoken {
  const linked = meaningsOf(draft.tagged?.speakers ?? [], cast)
  const source = draft.source[0]
  if (draft.hearer) {
    const hearers = touching(places, draft.hearer).flatMap((mention) => mention.means[0]?.actor ?? [])
    const candidates = linked.filter(({ actor }) => !hearers.includes(actor))
    return { ...nobody, candidates, hearers, why: "the name in its place was told" }
  }
  if (draft.unnamed) return nobody
  if (!source) return { ...nobody, candidates: linked, why: "the network, without a source" }
  const words = sliceOf(text, source)
  const pronoun = readPronoun(words)
  const inside = touching(places, source)
  const meant = inside.find((mention) => mention.pronoun)?.means ?? []
  if (pronoun?.person === 1) {
    const same = outer?.spoken
    // “We have said so before,” said a spokeswoman: the body that she speaks for said so.
    if (same && pronoun.count === "many" && isSingle(same, cast))
      return { candidates: meant, together: [], form: "pronoun", why: `what “${words}” stands for` }
    if (same) {
      const { candidates, together } = same
      return { candidates, together, form: "same", why: "the speaker of the words around" }
    }
    return { candidates: [], together: [], form: "pronoun", why: "the writer, whom nobody names" }
  }
  if (/^(?:who|which|that)$/i.test(words)) {
    const before = touching(places, { start: source.start - 4, end: source.start }).findLast(
      (mention) => !mention.pronoun && mention.end <= source.start,
    )
    return before
      ? { candidates: mixed(before.means, linked), together: [], form: "relative", why: "the name before “who”" }
      : { ...nobody, candidates: linked, why: "the network" }
  }
  if (pronoun) {
    const others = draft.somebodyElse ? touching(places, draft.somebodyElse).flatMap(meantBy) : []
    // “He told us no,” said Kane: “he” is somebody else.
    const isOther = pronoun.person === 3 && outer?.quotes
    const quoting = isOther && outer.spoken.together.length === 0 ? outer.spoken.candidates.slice(0, 1) : []
    const fitting = (meanings: readonly Meaning[]) => meanings.filter(({ actor }) => mayMean(pronoun, actor, cast))
    const candidates = without(mixed(meant, fitting(linked)), [...others, ...quoting.map(({ actor }) => actor)])
    return { candidates, together: [], form: "pronoun", why: `what “${words}” stands for` }
  }
  const heads = headIn(
    text,
    source,
    inside.filter((mention) => !mention.pronoun),
  )
  const together = joint(text, source, heads)
  const actors = [...new Set(heads.flatMap((mention) => mention.means.map(({ actor }) => actor)))]
  if (together)
    return { candidates: [{ actor: actors[0]!, share: 0.95 }], together: actors, form: "name", why: "named together" }
  if (actors.length <= 1) {
    return actors.length === 1
      ? {
          candidates: mixed([{ actor: actors[0]!, share: 1 }], linked, weightOf(heads, linked)),
          together: [],
          form: "name",
          why: "the name in the source",
        }
      : { ...nobody, candidates: linked, why: "the network" }
  }
  // “Fox News’ John Roberts”: the network tells which of the names speaks, and the last is the likelier.
  const weights = actors.map((actor, i) => ({
    actor,
    share: (linked.find((one) => one.actor === actor)?.share ?? 0) + (i === actors.length - 1 ? 0.1 : 0.01),
  }))
  const whole = weights.reduce((sum, { share }) => sum + share, 0)
  const sorted = weights.map(({ actor, share }) => ({ actor, share: share / whole })).sort((a, b) => b.share - a.share)
  return { candidates: sorted, together: [], form: "name", why: "one of the names in the source" }
}

/** What the name in a source counts for: little where only a source makes it one and the network is sure of another. */
const weightOf = (heads: readonly CastMention[], [best]: readonly Meaning[]): number =>
  heads.some(({ guessed }) => guessed) && best !== undefined && best.share >= sure ? 0.1 : 0.85

const sure = 0.95

/** Somebody, and not a body or several people. */
const isSingle = ({ candidates, together }: Spoken, { actors }: Cast): boolean =>
  together.length === 0 && candidates.slice(0, 1).some(({ actor }) => isOne.has(actors[actor]!.kind))

const isOne: ReadonlySet<Actor["kind"]> = new Set(["person", "unnamed"])

const meantBy = ({ pronoun, means }: CastMention): number[] => (pronoun ? [] : means.map(({ actor }) => actor))

const mayMean = (pronoun: Pronoun, actor: number, { actors, shows }: Cast): boolean =>
  agrees(pronoun, shows[actor]!, actors[actor]!.kind)

/** The others' shares, where one is surely not meant. */
function without(meanings: readonly Meaning[], others: readonly number[]): Meaning[] {
  const excluded = new Set(others)
  if (excluded.size === 0) return [...meanings]
  const left = meanings.filter(({ actor }) => !excluded.has(actor))
  const whole = left.reduce((sum, { share }) => sum + share, 0)
  // Of next to nothing nobody becomes sure.
  if (whole < enoughLeft) return left
  return left.map(({ actor, share }) => ({ actor, share: share / whole }))
}

const enoughLeft = 0.3

/** “Ruiz and Kane”, “the board, the union and the city”: nothing but names and what joins them. */
function joint(text: string, source: Span, heads: readonly Span[]): boolean {
  if (heads.length < 2) return false
  let rest = ""
  let at = source.start
  for (const { start, end } of heads) {
    rest += `${text.slice(at, start)} `
    at = Math.max(at, end)
  }
  rest += text.slice(at, source.end)
  return /\b(?:and|&)\b/.test(rest) && /^(?:[\s,&]|and|both|the|an?)*$/i.test(rest)
}

/** Links to mentions → shares of actors. */
export function meaningsOf(links: readonly Link[], cast: Cast): Meaning[] {
  const sums = new Map<number, number>()
  for (const { mention, score } of links) {
    for (const { actor, share } of cast.tagged[mention]!.means) sums.set(actor, (sums.get(actor) ?? 0) + score * share)
  }
  return [...sums].map(([actor, share]) => ({ actor, share })).sort((a, b) => b.share - a.share || a.actor - b.actor)
}

/** Two opinions as one, the first with a weight. */
function mixed(first: readonly Meaning[], second: readonly Meaning[], weight = 0.5): Meaning[] {
  if (first.length === 0) return [...second]
  if (second.length === 0) return [...first]
  const sums = new Map<number, number>()
  for (const { actor, share } of first) sums.set(actor, weight * share)
  for (const { actor, share } of second) sums.set(actor, (sums.get(actor) ?? 0) + (1 - weight) * share)
  return [...sums].map(([actor, share]) => ({ actor, share })).sort((a, b) => b.share - a.share || a.actor - b.actor)
}
