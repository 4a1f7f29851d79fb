import type { Actor, Contact, Record, Statement } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import { fold } from "../fold.js"
import { withoutEntries } from "./deeds.js"

// A name is blotted out letter by letter, so that every place in the text stays where it was.

export const BLOT = "█"

const blot = (words: string): string => words.replace(/[^\s]/g, BLOT)

/** “he” and “the mayor” say nothing of who it was; “Lind” and “Ms. Lind” do. */
export function namingMentions(text: string, actor: Actor): Span[] {
  const words = new Set(nameWords(actor))
  return actor.mentions.filter((mention) => wordsOf(sliceOf(text, mention)).some((word) => words.has(fold(word))))
}

export function blotSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce((now, { start, end }) => now.slice(0, start) + blot(now.slice(start, end)) + now.slice(end), text)
}

/** Every place in a text where a word of the actor's name stands with a capital letter, but for the `spared` ones. */
export function namePlaces(text: string, actor: Actor, spared: readonly Span[]): Span[] {
  const words = new Set(nameWords(actor))
  const places = [...text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)].flatMap(({ 0: word, index }) => {
    const bare = word.replace(/['’]s$/u, "")
    return /^\p{Lu}/u.test(bare) && words.has(fold(bare)) ? [{ start: index, end: index + bare.length }] : []
  })
  return places.filter((place) => !spared.some((span) => overlaps(span, place)))
}

/** Blots names out of words that people wrote: reasons, and what those who were quoted say. */
export const blotNames =
  (gone: readonly Actor[]) =>
  (words: string): string =>
    gone.reduce((now, actor) => blotSpans(now, namePlaces(now, actor, [])), words)

/** The words of a person's name and other names: “Dr. Mara de Lind” → mara, lind. Small words and initials name nobody. */
function nameWords({ name, aliases }: Actor): string[] {
  return [name, ...aliases].flatMap((each) =>
    wordsOf(each)
      .filter((word) => /^\p{Lu}.{2}/u.test(word))
      .map(fold),
  )
}

const wordsOf = (words: string): string[] => words.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []

/** A record without some actors: what they said, to whom and with whom, is left out, and their names are blotted out. */
export function withoutActors(record: Record, gone: ReadonlySet<string>): Record {
  if (gone.size === 0) return record
  const hidden = record.actors.filter(({ id }) => gone.has(id))
  const { report } = record
  const text = blotSpans(
    report.text,
    hidden.flatMap((actor) => namingMentions(report.text, actor)),
  )
  const { title } = report
  const blotted =
    title &&
    blotSpans(
      title,
      hidden.flatMap((actor) => namePlaces(title, actor, [])),
    )
  const shown = { ...report, text, ...(blotted && { title: blotted }) }
  const actors = record.actors.filter(({ id }) => !gone.has(id))
  return withoutEntries({ ...record, report: shown, actors }, goesWith(gone))
}

const goesWith =
  (gone: ReadonlySet<string>) =>
  (entry: Statement | Contact): boolean => {
    const isGone = (ids: readonly string[]) => ids.some((id) => gone.has(id))
    if ("between" in entry) return isGone(entry.between)
    const { speakers, addressees, about, candidates = [] } = entry
    return isGone([...speakers, ...addressees, ...about]) || isGone(candidates.map(({ actor }) => actor))
  }

/**
 * The record that `withoutActors` leaves of all statements, with the words of those that went blotted out of the text.
 * “She said, ‘No,’” said Reed: who is innermost decides whose words they are.
 */
export function withoutWords(shown: Record, all: readonly Statement[], gone: ReadonlySet<string>): Record {
  const isGone = goesWith(gone)
  const left = new Set(shown.statements.map(({ id }) => id))
  const before = shown.report.text
  let text = before
  for (const statement of outermostFirst(all, isGone)) {
    if (isGone(statement)) text = blotSpans(text, statement.content)
    else if (left.has(statement.id)) text = restored(text, before, statement.content)
  }
  return text === before ? shown : { ...shown, report: { ...shown.report, text } }
}

const restored = (text: string, before: string, spans: readonly Span[]): string =>
  spans.reduce((now, { start, end }) => now.slice(0, start) + before.slice(start, end) + now.slice(end), text)

/** Of two beside each other the one that is gone comes last: where both claim words, they are not shown. */
function outermostFirst(statements: readonly Statement[], isGone: (statement: Statement) => boolean): Statement[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const depths = new Map<string, number>()
  const depthOf = ({ id, within }: Statement): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    depths.set(id, 0) // a circle that a person made ends here
    const outer = byId.get(within ?? "")
    const depth = outer ? depthOf(outer) + 1 : 0
    depths.set(id, depth)
    return depth
  }
  return statements.toSorted((a, b) => depthOf(a) - depthOf(b) || Number(isGone(a)) - Number(isGone(b)))
}
