import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { findParagraphs } from "../text/paragraphs.js"
import { findTurns } from "./transcript.js"

/** Each turn as `label | words`. */
const turnsOf = (text: string): string[] | undefined =>
  findTurns(text, findParagraphs(text))?.map(({ label, span }) => `${label} | ${text.slice(span.start, span.end)}`)

const paragraphs = (...lines: string[]): string => lines.join("\n\n")

test("a briefing: officials in capitals, questions under Q", () => {
  const text = paragraphs(
    "Press Room",
    "2:05 P.M. EST",
    "MS. REED:  Good afternoon, everyone.",
    "To be clear: we have one announcement.",
    "Q    When did he call?",
    "MS. REED: On Monday.  (Laughter.)",
    "(Cross-talk.)",
    "Q\u00a0\u00a0— on Monday?",
    "Q Just one more.",
    "THE PRESIDENT: Hello.",
    "END 2:45 P.M. EST",
    "To view the slides, visit",
  )
  expect(turnsOf(text)).toEqual([
    "MS. REED | Good afternoon, everyone.\n\nTo be clear: we have one announcement.",
    "Q | When did he call?",
    "MS. REED | On Monday.  (Laughter.)",
    "Q | — on Monday?",
    "Q | Just one more.",
    "THE PRESIDENT | Hello.",
  ])
})

test.each([
  ["Q. / A.", "Q. How long have you lived here?|A. Ten years.|Q. And you like it?|A. Yes."],
  ["Q: / A:", "Q: How long have you lived here?|A: Ten years.|Q: And you like it?|A: Yes."],
  ["Q and A before a gap", "Q\tHow long have you lived here?|A\tTen years.|Q\tAnd you like it?|A\tYes."],
  ["numbered", "Q1. How long have you lived here?|A1. Ten years.|Q2. And you like it?|A2. Yes."],
  ["words", "Question: How long have you lived here?|Answer: Ten years.|Question: And you like it?|Answer: Yes."],
  ["arrows", ">> How long have you lived here?|>> REED: Ten years.|>> And you like it?|>> REED: Yes."],
  ["names", "Reed: How long have you lived here?|Ana Lopes: Ten years.|Reed: And you like it?|Lopes: Yes."],
  [
    "brackets",
    "((Reed)) How long have you lived here?|((Ana Lopes)) Ten years.|((Reed)) And you like it?|((Ana Lopes)) Yes.",
  ],
  [
    "bold in Markdown",
    "**Reed:** How long have you lived here?|**Lopes:** Ten years.|**Reed:** And you like it?|**Lopes:** Yes.",
  ],
  [
    "capitals with asides",
    "ANN REED, HOST: How long?|LOPES (on tape): Ten years, I think.|REED: And you like it?|LOPES: Yes.",
  ],
  [
    "numbered speakers",
    "Speaker 1: How long have you lived here?|Speaker 2: Ten years.|Speaker 1: And you like it?|Speaker 2: Yes.",
  ],
])("an interview labelled by %s", (_, lines) => {
  const between = lines.split("|")
  for (const text of [between.join("\n\n"), between.join("\n")]) {
    const words = turnsOf(text)?.map((turn) => turn.replace(/^.*? \| /, ""))
    expect(words?.slice(-2)).toEqual([words?.[2], "Yes."])
    expect(words).toHaveLength(4)
  }
})

test("a paper's own interview: the introduction is nobody's, a full name once and then its letters", () => {
  const text = paragraphs(
    "Ana Lopes studies owls. She answered our questions.",
    "((Wikinews)) What got you into owls?",
    "Ana Lopes: My aunt kept one.",
    "She still does.",
    "((WN)) How long do you stay out?",
    "AL: All night.",
    "((WN)) Do you sleep?",
    "AL: No.",
  )
  expect(turnsOf(text)?.slice(0, 2)).toEqual([
    "Wikinews | What got you into owls?",
    "Ana Lopes | My aunt kept one.\n\nShe still does.",
  ])
})

test("a speech labelled once at its beginning", () => {
  const text = paragraphs("Rose Garden", "THE PRESIDENT: Thank you all.", "We have much to do.", "[Applause]", "END")
  expect(turnsOf(text)).toEqual(["THE PRESIDENT | Thank you all.\n\nWe have much to do."])
})

test("a label with nothing after it ends the turn before and makes none", () => {
  const text = paragraphs("Q: How long?", "A: Ten years.", "Q:", "A: I like it.", "Q: You do?")
  expect(turnsOf(text)).toEqual(["Q | How long?", "A | Ten years.", "A | I like it.", "Q | You do?"])
})

test.each([
  [
    "a correction",
    paragraphs("Reed said no.", "Lopes said yes.", "Correction: I wrote you on Monday.", "Correction: We met."),
  ],
  ["a dateline", paragraphs("WASHINGTON: Reed said no.", "LONDON: Lopes said yes to you.", "She left.", "He stayed.")],
  [
    "captions",
    paragraphs("Pictured: Reed and you", "He came.", "Pictured: Lopes", "Stunning: I", "Stunning: We", "They left."),
  ],
  ["a form", "Born: I\nPosition: you\nOffice: we\nBorn: I\nPosition: you\nOffice: we\nBorn: I"],
  ["counts", "Reed: 1,769.\nLopes: 1,501.\nReed: 547.\nLopes: 46."],
  ["team notes", paragraphs("Owls: Reed will start.", "Bears: Lopes is out.", "Owls: He left.", "Bears: She stayed.")],
  [
    "speech verbs",
    paragraphs("Reed said: ‘I did.’", "Lopes said: ‘You did.’", "Reed said: ‘No.’", "Lopes said: ‘Yes.’"),
  ],
  ["links", paragraphs("PHOTOS: How you can help", "READ MORE: I saw it", "PHOTOS: We met", "READ MORE: You too")],
  ["Q the magazine", paragraphs("Q magazine asked me.", "A man said no.", "Q magazine left.", "A. J. Reed stayed.")],
  [
    "questions alone",
    paragraphs("((WN)) Why?", "I like owls.", "((WN)) How?", "By night.", "((WN)) When?", "Late.", "((WN)) You?"),
  ],
  [
    "one aside in capitals",
    paragraphs("Reed spoke.", "Lopes left.", "She drove.", "DON’T MISS: Your guide to owls", "He came."),
  ],
  ["nothing", ""],
])("%s is no transcript", (_, text) => {
  expect(turnsOf(text)).toBeUndefined()
})

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url))

describe.skipIf(!existsSync(corpora))("on real reports (skipped where ../shared/corpora is missing)", () => {
  const numbersOf = (file: string): { all: number; found: number[] } => {
    const lines = gunzipSync(readFileSync(`${corpora}${file}`))
      .toString("utf8")
      .trim()
      .split("\n")
    const found = lines.flatMap((line, index) => {
      const { text } = JSON.parse(line)
      return findTurns(text, findParagraphs(text)) ? [index] : []
    })
    return { all: lines.length, found }
  }

  test("every briefing is a transcript", () => {
    const { all, found } = numbersOf("whitehouse/briefings.jsonl.gz")
    expect(found).toHaveLength(all)
  })

  test("of news articles only those printed as a conversation are", () => {
    expect(numbersOf("newswire/reports.jsonl.gz").found).toEqual([86, 1019, 2782, 2829, 3472])
    expect(numbersOf("british/reports.jsonl.gz").found).toEqual([])
    // 428: remarks, published among the readouts
    expect(numbersOf("whitehouse/readouts.jsonl.gz").found).toEqual([428])
    expect(numbersOf("wikinews/reports.jsonl.gz").found).toEqual([15, 176, 191, 195, 198])
  })
})
