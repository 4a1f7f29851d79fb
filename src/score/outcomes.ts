import { type Span, sliceOf } from "../text/span.js"
import type { ContactsFound } from "./contacts.js"
import { type GoldReport, spansOf } from "./gold.js"
import type { Comparison } from "./records.js"
import { isRightSpeaker } from "./speakers.js"

/** One thing that the gold tells of, and whether it was read: what gained and lost lines are made of. */
export interface Outcome {
  readonly report: string
  /** a letter for the part and the place in the text: `q218-231` */
  readonly key: string
  readonly found: boolean
  /** in the marked notation; for the screen, never stored */
  readonly words: string
}

export function outcomesOf(comparison: Comparison, contacts: ContactsFound): Outcome[] {
  const { gold, speech, hits } = comparison
  const found = new Set(hits)
  const outcomes: Outcome[] = []
  for (const i of speech) {
    const { content, speaker, source } = gold.statements[i]!
    const said = `{q:${shorten(content, gold)}}`
    const name = gold.actors[speaker ?? ""]?.name ?? "?"
    const key = `${placeOf(content)}${sameContentBefore(gold, i)}`
    outcomes.push({ report: gold.id, key: `q${key}`, found: found.has(i), words: said })
    const words = `{s=${name}:${shorten(spansOf(source), gold)}} ${said}`
    outcomes.push({ report: gold.id, key: `s${key}`, found: found.has(i) && isRightSpeaker(comparison, i), words })
  }
  gold.contacts.forEach((contact, i) => {
    const { evidence, between, status, mode } = contact
    const sides = between.map((key) => gold.actors[key]?.name ?? key).join(" + ")
    const key = `${placeOf([evidence])}.${i}`
    const words = `${sides} {k=${status} ${mode}:${shorten([evidence], gold)}}`
    outcomes.push({ report: gold.id, key: `k${key}`, found: contacts.who.has(i), words })
    outcomes.push({ report: gold.id, key: `t${key}`, found: contacts.status.has(i), words: `${words} (status)` })
  })
  return outcomes
}

export const placeOf = (spans: readonly Span[]): string => `${spans[0]?.start ?? 0}-${spans.at(-1)?.end ?? 0}`

/** The words of some spans on one line of the screen. */
export function shorten(spans: readonly Span[], { text }: { readonly text: string }): string {
  const words = spans.map((span) => sliceOf(text, span)).join(" … ")
  const line = words.replace(/\s+/g, " ")
  return line.length > 90 ? `${line.slice(0, 88)}…` : line
}

// "He said she said no": two statements may cover the same words; the second one's key says so.
function sameContentBefore({ statements }: GoldReport, i: number): string {
  const place = placeOf(statements[i]!.content)
  const before = statements.slice(0, i).filter((statement) => placeOf(statement.content) === place).length
  return before ? `.${before}` : ""
}
