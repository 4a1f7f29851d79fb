import type { Actor } from "../record.js"
import type { Span } from "../text/span.js"
import type { WordScores } from "./network.js"

export const kinds: readonly Actor["kind"][] = ["person", "organisation", "group", "unnamed", "document"]

/** A mention inside one window; word numbers of the window, half-open. */
export interface WindowMention {
  readonly from: number
  readonly to: number
  readonly pronoun: boolean
  readonly kind: Actor["kind"]
  readonly score: number
}

const pronouns = new Set(
  `i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
  we us our ours ourselves they them their theirs themselves who whom whose`.split(/\s+/),
)

/** Mentions as the network sees them, and every pronoun outside them. */
export function findMentions(text: string, words: readonly Span[], scores: WordScores): WindowMention[] {
  const mentions: WindowMention[] = []
  for (let word = 0; word < words.length; word++) {
    const [outside, begins, goesOn] = scores.mention.subarray(word * 3, word * 3 + 3) as unknown as [
      number,
      number,
      number,
    ]
    if (begins + (startsAfterGap(mentions, word) ? goesOn : 0) > outside) {
      const from = word
      let sum = begins + goesOn
      while (word + 1 < words.length && continues(scores, word + 1)) {
        word++
        sum += scores.mention[word * 3 + 2]!
      }
      const score = sum / (word + 1 - from)
      const whole = wholeWords(text, words, from, word + 1)
      if (!whole || whole.from < (mentions.at(-1)?.to ?? 0)) continue
      word = whole.to - 1
      const pronoun =
        whole.to - whole.from === 1 && isPronoun(text, words[whole.from]!) && !isCapitals(text, words[whole.from]!)
      mentions.push({ ...whole, pronoun, kind: kindAt(scores, from), score })
    } else if (isPronoun(text, words[word]!)) {
      mentions.push({ from: word, to: word + 1, pronoun: true, kind: kindAt(scores, word), score: 1 })
    }
  }
  return mentions
}

const isPronoun = (text: string, { start, end }: Span): boolean => pronouns.has(text.slice(start, end).toLowerCase())

/** “US” may be a country. */
const isCapitals = (text: string, { start, end }: Span): boolean => /^\p{Lu}{2,}$/u.test(text.slice(start, end))

/**
 * “Tran-{Reyes}” → “{Tran-Reyes}”, “the program’{s host}” → “the program’s {host}”, “{we’re}” → “{we}’re”; a mark, or the
 * end of “we’{re}”, alone is none.
 */
function wholeWords(text: string, words: readonly Span[], first: number, past: number) {
  let [from, to] = [first, past]
  const form = (word: number) => text.slice(words[word]!.start, words[word]!.end)
  const glued = (word: number) => words[word]?.end === words[word + 1]?.start
  const isEnding = (word: number) => endings.test(form(word)) && /^[’']$/.test(form(word - 1)) && glued(word - 1)
  if (from > 0 && isEnding(from)) from++
  if (to - from === 3 && isPronoun(text, words[from]!) && isEnding(to - 1)) to = from + 1
  while (from > 1 && /^[-‐]$/.test(form(from - 1)) && glued(from - 1) && glued(from - 2)) from -= 2
  while (to + 1 < words.length && /^[-‐]$/.test(form(to)) && glued(to - 1) && glued(to)) to += 2
  // “({Reed}, a nurse)”: the marks around a name are none of it; “@reed” begins with its own.
  while (from < to && /^[^\p{L}\p{N}@#]+$/u.test(form(from))) from++
  while (to > from && /^[,;:(["“‘–—-]$/.test(form(to - 1))) to--
  // “{U}.S. law” → “{U.S.} law”
  const capital = (word: number) => word < words.length && /^\p{Lu}$/u.test(form(word))
  while (capital(to - 1) && words[to] && form(to) === "." && glued(to - 1) && glued(to) && capital(to + 1)) to += 2
  if (to - from > 2 && capital(to - 1) && words[to] && form(to) === "." && glued(to - 1)) to++
  const named = text.slice(words[from]?.start, words[to - 1]?.end)
  return from < to && /[\p{L}\p{N}]/u.test(named) && !nobodys.test(named) ? { from, to } : undefined
}

/** “we’re”, “the mayor’s” */
const endings = /^(?:s|re|ve|ll|d|m|t)$/i

/** “{in} California”: such a word alone names nobody. */
const nobodys = /^(?:the|an?|in|at|on|of|to|for|from|by|with|and|or|as|is|was|this|that)$/

/** A word that goes on with a mention which nothing began begins one itself. */
const startsAfterGap = (mentions: readonly WindowMention[], word: number): boolean => mentions.at(-1)?.to !== word

function continues(scores: WordScores, word: number): boolean {
  const [outside, begins, goesOn] = [0, 1, 2].map((i) => scores.mention[word * 3 + i]!) as [number, number, number]
  return goesOn > outside && goesOn > begins
}

function kindAt(scores: WordScores, word: number): Actor["kind"] {
  let best = 0
  for (let kind = 1; kind < kinds.length; kind++) {
    if (scores.kind[word * kinds.length + kind]! > scores.kind[word * kinds.length + best]!) best = kind
  }
  return kinds[best]!
}
