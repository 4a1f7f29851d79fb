import { expect, test } from "vitest"
import { seen } from "../../test/tagged.js"
import { interpret } from "../extract.js"

/** The contacts of a text as “who + who: mode, evidence when”. */
function check(written: string, ...lines: string[]): void {
  const { context, tagged } = seen(written)
  const { actors, contacts } = interpret(context, tagged)
  const { text } = context.report
  const name = (id: string) => actors.find((actor) => actor.id === id)!.name
  const shown = contacts.map(({ between, mode, evidence, when }) =>
    [
      `${between.map(name).join(" + ")}: ${mode}, ${text.slice(evidence.start, evidence.end)}`,
      ...(when ? [text.slice(when.start, when.end)] : []),
    ].join(" | "),
  )
  expect(shown).toEqual(lines)
}

test("who was told something in an interview was talked with", () => {
  check(
    "{s:Maria Lopez} {c:told} {a:Tom Reed} {v:in an interview} {t:on Monday} that {q:it was late}.",
    "Maria Lopez + Tom Reed: talk, Maria Lopez told Tom Reed in an interview | on Monday",
  )
})

test("an interview with nobody, and other channels, tell of none", () => {
  check("{s:Maria Lopez} {c:said} {v:in an interview} that {q:it was late}.")
  check("{s:Maria Lopez} {c:told} {a:Tom Reed} {v:in a statement} that {q:it was late}.")
})

test("one that the network saw too is told once", () => {
  check(
    "{p:{s:Maria Lopez}} {k=talk:{c:told}} {p:{a:Tom Reed}} {v:in an interview} that {q:it was late}.",
    "Maria Lopez + Tom Reed: talk, Maria Lopez told Tom Reed in an interview",
  )
})
