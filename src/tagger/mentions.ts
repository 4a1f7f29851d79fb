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
      mentions.push({ from, to: word + 1, pronoun: false, kind: kindAt(scores, from), score: sum / (word + 1 - from) })
    } else if (pronouns.has(text.slice(words[word]!.start, words[word]!.end).toLowerCase())) {
      mentions.push({ from: word, to: word + 1, pronoun: true, kind: kindAt(scores, word), score: 1 })
    }
  }
  return mentions
}

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
