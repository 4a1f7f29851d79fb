import { removeOf } from "../src/marked/facts.js"
import { nameKey } from "../src/marked/names.js"
import type { Letter, Marked } from "../src/marked/notation.js"
import { kindOf } from "../src/marked/quoted.js"
import type { Actor, Contact, Record, Statement, When } from "../src/record.js"
import { overlaps, type Span, sliceOf } from "../src/text/span.js"

/**
 * Leaves in both records what a case is about, and settles what is a matter of taste and not of right or wrong:
 * the article before a name, the ends of the clause that tells of a contact, which of several mentions is marked,
 * the preposition before a time or a place.
 */
export function settle(marked: Marked, wanted: Record, found: Record, only = ""): { wanted: Record; found: Record } {
  const about = aboutOf(marked, only)
  const left = keep(wanted, about)
  return { wanted: left, found: { ...keep(alike(found, wanted, about), about), report: left.report } }
}

interface About {
  readonly statements: boolean
  readonly contacts: boolean
  readonly figures: boolean
  readonly notes: boolean
  readonly mentions: boolean
  readonly dates: boolean
  readonly replies: boolean
  readonly has: (letter: Letter) => boolean
}

function aboutOf({ marks }: Marked, only: string): About {
  const uses = (letter: Letter) => (only || marks.map((mark) => mark.letter).join("")).includes(letter)
  const valued = (letter: Letter, pattern: RegExp) => marks.some((m) => m.letter === letter && pattern.test(m.value))
  const nothing = marks.length === 0 && !only
  return {
    statements: nothing || uses("q"),
    contacts: nothing || uses("k"),
    figures: uses("f"),
    notes: uses("n"),
    mentions: uses("m"),
    dates: valued("t", /\d/),
    replies: valued("q", /(?:answers|deflects|refuses|replies) \d/),
    has: (letter) => !only || only.includes(letter),
  }
}

function keep(record: Record, about: About): Record {
  const statements = record.statements.map((statement) => keepStatement(record.report.text, statement, about))
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return {
    ...record,
    actors: record.actors.map((actor) => ({ ...actor, name: nameKey(actor.name) })),
    statements: about.statements
      ? statements.map((s) => (about.has("s") ? s : { ...s, remove: removeOf(s, byId) }))
      : [],
    contacts: about.contacts ? record.contacts.map((contact) => keepContact(contact, about)) : [],
    notes: about.notes ? record.notes : [],
  }
}

function keepStatement(text: string, { answers, response, setting, ...rest }: Statement, about: About): Statement {
  const { has } = about
  const { via, when, where } = setting
  return {
    ...rest,
    cue: has("c") ? rest.cue : [],
    source: has("s") ? rest.source : [],
    speakers: has("s") ? rest.speakers : [],
    addressees: has("a") ? rest.addressees : [],
    figures: about.figures ? rest.figures : [],
    ...(has("c") ? {} : { act: "say", polarity: "asserted", kind: kindOf(text, rest.content, []) }),
    setting: {
      ...(via && has("v") && { via }),
      ...(when && has("t") && { when: keepWhen(when, about) }),
      ...(where && has("w") && { where }),
    },
    ...(about.replies && answers && { answers }),
    ...(about.replies && response && { response }),
  }
}

function keepContact({ when, within, ...rest }: Contact, about: About): Contact {
  return {
    ...rest,
    ...(when && { when: keepWhen(when, about) }),
    ...(within && about.statements && { within }),
  }
}

const keepWhen = (when: When, { dates }: About): When => (dates ? when : { start: when.start, end: when.end })

/** What was found, put the way the case puts it wherever both mean the same. */
function alike(found: Record, wanted: Record, about: About): Record {
  const key = (actors: readonly Actor[], id: string) => nameKey(actors.find((actor) => actor.id === id)?.name ?? id)
  const sides = (record: Record, contact: Contact) =>
    contact.between
      .map((id) => key(record.actors, id))
      .sort()
      .join()
  const namesake = (actor: Actor) => wanted.actors.find(({ name }) => nameKey(name) === nameKey(actor.name))
  const times = [...wanted.statements.map(({ setting }) => setting), ...wanted.contacts]
  const spans = [...times.flatMap(({ when, where }) => [when, where]), ...wanted.statements.map((s) => s.setting.via)]
  const near = <T extends Span>(span: T): T => {
    const same = spans.find((other) => other && bareEnd(found.report.text, other, span))
    return same ? { ...span, start: same.start } : span
  }
  return {
    ...found,
    actors: found.actors.map((actor) => ({
      ...actor,
      mentions: (!about.mentions && namesake(actor)?.mentions) || actor.mentions,
    })),
    statements: found.statements.map((statement) => {
      const { via, when, where } = statement.setting
      const setting = {
        ...(via && { via: near(via) }),
        ...(when && { when: near(when) }),
        ...(where && { where: near(where) }),
      }
      return { ...statement, setting }
    }),
    contacts: found.contacts.map((contact) => {
      const same = wanted.contacts.find(
        (other) => overlaps(other.evidence, contact.evidence) && sides(wanted, other) === sides(found, contact),
      )
      const { when, where } = contact
      return {
        ...contact,
        evidence: same?.evidence ?? contact.evidence,
        ...(when && { when: near(when) }),
        ...(where && { where: near(where) }),
      }
    }),
  }
}

/** "on Tuesday" and "Tuesday" at the same place. */
function bareEnd(text: string, a: Span, b: Span): boolean {
  if (a.end !== b.end) return false
  const between = sliceOf(text, { start: Math.min(a.start, b.start), end: Math.max(a.start, b.start) })
  return /^(?:(?:on|in|at|during|by|over|from|the|a|an|late|early)\s+)*$/i.test(between)
}
