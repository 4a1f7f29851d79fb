import type { Cast } from "../actors/find.js"
import type { Spoken } from "../actors/speakers.js"
import type { Contact, When } from "../record.js"
import type { Draft } from "../statements/draft.js"
import { settleSetting } from "../statements/edges.js"
import { addTo, byContent, innermost, near } from "../statements/enclosing.js"
import type { Context } from "../statements/find.js"
import { resolveSilence, resolveWhen } from "../statements/when/when.js"
import type { Tagged, TaggedContact } from "../tagger/tagged.js"
import { contains, firstEndingAfter, nearest, overlaps, type Span, sliceOf } from "../text/span.js"
import { completed, type Found } from "./complete.js"
import { houseOf } from "./house.js"
import { type Interview, interviewScore, interviewsOf } from "./interviews.js"
import { modeOf } from "./mode.js"
import { participants } from "./participants.js"
import { statusOf } from "./status.js"

/** Two or more actors who met, talked, called, wrote or visited; also planned, refused or not happened. */
export function findContacts(
  context: Context,
  tagged: Tagged,
  cast: Cast,
  drafts: readonly Draft[],
  spoken: ReadonlyMap<string, Spoken>,
): Contact[] {
  const around = byContent(drafts)
  const people = { cast, spoken, house: houseOf(context.report, cast) }
  const found = tagged.contacts.flatMap((seen) => {
    if (seen.score < context.decisions.contact) return []
    const contact = {
      ...seen,
      status: statusOf(seen.status, beforeIn(context, seen.anchor)),
      mode: modeOf(seen.mode, afterIn(context, seen.anchor)),
    }
    const evidence = clauseOf(context, contact)
    const within = innermost(around(contact.anchor), contact.anchor)
    const since = contact.status === "not-happened" ? sinceWhen(context, evidence, within) : undefined
    const clause = { contact, evidence, since, within }
    return [{ ...clause, between: participants(context, clause, people) }]
  })
  const whole = completed(context.report, found, (clause) => participants(context, clause, people, faint))
  const interviews = interviewsOf(context, drafts, cast, spoken).map(asFound)
  return withoutRepeats([...whole, ...interviews]).map(({ contact, evidence, since, within, between }, number) => ({
    id: `c${number + 1}`,
    between: between.map((actor) => cast.actors[actor]!.id),
    mode: contact.mode,
    status: contact.status,
    evidence,
    ...timeOf(context, contact, since),
    ...placeOf(context, contact),
    ...(within ? { within: within.id } : {}),
    confidence: contact.score,
  }))
}

/** The score of somebody who may have taken part in a contact of which one side alone is known. */
const faint = 0.1

const asFound = ({ evidence, anchor, when, between }: Interview): Found => ({
  contact: {
    anchor,
    score: interviewScore,
    evidence: [evidence],
    when: when ? [when] : [],
    where: [],
    mode: "talk",
    status: "happened",
    participants: [],
  },
  evidence,
  since: undefined,
  within: undefined,
  between,
})

/** Its sentence up to a place. */
function beforeIn({ report, sentences }: Context, anchor: Span): string {
  const sentence = sentences[firstEndingAfter(sentences, anchor.start)] ?? anchor
  return report.text.slice(Math.max(Math.min(sentence.start, anchor.start), anchor.start - farthest), anchor.start)
}

/** Its sentence from a place on. */
function afterIn({ report, sentences }: Context, anchor: Span): string {
  const sentence = sentences[firstEndingAfter(sentences, anchor.start)] ?? anchor
  return report.text.slice(anchor.end, Math.min(Math.max(sentence.end, anchor.end), anchor.end + farthest))
}

/** No clause is longer; what claims to be is looked at no further. */
const farthest = 300

/** One stretch around the anchor; never over a paragraph's end. */
function clauseOf({ report, sentences }: Context, { anchor, evidence }: TaggedContact): Span {
  const paragraph = report.paragraphs[firstEndingAfter(report.paragraphs, anchor.start)] ?? anchor
  const sentence = sentences[firstEndingAfter(sentences, anchor.start)] ?? paragraph
  const own = evidence.filter((part) => contains(paragraph, part) && overlaps(part, sentence))
  const start = Math.min(anchor.start, ...own.map((part) => part.start))
  const end = Math.max(anchor.end, ...own.map((part) => part.end))
  const words = report.text.slice(start, end)
  const before = /^[\s.,;:!?–—-]*/.exec(words)![0].length
  const loose = /(?:[\s,;:]+(?:in|at|on|to|of|for|with|and|or|the|a|an|from|by|since))*[\s,;:]*$/i.exec(words)![0]
    .length
  return before + loose < words.length
    ? { start: start + before, end: Math.max(end - loose, anchor.end) }
    : { start, end }
}

function settingOf({ report }: Context, contact: TaggedContact, part: "when" | "where"): Span | undefined {
  const seen = nearest(contact[part], contact.anchor)
  return seen && settleSetting(report.text, seen, { taken: [contact.anchor], part })
}

function placeOf(context: Context, contact: TaggedContact): { where?: Span } {
  const where = settingOf(context, contact, "where")
  return where ? { where } : {}
}

function timeOf(context: Context, contact: TaggedContact, since: Span | undefined): { when?: When } {
  const { report } = context
  if (contact.status === "not-happened") {
    const when = since ?? settingOf(context, contact, "when")
    return when ? { when: { ...when, ...resolveSilence(sliceOf(report.text, when), report.published) } } : {}
  }
  const when = settingOf(context, contact, "when")
  if (!when) return {}
  const outlook = contact.status === "happened" ? "past" : "future"
  return { when: { ...when, ...resolveWhen(sliceOf(report.text, when), report.published, { outlook }) } }
}

/**
 * “has not spoken with her {since the two, old friends, met over the summer}, Reed said”: as far as the sentence goes,
 * or what tells of it.
 */
function sinceWhen({ report, sentences }: Context, evidence: Span, within: Draft | undefined): Span | undefined {
  const sentence = sentences[firstEndingAfter(sentences, evidence.start)] ?? evidence
  const told = [...(within?.cue ?? []), ...(within?.source ?? [])].filter(({ start }) => start >= evidence.end)
  const end = Math.min(sentence.end, ...told.map(({ start }) => start))
  const found = sinceClause.exec(report.text.slice(evidence.start, Math.max(end, evidence.end)))
  if (!found) return undefined
  const start = evidence.start + found.index
  return { start, end: start + found[0].length }
}

const sinceClause =
  /\bsince\b\s(?:[^.,;:?!”"]|,(?!\s(?:and|but|while|who|which|according|although|though|saying|adding|he|she|they|it|we|i)\b))*[\p{L}\p{N}]/iu

/** “held talks and met”: two anchors in one clause, between the same people, tell of one contact. */
function withoutRepeats(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  const places = new Map<number, { content: readonly Span[]; other: Found }[]>()
  for (const one of [...found].sort((a, b) => b.contact.score - a.contact.score)) {
    const repeats = near(places, one.evidence).some(
      ({ other }) =>
        overlaps(other.evidence, one.evidence) &&
        one.contact.status === other.contact.status &&
        (sameActors(one.between, other.between) ||
          (one.contact.mode === other.contact.mode && shared(one.evidence, other.evidence) >= nearlyAll)),
    )
    if (repeats) continue
    kept.push(one)
    addTo(places, { content: [one.evidence], other: one })
  }
  return kept.sort((a, b) => a.evidence.start - b.evidence.start)
}

/** The same words do not tell of two contacts: the surer one’s sides stand. */
const nearlyAll = 0.85

const shared = (a: Span, b: Span): number =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))

const sameActors = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((actor) => b.includes(actor)) || b.every((actor) => a.includes(actor))
