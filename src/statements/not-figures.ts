import type { Numeral } from "./numerals.js"

/** A number that counts nothing: part of a name, a time, an age, a distance, or "one" as a pronoun. */
export function isNoFigure(numeral: Numeral, before: string, after: string): boolean {
  return (
    isPartOfName(numeral, before, after) ||
    isTime(numeral, before, after) ||
    isZero(numeral, before) ||
    isAge(numeral, before, after) ||
    isDistance(after) ||
    isPronoun(numeral, before, after) ||
    // "a 28-member bloc", "a 4-door car"
    /^-\p{L}/u.test(after)
  )
}

// "zero tolerance", "10 below zero"
const isZero = ({ form, value }: Numeral, before: string): boolean =>
  (form === "words" && value === 0) || /['’]$/.test(before)

const numbered =
  "section|article|chapter|title|page|paragraph|phase|day|week|part|room|flight|route|interstate|highway|level|step|stage|round|game|group of|channel|grade|class|type|tier|category|version|amendment|resolution|proposition|district|ward|precinct|area|model|office|windows|apollo|boeing|airbus|formula|falcon|unit|years?"
const afterNumbered = new RegExp(`\\b(?:${numbered})\\s$`, "i")

// "No. 1", "Article 50 is", "Windows 10", "G-7", "9/11", "3-2", "1) he left", "call 911", "000333"
function isPartOfName(numeral: Numeral, before: string, after: string): boolean {
  if (/(?:\b(?:no|nos|sec|art|ch|vol|pp?)\.|\bnumbers?|[#@_/:=+]|\d[-–—])\s?$/i.test(before)) return true
  // the "one country, two systems" principle; share codes: "(6740.T)"
  if (/\bone country, $/i.test(before) || /^ country, two systems\b/i.test(after) || /^\.\p{Lu}{1,3}\b/u.test(after))
    return true
  if (afterNumbered.test(before) && !/^\s(?!is\b|was\b|has\b|as\b|its\b|this\b)\p{Ll}+s\b/u.test(after)) return true
  if (numeral.form === "vague") return false
  if (numeral.form !== "digits") return false
  // "10 Harbour Street"
  if (/^ (?:\p{Lu}\p{L}+ ){1,2}(?:Street|Avenue|Road|Drive|Lane|Boulevard|Square)\b/u.test(after)) return true
  // "(408) 277-5283"
  if (/^\) ?\d{3}[-–.]\d{4}\b/.test(after) || /\(\d{3}\) ?$/.test(before)) return true
  if (/^(?:st|nd|rd|th)\b|^[-–/:]\d|^s\b|^['’]s\b|^\)\s?\p{L}/u.test(after)) return true
  if (/\p{L}[-–]$/u.test(before) || /\b(?:call|called|calling|calls|dial|dialled|dialing)\s$/i.test(before)) return true
  if (numeral.value === 911 || /^\d{3}[-–]\d{3,}/.test(after)) return true
  if (/\bsizes?\s$/i.test(before)) return true // "size 8 jeans"
  // a capitalised word before and nothing behind that could be counted: "Windows 10", "left Studio 10 after a year"
  return /(?<![.!?]\s|^|[“"‘'])\b\p{Lu}\p{L}+\s$/u.test(before) && !countedAhead.test(after)
}

// "(In Dorn) 10 people", "10 more old houses"; but "10 after"
const countedAhead = /^\s(?!(?:is|are|was|were|has|have|as|its|and|or|on|in|at|for|with|after|before|when)\b)\p{Ll}/u

const months =
  "january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?"
const monthBefore = new RegExp(`\\b(?:${months})\\s(?:\\d{1,2}(?:,| and| to|-|–)?\\s?)?$`, "i")
const monthAfter = new RegExp(`^\\s(?:${months})\\b`, "i")
const units =
  "seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?|years?|yrs?|decades?|centur(?:y|ies)|generations?|quarters?|semesters?|o['’]clock|year-olds?|fortnights?|mornings?|evenings?|afternoons?|summers?|winters?|moments?"
// "two years", "10 business days", "two or three hours", "200, 300 years", "three and a half hours"
const duration = new RegExp(
  `^(?:[-\\s](?:or|to|and)[-\\s](?:an?[-\\s])?|,\\s)?(?:[-\\s]?(?!(?:people|men|women)\\b)[\\p{L}\\d.]+)?[-\\s](?:${units})\\b`,
  "iu",
)

// "in 2015", "June 3", "9 a.m.", "0040 GMT"
function isTime(numeral: Numeral, before: string, after: string): boolean {
  if (duration.test(after)) return true
  if (/^(?:[.:]\d{2})?\s?(?:hrs\b|[ap]\.?m\b|gmt\b|utc\b|[ce]st\b|[ce]t\b)/i.test(after)) return true
  if (monthBefore.test(before) || monthAfter.test(after)) return true
  const { value, form } = numeral
  if (form !== "digits" || value === undefined || !Number.isInteger(value)) return false
  return numeral.end - numeral.start === 4 && value >= 1700 && value < 2100
}

// "two sons, 17 and 23"
const children =
  /\b(?:sons?|daughters?|child(?:ren)?|kids|boys?|girls?|brothers?|sisters?|twins),? (?:\d{1,2},? (?:and )?)*$/i

// "aged 15", "ages 16 to 44", "aged 13, 16 and 17", "Lee, 25,"; "Lee (pictured), 25."
function isAge(numeral: Numeral, before: string, after: string): boolean {
  if (
    /\b(?:age|aged|ages|turn(?:ed|s|ing)?)\s(?:of\s|from\s|between\s)?(?:(?:\d+,? )+(?:(?:to|and|or) )?)?$/i.test(
      before,
    )
  )
    return true
  if ((numeral.value ?? 0) > 110) return false
  // "when I was 12"
  if (
    /\bwhen (?:he|she|i|they|we|you) (?:was|were)\s$/i.test(before) &&
    /^(?:[,.;!?’'”"]|$|\s(?:and|or|when|but)\b)/.test(after)
  )
    return true
  if (numeral.form !== "digits") return false
  if (children.test(before) && /^(?:[,.;)”"]| and \d|$)/.test(after)) return true
  return /\p{Lu}[\p{L}’'-]+(?:\s\([^()]*\))?,\s$/u.test(before) && /^(?:[,.;)]|$)/.test(after)
}

const lengths =
  "miles?|mi|kilomet(?:er|re)s?|km2?|kms|met(?:er|re)s?|m|feet|foot|ft|inch(?:es)?|in\\.|yards?|centimet(?:er|re)s?|millimet(?:er|re)s?|cm|mm|mph|kph|knots?|degrees?|blocks?|grams?|kilograms?|kilos?|kg|lbs?"
const distance = new RegExp(
  `^(?:(?:,| to| or| and) [\\d.,]+)?[-\\s]?(?:square |cubic |nautical |statute )?(?:${lengths})(?![\\p{L}\\p{N}])`,
  "iu",
)

// "20 miles", "6ft", "30-foot", "1,000 to 4,000 feet", "500 kilograms"
const isDistance = (after: string): boolean =>
  distance.test(after) || /^ of (?:miles|kilomet(?:er|re)s|years|hours)\b/.test(after)

const pronounAhead =
  /^\s(?:of|another|day|thing|way|in|to|that|who|is|was|or|and|by|on|for|with|as|point|time|side|hand|has|can|would|from|at|where|which|we|he|she|they|i|you|but|so|will|could|more|last|other|either|each|final|country|law|step|instance|occasion|scenario|study|element|final|turns|identified|holding|out)\b/

// "one of them", "the one", "one day", "the two sides" point back; but "one victim" counts
function isPronoun(numeral: Numeral, before: string, after: string): boolean {
  if (numeral.form !== "words") return false
  if (numeral.value === 2 && /\b(?:the|our|or|these|those|war)\s$/i.test(before)) return true
  if (numeral.value !== 1) return false
  if (!/^\s\p{Ll}/u.test(after) || pronounAhead.test(after)) return true
  return /\b(?:no|each|every|any|this|that|the|which|another|only|some|number)\s$/i.test(before)
}
