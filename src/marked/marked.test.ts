import { existsSync, readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Contact, type Record, recordSchema, type Statement } from "../record.js"
import { byPlace, type Span, sliceOf } from "../text/span.js"
import type { Letter, Mark } from "./notation.js"
import { parseMarked } from "./parse.js"
import { printMarked } from "./print.js"
import { recordFromMarked } from "./read.js"
import { weave } from "./weave.js"

const words = (record: Record, spans: readonly { start: number; end: number }[]) =>
  spans.map((span) => sliceOf(record.report.text, span))

describe("a marked text", () => {
  test.each([
    "{q:“We will appeal,”} {c:said} {s:Maria Lopez}, the mayor.",
    "{q:“I am,”} {s:she} {c:said}, {q:“tired.”}",
    "{q1:“No,”} {c1:said} {s1:Reed}. {q2:“Not yet,”} {s2=Maria Lopez:she} {c2:added}.",
    "{q1:“He told me, {q2=Maria Lopez:‘Go home’},”} {s1:Ann} {c1:said}.",
    "{s1:Reed} {c1:told} the {a1:board} that {q1:{s2=Maria Lopez:the mayor} had {c2:said} {q2:no}}.",
    "{k=not-happened call:{p:Lopez} has not phoned the {p:governor}} since May.",
    "{k=not-happened talk:{p:Lopez} has not spoken with the {p:governor}} {t=2026-05-01..2026-06-01; surely 2026-05-31..2026-06-01:since May}.",
    "The so-called “expert” panel met.",
    "{s1,2=Ann Reed:She} {c1:said} {q1:no} and {c2=deny:denied} {q2:it}.",
    "{c1=ask:Asked} {q1=Tom Hale:if she would go}, {s2:{a1:Lopez}} {c2:said}, {q2=deflects 1:“Ask him.”}",
    "{s=?:Officials} {c=refuse negated:declined} {q:to comment}.",
    "{s=Ann Reed + Tom Hale:They} {c:said} {q:{f=4000000000 USD:$4 billion} was gone}.",
    "{s:Reed} {c:said} {v:in a statement} {t=2026-03-03:on Tuesday} {w:in Dorn} that {q:it rained}.",
    "{s:Lopez} {c:said} {q=remove 2:it rained}.",
    "{n=unclosed-quote:“}No, he said.",
    "{q=Mission\\: Moon; to Ann Reed + \\ask:“Go!”}",
    "---\npublished: 2026-03-04\nactor: Maria Lopez | person | Lopez; the mayor | mayor of Dorn\nactor: the board | organisation\n---\n{s:The board} {c:said} {q:no}.",
  ])("is printed as it was written: %s", (marked) => {
    const record = recordFromMarked(marked)
    expect(recordSchema.parse(record)).toEqual(record)
    const header = marked.startsWith("---\n")
    const printed = printMarked(record, { header })
    expect(printed.replace("language: en\n", "")).toBe(marked)
  })

  test("is printed alike whatever the numbers", () => {
    const one = recordFromMarked("{q7:“No,”} {c7:said} {s7:Reed}. {q3:“Yes,”} {c3:said} {s3:Hale}.")
    const other = recordFromMarked("{q1:“No,”} {c1:said} {s1:Reed}. {q2:“Yes,”} {c2:said} {s2:Hale}.")
    expect(printMarked(one)).toBe(printMarked(other))
  })

  test("cuts what would cross and reads it as one again", () => {
    const record = recordFromMarked(
      "{k1:{p1:Reed} and {p1:Hale} cannot meet until }{q2:{k1:it rains}, {s2:Ann} {c2:said}}.",
    )
    expect(words(record, [record.contacts[0]!.evidence])).toEqual(["Reed and Hale cannot meet until it rains"])
    expect(record.contacts[0]!.within).toBeUndefined()
    expect(printMarked(recordFromMarked(printMarked(record)))).toBe(printMarked(record))
  })

  test("says who is meant: a name after its title, an alias, a pronoun with a name, a pronoun without", () => {
    const record = recordFromMarked(
      "---\nactor: Maria Lopez | person | the mayor\n---\n" +
        "{s1:Mayor Maria Lopez} {c1:said} {q1:a}. {s2:The mayor} {c2:said} {q2:b}. {s3=Maria Lopez:She} {c3:said} {q3:c}. {s4:He} {c4:said} {q4:d}.",
    )
    expect(record.statements.map(({ speakers }) => speakers)).toEqual([["a1"], ["a1"], ["a1"], []])
    expect(words(record, record.actors[0]!.mentions)).toEqual(["Maria Lopez", "mayor", "She"])
  })

  test("tells by nesting what is within what, and how far from the reader it is", () => {
    const record = recordFromMarked(
      "{s1:Reed} {c1:recalled} {q1:{c2:telling} {a2:Hale} that {q2:{s3:Ann} {c3:said} {q3:no}}}.".replace(
        "{q2:",
        "{s2=Reed:he} {q2:",
      ),
    )
    expect(record.statements.map(({ within }) => within)).toEqual([undefined, "s1", "s2"])
    expect(record.statements.map(({ remove }) => remove)).toEqual([1, 1, 2])
  })
})

describe("a mistake in a mark is told with its place", () => {
  test.each([
    ["Ann {x:said}.", "1:5: “{x” begins no mark"],
    ["Ann\n {q1 “No”}.", "2:2: expected a “:” after the head"],
    ["{q:“No,” Ann said.", "1:1: this mark is never closed"],
    ["“No}”", "1:4: this } closes no mark"],
    ["{q:}", "1:1: this mark has no words"],
    ["{c:said}", "1:1: {c…} is part of nothing: expected a {q…:words} without a number"],
    ["{q1:No}, {c2:said}", "1:10: {c…} is part of nothing: expected a {q…:words} under number 2"],
    ["{q1:No} {k1:met}", "1:9: number 1 is a statement already"],
    ["{k=happend meet:met}", "1:1: “happend” says nothing about a contact; expected a status"],
    ["{k:{p:Reed} met}", "1:1: a contact is between two"],
    ["{q:No} {c=denied:said}", "1:8: “denied” is neither an act"],
    ["{q:No} {t=Tuesday:then}", "1:8: “Tuesday” is no time"],
    ["{q1=answers 4:No}", "1:1: there is no statement 4"],
    ["{f=5:five}", "1:1: a figure stands inside what somebody said"],
    ["---\nactor: Ann | ghost\n---\n", "2:1: “ghost” is no kind of actor"],
    ["---\nauthor: Ann\n---\n", "2:1: “author” is no header line"],
  ])("%j", (marked, message) => expect(() => recordFromMarked(marked)).toThrow(message))
})

describe("printing and reading", () => {
  const text = "Ann said that Reed had told the board “no” in May.\n\n“It is late,” she added. Hale rang twice."
  const place = fc.tuple(fc.nat(text.length - 1), fc.nat(30)).map(([start, more]) => {
    return { start, end: Math.min(text.length, start + 1 + more) }
  })
  const letter = fc.constantFrom<Letter>("q", "c", "s", "v", "t", "w", "k", "p", "m")

  test("marks at random places come back, whatever they cross", () => {
    const mark = fc.tuple(letter, place).map(([which, span]) => ({ which, span }))
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (chosen) => {
        const marks = chosen.map(({ which, span }, index): Mark => {
          return { letter: which, numbers: [index + 1], value: `N${index}`, ...span, at: -1 }
        })
        const back = parseMarked(weave(text, marks))
        expect(back.text).toBe(text)
        const plain = (list: readonly Mark[]) => list.map(({ at, ...rest }) => JSON.stringify(rest)).sort()
        expect(plain(back.marks)).toEqual(plain(marks))
      }),
    )
  })

  test("a record comes back from its marked text", () => {
    // Parts of one fact never touch: then they would be one.
    const apart = (list: readonly Span[]) => {
      const sorted = list.toSorted(byPlace)
      return sorted.filter((span, index) => sorted.slice(0, index).every(({ end }) => end < span.start))
    }
    const spans = fc.array(place, { maxLength: 3 }).map(apart)
    const id = fc.constantFrom("a1", "a2", "a3")
    const statement = fc.record({
      content: fc.array(place, { minLength: 1, maxLength: 3 }).map(apart),
      cue: spans,
      source: spans,
      speakers: fc.uniqueArray(id, { maxLength: 2 }),
      addressees: fc.uniqueArray(id, { maxLength: 2 }),
      act: fc.constantFrom("say" as const, "ask" as const, "deny" as const),
      polarity: fc.constantFrom("asserted" as const, "negated" as const),
      via: fc.option(place, { nil: undefined }),
    })
    const contact = fc.record({ evidence: place, between: fc.uniqueArray(id, { minLength: 2, maxLength: 3 }) })
    const built = fc.record({
      mentions: spans,
      statements: fc.array(statement, { maxLength: 4 }),
      contacts: fc.array(contact, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(built, ({ mentions, statements, contacts }) => {
        const bare = recordFromMarked(text)
        const record: Record = {
          ...bare,
          actors: ["Ann", "Tom Reed", "the board"].map((name, index) => {
            return {
              id: `a${index + 1}`,
              name,
              kind: "person",
              aliases: [],
              roles: [],
              mentions: mentions.slice(index, index + 1),
            }
          }),
          statements: statements.map(({ via, ...rest }, index) => ({
            id: `s${index + 1}`,
            kind: "direct",
            ...rest,
            setting: { ...(via && { via }) },
            remove: 1,
            figures: [],
            about: [],
            confidence: { statement: 1, speaker: 1 },
          })),
          contacts: contacts.map((rest, index) => {
            return { id: `c${index + 1}`, mode: "call", status: "planned", ...rest, confidence: 1 }
          }),
        }
        const back = recordFromMarked(printMarked(record, { header: true, mentions: true }))
        const told = ({ content, cue, source, speakers, addressees, act, polarity, setting }: Statement) =>
          JSON.stringify([content, cue, source, speakers.toSorted(), addressees.toSorted(), act, polarity, setting])
        expect(back.statements.map(told).sort()).toEqual(record.statements.map(told).sort())
        const between = ({ between, evidence, status }: Contact) =>
          JSON.stringify([between.toSorted(), evidence, status])
        expect(back.contacts.map(between).sort()).toEqual(record.contacts.map(between).sort())
      }),
      { numRuns: 300 },
    )
  })
})

const worked = "../shared/reports/interview.record.json"

test.skipIf(!existsSync(worked))("the worked example comes back from its marked text", () => {
  const record: Record = JSON.parse(readFileSync(worked, "utf8"), (_, value) => value ?? undefined)
  const back = recordFromMarked(printMarked(record, { header: true, mentions: true }), record.report)
  const linked = (id: string | undefined, before: Record, after: Record) =>
    after.statements[before.statements.findIndex((statement) => statement.id === id)]?.id
  expect(back.actors).toEqual(record.actors)
  expect(back.statements.length).toBe(record.statements.length)
  for (const [index, { id, within, answers, ...rest }] of record.statements.entries()) {
    const { id: _, within: outer, answers: question, ...same } = back.statements[index]!
    expect(same).toEqual(rest)
    expect([outer, question]).toEqual([linked(within, record, back), linked(answers, record, back)])
  }
  for (const { id, within, between, ...rest } of record.contacts) {
    const outer = linked(within, record, back)
    const {
      id: _,
      within: told,
      between: sides,
      ...same
    } = back.contacts.find(
      (other) =>
        other.evidence.start === rest.evidence.start &&
        other.mode === rest.mode &&
        between.every((side) => other.between.includes(side)),
    )!
    expect({ ...same, told, sides: sides.toSorted() }).toEqual({ ...rest, told: outer, sides: between.toSorted() })
  }
})

test.each(readdirSync("examples").filter((name) => name.endsWith(".marked.txt")))(
  "examples/%s stays what it is",
  (name) => {
    const record = recordFromMarked(readFileSync(`examples/${name}`, "utf8"))
    expect(record.report.text).toBe(readFileSync(`examples/${name.replace(".marked", "")}`, "utf8"))
    const whole = { header: true, mentions: true }
    const printed = printMarked(record, whole)
    expect(printMarked(recordFromMarked(printed), whole)).toBe(printed)
  },
)

test("ten times the marks take about ten times the time", () => {
  const time = (count: number) => {
    const one = (n: number) =>
      `{q${n}:“No ${n},”} {s${n}=Ann Reed ${n % 50}:she} {c${n}:told} {a${n}:Hale} in Dorn.\n\n`
    const marked = Array.from({ length: count }, (_, index) => one(index + 1)).join("")
    const start = performance.now()
    printMarked(recordFromMarked(marked), { header: true, mentions: true })
    return performance.now() - start
  }
  time(200)
  const few = Math.max(1, Math.min(time(200), time(200)))
  expect(time(2000) / few).toBeLessThan(40)
})
