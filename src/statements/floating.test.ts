import { expect, test } from "vitest"
import { lineOf, seen } from "../../test/tagged.js"
import { findStatements } from "./find.js"

/** What is found beside that which the network saw. */
function check(written: string, ...contents: string[]): void {
  const { context, tagged, report } = seen(written)
  const floating = findStatements(context, tagged).filter(({ tagged: by }) => !by)
  expect(floating.map((draft) => lineOf(report.text, draft).replace(" |  | ", ""))).toEqual(contents)
}

test("a paragraph that is all quotation is somebody’s words", () => {
  check("Lopez left.\n\n“It was terrible for the towns.”\n\nReed stayed.", "“It was terrible for the towns.”")
  check('Lopez left.\n\n"It was terrible for the towns."', '"It was terrible for the towns."')
})

test("a few words in marks are none", () => {
  check("Lopez left.\n\n“A bad deal”\n\nReed stayed.")
})

test("a quotation with other words in its paragraph is none", () => {
  check("Lopez left. “It was terrible for the towns.”")
  check("The so-called “very best experts of all” met.")
})

test("what the network took is not found again", () => {
  check("{q:“It was terrible for the towns,”} {c:said} {s:Lopez}.")
  check("Lopez left.\n\n{q=Lopez:“It was terrible for the towns.”}")
})

test("what is told in a quotation does not take it", () => {
  check(
    "Lopez left.\n\n“But {s:we} {c=think:think} {q:the towns can make it faster}.”",
    "“But we think the towns can make it faster.”",
  )
})

test("a quotation that is re-opened in each paragraph is not found twice", () => {
  check("“It was terrible for the towns.\n\n“It was worse for the hills.”", "“It was terrible for the towns.")
})
