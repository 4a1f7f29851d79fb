import { countryOfSeatOf, isPlace } from "./lexicon/places.js"

/** Datelines stand where a report begins. */
const beginning = 2000

const capitals = /^(?:ST\.|\p{Lu}[\p{Lu}’'-]+(?!\p{Ll}))(?:\/\p{Lu}[\p{Lu}’'-]+(?!\p{Ll})){0,2}/u
const region = /^, ((?:\p{Lu}\.){2}|\p{Lu}\p{Ll}{1,15}(?:\.|(?: \p{Lu}\p{Ll}{2,15})?))/u
const agency = /^ ?\((?:[A-Za-z]{2,15} ?){1,3}\)/
const dash = /^(?: ?(?:--|[–—]) ?| - |- (?=\p{Lu}))/u
const opening = /^[“"‘']?(\p{Lu}[\p{L}.]*)/u

/**
 * Where the words of a line begin that opens at `at`: behind “DORN (AP) — ” and “SAN TORVIK ”. Without agency and dash
 * the place must be known, or no abbreviation as far as the report tells: “AULE Director Ana Ruiz”.
 */
export function datelineEnd(text: string, at: number): number {
  if (at > beginning) return at
  const line = text.slice(at, at + 120)
  let end = 0
  for (let words = 1; words <= 4; words++) {
    const word = capitals.exec(line.slice(end))?.[0]
    if (!word) return at
    end += word.length
    const rest = endAfter(text, line, end, at)
    if (rest !== undefined) return at + rest
    if (line[end] !== " ") return at
    end++
  }
  return at
}

/** Where the text begins if the place ends at `end`. */
function endAfter(text: string, line: string, end: number, at: number): number | undefined {
  const place = line.slice(0, end)
  const named = region.exec(line.slice(end))
  const options = named ? [end + named[0].length, end + 2 + named[1]!.split(" ")[0]!.length, end] : [end]
  for (const from of options) {
    const source = agency.exec(line.slice(from))?.[0] ?? ""
    const stroke = dash.exec(line.slice(from + source.length))?.[0] ?? ""
    const gap = stroke || line[from + source.length] !== " " ? "" : " "
    const begin = from + source.length + stroke.length + gap.length
    const next = opening.exec(line.slice(begin))?.[1]
    if (next === undefined) continue
    if (source || stroke) return begin
    const known = place.length > 3 && place.split("/").every((one) => isKnown(one.toLowerCase()))
    // “DORNFormer mayor”: the space was lost.
    if (!gap) return known && /^\p{Lu}\p{Ll}/u.test(next) ? begin : undefined
    // “AULE CITY The mayor”
    if (next === "CITY") return undefined
    if (known || (from > end && isRegion(line.slice(end + 2, from)))) return begin
    const abbreviated = !/[ /]/.test(place) && place.length < 6
    if (from === end && !abbreviated && !/^\p{Lu}{2}/u.test(next) && !text.includes(place, at + end)) return begin
  }
  return undefined
}

const isKnown = (words: string): boolean => isPlace(words) || countryOfSeatOf(words) !== undefined

/** “Calif.”, “N.H.”, “Texas” */
const isRegion = (words: string): boolean => words.endsWith(".") || isKnown(words.toLowerCase())
