import type { Span } from "../text/span.js"
import { modes, responses, statuses } from "./labels.js"
import { likeliest, logistic, shares } from "./scores.js"
import type { Link, Tagged, TaggedContact, TaggedMention, TaggedStatement } from "./tagged.js"
import { least, type WindowReading } from "./window-reading.js"

/** Links fainter than this are not told of. */
const faint = 0.02

/** Words around an anchor in which addressees and participants are looked for; training/data.py looks no farther either. */
const nearWords = 45

type Scores = NonNullable<WindowReading["scores"]>

/** One window's answers, and how its numbers become the report's. */
interface View {
  readonly reading: WindowReading
  readonly scores: Scores
  readonly words: readonly Span[]
  /** For each mention of the window its number in the report; undefined where the window it belongs to did not see it. */
  readonly numbers: readonly (number | undefined)[]
}

/** The answers of all windows as one. */
export function gatherWindows(words: readonly Span[], readings: readonly WindowReading[]): Tagged {
  const mentions: TaggedMention[] = []
  const numbersOf = numberMentions(readings)
  const statements: TaggedStatement[] = []
  const contacts: TaggedContact[] = []
  for (const [i, reading] of readings.entries()) {
    const numbers = numbersOf[i]!
    const { window, anchors, scores } = reading
    const view = scores && { reading, scores, words, numbers }
    for (const [place, mention] of reading.mentions.entries()) {
      if (!isCore(reading, mention.from)) continue
      const span = {
        start: words[window.from + mention.from]!.start,
        end: words[window.from + mention.to - 1]!.end,
      }
      const { pronoun, kind, score } = mention
      mentions.push({ ...span, pronoun, kind, score, ...(view ? antecedentsOf(view, place) : nobody) })
    }
    if (!view) continue
    const told = anchors.map(
      ({ said, attributed, turn }) => turn || said >= least.said || attributed >= least.attributed,
    )
    for (const [anchor, { contact }] of anchors.entries()) {
      if (told[anchor]) statements.push(statementOf(view, anchor))
      if (contact >= least.contact) contacts.push(contactOf(view, anchor))
    }
  }
  return { words, mentions, statements, contacts }
}

const isCore = ({ window }: WindowReading, word: number): boolean =>
  window.from + word >= window.coreFrom && window.from + word < window.coreTo

/** A mention counts where it begins in the core; the windows beside know it by where it begins and ends. */
function numberMentions(readings: readonly WindowReading[]): (number | undefined)[][] {
  const known = new Map<string, number>()
  const key = ({ window }: WindowReading, from: number, to: number) => `${window.from + from} ${window.from + to}`
  for (const reading of readings) {
    for (const { from, to } of reading.mentions) {
      if (isCore(reading, from)) known.set(key(reading, from, to), known.size)
    }
  }
  return readings.map((reading) => reading.mentions.map(({ from, to }) => known.get(key(reading, from, to))))
}

const nobody = { antecedents: [], fresh: 1 } as const

function antecedentsOf(
  { reading, scores, numbers }: View,
  place: number,
): Pick<TaggedMention, "antecedents" | "fresh"> {
  const row = reading.asking.indexOf(place)
  if (row < 0) return nobody
  const { mentions } = reading
  const mention = mentions[place]!
  const odds = mentions.map((other, i) => {
    const allowed = i !== place && !other.pronoun && (mention.pronoun || other.from < mention.from)
    return allowed ? scores.antecedent[row * mentions.length + i]! : Number.NEGATIVE_INFINITY
  })
  const [fresh, ...rest] = shares([scores.fresh[row]!, ...odds])
  return { fresh: fresh!, antecedents: links(rest, numbers) }
}

function statementOf(view: View, anchor: number): TaggedStatement {
  const { reading, scores, words } = view
  const { at, said, attributed } = reading.anchors[anchor]!
  const { mentions } = reading
  const { parts, clear } = reading.parts[anchor]!
  const [speech, question, negated] = [0, 1, 2].map((flag) => scores.flags[anchor * 3 + flag]!) as [
    number,
    number,
    number,
  ]
  const link = (mention: number, kind: number) =>
    scores.link[(anchor * Math.max(1, mentions.length) + mention) * 3 + kind]!
  const speakers = shares(mentions.map(({ pronoun }, i) => (pronoun ? Number.NEGATIVE_INFINITY : link(i, 0))))
  const count = reading.anchors.length
  const replies = shares([0, ...reading.anchors.map((_, other) => replyOdds(scores, anchor, other, count))])
  return {
    anchor: words[reading.window.from + at]!,
    said,
    attributed,
    parts,
    clear,
    speech,
    question,
    negated,
    response: named(responses, scores.response, anchor),
    speakers: links(speakers, view.numbers),
    addressees: links(
      mentions.map(({ from }, i) => (Math.abs(from - at) <= nearWords ? logistic(link(i, 1)) : 0)),
      view.numbers,
    ),
    replies: reading.anchors
      .map((other, i) => ({ anchor: words[reading.window.from + other.at]!.start, score: replies[i + 1]! }))
      .filter(({ score }) => score >= faint)
      .sort((a, b) => b.score - a.score),
  }
}

/** Only what asks can be replied to. */
function replyOdds(scores: Scores, anchor: number, other: number, count: number): number {
  const asks = scores.flags[other * 3 + 1]! >= 0.3
  return asks && other !== anchor ? scores.reply[anchor * count + other]! : Number.NEGATIVE_INFINITY
}

function contactOf(view: View, anchor: number): TaggedContact {
  const { reading, scores, words } = view
  const { at, contact } = reading.anchors[anchor]!
  const { parts, evidence } = reading.parts[anchor]!
  const count = Math.max(1, reading.mentions.length)
  const taking = reading.mentions.map(({ from }, i) =>
    Math.abs(from - at) <= nearWords ? logistic(scores.link[(anchor * count + i) * 3 + 2]!) : 0,
  )
  return {
    anchor: words[reading.window.from + at]!,
    score: contact,
    evidence,
    when: parts.when,
    where: parts.where,
    mode: likeliest(modes, scores.mode, anchor),
    status: likeliest(statuses, scores.status, anchor),
    participants: links(taking, view.numbers),
  }
}

function links(scores: readonly number[], numbers: readonly (number | undefined)[]): Link[] {
  return scores
    .flatMap((score, i) => (score >= faint && numbers[i] !== undefined ? [{ mention: numbers[i], score }] : []))
    .sort((a, b) => b.score - a.score || a.mention - b.mention)
}

function named<Name extends string>(names: readonly Name[], scores: Float32Array, row: number) {
  return Object.fromEntries(names.map((name, i) => [name, scores[row * names.length + i]!])) as {
    readonly [name in Name]: number
  }
}
