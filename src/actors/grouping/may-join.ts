import { type Shows, showsOf } from "../reading/pronouns.js"
import { foldWords } from "../reading/readings.js"
import { mostWeighed } from "./contradictions.js"
import type { Group } from "./group.js"
import { samePerson } from "./people.js"
import { sameBody } from "./same-body.js"

/**
 * Whether scores may still bring two groups together: nothing in their words speaks against it.
 * “Ana Ruiz” and “the senator” may; “Ana Ruiz” and “Tom Kane”, “two aides” and “Ruiz” may not.
 */
export function mayJoin(a: Group, b: Group): boolean {
  if (a.form === "joint" || b.form === "joint") return a.form === b.form && a.members.length === b.members.length
  if (a.form === "pronoun" || b.form === "pronoun") return true
  if (a.form === "name" && b.form === "name") return namesAgree(a, b)
  const one = showsOfGroup(a)
  const two = showsOfGroup(b)
  if (one.gender && two.gender && one.gender !== two.gender) return false
  if (isPersonal(a) && isPersonal(b) && one.count && two.count && one.count !== two.count) return false
  return sameSort(a.kind) === sameSort(b.kind)
}

/** Two names are two actors, unless a mistaken kind kept one name apart. */
function namesAgree(a: Group, b: Group): boolean {
  return a.readings.some((one) =>
    b.readings.some((two) => {
      if (one.form === "person" && two.form === "person") {
        return samePerson(one.person, two.person) || samePerson(two.person, one.person)
      }
      if (one.form === "body" && two.form === "body")
        return !!sameBody(one.body, two.body) || !!sameBody(two.body, one.body)
      return one.text === two.text
    }),
  )
}

/** “three recent polls” and “the polls”: one is called by the other's words and perhaps more, the last one the same. */
export function sameHead(a: Group, b: Group): boolean {
  const words = ({ readings }: Group): string[][] =>
    readings
      .slice(0, mostWeighed)
      .flatMap((reading) => (reading.form === "description" ? [foldWords(reading.text).split(" ")] : []))
  const holds = (long: readonly string[], short: readonly string[]) => short.every((word) => long.includes(word))
  const others = words(b)
  return words(a).some((one) => others.some((two) => one.at(-1) === two.at(-1) && (holds(one, two) || holds(two, one))))
}

/** What titles and heads of all its mentions show together. A group is asked for it time and again. */
export function showsOfGroup(group: Group): Shows {
  const known = shown.get(group) ?? readShows(group)
  shown.set(group, known)
  return known
}

const shown = new WeakMap<Group, Shows>()

function readShows(group: Group): Shows {
  let shows: Shows = {}
  for (const reading of group.readings) {
    if (reading.form === "person") {
      shows = { count: "one", ...pick(shows) }
      const titles = [reading.person.courtesy, reading.beside.courtesy, ...reading.person.roles].filter(
        (title) => title !== undefined,
      )
      for (const title of titles) shows = { ...showsOf(`${title} X`), ...pick(shows) }
    } else if (reading.form === "description") {
      shows = { ...showsOf(reading.text, reading.description.head), ...pick(shows) }
    }
  }
  return shows
}

const pick = ({ gender, count }: Shows): Shows => ({ ...(gender ? { gender } : {}), ...(count ? { count } : {}) })

const isPersonal = (group: Group): boolean => group.kind === "person" || group.kind === "unnamed"

/** Taggers mix up a body and its people, an unnamed person and a described one; not a person and a body. */
function sameSort(kind: Group["kind"]): string {
  if (kind === "unnamed" || kind === "person") return "person"
  return kind === "document" ? "document" : "body"
}
