import type { OpenPeriod } from "./calendar.js"

/** The time named somewhere in a longer phrase ("since the vote in May"): the longest, the later of two. */
export function findTimeIn(words: string, read: (piece: string) => OpenPeriod | undefined): OpenPeriod | undefined {
  const pieces = words.trim().split(/\s+/).slice(-40)
  let best: { readonly length: number; readonly period: OpenPeriod } | undefined
  for (let start = pieces.length - 1; start >= 0; start--) {
    for (let length = Math.min(7, pieces.length - start); length > (best?.length ?? 0); length--) {
      const piece = pieces.slice(start, start + length)
      if (!isTimeLike(piece, pieces[start + length]) || cutsDate(pieces, start, length) || isNamedDay(pieces, start))
        continue
      const period = read(piece.join(" ").replace(/['’]s$|[,.;]$/, ""))
      if (period) best = { length, period }
    }
  }
  return best?.period
}

// "Super Tuesday", "Good Friday" have dates of their own
const isNamedDay = (pieces: readonly string[], start: number): boolean =>
  /^(?:Super|Good|Black|Ash|Easter|Bloody|Holy|Cyber|Palm|Giving)$/.test(pieces[start - 1] ?? "")

// "February 30" was never, and does not mean February
function cutsDate(pieces: readonly string[], start: number, length: number): boolean {
  const piece = pieces.slice(start, start + length)
  if (length === 1 && isNumber.test(piece[0] ?? "")) return month.test(pieces[start - 1] ?? "")
  if (!piece.some((word) => month.test(word))) return false
  return isNumber.test(pieces[start - 1] ?? "") || isNumber.test(pieces[start + length] ?? "")
}
const isNumber = /^\d{1,4}(?:st|nd|rd|th)?\W?$/

const alone =
  /^["“(]?(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day(?:['’]s)?|(?:19|20)\d\d|yesterday(?:['’]s)?|today(?:['’]s)?|tomorrow(?:['’]s)?|tonight(?:['’]s)?)[,.;”")]?$/i
const month = /^["“(]?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/
const telling =
  /\d|day\b|week|month|year|decade|quarter|night|morning|summer|spring|winter|autumn|fall\b|century|\bq[1-4]\b/i

// "she may", "they march", "before", "the fall of the city" are no times; "May", "in March", "the fall" are
function isTimeLike(piece: readonly string[], next: string | undefined): boolean {
  const [first = "", second = ""] = piece
  if (piece.length === 1) return alone.test(first) || month.test(first)
  if (piece.some((word) => /^(?:may|march)$/.test(word))) return false
  if (piece.length === 2 && /^the$/i.test(first) && next === "of") return false
  if (
    piece.length === 2 &&
    /^(?:the|of|a)$/i.test(first) &&
    /^(?:week|month|year|day|decade|quarter|fall)$/i.test(second)
  )
    return false
  return piece.some((word) => month.test(word) || telling.test(word))
}
