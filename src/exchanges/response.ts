import type { Statement } from "../record.js"
import type { Draft } from "../statements/draft.js"

type Response = NonNullable<Statement["response"]>

/** Only what a speaker says of the answer itself: “I won't get into that”, “We have no announcement”. */
const refusing =
  /\b(?:no comment|(?:not|\w*n['’]t) (?:going to )?(?:get into|comment|say|discuss|speculate|share|disclose|talk about|elaborate)|decline[ds]? to|refuse[ds]? to|(?:have|['’]ve got) (?:no|nothing)\b[^.?!]{0,40}\b(?:announce|announcement|comment|share|add|read out|preview|say)|(?:not|\w*n['’]t) have (?:anything|any|a)\b[^.?!]{0,60}\b(?:announce|for you|to share|to preview|to read out|to add|on that|more specific)|get ahead of)/i

/** Turning to somebody else, to something said before, or to another matter. */
const turningAway =
  /\b(?:refer you|(?:i|we)['’]?(?:ll| will|d| would) (?:point|direct|defer)|ask (?:the|them|him|her|me again)|that['’]s (?:a question )?(?:for|up to)|as (?:i|we)['’]?(?:ve)? (?:said|mentioned|noted)|(?:i|we)['’]?(?:ve)? (?:already )?(?:spoken|talked|answered|addressed)[^.?!]{0,20}\b(?:this|that|it)\b|(?:ca|wo)n['’]t speak (?:to|for)|hesitant to|i would have to)/i

/**
 * What a reply does to its question. Called a deflection or a refusal where its own words say so, or where the network
 * leans to it clearly.
 */
export function responseOf(draft: Draft, words: string): Response {
  if (draft.act === "refuse" && draft.polarity === "negated") return "refusal"
  const opening = words.slice(0, 300)
  if (refusing.test(opening)) return "refusal"
  if (turningAway.test(opening)) return "deflection"
  const scores = draft.tagged?.response
  if (!scores) return "answer"
  if (scores.refusal >= 0.5) return "refusal"
  return scores.deflection >= 0.5 ? "deflection" : "answer"
}
