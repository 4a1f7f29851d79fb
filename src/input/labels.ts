/**
 * A label at the start of a line that may say whose words follow:
 * letter `Q`, `A.` · arrow `>>`, `>> REED:` · bracket `((Reed))` · capitals `MS. REED:` · name `Maria Reed:`
 */
export interface Label {
  readonly kind: "letter" | "arrow" | "bracket" | "capitals" | "name"
  /** as it stands there, without colon, brackets or arrows: `MS. REED` */
  readonly label: string
  /** the same for `JANE REED`, `REED` and `Reed (on tape)` */
  readonly key: string
  readonly start: number
  /** where the words begin that belong to it */
  readonly words: number
}

/** Everything in a text that has the shape of a label. Whether these are turns is for the whole text to say. */
export function findLabels(text: string): Label[] {
  const labels: Label[] = []
  for (let start = 0; start < text.length; start = nextLine(text, start)) {
    const label = labelAt(text, start)
    if (label) labels.push(label)
  }
  return labels
}

/** A label longer than this is a sentence. */
const longest = 100

type Shape = (line: string) => { label: string; length: number } | undefined

// The first to answer wins: "Q:" would be a name as well, and ">> REED:" starts like ">>".
const shapes: readonly { kind: Label["kind"]; shape: Shape }[] = [
  { kind: "letter", shape: letter },
  { kind: "arrow", shape: arrow },
  { kind: "bracket", shape: bracket },
  { kind: "capitals", shape: capitals },
  { kind: "name", shape: name },
]

function labelAt(text: string, lineStart: number): Label | undefined {
  const line = text.slice(lineStart, Math.min(lineStart + longest, nextLine(text, lineStart)))
  // "  MS. REED:", "**Reed:** Yes." (Markdown)
  const lead = /^[\s\ufeff]*[*_]{0,3}/.exec(line)![0].length
  const rest = line.slice(lead)
  if (!/^[\p{Lu}\p{Lt}>(]/u.test(rest)) return undefined
  for (const { kind, shape } of shapes) {
    const found = shape(rest)
    if (!found) continue
    const start = lineStart + lead
    const closing = /^[*_]{0,3}/.exec(rest.slice(found.length))![0].length
    return { kind, label: found.label, key: keyOf(kind, found.label), start, words: start + found.length + closing }
  }
  return undefined
}

// "Q    Thank you", "Q: ", "Q. ", "Q1. ", "A: ", "A. "; a bare "A" only before a gap: "A    Yes" but not "A man"
function letter(line: string) {
  const match = /^([QA])(?:\d{0,3}[.:)](?=\s|$|[*_])|(?=\s))/.exec(line)
  if (!match) return undefined
  const isBare = match[0] === match[1]
  if (isBare && match[1] === "A" && !/^A(?:\t|\u00a0|[ \u00a0]{2,})/.test(line)) return undefined
  return { label: match[1]!, length: match[0].length }
}

// ">> Good evening.", ">>> In other news", ">> REED: Thank you."
function arrow(line: string) {
  const match = /^(>{2,3})\s*(?:([\p{Lu}][^:\n]{0,50}):(?=\s))?/u.exec(line)
  return match ? { label: match[2]?.trim() ?? match[1]!, length: match[0].length } : undefined
}

// "((Maria Reed)) How long?"
function bracket(line: string) {
  const match = /^\(\(([\p{L}][^()\n]{0,50})\)\)/u.exec(line)
  return match ? { label: match[1]!.trim(), length: match[0].length } : undefined
}

// "MS. REED:", "THE PRESIDENT:", "SENATOR McREED (D-N.Y.):", "JANE REED, ANCHOR (voice-over):", "SPEAKER 2:"
function capitals(line: string) {
  const match =
    /^((?:Ma?c)?\p{Lu}[\p{Lu}\p{M}\d .,'’&/#-]*(?:(?:Ma?c|De|Di|Van|O’)\p{Lu}[\p{Lu}\p{M}\d .,'’&/#-]*)*(?:\([^()\n:]{1,40}\))?) ?:(?=\s|$|[*_“"\p{Lu}])/u.exec(
      line,
    )
  const label = match?.[1]?.trim()
  if (!match || !label || label.split(/\s+/).length > 9 || !/\p{Lu}\p{M}*\p{Lu}/u.test(label)) return undefined
  return { label, length: match[0].length }
}

// "Reed:", "Maria Reed:", "Representative Reed:", "Hans van der Reed:", "Mr. Reed (laughing):", "Speaker 2:"
function name(line: string) {
  const match =
    /^(\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|der|den|van|von|al|bin|of)){0,4}(?: \d{1,2})?)(?: \([^()\n:]{1,40}\))?:(?=\s|$|[*_])/u.exec(
      line,
    )
  const label = match?.[1]
  if (!match || !label || label.length > 40) return undefined
  if (
    /\d$/.test(label) &&
    !/^(?:Speaker|Participant|Reporter|Caller|Person|Voice|Interviewer|Question) \d/.test(label)
  ) {
    return undefined
  }
  return { label, length: match[0].length }
}

/** "JANE REED, ANCHOR (voice-over)" and "Reed" come to "reed": the last word of the name, titles and asides away. */
function keyOf(kind: Label["kind"], label: string): string {
  if (kind === "letter") return label
  const bare = label
    .replace(/\([^)]*\)/g, "")
    .split(",")[0]!
    .trim()
    .toLowerCase()
  if (bare === "wn") return "wikinews"
  return /\d$/.test(bare) ? bare : (bare.split(/\s+/).at(-1) ?? bare)
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from)
  return end < 0 ? text.length : end + 1
}
