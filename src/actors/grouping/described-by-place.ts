import { countryNamed, countryOfAdjective } from "../../text/lexicon/countries.js"
import { isPlace } from "../../text/lexicon/places.js"
import { isCapitalised, nameWords } from "../reading/fold.js"
import type { Reading } from "../reading/readings.js"
import type { Group } from "./group.js"

/** “Torvik-based airline”, “the Calveran carmaker”: capital letters, but only those of a place. */
export function isByPlace(reading: Reading): boolean {
  if (reading.form !== "body" || reading.body.closed) return false
  const words = nameWords(reading.body.name)
  const last = words.at(-1)?.folded ?? ""
  // “San Torvik-based airline”
  const rest = words.slice(words.findIndex(({ text }) => /-based$/.test(text)) + 1)
  const plain = rest.every(({ text, folded }) => !isCapitalised(text) || isOfPlace(folded))
  return words.length > 1 && rest.length > 0 && plain && !many.has(last)
}

const isOfPlace = (folded: string): boolean =>
  (countryOfAdjective(folded) ?? countryNamed(folded)) !== undefined || isPlace(folded)

/** Of these every place has one. */
const many: ReadonlySet<string> = new Set("bank court exchange government parliament police".split(" "))

/** Whether a body that is only described by its place may be one that is named: “the Torvik-based airline” and “Aule Air”. */
export const mayBeNamed = (own: Group, other: Group): boolean =>
  own.kind === "organisation" &&
  other.kind === "organisation" &&
  other.form === "name" &&
  own.readings.every(isByPlace) &&
  !other.readings.some(isByPlace)
