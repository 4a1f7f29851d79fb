import type { Actor, Contact, Record, Statement } from "../../record.js"
import { overlaps, type Span, sliceOf } from "../../text/span.js"
import { type Corrected, standingRecord } from "./correct.js"
import { withoutEntries } from "./deeds.js"
import { BLOT, blotSpans, namePlaces, namingMentions, withoutActors, withoutWords } from "./mask.js"

/** What is left of a report when some of its actors are erased. */
export interface Left {
  /** as long as before: names and words are blotted out, letter by letter */
  readonly text: string
  /** the machine's, with the text of before */
  readonly record: Record
  /** ids of the entries and actors that are gone, whoever put them there */
  readonly lost: ReadonlySet<string>
  /** those who are gone, as the machine read them and as people corrected them */
  readonly actors: readonly Actor[]
  /** what they said and what else was said to and about them, as it stood in the text: a piece for each place */
  readonly said: readonly string[]
}

/** Whose words they are, what people corrected decides: as when somebody is taken down. */
export function leftOf(machine: Record, corrected: Corrected, gone: ReadonlySet<string>): Left {
  const { record } = corrected
  const before = record.report.text
  const actors = [...record.actors, ...machine.actors].filter(({ id }) => gone.has(id))
  const standing = withoutActors(standingRecord(corrected), gone)
  const masked = withoutWords({ ...standing, report: record.report }, record.statements, gone).report.text
  const said = blottedPlaces(before, masked)
  const text = blotSpans(masked, placesOf(record, actors))
  const isBlank = (entry: Statement | Contact) =>
    wordsOf(entry).some((span) => said.some((place) => overlaps(place, span))) &&
    !wordsOf(entry).some((span) => /[\p{L}\p{N}]/u.test(sliceOf(text, span)))
  const now = withoutEntries(withoutActors(record, gone), isBlank)
  const bare = withoutActors(givenAway(machine, now, gone), gone)
  const lost = new Set([...gone, ...missing(record, now), ...missing(machine, bare)])
  const kept = withoutEntries(bare, ({ id }) => lost.has(id))
  return {
    text,
    record: {
      ...kept,
      report: machine.report,
      actors: actorsLeft(kept, { before, text, said, named: namedIn(now) }),
      statements: kept.statements.map((statement) => ({
        ...statement,
        figures: statement.figures.filter((figure) => !said.some((place) => overlaps(place, figure.text))),
      })),
    },
    lost,
    actors,
    said: said.map((place) => sliceOf(before, place)),
  }
}

/** What a person gave to somebody else is theirs, whomever the machine named: its entry stays, and names nobody in that place. */
function givenAway(machine: Record, now: Record, gone: ReadonlySet<string>): Record {
  const theirs = new Set(entriesIn(now).map(({ id }) => id))
  const others = (ids: readonly string[]) => ids.filter((id) => !gone.has(id))
  return {
    ...machine,
    statements: machine.statements.map((statement) => {
      if (!theirs.has(statement.id)) return statement
      const { speakers, addressees, about, candidates } = statement
      return {
        ...statement,
        speakers: others(speakers),
        addressees: others(addressees),
        about: others(about),
        ...(candidates && { candidates: candidates.filter(({ actor }) => !gone.has(actor)) }),
      }
    }),
    contacts: machine.contacts.map((contact) => {
      const between = others(contact.between)
      return theirs.has(contact.id) && between.length > 1 ? { ...contact, between } : contact
    }),
  }
}

/** Runs of blots that were words before. */
const blottedPlaces = (before: string, after: string): Span[] =>
  [...after.matchAll(new RegExp(`${BLOT}(?:[${BLOT}\\s]*${BLOT})?`, "g"))]
    .map(({ 0: blots, index }) => ({ start: index, end: index + blots.length }))
    .filter((place) => sliceOf(before, place) !== sliceOf(after, place))

/** The mentions that name them, and their name where the reader did not see it; not another person of that name. */
function placesOf({ report, actors }: Record, gone: readonly Actor[]): Span[] {
  const ids = new Set(gone.map(({ id }) => id))
  const others = actors.filter(({ id }) => !ids.has(id)).flatMap(({ mentions }) => mentions)
  return gone.flatMap((actor) => [...namingMentions(report.text, actor), ...namePlaces(report.text, actor, others)])
}

const wordsOf = (entry: Statement | Contact): readonly Span[] => ("between" in entry ? [entry.evidence] : entry.content)

const entriesIn = ({ statements, contacts }: Record) => [...statements, ...contacts]

function missing(before: Record, after: Record): string[] {
  const left = new Set(entriesIn(after).map(({ id }) => id))
  return entriesIn(before).flatMap(({ id }) => (left.has(id) ? [] : [id]))
}

const namedIn = ({ statements, contacts }: Record): ReadonlySet<string> =>
  new Set([
    ...statements.flatMap(({ speakers, addressees, about, candidates = [] }) => [
      ...[...speakers, ...addressees, ...about],
      ...candidates.map(({ actor }) => actor),
    ]),
    ...contacts.flatMap(({ between }) => between),
  ])

interface Words {
  readonly before: string
  readonly text: string
  readonly said: readonly Span[]
  /** ids of actors in entries that are left */
  readonly named: ReadonlySet<string>
}

/** Whom nothing but the erased words named is gone with them, and what they alone tell of the others. */
function actorsLeft({ actors }: Record, { before, text, said, named }: Words): Actor[] {
  const isLeft = (words: string) => text.includes(words) || !before.includes(words)
  return actors.flatMap((actor) => {
    const mentions = actor.mentions.filter((mention) => !said.some((place) => overlaps(place, mention)))
    if (mentions.length === actor.mentions.length) return [actor]
    if (mentions.length === 0) return named.has(actor.id) ? [actor] : []
    const { name, kind } = actor
    // “The man who stole it” is her words; “Jonas Plank” is a name, by which he is known in other reports.
    const isName = kind === "person" || kind === "organisation"
    const longest = mentions.map((mention) => sliceOf(text, mention)).sort((a, b) => b.length - a.length)[0]!
    return [
      {
        ...actor,
        name: isName || isLeft(name) ? name : longest,
        aliases: actor.aliases.filter(isLeft),
        roles: actor.roles.filter(isLeft),
        mentions,
      },
    ]
  })
}
