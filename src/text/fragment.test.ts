import { expect, test } from "vitest"
import { linkTo, textFragment } from "./fragment.js"

const at = (text: string, words: string) => {
  const start = text.indexOf(words)
  return textFragment(text, { start, end: start + words.length })
}

test.each([
  [
    "He said the co-op, A & B, had won again.",
    "the co-op, A & B, had won",
    ":~:text=the%20co%2Dop%2C%20A%20%26%20B%2C%20had%20won",
  ],
  ["She said no to them all.", "no", ":~:text=She%20said-,no,-to%20them%20all."],
  ["We will go now. We will go now.", "We will go now", ":~:text=We%20will%20go%20now,-.%20We%20will"],
  ["a b c d e f g h i j k l m", "a b c d e f g h i j k l m", ":~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m"],
  ["One two.\n\nThree four.", "One two.\n\nThree four.", ":~:text=One%20two.,Three%20four."],
])("%s: %s", (text, words, fragment) => expect(at(text, words)).toBe(fragment))

test("an address that has a fragment keeps it", () => {
  expect(linkTo("https://example.org/a#top", "We all went home.", { start: 0, end: 16 })).toBe(
    "https://example.org/a#top:~:text=We%20all%20went%20home",
  )
})
