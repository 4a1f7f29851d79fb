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
  const opening = atStart.exec(sliceOf(text, first))?.groups?.time
  if (opening) return { start: first.start, end: first.start + opening.length }
  const behind = after.exec(text.slice(last.end, last.end + reach))?.groups?.time
  if (behind) return spanOf(text, behind, last.end)
  const from = Math.max(first.start - reach, source && source.end <= first.start ? source.end : 0)
  const ahead = text.slice(from, first.start)
  const before = adverbBefore.exec(ahead) ?? (from === source?.end ? dayBetween.exec(ahead) : null)
  if (before?.groups?.time) return spanOf(text, before.groups.time, from + before.index)
  return source && source.end <= first.start ? timeBeforeSource(text, source, first) : undefined
}

/**
 * “{On Monday}, Reed said”, “{In May 2025} the board ruled”: of sentences marked so by hand 19 in 20. “A poll released
 * {Wednesday} found”.
 */
function timeBeforeSource(text: string, source: Span, cue: Span): Span | undefined {
  const from = Math.max(0, source.start - reach)
  const ahead = opening.exec(`${from === 0 ? "\n" : ""}${text.slice(from, source.start)}`)?.groups?.time
  if (ahead) return spanOf(text, ahead, text.lastIndexOf(ahead, source.start))
  const long = text.slice(source.start, Math.min(cue.start, source.start + 4 * reach))
  const released = releasedOn.exec(long)
  return released ? spanOf(text, released.groups!.time!, source.start + released.index) : undefined
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
const atEnd = new RegExp(` (?<time>${day}|previously|recently|earlier|later)$`)
const atStart = /^(?<time>previously|recently|earlier|later) \p{L}/u
const releasedOn = new RegExp(`\\b(?:released|published|conducted|issued),? (?<time>${day})(?![\\p{L}'’-])`, "u")
const months = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
const opening = new RegExp(
  `(?:\\n|[.!?”"]\\s|\\s[–—-]\\s)(?<time>(?:(?:Late|Early|Later|Earlier) )?(?:[Oo]n )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?|Today|Yesterday|Tonight|(?:On|In) ${months}(?: \\d{1,2})?(?:,? \\d{4})?|In \\d{4}|Last (?:week|month|year|night)|This (?:week|month|year|morning|afternoon)|Earlier this (?:week|month|year)|Later that day|Earlier),? (?:[Tt]he |an? )?$`,
  "u",
)
const adverbBefore = /(?<time>previously|recently|earlier|later)\s$/
const dayBetween = new RegExp(`^,? (?<time>${day}),? (?:(?:also|had|has|again) )?$`, "u")
