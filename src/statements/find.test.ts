import { expect, test } from "vitest"
import { lineOf, seen } from "../../test/tagged.js"
import { findStatements } from "./find.js"

/** The network's view of a text, and the statements that come of it: content | cue | source. */
function check(written: string, ...lines: string[]): void {
  const { context, tagged, report } = seen(written)
  expect(findStatements(context, tagged).map((draft) => lineOf(report.text, draft))).toEqual(lines)
}

const drafts = (...given: Parameters<typeof seen>) => {
  const { context, tagged } = seen(...given)
  return findStatements(context, tagged)
}

test("what the network is sure of is a statement", () => {
  check("{q:“We will appeal,”} {c:said} {s:Maria Lopez}, the mayor.", "“We will appeal,” | said | Maria Lopez")
  check("{s:Reed} {c:said} {q:that it would appeal}.", "it would appeal | said | Reed")
  check("{q:“I am,”} {s:she} {c:said}, {q:“tired.”}", "“I am,” … “tired.” | said | she")
})

test("what the network is not sure of is none", () => {
  const unsure = (said: number) => drafts("{q:It was late}, {s:Reed} {c:said}.", { statement: () => ({ said }) })
  expect(unsure(0.4)).toEqual([])
  expect(unsure(0.6)).toHaveLength(1)
})

test("an anchor whose content is nothing but signs is none", () => {
  check("{s:Reed} {c:said}{q:: }“No.”")
})

test("statements stand in reading order and are numbered so", () => {
  const found = drafts("{s2:Reed} {c2:denied} {q2:it}. {s1:Lopez} {c1:said} {q1:no}.")
  expect(found.map(({ id, act }) => `${id} ${act}`)).toEqual(["s1 deny", "s2 say"])
})

test("those of one source stand in the order of their cues", () => {
  const found = drafts(
    "{s1,2:Reed} {c1=negated:did not say} {q1:why}, {c2:adding} {q2:that the board had been told of it long before}.",
  )
  expect(found.map(({ cue }) => cue[0]!.start)).toEqual([5, 22])
})

test("a statement told in the content of another knows it", () => {
  const found = drafts("{s1:Reed} {c1:told} the board that {q1:{s2:Lopez} had {c2:said} {q2:no}}.")
  expect(found.map(({ within }) => within)).toEqual([undefined, "s1"])
})

test("act, polarity and kind are read from the words", () => {
  const [asked, declined, hoped] = drafts(
    "{s1:Reed} {c1=ask:asked} {q1:whether she would go}. {s2:Lopez} {c2=negated:declined} {q2:to comment}. " +
      "{s3:Kane} {c3=hope:hopes} {q3:“it will end”}.",
  )
  expect([asked!.act, asked!.polarity, asked!.kind]).toEqual(["ask", "asserted", "indirect"])
  expect([declined!.act, declined!.polarity]).toEqual(["refuse", "negated"])
  expect([hoped!.act, hoped!.kind]).toEqual(["hope", "direct"])
})

test("when, where and through what it was said stay beside it", () => {
  const [draft] = drafts("{t:On Monday} {s:Reed} {c:told} {v:the Dorn Courier} {w:in Aule} that {q:it was late}.")
  expect(draft).toMatchObject({
    when: { start: 0, end: 9 },
    via: { start: 20, end: 36 },
    where: { start: 37, end: 44 },
  })
})

test("a quotation that goes on in the next paragraph is one statement", () => {
  check(
    "{q:“We can slow it,”} {c:said} {s:Reed}. {q:“It will take work.}\n\n“It will take years.”",
    "“We can slow it,” … “It will take work. … “It will take years.” | said | Reed",
  )
})

test("a paragraph that is all quotation is a statement although the network saw none", () => {
  check("Lopez disliked the deal.\n\n“It was terrible for the towns.”", "“It was terrible for the towns.” |  | ")
})

const briefing =
  "Q  {q1=ask:Will you go to Aule?}\n\nMS. RUIZ:  I will not go there. (Laughter.) Not this year.\n\nQ  Thank you, Jen.\n\nMS. RUIZ:  Thanks."

test("a turn of a transcript is a statement, without asides", () => {
  check(briefing, "Will you go to Aule? |  | Q", "I will not go there. … Not this year. |  | MS. RUIZ")
})

test("a turn that asks is a question, and a turn is direct", () => {
  const found = drafts(briefing)
  expect(found.map(({ act, kind }) => `${act} ${kind}`)).toEqual(["ask direct", "say direct"])
})
