import { expect, test } from "vitest"
import type { TaggedMention } from "../../tagger/tagged.js"
import { sliceOf } from "../../text/span.js"
import { completeMentions } from "./complete.js"

/** Brackets mark a mention, braces the source it stands in. */
function check(marked: string, whole: string): void {
  const text = marked.replace(/[[\]{}]/g, "")
  const place = (sign: string) => marked.slice(0, marked.indexOf(sign)).replace(/[[\]{}]/g, "").length
  const mention: TaggedMention = {
    start: place("["),
    end: place("]"),
    pronoun: false,
    kind: "unnamed",
    score: 0.9,
    antecedents: [],
    fresh: 1,
  }
  const sources = marked.includes("{") ? [{ start: place("{"), end: place("}") }] : []
  const [complete] = completeMentions(text, [mention], sources)
  expect(sliceOf(text, complete!)).toBe(whole)
}

test("a mention that breaks off goes as far as its source", () => {
  check("{A [spokeswoman for] the port} said no.", "spokeswoman for the port")
})

test("without a source the words that lead nowhere are left", () => {
  check("[Dozens of protesters in] Torvik met.", "Dozens of protesters")
  check("[The board of the] port met.", "The board")
})

test("a title goes as far as the name that follows it, and no mention over a line", () => {
  check("[Senator] Benedikt Osei said no.", "Senator Benedikt Osei")
  check("[Mr] Osei’s wife said no.", "Mr Osei’s")
  check("The [president] said no.", "president")
  check("[Ana Ruiz\nCity Hall] Torvik", "Ana Ruiz")
})

test("a name begins with the given name after a title", () => {
  check("President Inés [Aldarondo] said no.", "Inés Aldarondo")
  check("Prime Minister [Aldarondo] said no.", "Aldarondo")
  check("The Dorn [Courier] said no.", "Courier")
})

test("the place after a title is none of the name", () => {
  check("Foreign Minister of [Vallonda Mihail Dragan] said no.", "Mihail Dragan")
  check("The people of [Vallonda City Council] said no.", "Vallonda City Council")
  check("The President of [Calvera] said no.", "Calvera")
})

test("a whole mention stays as it is", () => {
  check("{[Ana Ruiz], the mayor,} said no.", "Ana Ruiz")
})

test("a mention begins behind the dateline", () => {
  check("[WASHINGTON President Ana Ruiz] said no.", "President Ana Ruiz")
})

test("a mention begins behind the end of a sentence", () => {
  check("They met [leaders. Ana Ruiz] said no.", "Ana Ruiz")
  check("[Gov. Ana Ruiz] said no.", "Gov. Ana Ruiz")
})

test("a pronoun with the beginning of its verb is a pronoun", () => {
  check("So [we’]ve left.", "we")
  check("So [they’ve all] left.", "they")
})
