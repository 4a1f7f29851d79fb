import type { Actor, Contact, Record, Report, Statement } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import { withoutEntries } from "../corrections/deeds.js"
import type { Cut } from "./cut.js"
import { goesWith, idsOf, isCalled, namedIn } from "./goes.js"
import { isCalledBeside } from "./longer.js"
import { blotAll, blotNames, blotWholeNames } from "./mask.js"
import { blotSaid } from "./said-again.js"

/** What may be shown of what stands of a record when some of its actors were taken down. */
export function shownWithout(standing: Record, cut: Cut): Record {
  if (cut.isNone) return standing
  const kept = withoutEntriesOf(standing, cut)
  return { ...withoutSaid(kept, cut, namedIn(kept)), report: shownReport(kept.report, cut) }
}

/** Names and what was said are blotted out of the text and of what stands beside it. */
export function shownReport(report: Report, cut: Cut): Report {
  if (cut.isNone) return report
  const { title, byline, section, turns } = report
  return { ...report, ...blotAll({ title, byline, section, turns }, blotBeside(cut)), text: cut.text }
}

/** Entries that people changed may name those who were taken down: they stay, without their name. */
export function withoutNames(record: Record, cut: Cut): Record {
  const gone = new Set(cut.actors.map(({ id }) => id))
  return {
    ...record,
    report: shownReport(record.report, cut),
    actors: withoutSaid(record, cut, namedIn(record)).actors.map((actor) =>
      gone.has(actor.id)
        ? { ...actor, name: "a person who was taken down", aliases: [], roles: [], mentions: [] }
        : actor,
    ),
  }
}

/** Blots names and what was said out of words that stand beside the text: titles, bylines, labels, reasons. */
export function blotBeside({ actors, names, before, said }: Cut): (words: string) => string {
  const here = blotSaid(said.map((place) => sliceOf(before, place)))
  const [own, whole] = [blotNames(actors), blotWholeNames(names)]
  // Names last: one that is blotted out of what was said breaks it in two.
  return (words) => own(whole(here(words)))
}

/** What people had to do with those who are gone is left out, and so is what only they told: a contact between others. */
export const withoutEntriesOf = (record: Record, cut: Cut): Record =>
  withoutBlank(withoutActors(record, cut.actors), cut)

/** Actors, and what people had to do with them, are left out. */
export function withoutActors(record: Record, gone: readonly Actor[]): Record {
  const ids = idsOf(gone)
  const actors = record.actors.filter(({ id }) => !ids.has(id))
  const { statements, ...left } = withoutEntries({ ...record, actors }, goesWith(record, gone))
  return { ...left, statements: statements.map((statement) => withoutCandidates(statement, ids)) }
}

/** What somebody else said stays theirs; that it might have been said by who is gone does not. */
function withoutCandidates(statement: Statement, gone: ReadonlySet<string>): Statement {
  const { candidates } = statement
  if (!candidates?.some(({ actor }) => gone.has(actor))) return statement
  return { ...statement, candidates: candidates.filter(({ actor }) => !gone.has(actor)) }
}

/** An entry of which no word is left goes, too. */
const withoutBlank = (record: Record, { text, said }: Cut): Record =>
  withoutEntries(
    record,
    (entry) =>
      wordsOf(entry).some((span) => said.some((place) => overlaps(place, span))) &&
      !wordsOf(entry).some((span) => hasLetters(sliceOf(text, span))),
  )

/** Whom nothing but the words that are cut named goes with them, and so do figures in them; who is in `named`, by id, stays. */
export function withoutSaid(record: Record, cut: Cut, named: ReadonlySet<string>): Record {
  if (cut.isNone) return record
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

const hasLetters = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)

const wordsOf = (entry: Statement | Contact): readonly Span[] => ("between" in entry ? [entry.evidence] : entry.content)

/** What the words that are left tell of an actor; undefined where nothing does. */
function actorLeft(actor: Actor, cut: Cut, isNamed: boolean): Actor | undefined {
  const { before, text, said } = cut
  const [own, whole] = [blotNames(cut.actors), blotWholeNames(cut.names)]
  const blot = (words: string) => own(whole(words))
  const mentions = actor.mentions.filter(
    (mention) => !said.some((place) => overlaps(place, mention)) && hasLetters(sliceOf(text, mention)),
  )
  const isName = isCalled(actor) && !isCalledBeside(actor, cut.people)
  // “Lind's husband” among the names of Paul Dace is no name, and “Mara Lind” is none of his.
  const isOwn = isName && whole(actor.name) !== actor.name
  const blotAlias = (name: string) => (!isCalled({ ...actor, name }) ? blot(name) : isOwn ? name : whole(name))
  const bare = {
    ...actor,
    name: isName ? actor.name : blot(actor.name),
    aliases: actor.aliases.map(isName ? blotAlias : blot),
    roles: actor.roles.map(blot),
  }
  if (mentions.length === actor.mentions.length) return bare
  if (mentions.length === 0) return isNamed ? bare : undefined
  const isLeft = (words: string) => text.includes(words) || !before.includes(words)
  const longest = mentions.map((mention) => sliceOf(text, mention)).sort((a, b) => b.length - a.length)[0]!
  return {
    ...bare,
    name: isName || isLeft(bare.name) ? bare.name : longest,
    aliases: bare.aliases.filter(isLeft),
    roles: bare.roles.filter(isLeft),
    mentions,
  }
}
