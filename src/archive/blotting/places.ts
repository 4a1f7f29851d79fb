import type { Actor } from "../../record.js"
import { type Span, sliceOf } from "../../text/span.js"
import { fold } from "../fold.js"
import { isCalled } from "./goes.js"
import { namePlaces, nameWords, namingMentions, wordPlaces } from "./mask.js"

/** The mentions that name some actors, and their names where the reader did not see them; not where one of the others bears them. */
export function placesNaming(text: string, actors: readonly Actor[], others: readonly Actor[]): Span[] {
  const spared = others.filter(isCalled).flatMap((other) => borneIn(text, other))
  return actors.flatMap((actor) => [...namingMentions(text, actor), ...namePlaces(text, actor, spared)])
}

/** The words of a mention that the actor bears as a name: the second “Lind” in “Lind's brother, Tom Lind”. */
function borneIn(text: string, actor: Actor): Span[] {
  const borne = ownWords(actor)
  return actor.mentions.flatMap(({ start, end }) =>
    wordPlaces(sliceOf(text, { start, end })).flatMap(({ whole, bare, at }) => {
      const isLast = start + at + whole.length === end
      const isCutOff = at === 0 && /[\p{L}\p{N}]['’-]?$/u.test(text.slice(Math.max(0, start - 2), start)) // “d'Arcy”
      const isOwn = !isCutOff && (borne.has(fold(whole)) || (isLast && borne.has(fold(bare))))
      return isOwn ? [{ start: start + at, end: start + at + whole.length }] : []
    }),
  )
}

/** All words of a body's names, those of a person's but for titles; “Lind's husband” is no name of anybody's. */
function ownWords({ kind, name, aliases }: Actor): ReadonlySet<string> {
  const called = aliases.filter((alias) => isCalled({ kind, name: alias }))
  if (kind === "person") return nameWords({ name, aliases: called })
  return new Set([name, ...called].flatMap((words) => wordPlaces(words).map(({ whole }) => fold(whole))))
}
