import type { Actor, Contact, Record, Statement } from "../../record.js"
import { particles } from "../../text/lexicon/titles.js"

/** Whether an entry goes; what somebody who is gone tells goes with them, unless it is given to somebody else. */
export function goesWith({ statements }: Record, gone: readonly Actor[]): (entry: Statement | Contact) => boolean {
  const ids = idsOf(gone)
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const isTheirs = (statement: Statement, depth = 0): boolean => {
    if (takingPart(statement).some((id) => ids.has(id))) return true
    const outer = byId.get(statement.within ?? "")
    // Nothing is told through so many mouths, but a person can make a circle.
    return outer !== undefined && statement.speakers.length === 0 && depth < byId.size && isTheirs(outer, depth + 1)
  }
  return (entry) => ("between" in entry ? entry.between.some((id) => ids.has(id)) : isTheirs(entry))
}

/** ids of the actors in entries */
export const namedIn = ({ statements, contacts }: Record): ReadonlySet<string> =>
  new Set([
    ...statements.flatMap((statement) => [...takingPart(statement), ...perhaps(statement)]),
    ...contacts.flatMap(({ between }) => between),
  ])

/** Who only may have said it, where somebody else did, has no part in it. */
const takingPart = (statement: Statement): string[] => {
  const { speakers, addressees, about } = statement
  return [...speakers, ...addressees, ...about, ...(speakers.length > 0 ? [] : perhaps(statement))]
}

const perhaps = ({ candidates = [] }: Statement): string[] => candidates.map(({ actor }) => actor)

export const idsOf = (actors: readonly Actor[]): ReadonlySet<string> => new Set(actors.map(({ id }) => id))

/**
 * “Jonas Plank” and “the Ministry of Health” are names, by which others know them; “the man who stole it”, “Ms. Lind's
 * lawyer” and “a spokesman for Mara Lind” are words, whatever the reader took them for.
 */
export const isCalled = ({ kind, name }: Pick<Actor, "kind" | "name">): boolean =>
  (kind === "person" || kind === "organisation") && /^(?:the )?[\p{Lu}\p{Lo}]/u.test(name) && !described.test(name)

const joining = [..."of and for in on at the to with d l dell".split(" "), ...particles]

/** A small word that stands in no name, or what somebody has. */
const described = new RegExp(
  `(?<!^)(?<![\\p{L}'’-])(?!(?:${joining.join("|")})(?!\\p{L}))\\p{Ll}\\p{L}*|['’]s \\p{Ll}`,
  "u",
)
