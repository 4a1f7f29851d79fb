import { expect, test } from "vitest"
import { decisions, seen } from "../../test/tagged.js"
import { findStatements } from "../statements/find.js"
import { findAddressees } from "./addressees.js"
import { findActors } from "./find.js"
import { findSpeakers } from "./speakers.js"

/** To whom each statement was said. */
function check(written: string, ...lines: string[]): void {
  const { context, tagged, report } = seen(written)
  const drafts = findStatements(context, tagged)
  const cast = findActors(
    report.text,
    tagged,
    drafts.flatMap(({ source, hearer }) => (hearer ? [hearer] : source)),
  )
  const spoken = findSpeakers(report.text, drafts, cast)
  const shown = drafts.map((draft) =>
    findAddressees(draft, cast, spoken.get(draft.id)!, decisions.addressee)
      .map((actor) => cast.actors[actor]!.name)
      .join(" + "),
  )
  expect(shown).toEqual(lines)
}

test("somebody is spoken to where the network is sure", () => {
  check("{s:Maria Lopez} {c:told} {a:Tom Reed} {q:it was late}.", "Tom Reed")
  check("{s:Maria Lopez} {c:said} {q:it was late}. {m:Tom Reed} left.", "")
})

test("several are, in the order of the report", () => {
  check("{m:Ann Kane} left. {s:Maria Lopez} {c:told} {a:Tom Reed} and {a:Kane} {q:it was late}.", "Ann Kane + Tom Reed")
})

test("whoever heard or was told is", () => {
  check("{s:The inquest} has {c:heard} {q:it was late}.", "the inquest")
  check("{s:Maria Lopez} was later {c:told} {q:to leave}.", "Maria Lopez")
})

test("the pronoun behind the cue is who was told", () => {
  check("{m:Tom Reed} left. {s:Maria Lopez} {c:told} {m=Tom Reed:him} {q:it was late}.", "Tom Reed")
  check("{q1:“{s2:Maria Lopez} {c2:told} {m=Tom Reed:me} {q2:it was late},”} {c1:said} {s1:Tom Reed}.", "", "Tom Reed")
  check("{m:Tom Reed} left. {s:Maria Lopez} {c:saw} {m=Tom Reed:him} {q:as a friend}.", "")
})

test("nobody speaks to themselves", () => {
  check("{s:Maria Lopez} {c:told} {a:Lopez} {q:it was late}.", "")
  check("{s:{m:Maria Lopez} and {m:Tom Reed}} {c:told} {a:Reed} {q:it was late}.", "")
})

test("where the cue names whom it was told, nobody before it was", () => {
  check(
    "Asked by {a:Ann Kane}, {s:Maria Lopez} recalled {c:telling} the {a:minister} {q:that it was late}.",
    "the minister",
  )
  check("Beside {a:Ann Kane}, {s:Maria Lopez} {c:said} {q:it was late}.", "Ann Kane")
})
