import { findAddressees } from "./actors/addressees.js"
import { speakerConfidence } from "./actors/confidence.js"
import type { Cast } from "./actors/find.js"
import type { Spoken } from "./actors/speakers.js"
import type { Decisions } from "./decisions.js"
import type { Reply } from "./exchanges/find.js"
import type { Report, Statement, When } from "./record.js"
import type { Draft } from "./statements/draft.js"
import { figuresOf } from "./statements/figures.js"
import type { Context } from "./statements/find.js"
import { removesOf } from "./statements/remove.js"
import { resolveWhen } from "./statements/when/when.js"
import { firstStartingFrom, overlaps, type Span, sliceOf } from "./text/span.js"

/** What each stage found of a statement, as one entry of the record. */
export function composeStatements(
  context: Context,
  drafts: readonly Draft[],
  cast: Cast,
  spoken: ReadonlyMap<string, Spoken>,
  replies: ReadonlyMap<string, Reply>,
  { why = false }: { readonly why?: boolean },
): Statement[] {
  const { report, decisions } = context
  const innerOf = groupByOuter(drafts)
  const about = aboutOf(cast)
  const plain = drafts.map((draft): Statement => {
    const speaker = spoken.get(draft.id)!
    const { speakers, candidates, confidence } = name(speaker, cast, decisions)
    const reply = replies.get(draft.id)
    return {
      id: draft.id,
      kind: draft.kind,
      content: draft.content.map(bare),
      cue: draft.cue.map(bare),
      source: draft.source.map(bare),
      speakers,
      ...(candidates.length > 0 ? { candidates } : {}),
      addressees: findAddressees(draft, cast, speaker, decisions.addressee).map((actor) => cast.actors[actor]!.id),
      act: draft.act,
      polarity: draft.polarity,
      setting: settingOf(report, draft),
      ...(draft.within === undefined ? {} : { within: draft.within }),
      remove: 1,
      ...(reply ? { answers: reply.answers, response: reply.response } : {}),
      figures: figuresOf(
        report.text,
        draft.content,
        (innerOf.get(draft.id) ?? []).flatMap((inner) => inner.content),
      ),
      about: about(draft.content),
      confidence: { statement: rounded(draft.confidence), speaker: rounded(confidence) },
      ...(why ? { why: [...draft.why, `speaker: ${speaker.why}`] } : {}),
    }
  })
  return settleExchanges(withRemoves(plain, drafts), new Set(drafts.flatMap(({ id, turn }) => (turn ? id : []))))
}

const bare = ({ start, end }: Span): Span => ({ start, end })
const rounded = (score: number): number => Math.round(score * 1000) / 1000

/** Where nobody is sure enough no name is given; the candidates say who it might be. */
function name(speaker: Spoken, cast: Cast, decisions: Decisions) {
  const confidence = speakerConfidence(speaker, decisions)
  const id = (actor: number) => cast.actors[actor]!.id
  const candidates = speaker.candidates
    .slice(0, 3)
    .filter(({ share }) => share >= 0.05)
    .map(({ actor, share }) => ({ actor: id(actor), confidence: rounded(share) }))
  const sure = confidence >= decisions.speaker && speaker.candidates.length > 0
  const named =
    speaker.together.length > 0 ? speaker.together : speaker.candidates.slice(0, 1).map(({ actor }) => actor)
  return { speakers: sure ? named.map(id) : [], candidates: speaker.together.length > 0 ? [] : candidates, confidence }
}

function settingOf(report: Report, { via, when, where }: Draft): Statement["setting"] {
  return {
    ...(via ? { via: bare(via) } : {}),
    ...(when ? { when: { ...bare(when), ...resolveWhen(sliceOf(report.text, when), report.published) } } : {}),
    ...(where ? { where: bare(where) } : {}),
  }
}

function groupByOuter(drafts: readonly Draft[]): Map<string, Draft[]> {
  const inner = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.within === undefined) continue
    const known = inner.get(draft.within)
    if (known) known.push(draft)
    else inner.set(draft.within, [draft])
  }
  return inner
}

/** Which actors are mentioned in a content. */
function aboutOf({ actors }: Cast): (content: readonly Span[]) => string[] {
  const places = actors
    .flatMap((actor) => actor.mentions.map(({ start, end }) => ({ start, end, id: actor.id })))
    .sort((a, b) => a.start - b.start)
  const order = new Map(actors.map(({ id }, number) => [id, number]))
  return (content) => {
    const ids = content.flatMap((part) => {
      const found: string[] = []
      for (let i = firstStartingFrom(places, part.start); i < places.length && places[i]!.start < part.end; i++) {
        if (overlaps(places[i]!, part)) found.push(places[i]!.id)
      }
      return found
    })
    return [...new Set(ids)].sort((a, b) => order.get(a)! - order.get(b)!)
  }
}

function withRemoves(statements: readonly Statement[], drafts: readonly Draft[]): Statement[] {
  const told = statements.map((statement, i) => [statement.id, { ...statement, hearsay: drafts[i]!.hearsay }] as const)
  const removes = removesOf(new Map(told))
  return statements.map((statement) => ({ ...statement, remove: removes.get(statement.id)! }))
}

/**
 * A reply without time words of its own was given when the question was put. Who replies was asked, and did not ask. A
 * turn that replies, of those with these ids, is said to whoever asked.
 */
function settleExchanges(statements: readonly Statement[], turns: ReadonlySet<string>): Statement[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const repliers = new Map<string, readonly string[]>()
  for (const { answers, speakers } of statements) {
    if (answers && !repliers.has(answers)) repliers.set(answers, speakers)
  }
  return statements.map((statement) => {
    const question = byId.get(statement.answers ?? "")
    const when: When | undefined = statement.setting.when ?? question?.setting.when
    const isTold = turns.has(statement.id) && statement.addressees.length === 0
    const reply = {
      ...statement,
      setting: when ? { ...statement.setting, when } : statement.setting,
      addressees: isTold && question ? question.speakers : statement.addressees,
    }
    const asked = repliers.get(statement.id)
    return asked ? askedOf(reply, asked) : reply
  })
}

function askedOf(question: Statement, asked: readonly string[]): Statement {
  const { candidates, ...rest } = question
  const others = candidates?.filter(({ actor }) => !asked.includes(actor)) ?? []
  const speakers = question.speakers.filter((speaker) => !asked.includes(speaker))
  return {
    ...rest,
    speakers,
    ...(others.length > 0 ? { candidates: others } : {}),
    addressees: question.addressees.length > 0 ? question.addressees : asked,
    confidence: speakers.length > 0 ? question.confidence : { ...question.confidence, speaker: 0 },
  }
}
