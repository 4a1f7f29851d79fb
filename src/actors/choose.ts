import type { Actor } from "../record.js"
import { type Span, sliceOf } from "../text/span.js"
import { isByPlace } from "./grouping/described-by-place.js"
import type { Group } from "./grouping/group.js"
import { dropDeterminer } from "./reading/descriptions.js"
import { fold, nameWords } from "./reading/fold.js"
import type { Reading } from "./reading/readings.js"
import { fullestRoles, roleOfOne } from "./reading/roles.js"

/** How an actor is called in a record: fullest name, other names, and what it is said to be. */
export function describeActor(
  text: string,
  groups: readonly Pick<Group, "kind" | "readings">[],
): Pick<Actor, "name" | "aliases" | "roles"> {
  const readings = groups.flatMap((group) => group.readings)
  const names = readings.flatMap((reading) => nameIn(reading) ?? [])
  const descriptions = readings.flatMap((reading) =>
    reading.form === "description" || reading.form === "joint" ? [reading] : [],
  )
  // “Havana”, “the Cubans” only where “Cuba” is not said; “Torvik-based airline” only where “Aule Air” is not.
  const plain = readings.flatMap((reading) =>
    (reading.form === "body" && reading.body.country) || isByPlace(reading) ? [] : (nameIn(reading) ?? []),
  )
  const name = names.length
    ? withEnding(text, readings, fullest(plain.length ? plain : names)!)
    : withArticle(text, longest(descriptions) ?? readings[0])
  const roles = readings.flatMap((reading) => rolesOf(text, reading))
  const words = descriptions.map((reading) => reading.text)
  const described = names.length ? words.filter((words) => !roles.some((role) => sameWords(role, words))) : words
  return {
    name: clean(name ?? ""),
    aliases: others([...names, ...described], name ?? ""),
    roles: fullestRoles(others(roles, "")),
  }
}

function nameIn(reading: Reading): string | undefined {
  if (reading.form === "person") return reading.person.name
  if (reading.form === "body") return reading.body.name
  return undefined
}

function rolesOf(text: string, reading: Reading): string[] {
  if (reading.form === "person") {
    const { end } = reading.mention
    const inRow = namesFollow.test(text.slice(end, end + 8))
    return [
      ...reading.beside.roles.map((role: Span) => roleOfOne(sliceOf(text, role), inRow && role.end <= end)),
      ...reading.person.roles.map((role) => roleOfOne(role, inRow)),
    ].flatMap((role) => role ?? [])
  }
  return reading.form === "body" ? [...reading.body.roles] : []
}

/** “rivals {Ana Ruiz} and Tom Kane” */
const namesFollow = /^(?:,? and|,) \p{Lu}/u

/** Most words written out, then the commonest, then most letters: “Ana María Ruiz” before “A. Ruiz”, “Tom Kane” before “Thom Kane”. */
function fullest(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  const size = (form: string): number => {
    const words = nameWords(form)
    if (form.startsWith("@")) return 0
    return (
      words.filter((word) => word.folded.length > 1).length * 2 +
      words.filter((word) => word.folded.length === 1).length
    )
  }
  const better = (a: string, b: string): number =>
    size(a) - size(b) || counts.get(a)! - counts.get(b)! || Math.sign(a.length - b.length)
  return [...counts.keys()].reduce<string | undefined>(
    (best, form) => (best === undefined || better(form, best) > 0 ? form : best),
    undefined,
  )
}

/** “Kane’s was shut”: the ending belongs to the name of a body that is never called anything without it. */
function withEnding(text: string, readings: readonly Reading[], name: string): string {
  const endings = readings.flatMap((reading) => {
    if (reading.form !== "body" || reading.body.name !== name) return []
    const end = reading.mention.start + reading.text.lastIndexOf(name) + name.length
    return [text.slice(end, end + 12)]
  })
  const own = endings.find((after) => ownEnding.test(after))
  return own && endings.every((after) => /^['’]s/.test(after)) ? `${name}${own.slice(0, 2)}` : name
}

const ownEnding = /^['’]s(?:[.,;]| (?:has|have|is|was|were|said|says|had|will|would|did|does)\b)/

/** “a senior aide to the mayor” before “the aide”; of equal ones the first, which introduces. */
function longest(descriptions: readonly Reading[]): Reading | undefined {
  const size = (reading: Reading): number => nameWords(dropDeterminer(reading.text)).length
  return descriptions.reduce<Reading | undefined>(
    (best, reading) => (best === undefined || size(reading) > size(best) ? reading : best),
    undefined,
  )
}

/** “{The} drug cartels”: without it a description does not tell whether it is the one or one of many. */
function withArticle(text: string, reading: Reading | undefined): string {
  if (!reading) return ""
  const before = text.slice(Math.max(0, reading.mention.start - 4), reading.mention.start)
  const article = reading.form === "description" ? (/(?:^|[^\p{L}])(the|an?)\s$/iu.exec(before)?.[1] ?? "") : ""
  return article ? `${article.toLowerCase()} ${reading.text}` : reading.text
}

/** Each surface form once, the name itself left out. */
function others(forms: readonly string[], name: string): string[] {
  const kept = new Map<string, string>()
  for (const form of forms.map(clean)) {
    const words = wordsOf(form)
    if (words && !kept.has(words)) kept.set(words, form)
  }
  kept.delete(wordsOf(name))
  return [...kept.values()]
}

/** In one line, and without the brackets of “[the nominee]”. */
const clean = (form: string): string =>
  form
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\[([^[\]]*)\]$/, "$1")

const sameWords = (a: string, b: string): boolean => wordsOf(a) === wordsOf(b)

const wordsOf = (form: string): string =>
  nameWords(dropDeterminer(form))
    .map((word) => fold(word.text))
    .join(" ")
