import { describe, expect, test } from "vitest"
import { parsePage } from "../spec/cases.js"
import { recordFromMarked } from "../src/marked/read.js"
import type { Record } from "../src/record.js"
import { check, type Reader } from "./check.js"

/** A reader that has found just this. */
const finds =
  (marked: string, change: (record: Record) => Record = (record) => record): Reader =>
  async (report) =>
    change({ ...recordFromMarked(marked), report })

const said = "{q:“We will appeal,”} {c:said} {s:Maria Lopez}, the mayor."

describe("check", () => {
  test("holds where the same is found", async () => {
    await check(said, { reader: finds(said) })
    await check("The so-called “expert” panel met.", { reader: finds("The so-called “expert” panel met.") })
  })

  test("shows what was wanted, what was found and why", async () => {
    const found = "{q:“We will appeal,”} {c:said} Maria Lopez, {s:the mayor}."
    const reader = finds(found, (record) => ({
      ...record,
      statements: record.statements.map((statement) => ({ ...statement, why: ["role beside the cue"] })),
    }))
    await expect(check(said, { reader })).rejects.toThrow(
      [
        "wanted  {q:“We will appeal,”} {c:said} {s:Maria Lopez}, the mayor.",
        "found   {q:“We will appeal,”} {c:said} Maria Lopez, {s:the mayor}.",
        "why     s1 “We will appeal,”: role beside the cue",
      ].join("\n"),
    )
  })

  test("fails where something is found in a text without marks", async () => {
    await expect(
      check("Maria Lopez, the mayor, left.", { reader: finds("{s:Maria Lopez}, {q:the mayor}, left.") }),
    ).rejects.toThrow("found   {s:Maria Lopez}")
  })

  test("fails for a wrong speaker, act or kind", async () => {
    const she = "{q:“No,”} {s=Maria Lopez:she} {c:said}."
    await expect(check(she, { reader: finds("{q:“No,”} {s=Ann Reed:she} {c:said}.") })).rejects.toThrow("=ann Reed:she")
    await expect(check(she, { reader: finds("{q:“No,”} {s=Maria Lopez:she} {c=deny:said}.") })).rejects.toThrow(
      "=deny:",
    )
    await expect(check(she, { reader: finds("{q=mixed:“No,”} {s=Maria Lopez:she} {c:said}.") })).rejects.toThrow(
      "=mixed:",
    )
  })

  test("leaves out what the case does not use", async () => {
    const text = "{s1:Reed} {c1:said} {q1:{k2=happened meet:{p2=Reed:he} met {p2:Kane}} and paid {f=5 USD:$5}}."
    await check("{s:Reed} {c:said} {q:he met Kane and paid $5}.", { reader: finds(text) })
    await check("Reed said {k:{p=Reed:he} met {p:Kane}} and paid $5.", { reader: finds(text) })
    await check("Reed said {q:he met Kane and paid $5}.", { reader: finds(text), only: "q" })
    await expect(check("Reed said he met Kane and paid $5.", { reader: finds(text) })).rejects.toThrow(
      "wanted  Reed said",
    )
  })

  test("takes articles, prepositions and the ends of a contact’s clause as they come", async () => {
    await check("{s:Reed} {c:told} {a:the board} {t:on Tuesday} {q:no}.", {
      reader: finds("{s:Reed} {c:told} the {a=the board:board} on {t:Tuesday} {q:no}."),
    })
    await check("{p:Reed} {k=happened call:has phoned} {p:the governor} often.", {
      reader: finds("{k=happened call:{p:Reed} has phoned the {p=governor:governor} often}."),
    })
    await expect(
      check("{p:Reed} {k=happened call:has phoned} {p:the governor}.", {
        reader: finds("{p:Reed} {k=not-happened call:has phoned} {p:the governor}."),
      }),
    ).rejects.toThrow("not-happened")
  })

  test("compares the actors whom the header lists", async () => {
    const asked = "---\nactor: two aides | unnamed\n---\n{s:Two aides} {c:said} {q:no}."
    await check(asked, { reader: finds("---\nactor: Two aides | unnamed\n---\n{s:Two aides} {c:said} {q:no}.") })
    const persons: Reader = finds(asked, (record) => ({
      ...record,
      actors: record.actors.map((actor) => ({ ...actor, kind: "person" })),
    }))
    await expect(check(asked, { reader: persons })).rejects.toThrow("two aides | person")
  })
})

test("a page is read block by block", () => {
  const page = [
    "# A",
    "```case",
    "One.",
    "```",
    "## B",
    "```rule only q",
    "Two",
    "lines.",
    "```",
    "```wanted",
    "2.",
    "```",
  ]
  expect(parsePage("x.md", page.join("\n"))).toEqual([
    { page: "x.md", line: 3, heading: "A", kind: "case", marked: "One." },
    { page: "x.md", line: 7, heading: "B", kind: "rule", only: "q", marked: "Two\nlines.", wanted: "2." },
  ])
  expect(() => parsePage("x.md", "```wanted\n1.\n```")).toThrow("x.md:1: a wanted block follows")
  expect(() => parsePage("x.md", "```rule q\n1.\n```")).toThrow("expected nothing or, say, only q")
})
