import type { Actor, Contact, Record, Statement } from "../../record.js"
import { sliceOf } from "../../text/span.js"
import type { Corrected } from "../corrections/correct.js"
import { withoutEntries } from "../corrections/deeds.js"
import { cutOf } from "./cut.js"
import { namedIn } from "./goes.js"
import type { Called } from "./mask.js"
import { blotBeside, withoutActors, withoutEntriesOf, withoutSaid } from "./shown.js"

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
  /** blots names and what was said out of words that stand beside the text */
  readonly blot: (words: string) => string
}

/** `gone` are ids of actors; `called` what they are called, also where the report does not have them as actors. */
export function leftOf(
  machine: Record,
  corrected: Corrected,
  gone: ReadonlySet<string>,
  called: readonly Called[],
): Left {
  const { record } = corrected
  const known = [...record.actors, ...machine.actors].filter(({ id }) => gone.has(id))
  const cut = cutOf(corrected, known, called)
  const { actors } = cut
  const now = withoutEntriesOf(record, cut)
  const bare = withoutActors(givenAway(machine, now, gone), actors)
  const lost = new Set([...gone, ...missing(record, now), ...missing(machine, bare)])
  const kept = withoutEntries(bare, ({ id }) => lost.has(id))
  return {
    text: cut.text,
    record: withoutSaid(kept, cut, namedIn(now)),
    lost,
    actors,
    said: cut.said.map((place) => sliceOf(cut.before, place)),
    blot: blotBeside(cut),
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

const entriesIn = ({ statements, contacts }: Record): readonly (Statement | Contact)[] => [...statements, ...contacts]

function missing(before: Record, after: Record): string[] {
  const left = new Set(entriesIn(after).map(({ id }) => id))
  return entriesIn(before).flatMap(({ id }) => (left.has(id) ? [] : [id]))
}
