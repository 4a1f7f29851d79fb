import type { Decisions } from "../decisions.js"
import type { Quotation } from "../text/quotations.js"
import type { Span } from "../text/span.js"
import { findWords } from "../text/words.js"
import { wordFeatures } from "./features.js"
import { gatherWindows } from "./gather.js"
import { loadNetwork, type Network } from "./network.js"
import type { Runtime } from "./runtime.js"
import type { Tagged } from "./tagged.js"
import { readWindow, type WindowReading } from "./window-reading.js"
import { cutWindows } from "./windows.js"

export interface Tagger {
  /** Name and hash of the model. */
  readonly model: string
  readonly decisions: Decisions
  /** `turns`: places at which somebody begins to speak, whatever the network thinks. */
  tag(
    text: string,
    paragraphs: readonly Span[],
    quotations: readonly Quotation[],
    turns?: readonly number[],
  ): Promise<Tagged>
}

/** Loads the model that ships with the package. One tagger reads any number of reports, one after the other. */
export async function loadTagger(runtime?: Runtime["name"]): Promise<Tagger> {
  const network = await loadNetwork(runtime)
  return {
    model: network.name,
    decisions: network.decisions,
    tag: (text, paragraphs, quotations, turns = []) => tag(network, text, paragraphs, quotations, turns),
  }
}

async function tag(
  network: Network,
  text: string,
  paragraphs: readonly Span[],
  quotations: readonly Quotation[],
  turns: readonly number[],
): Promise<Tagged> {
  const words = findWords(text)
  const pieces = network.pieces(text, words)
  const features = wordFeatures(text, words, paragraphs, quotations)
  const sizes = pieces.map((ids) => ids.length)
  const outermost = wholeQuotations(quotations)
  const begun = new Set(turns)
  const beginnings = new Set(words.flatMap((word, number) => (begun.has(word.start) ? [number] : [])))
  const report = { text, words, paragraphs, pieces, features, outermost, beginnings }
  const readings: WindowReading[] = []
  for (const window of cutWindows(sizes, words, paragraphs)) {
    readings.push(await readWindow(network, report, window))
  }
  return gatherWindows(words, readings)
}

/** “First, he said. ¶ “Second.” A quotation that is re-opened in each paragraph is one. */
function wholeQuotations(quotations: readonly Quotation[]): Span[] {
  const whole: Span[] = []
  const places = new Map<number, number>()
  for (const [number, { start, end, depth, continues }] of quotations.entries()) {
    if (depth > 0) continue
    const earlier = continues === undefined ? undefined : places.get(continues)
    // Only the last one goes on, so that the list stays in reading order and nothing overlaps.
    if (earlier !== undefined && earlier === whole.length - 1) whole[earlier] = { start: whole[earlier]!.start, end }
    else whole.push({ start, end })
    places.set(number, whole.length - 1)
  }
  return whole
}
