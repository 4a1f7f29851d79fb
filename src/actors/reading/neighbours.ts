import type { Actor } from "../../record.js"
import { isPlace } from "../../text/lexicon/places.js"
import type { Span } from "../../text/span.js"
import { institutionHeads } from "./data/organisations.js"
import type { Room } from "./edges.js"
import { fold, isCapitalised } from "./fold.js"

const reach = 60
const wordBefore = /(?<![\p{L}\p{N}.'’-])(\p{Lu}[\p{L}'’-]{0,30}) $/u
const wordsBehind = /^(?: \p{Lu}[\p{L}-]{0,30}(?![\p{L}'’-])){1,3}/u

/**
 * A name with the capitalised words beside it that belong to it: “United {States}” and “{Dorn Port} Authority” always,
 * “{Ana} Ruiz” where the report names Ana Ruiz elsewhere.
 *
 * @param known what other mentions say, folded
 */
export function withNeighbours(
  text: string,
  mention: Span & Pick<Actor, "kind">,
  room: Room,
  known: ReadonlySet<string>,
): Span {
  const { start, end } = mention
  const words = text.slice(start, end)
  if (words.length < 2 || words.length > reach || !isCapitalised(words) || !isCapitalised(/\S*$/.exec(words)![0]))
    return mention
  const before = wordBefore.exec(text.slice(Math.max(room.from, start - reach), start))?.[1]
  if (before && isName(`${before} ${words}`, known)) return { start: start - before.length - 1, end }
  const behind =
    wordsBehind
      .exec(text.slice(end, Math.min(room.to, end + reach)))?.[0]
      .slice(1)
      .split(" ") ?? []
  for (let count = behind.length; count > 0; count--) {
    const more = behind.slice(0, count).join(" ")
    const head = mention.kind === "organisation" && institutionHeads.has(fold(behind[count - 1]!)) && !isOwner(words)
    if (head || isName(`${words} ${more}`, known)) return { start, end: end + 1 + more.length }
  }
  return mention
}

/** “Dorn’s Department” and “Germany Alliance” are no names. */
const isOwner = (words: string): boolean => /['’]s?$/.test(words) || isPlace(fold(words))

const isName = (words: string, known: ReadonlySet<string>): boolean => {
  const folded = words.split(" ").map(fold).join(" ")
  return known.has(folded) || isPlace(folded)
}
