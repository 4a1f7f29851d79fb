import type { Actor, Record, Statement } from "../src/record.js"
import { type GoldReport, type GoldStatement, spansOf } from "../src/score/gold.js"
import type { Span } from "../src/text/span.js"
import { placeIn } from "./invented.js"

/** A reading of a report with mistakes; the same number makes the same mistakes. */
export function wrongReading(gold: GoldReport, seed: number): Record {
  const random = randomNumbers(seed)
  const isSo = (share: number) => random() < share
  const { text } = gold
  const keys = Object.keys(gold.actors)
  const anyone = () => keys[Math.floor(random() * keys.length)]!
  const shifted = ({ start, end }: Span): Span => {
    const from = isSo(0.3) ? Math.max(0, start - Math.floor(random() * 9)) : start
    const to = isSo(0.3) ? Math.min(text.length, end + Math.floor(random() * 9)) : end
    return { start: from, end: isSo(0.1) ? Math.max(from + 1, to - 6) : to }
  }
  const some = (spans: GoldStatement["cue"]): Span[] => (isSo(0.85) ? spansOf(spans).map(shifted) : [])
  const actors = keys.map((id): Actor => {
    const { name, kind, aliases } = gold.actors[id]!
    const called = isSo(0.15) ? name.split(" ").at(-1)! : isSo(0.1) ? gold.actors[anyone()]!.name : name
    return { id, name: called, kind, aliases: [...aliases], roles: [], mentions: [] }
  })
  const statements = gold.statements.flatMap((wanted): Statement[] => {
    if (isSo(0.1)) return []
    const whole = wanted.speaker === "both" ? ["okoye", "ruud"] : (wanted.speaker?.split("+") ?? [])
    const speakers = isSo(0.15) ? [anyone()] : whole
    const act = isSo(0.1) ? "think" : wanted.question ? "ask" : wanted.speech ? "say" : "hope"
    const found: Statement = {
      id: wanted.id,
      kind: isSo(0.1) ? "indirect" : wanted.kind,
      content: wanted.content.map(shifted),
      cue: some(wanted.cue),
      source: some(wanted.source),
      speakers,
      addressees: isSo(0.2) ? [anyone()] : wanted.addressees,
      act,
      polarity: wanted.negated && isSo(0.8) ? "negated" : "asserted",
      setting: {
        ...(wanted.via && isSo(0.8) ? { via: shifted(wanted.via) } : {}),
        ...(wanted.when ? { when: shifted(wanted.when) } : isSo(0.1) ? { when: { start: 2, end: 5 } } : {}),
      },
      ...(wanted.within && isSo(0.8) ? { within: wanted.within } : {}),
      ...(wanted.answers ? { answers: isSo(0.8) ? wanted.answers : "s1", response: "answer" } : {}),
      remove: 1,
      figures: wanted.figures.flatMap((figure) => (isSo(0.8) ? { text: placeIn(text)(figure) } : [])),
      about: [],
      confidence: { statement: random(), speaker: Math.sqrt(random()) },
    }
    return isSo(0.15) ? [found, { ...found, id: `${found.id}b`, act: isSo(0.5) ? "want" : "say" }] : [found]
  })
  const contacts = gold.contacts.flatMap((wanted, i): Record["contacts"] => {
    if (isSo(0.1)) return []
    const when = wanted.when && isSo(0.8) ? { when: placeIn(text)(wanted.when) } : {}
    const status = isSo(0.2) ? "planned" : wanted.status === "not-happened" ? "not-happened" : "happened"
    const between = isSo(0.2) ? [...wanted.between, anyone()] : [...wanted.between]
    const mode = isSo(0.3) ? "talk" : "meet"
    return [{ id: `c${i}`, between, mode, status, evidence: shifted(wanted.evidence), ...when, confidence: 0.5 }]
  })
  const report = { id: gold.id, textHash: "", text, paragraphs: [], language: "en" }
  return { format: "onrecord/1", reader: { version: "0", model: "" }, report, actors, statements, contacts, notes: [] }
}

/** A linear congruential generator: plain, and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed * 2654435761 + 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
