import { expect, test } from "vitest"
import { type Seen, seen } from "../../test/tagged.js"
import { findActors } from "../actors/find.js"
import { findSpeakers } from "../actors/speakers.js"
import { findStatements } from "../statements/find.js"
import { findReplies } from "./find.js"

/** The replies as "s2 answers s1". */
function check(written: string | Seen, ...lines: string[]): void {
  const { context, tagged } = typeof written === "string" ? seen(written) : written
  const { text } = context.report
  const drafts = findStatements(context, tagged)
  const cast = findActors(
    text,
    tagged,
    drafts.flatMap(({ source }) => source),
  )
  const replies = findReplies(context, drafts, cast, findSpeakers(text, drafts, cast))
  expect([...replies].map(([id, { answers, response }]) => `${id}: ${response} to ${answers}`).sort()).toEqual(lines)
}

const question = "{s1:Kane} {c1=ask:asked} {q1:if she would go}."

test("a reply answers the question that the network says it answers", () => {
  check(`${question} {q2=answers 1:“Yes, I will,”} {s2:Lopez} {c2:said}.`, "s2: answer to s1")
  check(`${question} {q2:“It was late,”} {s2:Lopez} {c2:said}.`)
})

test("a deflection or a refusal is called so where the network leans to it", () => {
  check(`${question} {q2=deflects 1:“Ask the board,”} {s2:Lopez} {c2:said}.`, "s2: deflection to s1")
  check(`${question} {q2=refuses 1:“I will not tell you,”} {s2:Lopez} {c2:said}.`, "s2: refusal to s1")
})

test("declining is a refusal whatever the network says", () => {
  check(`${question} {s2:Lopez} {c2=refuse negated:declined} {q2=answers 1:to comment}.`, "s2: refusal to s1")
})

test("only a question is replied to", () => {
  check("{s1:Kane} {c1:said} {q1:it was late}. {q2=answers 1:“Yes, it is,”} {s2:Lopez} {c2:said}.")
})

test("a question is no reply", () => {
  check(`${question} {s2:Lopez} {c2=ask:asked} {q2=answers 1:whether he would}.`)
})

test("a faint link is none", () => {
  const { tagged, ...others } = seen(`${question} {q2=answers 1:“Yes, I will,”} {s2:Lopez} {c2:said}.`)
  const statements = tagged.statements.map((statement) => ({
    ...statement,
    replies: statement.replies.map((reply) => ({ ...reply, score: 0.3 })),
  }))
  check({ ...others, tagged: { ...tagged, statements } })
})

test("in a transcript the turn after a question replies to it, when somebody else speaks", () => {
  check(
    "Q  {q1=ask:Will you go to Aule?}\n\nMS. RUIZ:  I will not go there.\n\nMS. RUIZ:  It is too far.\n\nQ  {q2=ask:And why is it so?}\n\nMS. RUIZ:  Because it is.",
    "s2: answer to s1",
    "s5: answer to s4",
  )
})

test("a turn after the same label replies to nobody", () => {
  check(
    "Q  {q1=ask:Will you go to Aule?}\n\nQ  It is too far.\n\nMS. RUIZ:  So it is, I think.\n\nQ  Thank you.\n\nMS. RUIZ:  Yes.",
  )
})

test("the main clause replies to the question that opens its sentence", () => {
  check("{c1=ask:Asked} {q1:whether she would go}, {s2:Lopez} {c2:said} {q2:she would}.", "s2: answer to s1")
  check("When {c1=ask:asked} {q1:who would pay}, {s2:Lopez} {c2:said} {q2:the board}.", "s2: answer to s1")
})

test("a question with an asker, or in another sentence, is not replied to by rule", () => {
  check("{s1:Kane} {c1=ask:asked} {q1:who would pay}. {s2:Lopez} {c2:said} {q2:no}.")
})

test("whoever was asked and speaks next replies", () => {
  check(
    "{s1:Kane} {c1=ask:asked} {a1:Lopez} {q1:if she would go}. {q2:“No,”} {s2:Lopez} {c2:said}.",
    "s2: answer to s1",
  )
  check(
    "{s1:Kane} {c1=ask:asked} {a1:Lopez} {q1:if she would go}.\n\n{q2:“No,”} {s2:Lopez} {c2:said}.",
    "s2: answer to s1",
  )
})

test("another, or one who says something else later, does not", () => {
  check("{s1:Kane} {c1=ask:asked} {a1:Lopez} {q1:if she would go}. {q2:“No,”} {s2:Reed} {c2:said}.")
  check("{s1:Kane} {c1=ask:asked} {a1:Lopez} {q1:if she would go}.\n\n{s2:Lopez} {c2:said} {q2:it was late}.")
  check(
    "{s1:Kane} {c1=ask:asked} {a1:Lopez} {q1:if she would go}. They had dinner in the old town and went home by the last train from Dorn. {q2:“No,”} {s2:Lopez} {c2:said}.",
  )
})
