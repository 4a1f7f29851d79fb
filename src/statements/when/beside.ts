import { type Span, sliceOf } from "../../text/span.js"

/**
 * When somebody said it, where it stands right beside the cue and the network did not see it: “said {Friday}”, “told
 * reporters {on Sunday night}”, “Reed {on Monday} said”, “{previously} said”. Of words marked so by hand 19 in 20 are times
 * of saying; “said {Friday}’s vote” is none. The network may take the day into the cue.
 */
export function timeBeside(
  text: string,
  {
    cue,
    source,
    via,
  }: { readonly cue: readonly Span[]; readonly source: Span | undefined; readonly via: Span | undefined },
): Span | undefined {
  return (via && (timeIn(text, via) ?? timeBehind(text, via))) ?? timeBesideCue(text, cue, source)
}

/** “in a {Friday} letter”, “{Wednesday}’s town hall”; “Fox News Sunday” and “Sunday’s Dorn Show” are names. */
function timeIn(text: string, via: Span): Span | undefined {
  const found = dayInside.exec(sliceOf(text, { start: via.start, end: Math.min(via.end, via.start + reach) }))
  return found ? spanOf(text, found.groups!.time!, via.start + found.index) : undefined
}

/** “during a speech in Dorn {on Friday}” */
function timeBehind(text: string, via: Span): Span | undefined {
  const found = onDay.exec(text.slice(via.end, via.end + reach))
  return found ? spanOf(text, found.groups!.time!, via.end) : undefined
}

function timeBesideCue(text: string, cue: readonly Span[], source: Span | undefined): Span | undefined {
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
const dayInside =
  /^(?:(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Ff]rom|[Bb]y|[Bb]efore attending) )?(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) )?(?<time>(?:(?:late|early) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)(?:['’]s)? (?!(?:school|service|mass|best)\b)\p{Ll}/u
const onDay = new RegExp(`^(?: in \\p{Lu}\\p{L}+(?:,? \\p{Lu}\\p{L}+)?,?)? (?<time>${day})(?![\\p{L}'’-])`, "u")
const hearers = "(?: (?:reporters|journalists|lawmakers|supporters|\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2}))?"
const after = new RegExp(
  `^${hearers},? (?<time>${day}|earlier|later|previously|recently)(?![\\p{L}'’-]| (?:that|this|last|in|on) [^,.;:]{0,12}(?:week|month|year|day))`,
  "u",
)
const atEnd = new RegExp(` (?<time>${day})$`)
const adverbBefore = /(?<time>previously|recently|earlier|later)\s$/
const dayBetween = new RegExp(`^,? (?<time>${day}),? (?:(?:also|had|has|again) )?$`, "u")
