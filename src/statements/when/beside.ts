import { type Span, sliceOf } from "../../text/span.js"

/**
 * When somebody said it, where it stands right beside the cue and the network did not see it: “said {Friday}”, “told
 * reporters {on Sunday night}”, “Reed {on Monday} said”, “{previously} said”. Of words marked so by hand 19 in 20 are times
 * of saying; “said {Friday}’s vote” is none. The network may take the day into the cue.
 */
export function timeBeside(text: string, cue: readonly Span[], source: Span | undefined): Span | undefined {
  const [first, last] = [cue[0], cue.at(-1)]
  if (!first || !last) return undefined
  const inside = atEnd.exec(sliceOf(text, last))?.groups?.time
  if (inside) return { start: last.end - inside.length, end: last.end }
  const behind = after.exec(text.slice(last.end, last.end + reach))?.groups?.time
  if (behind) return spanOf(text, behind, last.end)
  const from = Math.max(first.start - reach, source && source.end <= first.start ? source.end : 0)
  const ahead = text.slice(from, first.start)
  const before = adverbBefore.exec(ahead) ?? (from === source?.end ? dayBetween.exec(ahead) : null)
  return before?.groups?.time ? spanOf(text, before.groups.time, from + before.index) : undefined
}

function spanOf(text: string, words: string, from: number): Span {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

const reach = 60

const day =
  "(?:(?:late|early|earlier|later) )?(?:(?:on|this|last) )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?"
const hearers = "(?: (?:reporters|journalists|lawmakers|supporters|\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2}))?"
const after = new RegExp(
  `^${hearers},? (?<time>${day}|earlier|later|previously|recently)(?![\\p{L}'’-]| (?:that|this|last|in|on) [^,.;:]{0,12}(?:week|month|year|day))`,
  "u",
)
const atEnd = new RegExp(` (?<time>${day})$`)
const adverbBefore = /(?<time>previously|recently|earlier|later)\s$/
const dayBetween = new RegExp(`^,? (?<time>${day}),? (?:(?:also|had|has|again) )?$`, "u")
