import type { Cast, Meaning } from "../actors/find.js"
import type { Pronoun } from "../actors/reading/pronouns.js"
import { foldWords } from "../actors/reading/readings.js"
import type { Actor, Report } from "../record.js"
import type { Draft } from "../statements/draft.js"
import { countryNamed } from "../text/lexicon/countries.js"
import { isAmericanAdministration, mayBeAmericanPresident, seatCalled } from "../text/lexicon/seats.js"

/** For whom the officials of a briefing speak: places in the list of actors. */
export interface House {
  /** Who “we” are in an official's mouth. */
  readonly own?: number
  /** Of whose calls and meetings an official has none to tell. */
  readonly president?: number
}

/**
 * The house of a briefing of American departments, whose transcripts mark questions with Q. Of 444 contacts there that
 * are told with “we” the country itself took part in 127, the White House in 77, the administration in 66, the president
 * in 52 and the official in 57.
 */
export function houseOf({ turns = [] }: Report, { actors }: Cast): House {
  if (!turns.some(isQuestion)) return {}
  const called = actors.map(({ name, aliases }) => [name, ...aliases].map(foldWords))
  const firstThat = (is: (words: string) => boolean, among: (actor: Actor) => boolean = () => true) =>
    called.findIndex((names, number) => names.some(is) && among(actors[number]!))
  const president = firstThat(
    (words) => words === "president" || mayBeAmericanPresident(words.split(" ")),
    ({ name, roles }) => /president$/i.test(name) || roles.includes("President"),
  )
  const own = [
    firstThat((words) => countryNamed(words.replace(/ government$/, "")) === "united states"),
    firstThat((words) => plainly.test(words) || isAmericanAdministration(words.replaceAll("-", " "), null)),
    firstThat((words) => seatCalled(words)?.country === "united states"),
    president,
  ].find((actor) => actor >= 0)
  return { ...(own !== undefined ? { own } : {}), ...(president >= 0 ? { president } : {}) }
}

/** Not “the Dorn Fish Administration”. */
const plainly = /^(?:(?:this|our|us|american|current) )?administration$/

const isQuestion = ({ label }: { readonly label: string }): boolean => label === "Q"

/**
 * “{We} are in touch with Kane”, says an official, “Have {you} heard of him?” a reporter; “{I} have no calls to read out”
 * is said of the president's.
 *
 * @param start where the pronoun stands in the text
 */
export function meantByHouse(
  house: House,
  { turn }: Draft,
  pronoun: Pronoun,
  text: string,
  start: number,
): Meaning | undefined {
  if (!turn) return undefined
  const isHouse = pronoun.person === (isQuestion(turn) ? 2 : 1) && pronoun.count !== "one"
  const isPresident = pronoun.count === "one" && silent.test(text.slice(start, start + longest))
  const actor = isHouse ? house.own : isPresident ? house.president : undefined
  return actor === undefined ? undefined : { actor, share: 1 }
}

const longest = 160

const silent =
  /^I (?:don['’]t|do not) (?:have|believe|think)\b[^.?!]{0,120}\bto (?:read out|preview|announce|share|confirm)\b/
