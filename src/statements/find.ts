import { calibrated, type Decisions } from "../decisions.js"
import type { Report } from "../record.js"
import type { Parts, Tagged, TaggedStatement } from "../tagger/tagged.js"
import type { Quotation } from "../text/quotations.js"
import { firstEndingAfter, firstStartingFrom, nearest, overlaps, type Span, sliceOf } from "../text/span.js"
import { actOf, thoughtActs } from "./act.js"
import { settleAsides } from "./asides.js"
import { outermostAttitudes } from "./attitudes.js"
import { wholeClause } from "./clause.js"
import { settleContested } from "./contested.js"
import { withContinuations } from "./continued.js"
import type { Draft } from "./draft.js"
import { findFloating } from "./floating.js"
import { isHearer } from "./hearer.js"
import { withoutHoles } from "./holes.js"
import { kindOf } from "./kind.js"
import { polarityOf } from "./polarity.js"
import { withPreposition } from "./preposition.js"
import { isHearsay } from "./remove.js"
import { settleRivals } from "./rivals.js"
import { settingsOf } from "./settings.js"
import { shareOpenings } from "./shared.js"
import { settleSource } from "./source.js"
import { subjectOf } from "./subject.js"
import { cutToSentence, trimContent, withoutStops } from "./trim.js"
import { contentOfTurn, labelOf, saysSomething, waitsForReply } from "./turns.js"
import { isHearsayNoun, isSaidByNobody } from "./unnamed.js"
import { nest } from "./within.js"

/** One report, what its text shows by itself, and how far the network is believed. */
export interface Context {
  readonly report: Report
  readonly decisions: Decisions
  readonly quotations: readonly Quotation[]
  readonly sentences: readonly Span[]
}

/** All acts of saying in a report, in reading order, each knowing the one in whose content it is told. */
export function findStatements(context: Context, tagged: Tagged): Draft[] {
  const turns = turnStatements(context, tagged)
  const seen = settleAsides(
    context.report.text,
    tagged.statements.flatMap((statement) => seenStatement(context, statement) ?? []),
  ).map((draft) =>
    draft.somebodyElse ? { ...draft, kind: kindOf(context.report.text, draft.content, context.quotations) } : draft,
  )
  const { paragraphs } = context.report
  const beside = settleContested([...turns, ...shareOpenings(seen)], (place) => firstEndingAfter(paragraphs, place))
  const found = settleRivals(beside)
  const whole = outermostAttitudes([...found, ...findFloating(context, found)]).sort(
    (a, b) => placeOf(a) - placeOf(b) || a.anchor.start - b.anchor.start,
  )
  return nest(whole.map((draft, number) => ({ ...draft, id: `s${number + 1}` })))
}

const placeOf = (draft: Draft): number =>
  Math.min(draft.anchor.start, draft.content[0]!.start, ...draft.source.map(({ start }) => start))

function seenStatement(context: Context, statement: TaggedStatement): Draft | undefined {
  const { decisions } = context
  const isAttitude = statement.said < decisions.said
  if (isAttitude && statement.attributed < decisions.attributed) return undefined
  const { text } = context.report
  const parts = bareParts(text, statement.parts)
  const sentence = context.sentences[firstEndingAfter(context.sentences, statement.anchor.start)] ?? statement.anchor
  const range = quotationsNear(context.quotations, parts.content)
  const quotations = context.quotations.slice(range.from, range.to)
  const others = [...parts.cue, ...parts.source, ...parts.via, ...parts.when, ...parts.where]
  const content = withContinuations(
    withoutHoles(text, parts.content, { sentence, own: [...parts.cue, ...parts.source] })
      .flatMap((part) => cutToSentence(part, sentence, quotations))
      .map((part) =>
        quotations.some((one) => overlaps(one, part)) ? part : wholeClause(text, part, { sentence, others }),
      )
      .flatMap((part, i) => trimContent(text, part, quotations, i === 0) ?? []),
    quotations,
    range.from,
  )
  if (content.length === 0) return undefined
  const cue = parts.cue.map((span) => sliceOf(text, span)).join(" ")
  const { before, after } = aroundCue(context, parts.cue, statement.anchor, sentence)
  const place = parts.cue[0] ?? statement.anchor
  // One speaker is named once: of several stretches the one beside the cue.
  const named =
    nearest(
      parts.source.flatMap((span) => settleSource(text, span) ?? []),
      place,
    ) ?? subjectOf(text, parts.cue)
  // “Reed is said to have signed”: Reed is whom it is said of.
  const unnamed =
    (named === undefined && isHearsayNoun({ before, cue, after })) ||
    ((named === undefined || named.end <= place.start) && isSaidByNobody({ before, cue, after }))
  const hears = named !== undefined && isHearer(text, named, parts.cue)
  const act = actOf({
    cue,
    content: content.map((span) => sliceOf(text, span)).join(" "),
    after,
    question: statement.question >= decisions.question,
    speech: statement.speech,
  })
  if (isAttitude && !thoughtActs.has(act)) return undefined
  return {
    id: `seen ${statement.anchor.start}`,
    anchor: statement.anchor,
    kind: kindOf(text, content, quotations),
    ...withPreposition(text, { cue: parts.cue, content }),
    source: named && !hears && !unnamed ? [named] : [],
    ...only("hearer", hears ? named : undefined),
    ...(unnamed ? { unnamed } : {}),
    ...settingsOf(text, parts, named, place),
    act,
    polarity: polarityOf({ before, cue, after, negatedScore: statement.negated }),
    hearsay: isHearsay(before, cue),
    confidence: calibrated(decisions, "statement", isAttitude ? statement.attributed : statement.said),
    tagged: statement,
    ...(isAttitude ? { attitude: true } : {}),
    why: [isAttitude ? `attributed ${statement.attributed.toFixed(2)}` : `said ${statement.said.toFixed(2)}`],
  }
}

function turnStatements(context: Context, tagged: Tagged): Draft[] {
  const { report } = context
  const seenAt = new Map(tagged.statements.map((statement) => [statement.anchor.start, statement]))
  return (report.turns ?? []).flatMap((turn) => {
    const content = contentOfTurn(context, turn)
    if (!saysSomething(report.text, content)) return []
    const label = labelOf(report.text, turn)
    const seen = seenAt.get(content[0]!.start)
    const words = content.map((span) => sliceOf(report.text, span)).join(" ")
    const asks = /^(?:Q|QUESTION|REPORTER)\b/i.test(turn.label)
      ? waitsForReply(words)
      : words.includes("?") && (seen?.question ?? 0) >= context.decisions.question
    return [
      {
        id: `turn ${turn.span.start}`,
        anchor: { start: content[0]!.start, end: content[0]!.start + 1 },
        kind: "direct" as const,
        content,
        cue: [],
        source: label ? [label] : [],
        act: asks ? ("ask" as const) : ("say" as const),
        polarity: "asserted" as const,
        hearsay: false,
        confidence: 0.97,
        ...only("tagged", seen),
        turn,
        why: ["a turn of the transcript"],
      },
    ]
  })
}

function bareParts(text: string, { content, ...parts }: Parts): Parts {
  const bare = (spans: readonly Span[]) => spans.map((span) => withoutStops(text, span))
  const { cue, source, via, when, where } = parts
  return {
    content,
    cue: bare(cue),
    source: bare(source),
    via: bare(via),
    when: bare(when),
    where: bare(where),
  }
}

function aroundCue({ report }: Context, cue: readonly Span[], anchor: Span, sentence: Span) {
  const first = cue[0] ?? anchor
  const last = cue.at(-1) ?? anchor
  return {
    before: report.text.slice(Math.max(Math.min(sentence.start, first.start), first.start - farthest), first.start),
    after: report.text.slice(last.end, Math.min(Math.max(sentence.end, last.end), last.end + farthest)),
  }
}

/** No clause is longer; what claims to be is looked at no further. */
const farthest = 1_000

/** Those that a content may touch or go on in, so that a statement costs no more in a long report than in a short one. */
function quotationsNear(quotations: readonly Quotation[], content: readonly Span[]): { from: number; to: number } {
  const first = content[0]
  const last = content.at(-1)
  if (!first || !last) return { from: 0, to: 0 }
  return {
    from: firstStartingFrom(quotations, first.start - reach),
    to: firstStartingFrom(quotations, last.end + reach),
  }
}

/** No paragraph that a quotation goes on in is longer. */
const reach = 10_000

const only = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value }
