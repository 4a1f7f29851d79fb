import { expect, test } from "vitest"
import { findParagraphs } from "../text/paragraphs.js"
import { type Span, sliceOf } from "../text/span.js"
import { findWords } from "../text/words.js"
import { partsOf } from "./parts.js"
import { type Block, type Role, roles } from "./roles.js"

const letters: { readonly [letter: string]: Role } = {
  ".": "none",
  s: "source",
  c: "cue",
  q: "content",
  v: "via",
  t: "when",
  w: "where",
  k: "evidence",
}

/** One letter a word; the anchor is the word with this number. */
function partsIn(text: string, tags: string, at: number, blocks: readonly Block[] = []) {
  const words = findWords(text)
  expect(tags).toHaveLength(words.length)
  const log = [...tags].flatMap((tag) => roles.map((role) => Math.log(role === letters[tag] ? 0.93 : 0.01)))
  const window = { from: 0, to: words.length, coreFrom: 0, coreTo: words.length }
  const view = { window, words, paragraphs: findParagraphs(text), blocks }
  const { parts, evidence, clear } = partsOf(view, at, Float32Array.from(log))
  const show = (spans: readonly Span[]) => spans.map((span) => sliceOf(text, span))
  return {
    clear,
    ...Object.fromEntries(
      Object.entries({ ...parts, evidence }).flatMap(([part, spans]) => (spans.length ? [[part, show(spans)]] : [])),
    ),
  }
}

test("words of one role that stand together are one part", () => {
  expect(partsIn("In May, Maria Lopez told reporters in Dorn that it was late.", "tt.ssc.ww.qqq.", 5)).toMatchObject({
    when: ["In May"],
    source: ["Maria Lopez"],
    cue: ["told"],
    where: ["in Dorn"],
    content: ["it was late"],
  })
})

test("a content may be in several pieces", () => {
  expect(partsIn("“No,” she said. “Never.”", "qqqqsc.qqqq", 5)).toMatchObject({ content: ["“No,”", "“Never.”"] })
})

test("a part ends where its paragraph ends", () => {
  expect(partsIn("It was\n\nlate, she said", "qqq.sc", 5)).toMatchObject({ content: ["It was", "late"] })
})

test("a quotation is whole inside the content, unless the anchor stands in it", () => {
  const text = "“He told me no,” she said"
  const block = [{ from: 0, to: 7 }]
  expect(partsIn(text, "..qqqqqsc", 8, block)).toMatchObject({ content: ["“He told me no,”"] })
  expect(partsIn(text, ".sc.q....", 2, block)).toMatchObject({ source: ["He"], content: ["no"] })
})

test("how clear it is, is the mean score of the words that have a part", () => {
  expect(partsIn("It was late, she said", "qqq.sc", 5).clear).toBeCloseTo(0.93)
  expect(partsIn("It was late", "...", 0).clear).toBe(0)
})
