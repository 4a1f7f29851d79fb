import { countryNamed } from "./data/countries.js"
import { firmForms, institutionHeads, looseTails, schoolTails } from "./data/organisations.js"
import { isPlace } from "./data/places.js"
import { fold, isAllCapitals } from "./fold.js"
import type { BodyName } from "./organisations.js"

/** Why the shorter of two names means the body that the longer one names, or undefined. */
export function sameBody(short: BodyName, long: BodyName): "same-name" | "acronym" | "short-name" | undefined {
  if (short.key === long.key || short.core === long.core) return "same-name"
  if (isAcronymOf(short, long)) return "acronym"
  if (isShortOf(short, long)) return "short-name"
  return undefined
}

/** “FBI” and “U.S. FBI” of “Federal Bureau of Investigation”. */
function isAcronymOf(short: BodyName, long: BodyName): boolean {
  const written = short.name.split(" ")
  const own = written.at(-1)!
  if (written.length > 2 || (written.length === 2 && !countryNamed(fold(written[0]!)))) return false
  if (long.abbreviation === fold(own)) return true
  return isAllCapitals(own) && long.initials.includes(fold(own))
}

/** “Acme” of “Acme Motors”, “Supreme Court” of “U.S. Supreme Court”; not “Texas” of “Texas Supreme Court”. */
function isShortOf(short: BodyName, long: BodyName): boolean {
  const a = short.words
  const b = long.words
  if (a.length >= b.length || isPlace(a.join(" "))) return false
  if (startsWith(b.slice(b.length - a.length), a)) {
    // Its head must be among them: “Labour” is no short name of “Department of Labour”.
    return b.length - a.length < long.headWords && (a.length > 1 || !looseTails.has(a[0]!))
  }
  if (!startsWith(b, a)) {
    // “Justice Department” of “U.S. Department of Justice”: the same words and a country.
    const rest = b.filter((word) => !a.includes(word))
    return a.length > 1 && rest.length === b.length - a.length && countryNamed(rest.join(" ")) !== undefined
  }
  if (a.length >= long.headWords && a.length === 1) return false
  const rest = b.slice(a.length)
  if (rest.every((word) => looseTails.has(word) || firmForms.has(word))) return true
  if (rest.every((word) => schoolTails.has(word))) return true
  // A firm’s first word is enough: “Kestrel” of “Kestrel Animation Works Inc”.
  return firmForms.has(rest.at(-1)!) && !institutionHeads.has(a.at(-1)!)
}

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.every((word, index) => word === words[index])
