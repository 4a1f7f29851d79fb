import { expect, test } from "vitest"
import { seen } from "../test/tagged.js"
import { interpret } from "./extract.js"

test("a turn that replies is said to whoever asked, and the question to whoever replies", () => {
  const { context, tagged } = seen(
    "MS. LOPEZ: We met today.\n\nQ: Is it safe?\n\nMS. LOPEZ: It is.\n\nMS. LOPEZ: And it is new.",
  )
  const { actors, statements } = interpret(context, tagged)
  const names = (ids: readonly string[]) => ids.map((id) => actors.find((actor) => actor.id === id)!.name)
  expect(statements.map(({ speakers, addressees }) => [names(speakers), names(addressees)])).toEqual([
    [["LOPEZ"], []],
    [["Q"], ["LOPEZ"]],
    [["LOPEZ"], ["Q"]],
    [["LOPEZ"], []],
  ])
})
