import type { Figure } from "../record.js"
import type { Span } from "../text/span.js"
import { currencyOf, currencySigns, currencyWords } from "./currencies.js"
import { isNoFigure } from "./not-figures.js"
import { findNumerals, type Numeral } from "./numerals.js"

/** Money, shares and counts in one part of a statement's content; ages, times, distances and names like "Section 230" are none. */
export function findFigures(text: string, span: Span): Figure[] {
  const numerals = findNumerals(text.slice(span.start, span.end)).map((numeral) => ({
    ...numeral,
    start: numeral.start + span.start,
    end: numeral.end + span.start,
  }))
  return joinRanges(text, numerals)
    .map((numeral) => readFigure(text, span, numeral))
    .filter((figure) => figure !== undefined)
}

/** The figures of a statement, without those that belong to statements told within it. */
export function figuresOf(text: string, content: readonly Span[], inner: readonly Span[]): Figure[] {
  return content
    .flatMap((part) => findFigures(text, part))
    .filter(({ text: at }) => !inner.some((part) => part.start < at.end && at.start < part.end))
}

/** "10-15 percent", "$12-$14", "four or five", "50 to 60" are one figure each, and come to no single value. */
function joinRanges(text: string, numerals: readonly Numeral[]): Numeral[] {
  const joined: Numeral[] = []
  for (const numeral of numerals) {
    const before = joined.at(-1)
    const between = before && text.slice(before.end, numeral.start)
    if (before && between && isRange(text, before, between, numeral)) {
      joined[joined.length - 1] = { start: before.start, end: numeral.end, form: numeral.form }
    } else joined.push(numeral)
  }
  return joined
}

// "35 million to 40 million" and "from 9 to 12 percent" name each end on its own, so they stay two
function isRange(text: string, before: Numeral, between: string, numeral: Numeral): boolean {
  if (before.form !== numeral.form || before.form === "vague") return false
  if (between === " to ")
    return (
      !/\p{L}$/u.test(text.slice(before.end - 2, before.end)) &&
      !/\b(?:from|between)\s$/.test(text.slice(Math.max(0, before.start - 10), before.start))
    )
  if (!/^(?:\s?[-–—]\s?[$£€]?| or )$/.test(between)) return false
  // "3-2" is a score, "55-31 percent" is not
  return (before.value ?? 0) < (numeral.value ?? 0) || /^\s?(?:%|per)/.test(text.slice(numeral.end, numeral.end + 5))
}

function readFigure(text: string, span: Span, numeral: Numeral): Figure | undefined {
  const before = text.slice(Math.max(0, numeral.start - 40), numeral.start)
  const after = text.slice(numeral.end, numeral.end + 60)
  const found =
    signedMoney(numeral, before) ??
    namedMoney(numeral, after) ??
    percentage(numeral, after) ??
    measured(numeral, before, after) ??
    (isNoFigure(numeral, before, after) ? undefined : (share(numeral) ?? count(numeral, after)))
  return found && found.text.start >= span.start && found.text.end <= span.end ? found : undefined
}

const signAtEnd = new RegExp(`(?:${currencySigns})\\s?$`)

// "$4 billion", "US$5", "€3.5bn", "£12m"
function signedMoney(numeral: Numeral, before: string): Figure | undefined {
  const sign = before.match(signAtEnd)?.[0]
  return sign ? figure(numeral.start - sign.length, numeral.end, numeral.value, currencyOf(sign)) : undefined
}

const currencyAhead = new RegExp(`^(?:[- ]| of |- )?((?:${currencyWords})|(?<=^)p|(?<=^)¢)(?![\\p{L}\\p{N}])`, "iu")

// "300 million pesos", "millions of dollars", "a 4.5 billion-euro bid", "20 quid", "5p"
function namedMoney(numeral: Numeral, after: string): Figure | undefined {
  const [whole = "", name = ""] = after.match(currencyAhead) ?? []
  if (!whole || (/^(?:won|rand)$/i.test(name) && (numeral.value ?? 0) < 100)) return undefined
  const hundredth = /^(?:cents?|pence|penn(?:y|ies)|p|¢)$/i.test(name)
  const value = hundredth && numeral.value !== undefined ? numeral.value / 100 : numeral.value
  return figure(numeral.start, numeral.end + whole.length, value, currencyOf(name))
}

// "12 per cent", "7.5%", "300 basis points"
function percentage(numeral: Numeral, after: string): Figure | undefined {
  const ahead = /^[-\s]?(percentage[- ]points?|basis[- ]points?|percent|per cent|pct)\b|^\s?%/i
  const match = after.match(ahead)
  if (!match) return undefined
  const word = (match[1] ?? "percent").toLowerCase()
  const unit = word.startsWith("basis")
    ? "basis points"
    : word.startsWith("percentage")
      ? "percentage points"
      : "percent"
  return figure(numeral.start, numeral.end + match[0].length, numeral.value, unit)
}

// "a 9-point lead", "8.7 times likelier", "500 acres", "a 3,600-acre field"; but "at one point"
function measured(numeral: Numeral, before: string, after: string): Figure | undefined {
  if (numeral.form === "words" && numeral.value === 1 && /\bat $/i.test(before)) return undefined
  const ahead =
    /^[-\s](points?|times|acres?|hectares?|square[- ](?:feet|foot|miles?|met(?:er|re)s?|kilomet(?:er|re)s?))\b/i
  const match = after.match(ahead)
  if (!match) return undefined
  const unit = (match[1] ?? "").toLowerCase().replace(/^(point|acre|hectare)$/, "$1s")
  return figure(numeral.start, numeral.end + match[0].length, numeral.value, unit)
}

// "two thirds of voters", "half the clinics"
function share(numeral: Numeral): Figure | undefined {
  return numeral.form === "fraction" ? figure(numeral.start, numeral.end, numeral.value, "share") : undefined
}

// "1,200 troops", "hundreds", "two"
function count(numeral: Numeral, after: string): Figure | undefined {
  return figure(numeral.start, numeral.end, numeral.value, unitAhead(after))
}

const noUnit =
  /^(?:of|the|a|an|to|in|on|for|by|and|or|that|who|which|was|were|are|is|have|had|has|as|at|from|with|this|its|his|her|their|our|these|those|across|less|turns|says)$/i
const unitWord = /^(?:people|men|women|children|troops|police|staff|personnel)$|[^s’']s$/i

// "1,200 US troops" counts troops: the first plural within three words
function unitAhead(after: string): string | undefined {
  const words = after.match(/^[-\s](?:of (?:the |our |its |their )?)?((?:[\p{L}’'-]+(?:\s|(?![\p{L}]))){1,3})/u)?.[1]
  for (const word of words?.trim().split(/\s+/) ?? []) {
    if (noUnit.test(word)) return undefined
    if (unitWord.test(word)) return word.toLowerCase()
  }
  return undefined
}

function figure(start: number, end: number, value: number | undefined, unit: string | undefined): Figure {
  return { text: { start, end }, ...(value !== undefined && { value }), ...(unit !== undefined && { unit }) }
}
