import { describe, expect, test } from "vitest"
import type { Span } from "../text/span.js"
import { gatherWindows } from "./gather.js"
import type { WindowMention } from "./mentions.js"
import type { AnchorParts } from "./parts.js"
import type { WindowAnchor, WindowReading } from "./window-reading.js"
import type { Window } from "./windows.js"

// Words are ten letters wide: word 3 is at 30.
const words: Span[] = Array.from({ length: 12 }, (_, i) => ({ start: 10 * i, end: 10 * i + 9 }))
const whole: Window = { from: 0, to: 12, coreFrom: 0, coreTo: 12 }

const named = (from: number, to = from + 1): WindowMention => ({ from, to, pronoun: false, kind: "person", score: 0.9 })
const pronoun = (from: number): WindowMention => ({ ...named(from), pronoun: true })
const saying = (at: number, said = 0.9): WindowAnchor => ({ at, said, attributed: said, contact: 0, turn: false })
const meeting = (at: number): WindowAnchor => ({ at, said: 0, attributed: 0.1, contact: 0.8, turn: false })

type Scores = NonNullable<WindowReading["scores"]>

/** Parts of no words. */
const nothing: AnchorParts = {
  parts: { content: [], cue: [], source: [], via: [], when: [], where: [] },
  evidence: [],
  clear: 0,
}

/** Answers that say nothing, but for what is given. */
function answers(anchors: number, mentions: number, asking: number, given: Partial<Scores>): Scores {
  const fill = (size: number, value: number) => new Float32Array(size).fill(value)
  return {
    flags: fill(anchors * 3, 0),
    response: fill(anchors * 3, 0.33),
    mode: fill(anchors * 6, 0.1),
    status: fill(anchors * 5, 0.2),
    link: fill(anchors * Math.max(1, mentions) * 3, -9),
    antecedent: fill(Math.max(1, asking) * Math.max(1, mentions), -9),
    fresh: fill(Math.max(1, asking), 0),
    reply: fill(anchors * anchors, -9),
    ...given,
  }
}

const reading = (
  anchors: readonly WindowAnchor[],
  mentions: readonly WindowMention[],
  given: Partial<Scores> = {},
  window = whole,
): WindowReading => {
  const asking = mentions.flatMap((mention, i) => (mention.pronoun ? [i] : []))
  const scores = answers(anchors.length, mentions.length, asking.length, given)
  return {
    window,
    anchors,
    mentions,
    asking,
    parts: anchors.map(() => nothing),
    ...(anchors.length > 0 ? { scores } : {}),
  }
}

const gather = (...readings: WindowReading[]) => gatherWindows(words, readings)

/** Log odds in a table of rows, everything else impossible in practice. */
const table = (rows: number, columns: number, given: { readonly [place: string]: number }) =>
  Float32Array.from({ length: rows * columns }, (_, i) => given[`${Math.floor(i / columns)} ${i % columns}`] ?? -9)

describe("statements", () => {
  test("an anchor becomes a statement with its parts", () => {
    const parts = { ...nothing.parts, source: [words[0]!], cue: [words[1]!], content: [{ start: 20, end: 39 }] }
    const [statement, ...others] = gather({
      ...reading([saying(1)], []),
      parts: [{ parts, evidence: [], clear: 0.8 }],
    }).statements
    expect(others).toEqual([])
    expect(statement).toMatchObject({ anchor: words[1], said: 0.9, parts, clear: 0.8 })
  })

  test("a faint anchor is not told of, unless a turn begins with it", () => {
    const faint = { ...saying(1, 0.16), contact: 0.9 }
    const { statements, contacts } = gather(reading([faint, { ...saying(5, 0.01), turn: true }], []))
    expect(statements.map(({ anchor }) => anchor.start)).toEqual([50])
    expect(contacts.map(({ anchor }) => anchor.start)).toEqual([10])
  })

  test("speakers are shares of the names, addressees each by themselves", () => {
    const link = table(1, 9, { "0 0": 2, "0 1": 4, "0 3": 9, "0 6": 2, "0 7": 0 })
    const [statement] = gather(reading([saying(1)], [named(0), pronoun(4), named(6)], { link })).statements
    expect(statement!.speakers.map(({ mention, score }) => [mention, score.toFixed(2)])).toEqual([
      [0, "0.50"],
      [2, "0.50"],
    ])
    expect(statement!.addressees.map(({ mention, score }) => [mention, score.toFixed(2)])).toEqual([
      [0, "0.98"],
      [2, "0.50"],
    ])
  })

  test("only what asks is replied to, and never by itself", () => {
    const flags = Float32Array.from([0.9, 0.9, 0, 0.9, 0.1, 0, 0.9, 0.9, 0])
    const reply = new Float32Array(9).fill(3)
    const { statements } = gather(reading([saying(1), saying(3), saying(5)], [], { flags, reply }))
    expect(statements.map(({ replies }) => replies.map(({ anchor }) => anchor))).toEqual([[50], [10, 50], [10]])
  })
})

describe("mentions", () => {
  test("a pronoun stands for names before and after it, a description for names before it", () => {
    const mentions = [named(0), pronoun(3), named(5), named(7)]
    const antecedent = new Float32Array(8).fill(0)
    const both = { ...reading([saying(1)], mentions, { antecedent, fresh: new Float32Array(2) }), asking: [1, 2] }
    const found = gather(both).mentions
    expect(found[1]!.antecedents.map(({ mention }) => mention)).toEqual([0, 2, 3])
    expect(found[1]!.fresh).toBeCloseTo(0.25)
    expect(found[2]!.antecedents.map(({ mention }) => mention)).toEqual([0])
    expect(found[2]!.fresh).toBeCloseTo(0.5)
  })

  test("what does not ask, and what stands in a window without anchors, stands for nothing", () => {
    const found = gather(reading([], [named(0), pronoun(3)])).mentions
    expect(found.map(({ antecedents, fresh }) => [antecedents, fresh])).toEqual([
      [[], 1],
      [[], 1],
    ])
  })
})

describe("windows beside each other", () => {
  const left: Window = { from: 0, to: 9, coreFrom: 0, coreTo: 6 }
  const right: Window = { from: 3, to: 12, coreFrom: 6, coreTo: 12 }

  test("a mention counts in the window whose core it begins in", () => {
    const { mentions } = gather(
      reading([], [named(1), named(5, 7), named(7)], {}, left),
      reading([], [named(1), named(2, 4), named(4)], {}, right),
    )
    expect(mentions.map(({ start, end }) => [start, end])).toEqual([
      [10, 19],
      [50, 69],
      [70, 79],
    ])
  })

  test("links reach mentions of the window beside, where both windows saw the same words", () => {
    const link = table(1, 9, { "0 0": 5, "0 3": 5, "0 6": 5 })
    const { statements } = gather(
      reading([], [named(1), named(5, 7)], {}, left),
      reading([saying(5)], [named(0), named(2, 4), named(4)], { link }, right),
    )
    expect(statements[0]!.anchor.start).toBe(80)
    // Word 3 is a mention only on the right, but stands in the left one’s core: nobody knows it.
    expect(statements[0]!.speakers.map(({ mention }) => mention)).toEqual([1, 2])
  })
})

test("a contact has its mode, its status and those who take part", () => {
  const given = {
    mode: Float32Array.from([0.1, 0.2, 0.5, 0.1, 0.05, 0.05]),
    status: Float32Array.from([0.1, 0.6, 0.1, 0.1, 0.1]),
    link: table(1, 9, { "0 2": 3, "0 5": 1, "0 8": -5 }),
  }
  const [contact] = gather(reading([meeting(2)], [named(0), pronoun(4), named(6)], given)).contacts
  expect(contact).toMatchObject({ anchor: words[2], mode: "call", status: "not-happened" })
  expect(contact!.participants.map(({ mention, score }) => [mention, score.toFixed(2)])).toEqual([
    [0, "0.95"],
    [1, "0.73"],
  ])
})
