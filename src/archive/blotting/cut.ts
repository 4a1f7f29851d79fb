import type { Actor, Record, Report, Statement } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import type { Corrected } from "../corrections/correct.js"
import { fold } from "../fold.js"
import { goesWith, idsOf, isCalled } from "./goes.js"
import { isLonger, isWholePerson, withoutBeside } from "./longer.js"
import { BLOT, blotSpans, type Called, isWholeName, phrasePlaces } from "./mask.js"
import { placesNaming } from "./places.js"
import { saidAgain } from "./said-again.js"

/** What goes of a report together with some people: the same when they are taken down and when they are erased. */
export interface Cut {
  /** nothing of the report goes */
  readonly isNone: boolean
  /** those of its actors who are gone, and whom the text or title names whole without their being one */
  readonly actors: readonly Actor[]
  /** the whole names of all who are gone, whether the report has them or not */
  readonly names: readonly string[]
  /** those of them that are a person's */
  readonly people: readonly Called[]
  readonly before: string
  /** as long as before: names and words are blotted out, letter by letter */
  readonly text: string
  /** what they said and what else was said to and about them: a piece for each place */
  readonly said: readonly Span[]
}

/** Whose words they are, what people corrected decides. `called` is what all who are gone are called, in any report. */
export function cutOf(corrected: Readable, gone: readonly Actor[], called: readonly Called[]): Cut {
  const { record } = corrected
  const before = record.report.text
  const known = gone.map((actor) => withoutBeside(actor, called))
  const whole = called.filter((one) => isWholeName(one.name) && !isBorneByOthers(record, known, one))
  const names = whole.map(({ name }) => name)
  const people = whole.filter(isWholePerson)
  const actors = [...known, ...namedOnly(record, known, whole)]
  const isNone = actors.length === 0 && !names.some((name) => namedBeside(record, name))
  if (isNone) return { isNone, actors, names, people, before, text: before, said: [] }
  const goes = goesWith(record, actors)
  const masked = withoutWords(corrected, goes)
  const said = blottedPlaces(before, masked)
  const others = staying(corrected, goes)
  const pieces = said.map((place) => sliceOf(before, place))
  const again = saidAgain(pieces, before).filter((place) => !others.some((span) => overlaps(span, place)))
  const ids = idsOf(actors)
  const rest = record.actors.filter(({ id }) => !ids.has(id))
  // “a rose field” is nobody, but in a report that tells of Rose Field.
  const isPersonHere = (one: Called) => one.kind === "person" && isBorne(actors, one)
  const wholePlaces = whole.flatMap((one) => phrasePlaces(before, one.name, isPersonHere(one)))
  const places = [...placesNaming(before, actors, rest), ...wholePlaces]
  return { isNone, actors, names, people, before, said, text: blotSpans(blotSpans(masked, again), places) }
}

/** Somebody else of the very same name is in the report, and who is gone is not; a body does not bear a person's. */
const isBorneByOthers = ({ actors }: Record, known: readonly Actor[], called: Called): boolean =>
  !isBorne(known, called) &&
  (isBorne(actors.filter(isCalled).map(withoutAliases), called) || actors.some((one) => isLonger(one, [called])))

const isBorne = (actors: readonly Called[], { kind, name }: Called): boolean =>
  actors.some((one) => one.kind === kind && [one.name, ...one.aliases].some((each) => fold(each) === fold(name)))

const withoutAliases = (actor: Actor): Called => ({ ...actor, aliases: [] })

/** “A spokesman for Vera Tonk”, “Vera Tonk: a portrait”: she is no actor there, and is named whole. */
function namedOnly(record: Record, known: readonly Actor[], whole: readonly Called[]): Actor[] {
  const { text, title = "" } = record.report
  return whole
    .filter((called) => !isBorne(known, called))
    .filter(({ name }) => [text, title].some((words) => phrasePlaces(words, name).length > 0))
    .map((called) => ({ ...called, id: "", roles: [], mentions: [] }))
}

/** Whether what stands beside a text has a whole name: a title, byline, section or label, the words by which somebody is called. */
export function namedBeside({ report, actors }: BesideText, name: string): boolean {
  const { title, byline = [], section, turns = [] } = report
  const called = actors.flatMap((actor) => [actor.name, ...actor.aliases, ...actor.roles])
  return [title, ...byline, section, ...turns.map(({ label }) => label), ...called].some(
    (words) => words !== undefined && phrasePlaces(words, name).length > 0,
  )
}

interface BesideText extends Pick<Record, "actors"> {
  readonly report: Pick<Report, "title" | "byline" | "section" | "turns">
}

/** A record as people corrected it, and which entries they withdrew. */
export type Readable = Pick<Corrected, "record" | "handled">

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

/** The words of statements that stay. */
const staying = ({ record, handled }: Readable, goes: (statement: Statement) => boolean): Span[] =>
  record.statements
    .filter((statement) => !goes(statement) && handled.standing.get(statement.id) !== "withdrawn")
    .flatMap(({ content }) => content)

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
