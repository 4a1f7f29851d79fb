import { firstEndingAfter, type Span } from "../text/span.js"
import { findMentions, type WindowMention } from "./mentions.js"
import type { AnchorScores, Network, WordScores } from "./network.js"
import { type AnchorParts, partsOf } from "./parts.js"
import type { Block } from "./roles.js"
import type { Window } from "./windows.js"

/** A report made ready for the network. */
export interface Prepared {
  readonly text: string
  readonly words: readonly Span[]
  readonly paragraphs: readonly Span[]
  readonly pieces: readonly (readonly number[])[]
  readonly features: readonly number[]
  /** Outermost quotations in reading order, those re-opened in each paragraph as one. */
  readonly outermost: readonly Span[]
  /** Words with which a turn begins. */
  readonly beginnings: ReadonlySet<number>
}

export interface WindowAnchor {
  /** Number of the word in the window. */
  readonly at: number
  readonly said: number
  /** In the wider sense of PolNeAR, which has attitudes too. */
  readonly attributed: number
  readonly contact: number
  /** A turn of a transcript begins here. */
  readonly turn: boolean
}

/** Both graphs' answers for one window. */
export interface WindowReading {
  readonly window: Window
  readonly anchors: readonly WindowAnchor[]
  readonly mentions: readonly WindowMention[]
  /** Numbers of the mentions that may stand for others: pronouns and descriptions. */
  readonly asking: readonly number[]
  /** For each anchor. */
  readonly parts: readonly AnchorParts[]
  /** Undefined where no anchor was found; without the roles, which are large and have become parts. */
  readonly scores?: Omit<AnchorScores, "roles">
}

/** What is less likely than this is not looked at: of each kind a little less than what is believed (model.json). */
export const least = { said: 0.45, attributed: 0.7, contact: 0.25 }

const mostPieces = 512

/** Of anchors and of mentions that ask a window has 40 at most; only nonsense has more, and the second graph's cost grows with each. */
const mostLookedAt = 120

export async function readWindow(network: Network, report: Prepared, window: Window): Promise<WindowReading> {
  const { pieces, features, first } = piecesOf(network, report, window)
  const words = report.words.slice(window.from, window.from + first.length)
  const scores = await network.words(pieces, features, first)
  const anchors = findAnchors(scores, words.length, window, report.beginnings)
  const mentions = findMentions(report.text, words, scores)
  const asking = mentions
    .flatMap((mention, number) => (mayStandForAnother(report.text, words, mention) ? [number] : []))
    .slice(0, mostLookedAt)
  const found = { window, anchors, mentions, asking }
  if (anchors.length === 0) return { ...found, parts: [] }
  // The graph wants at least one of each; what it says of the first word as a mention is not looked at.
  const some = (numbers: number[]) => (numbers.length > 0 ? numbers : [0])
  const { roles, ...others } = await network.anchors({
    hidden: scores.hidden,
    anchors: anchors.map((anchor) => anchor.at),
    begins: some(mentions.map((mention) => mention.from)),
    ends: some(mentions.map((mention) => mention.to - 1)),
    asking: some([...asking]),
  })
  const width = roles.length / anchors.length
  const view = {
    window,
    words: report.words,
    paragraphs: report.paragraphs,
    blocks: [...gluedWords(report.text, words), ...blocksOf(report.outermost, words)],
  }
  const parts = anchors.map(({ at }, row) => partsOf(view, at, roles.subarray(row * width, (row + 1) * width)))
  return { ...found, parts, scores: others }
}

function piecesOf({ special }: Network, report: Prepared, window: Window) {
  const pieces: number[] = [special.start]
  const features: number[] = [0]
  const first: number[] = []
  for (let word = window.from; word < window.to; word++) {
    const own = report.pieces[word]!
    if (pieces.length + own.length >= mostPieces) break
    first.push(pieces.length)
    for (const piece of own) {
      pieces.push(piece)
      features.push(report.features[word]!)
    }
  }
  pieces.push(special.end)
  features.push(0)
  return { pieces, features, first }
}

function findAnchors(
  { anchor }: WordScores,
  words: number,
  { from, coreFrom, coreTo }: Window,
  beginnings: ReadonlySet<number>,
): WindowAnchor[] {
  const anchors: WindowAnchor[] = []
  for (let at = coreFrom - from; at < Math.min(coreTo - from, words); at++) {
    const [said, attributed, contact] = [anchor[at * 3]!, anchor[at * 3 + 1]!, anchor[at * 3 + 2]!]
    const turn = beginnings.has(from + at)
    if (turn || said >= least.said || attributed >= least.attributed || contact >= least.contact)
      anchors.push({ at, said, attributed, contact, turn })
  }
  return anchors.length <= mostLookedAt ? anchors : likeliest(anchors)
}

function likeliest(anchors: readonly WindowAnchor[]): WindowAnchor[] {
  const score = ({ said, attributed, contact, turn }: WindowAnchor) => (turn ? 1 : Math.max(said, attributed, contact))
  const kept = anchors.toSorted((a, b) => score(b) - score(a) || a.at - b.at).slice(0, mostLookedAt)
  return kept.sort((a, b) => a.at - b.at)
}

/** A pronoun, or a description that begins with a small letter or an article: “the senator”. */
function mayStandForAnother(text: string, words: readonly Span[], mention: WindowMention): boolean {
  if (mention.pronoun) return true
  const last = words[mention.to - 1]!
  const word = text.slice(last.start, last.end)
  return word === word.toLowerCase()
}

/** “Tran-Reyes”, “don’t”, “U.S.” are several words to the network and one to everybody else. */
function gluedWords(text: string, words: readonly Span[]): Block[] {
  const blocks: Block[] = []
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to + 1 < words.length && isGlued(text, words[to - 1]!, words[to]!, words[to + 1]!)) to += 2
    if (to > from + 1) blocks.push({ from, to })
    from = to
  }
  return blocks
}

function isGlued(text: string, before: Span, sign: Span, after: Span): boolean {
  if (before.end !== sign.start || sign.end !== after.start) return false
  return (
    /^[\p{L}\p{N}]$/u.test(text.charAt(before.end - 1)) &&
    /^[-‐’'.&]$/.test(text.slice(sign.start, sign.end)) &&
    /^[\p{L}\p{N}]/u.test(text.slice(after.start, after.end))
  )
}

/** The outermost quotations over the words of the window. */
function blocksOf(outermost: readonly Span[], words: readonly Span[]): Block[] {
  const blocks: Block[] = []
  if (words.length === 0) return blocks
  let from = 0
  for (let i = firstEndingAfter(outermost, words[0]!.start); i < outermost.length; i++) {
    const { start, end } = outermost[i]!
    while (from < words.length && words[from]!.start < start) from++
    if (from === words.length) break
    let to = from
    while (to < words.length && words[to]!.end <= end) to++
    if (to > from + 1) blocks.push({ from, to })
    from = to
  }
  return blocks
}
