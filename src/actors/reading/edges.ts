import type { Actor } from "../../record.js"
import { countryOfAdjective } from "../../text/lexicon/countries.js"
import { bodyNouns, roleNouns } from "../../text/lexicon/roles.js"
import type { Span } from "../../text/span.js"
import { singular } from "./fold.js"

/** What may still belong to a mention lies between the mentions beside it. */
export interface Room {
  readonly from: number
  readonly to: number
}

const reach = 60

/** A mention with the letters, marks and words that were left out at its edges or taken in by mistake. */
export function withWholeEdges(text: string, mention: Span, room: Room): Span {
  let { start, end } = mention
  start = wholeStart(text, start, Math.max(room.from, start - reach))
  end = wholeEnd(text, end, Math.min(room.to, end + reach))
  ;({ start, end } = balanced(text, start, end, room))
  start = behindPreposition(text, start, end, Math.max(room.from, start - reach))
  end = withNoun(text, start, end, Math.min(room.to, end + reach))
  return start < end ? { start, end } : mention
}

/** “U.{S. Navy}”, “Dorn.{com}”, “Dan-{el} Reed”; but “Ana’{s aide}” is “aide”. */
function wholeStart(text: string, start: number, from: number): number {
  if (/\p{L}['’]$/u.test(text.slice(Math.max(0, start - 2), start)) && /^s /.test(text.slice(start, start + 2)))
    return start + 2
  const before = text.slice(from, start)
  const glued = /(?:(?<![\p{L}.])(?:\p{Lu}\.)+|(?<![\p{L}\p{N}'’-])[\p{L}\p{N}]{2,20}[.'’-])$/u.exec(before)?.[0]
  if (!glued || !/^\p{L}/u.test(text.slice(start, start + 2))) return start
  return /^(?:\p{Lu}\.)+$/u.test(glued) && !/^\p{Lu}(?:\.|(?!\p{L}))/u.test(text.slice(start, start + 2))
    ? start
    : start - glued.length
}

/** “{O}’Reed”, “{U.}N. Security Council”, “{U.S}.-led” */
function wholeEnd(text: string, end: number, to: number): number {
  const after = text.slice(end, to)
  if (after.startsWith(".") && /(?<!\p{L})\p{Lu}\.\p{Lu}$/u.test(text.slice(Math.max(0, end - 4), end))) return end + 1
  if (/(?<![\p{L}.])\p{Lu}\.$/u.test(text.slice(Math.max(0, end - 3), end)))
    return end + (/^(?:\p{Lu}\.)+/u.exec(after)?.[0].length ?? 0)
  if (/(?<!\p{L})\p{Lu}$/u.test(text.slice(Math.max(0, end - 2), end)))
    return end + (/^['’]\p{Lu}\p{L}+/u.exec(after)?.[0].length ?? 0)
  return end
}

const pairs = [
  ["(", ")"],
  ["[", "]"],
  ["“", "”"],
] as const

/** “{Dorn Tower Co (DTC}), …”, “[{Ana] Ruiz}”, “{Aule’s “Good Morning}””: a mark goes with its other half. */
function balanced(text: string, start: number, end: number, room: Room): Span {
  const words = text.slice(start, end)
  for (const [open, close] of pairs) {
    const more = count(words, open) - count(words, close)
    // “his chief (Ana Ruiz” ends in a name of its own.
    const goesOn =
      text[end] === close && end < room.to && (open !== "(" || /\((?:the )?[\p{Lu}\p{N}.&-]+$/u.test(words))
    if (more === 1) return goesOn ? { start, end: end + 1 } : { start, end }
    // “[{nominee]} Judge Ruiz”
    const opened =
      open === "“" ? /“(?:[Tt]he )?$/.exec(text.slice(Math.max(room.from, start - 5), start))?.[0] : undefined
    if (more === -1 && opened) return { start: start - opened.length, end }
    const inserted = more === -1 && text[start - 1] === open && start > room.from
    if (inserted && (open === "[" || !words.endsWith(close))) return { start: start - 1, end }
    if (more === -1 && words.endsWith(close)) return { start, end: end - 1 }
  }
  if (count(words, '"') !== 1) return { start, end }
  if (text[end] === '"' && end < room.to && !words.endsWith('"')) return { start, end: end + 1 }
  if (words.endsWith('"')) return { start, end: end - 1 }
  // “Robert "{Bob" Kane}”
  const given = /(?<!\p{L})(?:\p{Lu}\p{L}+ )?"$/u.exec(text.slice(Math.max(room.from, start - reach), start))?.[0]
  return given && start - given.length >= room.from ? { start: start - given.length, end } : { start, end }
}

const count = (words: string, sign: string): number => words.split(sign).length - 1

/** “University {of Dorn}” is whole from its head on; “a column {on Dorn News}” begins behind the preposition. */
function behindPreposition(text: string, start: number, end: number, from: number): number {
  const words = text.slice(start, end)
  const lead = /^(?:of|in|on|with|by|inside|from|to|for|at|under|including|and|or|as)\s+(?:(?:the|an?)\s+)?/.exec(
    words,
  )?.[0]
  if (!lead || lead.length >= words.length) return start
  const head = /^of /.test(words) ? /(?<![\p{L}.'’-])\p{Lu}\p{L}+ $/u.exec(text.slice(from, start))?.[0] : undefined
  return head ? start - head.length : start + lead.length
}

/** Words that stand before a noun and name nobody without one. */
const bare = new Set(
  `republican democratic socialist liberal conservative labour islamist muslim jewish christian hasidic black white foreign
  federal local former new other several some many most few both likely potential growing wealthy young male female senior
  rival two three four five six seven eight nine ten dozens hundreds thousands`.split(/\s+/),
)

/** “{Republican} voters”, “{five} Special Torvik athletes”, “{Dorn-based} company”: an adjective alone goes on to its noun. */
function withNoun(text: string, start: number, end: number, to: number): number {
  const words = text.slice(start, end)
  const last = /\p{L}+$/u.exec(words)?.[0].toLowerCase()
  const isAdjective = last && (bare.has(last) || (countryOfAdjective(last) && !last.endsWith("s")))
  if (!last || !(isAdjective || compound.test(words))) return end
  const after = text.slice(end, to)
  let length = 0
  for (let words = 0; words < 3; words++) {
    const next = /^ (\p{L}+)(?![\p{L}-])/u.exec(after.slice(length))
    if (!next) return end
    length += next[0].length
    if (isNoun(next[1]!, bare.has(last))) return end + length
    if (!/^(?:\p{Lu}|(?:hundred|thousand)$)/u.test(next[1]!)) return end
  }
  return end
}

function isNoun(word: string, behindAdjective: boolean): boolean {
  const noun = singular(word.toLowerCase())
  if (/^(?:national|general)$/.test(noun)) return false
  const people = behindAdjective && noun !== word.toLowerCase() && countryOfAdjective(noun) !== undefined
  return roleNouns.has(noun) || bodyNouns.has(noun) || people
}

const times = new Set(
  `january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
)
const adjectives = new Set(
  `only including new former foreign likely potential growing wealthy corporate presidential combined there join eight nine
  ten`.split(/\s+/),
)
/** “Dorn-based”, “Aule, Vallonda-based”, “U.N.-led” */
const compound = /[\p{L}.]-(?:based|led|backed|owned|sponsored|dominated|run)$/u
const unfinished =
  /^(?:\p{Ll}+-(?:based|born|called|again|be)|(?:\p{Lu}[\p{L}.]{0,30},? ){0,2}\p{Lu}[\p{L}.]{0,30}-(?:based|led|backed|owned|sponsored|dominated|run))$/u

/** “2014”, “December”, “a growing”: such words alone are nobody, though somebody may be called April. */
export function isFragment(words: string, kind: Actor["kind"]): boolean {
  const bareWords = words.replace(/^(?:the|an?) /i, "")
  const word = bareWords.toLowerCase()
  if (adjectives.has(word) || unfinished.test(bareWords)) return true
  return kind !== "person" && (times.has(word) || /^\d[\d,.]*$/.test(word))
}
