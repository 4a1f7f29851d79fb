import type { Actor, Contact, Record, Report, Statement } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import type { Corrected } from "./correct.js"
import { withoutEntries } from "./deeds.js"
import { BLOT, blotAll, blotNames, blotSpans, namePlaces, namingMentions } from "./mask.js"
import { blotSaid } from "./said-again.js"

/** What goes of a report together with some of its actors: the same when they are taken down and when they are erased. */
export interface Cut {
  /** those who are gone */
  readonly actors: readonly Actor[]
  readonly before: string
  /** as long as before: names and words are blotted out, letter by letter */
  readonly text: string
  /** what they said and what else was said to and about them: a piece for each place */
  readonly said: readonly Span[]
}

/** Whose words they are, what people corrected decides. */
export function cutOf(corrected: Readable, actors: readonly Actor[]): Cut {
  const { record } = corrected
  const before = record.report.text
  if (actors.length === 0) return { actors, before, text: before, said: [] }
  const masked = withoutWords(corrected, goesWith(actors))
  const said = blottedPlaces(before, masked)
  return { actors, before, text: blotSpans(masked, placesOf(record, actors)), said }
}

/** A record as people corrected it, and which entries they withdrew. */
export type Readable = Pick<Corrected, "record" | "handled">

/** What may be shown of what stands of a record when some of its actors were taken down. */
export function shownWithout(standing: Record, cut: Cut): Record {
  if (cut.actors.length === 0) return standing
  const kept = withoutEntriesOf(standing, cut)
  return { ...withoutSaid(kept, cut, namedIn(kept)), report: shownReport(kept.report, cut) }
}

/** Names and what was said are blotted out of the text and of what stands beside it. */
export function shownReport(report: Report, cut: Cut): Report {
  if (cut.actors.length === 0) return report
  const { title, byline, turns } = report
  return { ...report, ...blotAll({ title, byline, turns }, blotBeside(cut)), text: cut.text }
}

/** Blots names and what was said out of words that stand beside the text: titles, bylines, labels, reasons. */
export function blotBeside({ actors, before, said }: Cut): (words: string) => string {
  const here = blotSaid(said.map((place) => sliceOf(before, place)))
  const names = blotNames(actors)
  // Names last: one that is blotted out of what was said breaks it in two.
  return (words) => names(here(words))
}

/** What people had to do with those who are gone is left out, and so is what only they told: a contact between others. */
export const withoutEntriesOf = (record: Record, cut: Cut): Record =>
  withoutBlank(withoutActors(record, cut.actors), cut)

/** Actors, and what people had to do with them, are left out. */
export function withoutActors(record: Record, gone: readonly Actor[]): Record {
  const ids = idsOf(gone)
  const actors = record.actors.filter(({ id }) => !ids.has(id))
  return withoutEntries({ ...record, actors }, goesWith(gone))
}

/** An entry of which no word is left goes, too. */
const withoutBlank = (record: Record, { text, said }: Cut): Record =>
  withoutEntries(
    record,
    (entry) =>
      wordsOf(entry).some((span) => said.some((place) => overlaps(place, span))) &&
      !wordsOf(entry).some((span) => /[\p{L}\p{N}]/u.test(sliceOf(text, span))),
  )

/** Whom nothing but the words that are cut named goes with them, and so do figures in them; who is in `named`, by id, stays. */
export function withoutSaid(record: Record, cut: Cut, named: ReadonlySet<string>): Record {
  if (cut.actors.length === 0) return record
  const isSaid = (span: Span) => cut.said.some((place) => overlaps(place, span))
  return {
    ...record,
    actors: record.actors.flatMap((actor) => actorLeft(actor, cut, named.has(actor.id)) ?? []),
    statements: record.statements.map((statement) => ({
      ...statement,
      figures: statement.figures.filter(({ text }) => !isSaid(text)),
    })),
  }
}

/** ids of the actors in entries */
export const namedIn = ({ statements, contacts }: Record): ReadonlySet<string> =>
  new Set([...statements.flatMap(idsInStatement), ...contacts.flatMap(({ between }) => between)])

const idsInStatement = ({ speakers, addressees, about, candidates = [] }: Statement): string[] => [
  ...[...speakers, ...addressees, ...about],
  ...candidates.map(({ actor }) => actor),
]

function goesWith(gone: readonly Actor[]): (entry: Statement | Contact) => boolean {
  const ids = idsOf(gone)
  return (entry) => ("between" in entry ? entry.between : idsInStatement(entry)).some((id) => ids.has(id))
}

const idsOf = (actors: readonly Actor[]): ReadonlySet<string> => new Set(actors.map(({ id }) => id))

/** The text without the words of statements that go. “She said, ‘No,’” said Reed: who is innermost decides whose words they are. */
function withoutWords({ record, handled }: Readable, goes: (statement: Statement) => boolean): string {
  const before = record.report.text
  let text = before
  for (const statement of outermostFirst(record.statements, goes)) {
    if (goes(statement)) text = blotSpans(text, statement.content)
    else if (handled.standing.get(statement.id) !== "withdrawn") text = restored(text, before, statement.content)
  }
  return text
}

const restored = (text: string, before: string, spans: readonly Span[]): string =>
  spans.reduce((now, { start, end }) => now.slice(0, start) + before.slice(start, end) + now.slice(end), text)

/** Of two beside each other the one that goes comes last: where both claim words, they are not shown. */
function outermostFirst(statements: readonly Statement[], goes: (statement: Statement) => boolean): Statement[] {
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
  return statements.toSorted((a, b) => depthOf(a) - depthOf(b) || Number(goes(a)) - Number(goes(b)))
}

/** Runs of blots that were words before. */
const blottedPlaces = (before: string, after: string): Span[] =>
  [...after.matchAll(new RegExp(`${BLOT}(?:[${BLOT}\\s]*${BLOT})?`, "g"))]
    .map(({ 0: blots, index }) => ({ start: index, end: index + blots.length }))
    .filter((place) => sliceOf(before, place) !== sliceOf(after, place))

/** The mentions that name them, and their name where the reader did not see it; not another person of that name. */
function placesOf({ report, actors }: Record, gone: readonly Actor[]): Span[] {
  const ids = idsOf(gone)
  const others = actors.filter((actor) => isCalled(actor) && !ids.has(actor.id)).flatMap(({ mentions }) => mentions)
  return gone.flatMap((actor) => [...namingMentions(report.text, actor), ...namePlaces(report.text, actor, others)])
}

const wordsOf = (entry: Statement | Contact): readonly Span[] => ("between" in entry ? [entry.evidence] : entry.content)

/** What the words that are left tell of an actor; undefined where nothing does. */
function actorLeft(actor: Actor, { actors, before, text, said }: Cut, isNamed: boolean): Actor | undefined {
  const blot = blotNames(actors)
  const mentions = actor.mentions.filter((mention) => !said.some((place) => overlaps(place, mention)))
  const bare = { ...actor, roles: actor.roles.map(blot), ...(isCalled(actor) ? {} : blotAll(namesOf(actor), blot)) }
  if (mentions.length === actor.mentions.length) return bare
  if (mentions.length === 0) return isNamed ? bare : undefined
  const isLeft = (words: string) => text.includes(words) || !before.includes(words)
  const longest = mentions.map((mention) => sliceOf(text, mention)).sort((a, b) => b.length - a.length)[0]!
  return {
    ...bare,
    name: isCalled(actor) || isLeft(bare.name) ? bare.name : longest,
    aliases: bare.aliases.filter(isLeft),
    roles: bare.roles.filter(isLeft),
    mentions,
  }
}

/** “Jonas Plank” is a name, by which he is known in other reports; “the man who stole it” and “Ms. Lind's lawyer” are words. */
const isCalled = ({ kind }: Actor): boolean => kind === "person" || kind === "organisation"

const namesOf = ({ name, aliases }: Actor) => ({ name, aliases })
