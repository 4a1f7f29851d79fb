import { expect, test } from "vitest"
import { type Seen, seen } from "../../test/tagged.js"
import { findStatements } from "../statements/find.js"
import { type Cast, findActors } from "./find.js"
import { findSpeakers, meaningsOf } from "./speakers.js"

function read({ context, tagged, report }: Seen) {
  const drafts = findStatements(context, tagged)
  const cast = findActors(
    report.text,
    tagged,
    drafts.flatMap(({ source, hearer }) => (hearer ? [hearer] : source)),
  )
  return { drafts, cast, spoken: findSpeakers(report.text, drafts, cast) }
}

const nameOf = (cast: Cast, actor: number | undefined) => (actor === undefined ? "nobody" : cast.actors[actor]!.name)

/** For each statement its likeliest speaker and how the source names them. */
function check(written: string | Seen, ...lines: string[]): void {
  const { drafts, cast, spoken } = read(typeof written === "string" ? seen(written) : written)
  const shown = drafts.map(({ id }) => {
    const { candidates, together, form } = spoken.get(id)!
    const names =
      together.length > 0
        ? together.map((actor) => nameOf(cast, actor)).join(" + ")
        : nameOf(cast, candidates[0]?.actor)
    return `${names}, by ${form}`
  })
  expect(shown).toEqual(lines)
}

test("the name in the source speaks", () => {
  check("{q:“No,”} {c:said} {s:Maria Lopez}.", "Maria Lopez, by name")
})

test("a pronoun speaks for whom it means", () => {
  check("{m:Maria Lopez} met {m:Tom Reed}. {q:“No,”} {s=Maria Lopez:she} {c:said}.", "Maria Lopez, by pronoun")
})

test("without a source the network tells", () => {
  check("{m:Maria Lopez} left.\n\n{q=Maria Lopez:“It was terrible for the towns.”}", "Maria Lopez, by none")
})

test("nobody speaks where nothing tells", () => {
  check("It was late.\n\n“It was terrible for the towns.”", "nobody, by none")
  check("{s:I} {c:thought} {q:it was late}.", "nobody, by pronoun")
})

test("“I” in somebody’s words is who says them", () => {
  check(
    "{q1:“{s2:I} {c2:told} Kane {q2:no},”} {c1:said} {s1:Maria Lopez}.",
    "Maria Lopez, by name",
    "Maria Lopez, by same",
  )
})

test("“he” in somebody’s words is not who says them", () => {
  check(
    "{m:Tom Reed} met {m:Bill Kane}. {q1:“{s2=Bill Kane + Tom Reed:He} {c2:told} us {q2:no},”} {c1:said} {s1:Bill Kane}.",
    "Bill Kane, by name",
    "Tom Reed, by pronoun",
  )
})

test("nobody speaks in “it was reported”, “reportedly” and rumours, whatever the network says", () => {
  check("{m:Maria Lopez} left. It was {c:reported} {q=Maria Lopez:that she was ill}.", "nobody, by none")
  check("{s:Maria Lopez} is {c:said} {q:to have signed}.", "nobody, by none")
  check("{m:Maria Lopez} ended {c:speculation} {q=Maria Lopez:that she would leave}.", "nobody, by none")
})

test("“she” is nobody whom a report calls “Mr.”, whatever the network says", () => {
  const written = "Mr. {m:Potts} met {m:Ann Kane}. {q:“No,”} {s=Ann Kane:she} {c:said}."
  const { tagged, ...others } = seen(written)
  const links = [0.8, 0.2].map((score, mention) => ({ mention, score }))
  const statements = tagged.statements.map((statement) => ({ ...statement, speakers: links }))
  check({ ...others, tagged: { ...tagged, statements } }, "Ann Kane, by pronoun")
})

test("“we” in somebody’s words is the body spoken for, where it is clear which, and not who says them", () => {
  const marked = (speaker: string) =>
    `---\nactor: Dorn Harbour | organisation\n---\n{q1:“{s2=Dorn Harbour:We} {c2:told} Kane {q2:no},”} {c1:said} {s1:${speaker}}.`
  check(`${marked("Maria Lopez")} {m:Dorn Harbour} is old.`, "Maria Lopez, by name", "Dorn Harbour, by pronoun")
  check(marked("Dorn Harbour"), "Dorn Harbour, by name", "Dorn Harbour, by same")
})

test("whoever heard or was told did not speak", () => {
  check("{s:The inquest} {c:heard} {q:it was late}.", "nobody, by none")
  check("{s:Maria Lopez} was {c:told} {q:to leave}.", "nobody, by none")
})

test("words that only a source makes a name give way to the network where it is sure", () => {
  const written = "{m:Maria Lopez} left. {q:“No,”} {c:said} {s=Maria Lopez:a grey-haired}."
  const { tagged, ...others } = seen(written)
  const statements = (score: number) =>
    tagged.statements.map((statement) => ({ ...statement, speakers: [{ mention: 0, score }] }))
  const mentions = tagged.mentions.slice(0, 1)
  check({ ...others, tagged: { ...tagged, mentions, statements: statements(0.97) } }, "Maria Lopez, by name")
  check({ ...others, tagged: { ...tagged, mentions, statements: statements(0.8) } }, "a grey-haired, by name")
})

test("“who” is the name before it", () => {
  check("{m:Maria Lopez}, {s:who} {c:said} {q:it was late}, left with {m:Kane}.", "Maria Lopez, by relative")
})

test("names joined by “and” speak together", () => {
  check("{q:“No,”} {c:said} {s:{m:Maria Lopez} and {m:Tom Reed}}.", "Maria Lopez + Tom Reed, by name")
})

test("of two names in one source the network chooses, and in doubt it is the last", () => {
  const written =
    "---\nactor: Fox News | organisation\n---\n{q:“No,”} {c:said} {s=John Roberts:{m:Fox News}’ {m:John Roberts}}."
  check(written, "John Roberts, by name")
  const { tagged, ...others } = seen(written)
  const fox = tagged.mentions.findIndex(({ kind }) => kind === "organisation")
  const statements = tagged.statements.map((statement) => ({ ...statement, speakers: [{ mention: fox, score: 0.9 }] }))
  check({ ...others, tagged: { ...tagged, statements } }, "Fox News, by name")
  const silent = tagged.statements.map((statement) => ({ ...statement, speakers: [] }))
  check({ ...others, tagged: { ...tagged, statements: silent } }, "John Roberts, by name")
})

test("a spokesman speaks, not the one he speaks for", () => {
  const { tagged, ...others } = seen("{q:“No,”} {c:said} {s:a spokesman for {m:Maria Lopez}}.")
  const mentions = tagged.mentions.filter(({ kind }) => kind === "person").map((one) => ({ ...one, antecedents: [] }))
  const statements = tagged.statements.map((statement) => ({ ...statement, speakers: [], addressees: [] }))
  check({ ...others, tagged: { ...tagged, mentions, statements } }, "a spokesman for Maria Lopez, by name")
})

test("shares of candidates come to at most one, likeliest first", () => {
  const { drafts, spoken } = read(
    seen("{m:Maria Lopez} met {m:Tom Reed}. {q:“No,”} {s=Maria Lopez:she} {c:said}.", {
      statement: () => ({
        speakers: [
          { mention: 1, score: 0.7 },
          { mention: 0, score: 0.3 },
        ],
      }),
    }),
  )
  const { candidates } = spoken.get(drafts[0]!.id)!
  const shares = candidates.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1)
  expect(candidates).toHaveLength(2)
})

test("links to mentions are added up by actor", () => {
  const { cast } = read(seen("{m:Maria Lopez} met {m:Tom Reed}. {m:Lopez} left."))
  const links = [0, 1, 2].map((mention) => ({ mention, score: 0.3 }))
  expect(meaningsOf(links, cast).map(({ actor, share }) => `${nameOf(cast, actor)} ${share.toFixed(1)}`)).toEqual([
    "Maria Lopez 0.6",
    "Tom Reed 0.3",
  ])
})

test("a quotation without cue and source goes on with the speaker before", () => {
  check(
    "{m:Tom Reed} met {m:Maria Lopez}. {q1:“No,”} {s1=Maria Lopez:she} {c1:said}.\n\n{q2=Tom Reed:“It was late.”}",
    "Maria Lopez, by pronoun",
    "Maria Lopez, by name",
  )
})
