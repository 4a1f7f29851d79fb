import { countryNamed } from "../../text/lexicon/countries.js"
import { isPlace } from "../../text/lexicon/places.js"
import { firmForms, institutionHeads, looseTails, schoolTails } from "../reading/data/organisations.js"
import { fold, isAllCapitals } from "../reading/fold.js"
import { type BodyName, isKnown } from "../reading/organisations.js"

/** Why the shorter of two names means the body that the longer one names, or undefined. `later`: the longer came first. */
export function sameBody(
  short: BodyName,
  long: BodyName,
  later = true,
): "same-name" | "acronym" | "short-name" | undefined {
  if (short.key === long.key || short.core === long.core) return "same-name"
  // “U.S.” is neither the initials of “U.S. Steel” nor its short name.
  if (isPlace(short.words.join(" "))) return undefined
  if (isAcronymOf(short, long)) return "acronym"
  if (isShortOf(short, long, later)) return "short-name"
  return undefined
}

/** “FBI” and “U.S. FBI” of “Federal Bureau of Investigation”. */
function isAcronymOf(short: BodyName, long: BodyName): boolean {
  // “DTC Corp” of “Dorn Tower Company”
  const written = short.name.split(" ").filter((word, index) => index === 0 || !firmForms.has(fold(word)))
  const own = written.at(-1)!
  if (written.length > 2 || (written.length === 2 && !countryNamed(fold(written[0]!)))) return false
  if (long.abbreviation === fold(own)) return true
  return isAllCapitals(own) && long.initials.includes(fold(own))
}

/** “Acme” of “Acme Motors”, “Supreme Court” of “U.S. Supreme Court”; not “Texas” of “Texas Supreme Court”. */
function isShortOf(short: BodyName, long: BodyName, later: boolean): boolean {
  const a = short.words
  const b = long.words
  if (a.length >= b.length) return false
  if (startsWith(b.slice(b.length - a.length), a)) {
    // Its head must be among them: “Labour” is no short name of “Department of Labour”.
    return b.length - a.length < long.headWords && (a.length > 1 || !(looseTails.has(a[0]!) || parties.has(a[0]!)))
  }
  if (!startsWith(b, a)) {
    // “Justice Department” of “U.S. Department of Justice”: the same words and a country.
    const rest = b.filter((word) => !a.includes(word))
    return a.length > 1 && rest.length === b.length - a.length && countryNamed(rest.join(" ")) !== undefined
  }
  if (a.length >= long.headWords && a.length === 1) return false
  if (isKnown(short) || !long.closed) return false
  const rest = b.slice(a.length)
  if (rest.every((word) => looseTails.has(word) || firmForms.has(word))) return true
  if (rest.every((word) => schoolTails.has(word))) return true
  // “Port Authority” of “Port Authority of Torvik”.
  if (a.length === long.headWords) return true
  // A firm’s first word is enough: “Kestrel” of “Kestrel Animation Works Inc”.
  if (firmForms.has(rest.at(-1)!)) return !institutionHeads.has(a.at(-1)!)
  // So is any name’s beginning once the whole name has been given, unless the rest is the head of another kind of body.
  return later && !institutionHeads.has(rest.at(-1)!) && !institutionHeads.has(a.at(-1)!) && !short.country
}

/** “Senate Republicans” are some of them. */
const parties = new Set(["republicans", "democrats", "conservatives", "tories"])

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.every((word, index) => word === words[index])
