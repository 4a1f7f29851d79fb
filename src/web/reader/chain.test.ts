import { expect, test } from "vitest"
import { recordFromMarked } from "../../marked/read.js"
import { chainWords } from "./chain.js"
import { openReading } from "./reading.js"

const head = "---\npublisher: Dorn Courier\npublished: 2026-03-04\n---\n"

/** The chain of the last statement. */
function chain(marked: string): string {
  const record = recordFromMarked(head + marked)
  return chainWords(openReading(record), record.statements.at(-1)!)
}

test("it is the outlet that reported", () => {
  expect(chain("{s:Maria Lopez} {c:told} {a:Tom Reed} {q:no}.")).toBe(
    "Dorn Courier reported on 4 March 2026 that Maria Lopez told Tom Reed",
  )
})

test("every mouth on the way is named", () => {
  expect(chain("{s1:Ann Lee} {c1:said} that {q1:{s2:Bob Ray} {c2:said} {q2:no}}.")).toBe(
    "Dorn Courier reported on 4 March 2026 that Ann Lee said that Bob Ray said",
  )
})

test("a mouth on the way that was taken down is somebody", () => {
  const record = recordFromMarked(`${head}{s1:Ann Lee} {c1:said} that {q1:{s2:Bob Ray} {c2:said} {q2:no}}.`)
  const [lee, ray] = record.statements
  const reading = openReading(record, undefined, undefined, new Set([lee!.id, ray!.id]))
  expect(chainWords(reading, ray!)).toBe(
    "Dorn Courier reported on 4 March 2026 that somebody who was taken down said that Ann Lee said that Bob Ray said",
  )
})

test("what was denied, not said or only imagined is not said", () => {
  expect(chain("{s:Ann Lee} {c=deny:denied} {q:that she knew}.")).toMatch(/that Ann Lee denied$/)
  expect(chain("{s:Ann Lee} {c=say negated:did not say} {q:why}.")).toMatch(/that Ann Lee did not say$/)
  expect(chain("{s:Ann Lee} {c=refuse negated:declined} {q:to comment}.")).toMatch(/that Ann Lee declined$/)
  expect(chain("{s:Ann Lee} {c=hypothetical:could say} {q:no}.")).toMatch(/that Ann Lee might say \(hypothetical\)$/)
})

test("a speaker nobody is sure of is not named", () => {
  expect(chain("Lopez met Kane. {s:She} {c:said} {q:no}.")).toMatch(/that “She” \(not sure who\) said$/)
})
