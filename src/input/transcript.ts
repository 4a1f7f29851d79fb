import type { Turn } from "../record.js"
import type { Span } from "../text/span.js"
import { findLabels, type Label } from "./labels.js"

/**
 * The turns of a transcript or an interview printed as question and answer; undefined where the text is neither.
 * A turn is the words between one label and the next, over as many paragraphs as it takes. What stands before
 * the first label is nobody's.
 */
export function findTurns(text: string, paragraphs: readonly Span[]): Turn[] | undefined {
  const candidates = findLabels(text).filter((label) => !isFieldName(label.label))
  const labels = transcriptLabels(text, paragraphs, candidates)
  if (!labels) return undefined
  const turns = labels.flatMap((label, index) => {
    const span = wordsOf(text, label.words, labels[index + 1]?.start ?? closingOf(text, label.words))
    return span ? [{ span, label: label.label }] : []
  })
  return turns.length > 0 ? turns : undefined
}

/** Labels that papers put before captions, links, lists and corrections. Nobody speaks there. */
const fieldNames = new Set(
  `advertisement after address age also analysis key background before born bottom line breaking bulletin by caption
  category clarification clue comment comments conclusion contact contributing copyright correction corrections cost
  credit credits date dates daily developing details download during e-mail editor's note editor’s note editors' note
  education email exclusive facebook fact facts family fax file first follow for more gallery genre headline hours image
  images info ingredients instagram key points latest link links listen live location more news newsletter note notes
  now number occupation odds opinion option party phone photo photographs photos pictured place play position price ps
  rank rating read read more recap recommended related related stories related video related videos report result
  results runtime score second see also serves shop sign up source sources step story stocks subject summary tags tel
  third tickets time tip tips title today topics trailer transcript tv twitter update updated updates url venue verdict video
  videos warning watch weather website what what happened when where who why winner winners`
    .split(/\s+/)
    .concat(
      "read more",
      "see also",
      "editor's note",
      "editor’s note",
      "what happened",
      "the takeaway",
      "bottom line",
      "video transcript",
      "full transcript",
    ),
)

const isFieldName = (label: string): boolean => fieldNames.has(label.toLowerCase())

/** Words in a label that only speakers bear. */
const speakerWords =
  /\b(?:MR|MRS|MS|DR|PROF|SIR|LORD|LADY|PRESIDENT|MINISTER|CHANCELLOR|SECRETARY|SENATOR|SEN|REP|REPRESENTATIVE|CONGRESSMAN|CONGRESSWOMAN|GOVERNOR|GOV|MAYOR|ADMINISTRATOR|DIRECTOR|GENERAL|GEN|ADMIRAL|COLONEL|CAPTAIN|SERGEANT|AMBASSADOR|COMMISSIONER|CHAIRMAN|CHAIRWOMAN|CHAIRPERSON|CHAIR|SPEAKER|JUDGE|JUSTICE|COURT|MODERATOR|OPERATOR|REPORTER|QUESTION|ANSWER|INTERVIEWER|INTERVIEWEE|HOST|ANCHOR|CORRESPONDENT|AIDE|OFFICIAL|ADVISOR|ADVISER|ATTORNEY|COUNSEL|WITNESS|PARTICIPANT|AUDIENCE|CROWD|PRESS|CALLER|NARRATOR)\b/i

const beginsWithTitle =
  /^(?:THE |FIRST |ACTING |VICE )*(?:MR|MRS|MS|DR|PRESIDENT|PRIME MINISTER|LADY|SECRETARY|SENATOR|GOVERNOR|AMBASSADOR|GENERAL)\b/

/** The labels that make this text a transcript, or undefined. */
function transcriptLabels(
  text: string,
  paragraphs: readonly Span[],
  candidates: readonly Label[],
): readonly Label[] | undefined {
  const marked = candidates.filter((label) => label.kind !== "name")
  const official = marked.filter((label) => label.kind === "capitals" && speakerWords.test(label.label))
  const asked = marked.filter((label) => label.kind === "letter" && label.label === "Q")

  // MS. REED: … Q … MS. REED: … is a briefing, however long the statement before the questions is.
  const isBriefing = official.length >= 2 && asked.length >= 1
  if (isBriefing || isRemarks(text, paragraphs, official)) return withNames(marked, candidates)

  const spoken = candidates.filter((label) => label.kind !== "letter" || asked.length >= 2)
  const spokenMarked = spoken.filter((label) => label.kind !== "name")
  if (isConversation(text, paragraphs, spokenMarked)) return withNames(spokenMarked, candidates)
  return isConversation(text, paragraphs, spoken) ? spoken : undefined
}

/**
 * Beside labels in capitals or brackets a name in ordinary letters is one when it comes back, or when a later
 * label is short for it: "Maria Reed: … ((WN)) … MR: …". "Bottom line:" and a headline's "Reed: No tax" are none.
 */
function withNames(marked: readonly Label[], candidates: readonly Label[]): Label[] {
  const names = candidates.filter((label) => label.kind === "name")
  const counts = countKeys(names)
  const short = new Set(marked.map((label) => label.label))
  const initials = (label: string) => label.replace(/(\S)\S*\s*/gu, "$1")
  const isName = (label: Label) => counts.get(label.key)! >= 3 || short.has(initials(label.label))
  return marked.concat(names.filter(isName)).sort((a, b) => a.start - b.start)
}

function countKeys(labels: readonly Label[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label.key, (counts.get(label.key) ?? 0) + 1)
  return counts
}

/** THE PRESIDENT: … alone, labelled once at the beginning. */
function isRemarks(text: string, paragraphs: readonly Span[], official: readonly Label[]): boolean {
  const first = official[0]
  if (!first || !beginsWithTitle.test(first.label)) return false
  return first.start < text.length / 4 && first.start <= (paragraphs[8]?.start ?? text.length)
}

/**
 * Two or more speakers who come back, most paragraphs labelled, and words that are spoken: "Reed: How long have
 * you …", but neither "Born: 1961 / Position: Judge / Born: 1957" nor "Mets: The left-hander is expected back".
 */
function isConversation(text: string, paragraphs: readonly Span[], labels: readonly Label[]): boolean {
  const returning = [...countKeys(labels).values()].filter((count) => count >= 2).length
  if (labels.length < 4 || returning < 2) return false

  const first = labels[0]!.start
  const within = paragraphs.filter((paragraph) => paragraph.start >= first && !isAside(text, paragraph))
  if (labels.length < within.length * 0.4) return false

  const spoken = labels.filter((label, index) =>
    isSpoken(text.slice(label.words, labels[index + 1]?.start ?? text.length)),
  )
  return spoken.length >= labels.length * 0.4 && !isForm(labels)
}

const isSpoken = (words: string): boolean =>
  /\b(?:I|I['’]m|me|my|we|us|our|you|your|yes|yeah|no|okay)\b|\?/i.test(words.slice(0, 2000))

/** Three or more labels that come round in the same order every time are the fields of a form. */
function isForm(labels: readonly Label[]): boolean {
  const keys = labels.map((label) => label.key)
  const round = keys.indexOf(keys[0]!, 1)
  return round >= 3 && keys.every((key, index) => key === keys[index % round])
}

/** The words of a turn, trimmed, without asides and closing lines in paragraphs of their own at its end. */
function wordsOf(text: string, from: number, to: number): Span | undefined {
  let end = trimmedEnd(text, from, to)
  for (;;) {
    const lineStart = Math.max(from, text.lastIndexOf("\n", end - 1) + 1)
    if (lineStart === from || !isAside(text, { start: lineStart, end })) break
    end = trimmedEnd(text, from, lineStart)
  }
  const start = from + (text.slice(from, end).length - text.slice(from, end).trimStart().length)
  return start < end ? { start, end } : undefined
}

function trimmedEnd(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length
}

// "END  1:58 P.M. EDT", "3:45 P.M. (L)", "END", "# # #": nobody speaks any more, and what follows is the website's.
const closing = String.raw`-?[^\S\n]*END[^\S\n]*-?|(?:END[^\S\n]+)?\d{1,2}:\d{2}[^\S\n]+[AP]\.?M\.?(?:[^\S\n]+[A-Z(][\w.() ]{0,20})?|#[^\S\n]*#[^\S\n]*#`
const closingLine = new RegExp(`^(?:${closing})[^\\S\\n]*$`, "m")

function closingOf(text: string, from: number): number {
  const found = closingLine.exec(text.slice(from))
  return found ? from + found.index : text.length
}

// "(Crosstalk.)", "[END VIDEO CLIP]", "…", "* * *", and closing lines
const aside = new RegExp(String.raw`^(?:\([^()]*\)|\[[^[\]]*\]|[\W_]*|${closing})$`)

const isAside = (text: string, { start, end }: Span): boolean =>
  end - start <= 200 && aside.test(text.slice(start, end).trim())
