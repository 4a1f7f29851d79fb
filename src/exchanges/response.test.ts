import { expect, test } from "vitest"
import { seen } from "../../test/tagged.js"
import { findStatements } from "../statements/find.js"
import { responseOf } from "./response.js"

const { context, tagged } = seen("{q:“It is late,”} {c:said} {s:Lopez}.")
const [draft] = findStatements(context, tagged)

test.each([
  ["We have no announcement about this at the moment.", "refusal"],
  ["I’m not going to get into that.", "refusal"],
  ["I don’t have anything for you on the bridge.", "refusal"],
  ["I’d refer you to the harbour board.", "deflection"],
  ["As I said last week, the river decides.", "deflection"],
  ["Ask the council.", "deflection"],
  ["Yes, we will rebuild it.", "answer"],
  ["I don’t know.", "answer"],
  ["They refused nothing.", "answer"],
])("“%s” is called %s", (words, response) => {
  expect(responseOf(draft!, words)).toBe(response)
})
