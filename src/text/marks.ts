import type { Span } from "./span.js"

/** Marks of one family close each other: “ may be closed by ", ‘ by '. */
export type MarkFamily = "double" | "single" | "guillemet" | "small guillemet" | "corner" | "white corner"

/** One quotation mark, judged by its shape and its two neighbours alone; `findQuotations` pairs them up. */
export interface Mark extends Span {
  readonly family: MarkFamily
  readonly lean: "open" | "close" | "either"
  /** sure: `home.’` · likely: `home’` · doubtful: may be no quotation mark at all, as in workers’ or 5" or ’round */
  readonly certainty: "sure" | "likely" | "doubtful"
}

/** The quotation marks of one paragraph. Apostrophes inside words (don’t), primes (6′2″) and rock ’n’ roll are none. */
export function findMarks(text: string, paragraph: Span): Mark[] {
  const found: Span[] = []
  for (const match of text.slice(paragraph.start, paragraph.end).matchAll(possibleMarks)) {
    const start = paragraph.start + match.index
    const end = start + match[0].length
    if (!match[0].includes("n") && !isApostrophe(text, start, end)) found.push({ start, end })
  }
  const marks: Mark[] = []
  for (const [before, after, span] of withNeighbours(text, paragraph, found)) {
    const mark = judge(text, span, before, after)
    if (mark) marks.push(mark)
  }
  return marks
}

// The first branch is the ’n’ of rock ’n’ roll; doubled marks are ``wire copy'' and ‘‘its kin’’.
const possibleMarks = /(?<=\s)['‘’]n['’](?=\s)|``|''|‘‘|’’|[“”„‟"＂«»‹›「」『』‘’'‚‛`´＇]/g

const shapes: ReadonlyMap<string, readonly [MarkFamily, "open" | "close" | "plain"]> = new Map([
  ["“", ["double", "open"]],
  ["„", ["double", "open"]],
  ["‟", ["double", "open"]],
  ["”", ["double", "close"]],
  ["``", ["double", "open"]],
  ["‘‘", ["double", "open"]],
  ["’’", ["double", "close"]],
  ["‘", ["single", "open"]],
  ["‚", ["single", "open"]],
  ["‛", ["single", "open"]],
  ["`", ["single", "open"]],
  ["’", ["single", "close"]],
  ["´", ["single", "close"]],
  ["'", ["single", "plain"]],
  ["＇", ["single", "plain"]],
  ["«", ["guillemet", "open"]],
  ["»", ["guillemet", "close"]],
  ["‹", ["small guillemet", "open"]],
  ["›", ["small guillemet", "close"]],
  ["「", ["corner", "open"]],
  ["」", ["corner", "close"]],
  ["『", ["white corner", "open"]],
  ["』", ["white corner", "close"]],
])

function isApostrophe(text: string, start: number, end: number): boolean {
  const mark = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 1), start)
  if (!/^['‘’`´＇]$/.test(mark)) return false
  const after = text.slice(end, end + 4)
  if (/[\p{L}\p{N}]$/u.test(before)) return /^[\p{L}\p{N}]/u.test(after) // don't, 6'2
  // ’Twas, tell ’em, and "the firm 's" of badly joined text. A ’ before a word is never an opening mark.
  return (
    (mark === "’" && /^[\p{L}\p{N}]/u.test(after)) || /^(?:em|tis|twas|s|ll|re|ve|d|m|t)(?![\p{L}\p{N}])/u.test(after)
  )
}

/** Marks that touch share their neighbours: in `“‘No,’” he` both closing marks stand between the comma and the space. */
function withNeighbours(text: string, paragraph: Span, found: readonly Span[]): [string, string, Span][] {
  const touch = (left: Span | undefined, right: Span | undefined): boolean =>
    left !== undefined &&
    right !== undefined &&
    /^[\u2009\u200a\u202f]?$/.test(text.slice(left.end, right.start).slice(0, 2))
  const triples: [string, string, Span][] = []
  for (const [index, span] of found.entries()) {
    const shared = touch(found[index - 1], span) ? triples[index - 1]?.[0] : undefined
    triples.push([shared ?? (span.start > paragraph.start ? text.charAt(span.start - 1) : ""), "", span])
  }
  for (let index = found.length - 1; index >= 0; index--) {
    const [before, , span] = triples[index]!
    const shared = touch(span, found[index + 1]) ? triples[index + 1]?.[1] : undefined
    triples[index] = [before, shared ?? (span.end < paragraph.end ? text.charAt(span.end) : ""), span]
  }
  return triples
}

function judge(text: string, span: Span, before: string, after: string): Mark | undefined {
  const [family, shape] = shapes.get(text.slice(span.start, span.end)) ?? (["double", "plain"] as const)
  const flank = leanOf(before, after, text.charAt(span.end + 1))
  // Word processors turn marks the wrong way round, and „this“ is closed by what opens elsewhere.
  const contrary = (shape === "open" && flank === "close") || (shape === "close" && flank === "open")
  const lean = contrary ? "either" : shape === "plain" ? flank : shape
  const certainty = lean === "open" ? opening(text, span, family) : closing(text, span, family, before, after)
  return { ...span, family, lean, certainty }
}

function leanOf(before: string, after: string, next: string): Mark["lean"] {
  const edgeBefore = before === "" || /[\s\p{Cc}\p{Cf}([{]/u.test(before)
  const edgeAfter = after === "" || /[\s\p{Cc}\p{Cf}]/u.test(after)
  const stopAfter = /[.,;:!?)\]}]/.test(after)
  const dotsAfter = after === "." && next === "." // "...and", but "and"...
  const canOpen = (edgeBefore || /[-–—/=]/.test(before)) && !edgeAfter && (!stopAfter || dotsAfter)
  const canClose = (edgeAfter || stopAfter || /[-–—/…]/.test(after)) && !edgeBefore
  if (canOpen === canClose) return "either"
  return canOpen ? "open" : "close"
}

function opening(text: string, span: Span, family: MarkFamily): Mark["certainty"] {
  if (family !== "single") return "sure"
  const after = text.slice(span.end, span.end + 8)
  // ’round, ’cause, the ’90s, class of ’09
  if (/^(?:\d0s|(?:cause|cos|coz|til|till|bout|round|n|\d\d)(?![%,.]))(?![\p{L}\p{N}])/u.test(after)) return "doubtful"
  const before = text.slice(Math.max(0, span.start - 2), span.start)
  return /^$|\n$|[,:] $/.test(before) ? "sure" : "likely"
}

function closing(text: string, span: Span, family: MarkFamily, before: string, after: string): Mark["certainty"] {
  const lead = text.slice(Math.max(0, span.start - 6), span.start)
  if (family === "double") {
    // at 6'2" and with a 5" gap
    const inches = /\d['’′] ?\d{1,2}[½¼¾]?$/.test(lead) || (/(?<![\d.,])\d{1,2}$/.test(lead) && !/[.,!?]/.test(after))
    return inches ? "doubtful" : "sure"
  }
  if (family !== "single" || /[^\p{L}\p{N}\s]/u.test(before)) return "sure"
  if (/^\s?$/.test(before)) return "doubtful"
  if (/\d$/.test(lead))
    return /^ (?:tall|high|wide|long|deep|x)(?!\p{L})/u.test(text.slice(span.end, span.end + 6)) ? "doubtful" : "likely"
  // the workers’ union · Liz’ car · goin’ home · ol’ man
  const mayBeApostrophe = /[sxz]$|in$|(?<!\p{L})(?:o|an|th|ol|lil|mo|po)$/iu.test(lead)
  if (!mayBeApostrophe || !/\s/.test(after)) return "likely"
  const word = /^\s+([\p{L}\p{N}]*)/u.exec(text.slice(span.end, span.end + 12))?.[1]
  return word === undefined || word === "" || neverOwned.has(word) ? "likely" : "doubtful"
}

// After a possessive comes what is owned: "the workers’ and" and "the workers’ said" end a quotation instead.
const neverOwned: ReadonlySet<string> = new Set(
  (
    "a an the and or but nor as at by for from in into of on onto over to with within without after before during " +
    "since until than that which who whom whose where when while because if though although he she it they we i you " +
    "his her its their our my your this these those is are was were be been has have had do does did can could will " +
    "would may might must should not said says say told tells asked asks added adds wrote writes tweeted insisted " +
    "claimed explained admitted replied continued recalled warned then there so about against under between among"
  ).split(" "),
)
