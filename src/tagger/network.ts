import { readFile } from "node:fs/promises"
import type { Decisions } from "../decisions.js"
import { makePieces, parseVocabulary } from "./pieces.js"
import { type Numbers, openRuntime, type Runtime } from "./runtime.js"

/** What the first graph says of the words of one window: numbers laid out word by word. */
export interface WordScores {
  readonly hidden: Numbers
  /** words × (statement, attribution, contact) */
  readonly anchor: Float32Array
  /** words × (outside, begins, goes on) */
  readonly mention: Float32Array
  /** words × kinds of actor */
  readonly kind: Float32Array
}

/** What the second graph says of the anchors and mentions found in a window. */
export interface AnchorScores {
  /** anchors × words × roles, log probabilities */
  readonly roles: Float32Array
  /** anchors × (speech, question, negated) */
  readonly flags: Float32Array
  readonly response: Float32Array
  readonly mode: Float32Array
  readonly status: Float32Array
  /** anchors × mentions × (speaker, addressee, participant), log odds */
  readonly link: Float32Array
  /** asking mentions × mentions, log odds */
  readonly antecedent: Float32Array
  readonly fresh: Float32Array
  /** anchors × anchors, log odds */
  readonly reply: Float32Array
}

export interface Network {
  readonly name: string
  readonly decisions: Decisions
  readonly pieces: ReturnType<typeof makePieces>
  readonly special: { readonly start: number; readonly end: number }
  words(pieces: readonly number[], features: readonly number[], first: readonly number[]): Promise<WordScores>
  anchors(found: {
    readonly hidden: Numbers
    readonly anchors: readonly number[]
    readonly begins: readonly number[]
    readonly ends: readonly number[]
    readonly asking: readonly number[]
  }): Promise<AnchorScores>
}

const folder = new URL("../../models/en/", import.meta.url)

/** Loads the two graphs. Takes some 0.2 s and 60 MB; one network serves any number of reports. */
export async function loadNetwork(runtimeName?: Runtime["name"]): Promise<Network> {
  const runtime = await openRuntime(runtimeName)
  const [first, second, vocabularyLines, card] = await Promise.all([
    runtime.load(new URL("words.onnx", folder)),
    runtime.load(new URL("anchors.onnx", folder)),
    readFile(new URL("vocabulary.txt", folder), "utf8"),
    readFile(new URL("model.json", folder), "utf8"),
  ])
  const vocabulary = parseVocabulary(vocabularyLines)
  const { name, hash, decisions } = JSON.parse(card) as { name: string; hash: string; decisions: Decisions }
  return {
    name: `${name} ${hash.slice(0, 12)}`,
    decisions,
    pieces: makePieces(vocabulary),
    special: { start: vocabulary.start, end: vocabulary.end },
    async words(pieces, features, firstPieces) {
      const scores = await first({
        pieces: { data: Int32Array.from(pieces), dims: [1, pieces.length] },
        features: { data: Int32Array.from(features), dims: [1, features.length] },
        first: vector(firstPieces),
      })
      return {
        hidden: scores.hidden!,
        anchor: floats(scores.anchor),
        mention: floats(scores.mention),
        kind: floats(scores.kind),
      }
    },
    async anchors({ hidden, anchors, begins, ends, asking }) {
      const scores = await second({
        hidden,
        anchors: vector(anchors),
        begins: vector(begins),
        ends: vector(ends),
        asking: vector(asking),
      })
      return {
        roles: floats(scores.roles),
        flags: floats(scores.flags),
        response: floats(scores.response),
        mode: floats(scores.mode),
        status: floats(scores.status),
        link: floats(scores.link),
        antecedent: floats(scores.antecedent),
        fresh: floats(scores.new),
        reply: floats(scores.reply),
      }
    },
  }
}

const vector = (values: readonly number[]): Numbers => ({ data: Int32Array.from(values), dims: [values.length] })

const floats = (numbers: Numbers | undefined): Float32Array => numbers!.data as Float32Array
