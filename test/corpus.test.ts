import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { markedNames } from "../bench/marked-set.js"
import { recordFromMarked } from "../src/marked/read.js"
import { mistakesIn } from "./corpus-checks.js"
import { repeatsAmong } from "./repeats.js"

const folders = ["examples", "corpus/train", "corpus/test"]
const files = folders.flatMap((folder) => markedNames(folder).map((name) => `${folder}/${name}.marked.txt`))
const written = (file: string) => readFileSync(file, "utf8")

describe.each(files)("%s", (file) => {
  test("every mark resolves, actors are consistent, contents are cut as the guide says", () => {
    expect(mistakesIn(written(file))).toEqual([])
  })
})

test("no report stands in two sets, and none repeats twelve words of another", () => {
  const names = folders.flatMap(markedNames)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  const texts = files.flatMap((file) => {
    try {
      const { text, title = "" } = recordFromMarked(written(file)).report
      return [{ name: file, text: `${title}\n\n${text}` }]
    } catch {
      return [] // told above
    }
  })
  expect(repeatsAmong(texts).map(({ words, here, there }) => `${there} repeats “${words}” of ${here}`)).toEqual([])
})

describe("mistakes are found", () => {
  const report = (actors: string, marked: string) =>
    ["---", "published: 2026-03-04", "title: Bridge", actors.replace(/^(?=.)/gm, "actor: "), "---", marked]
      .filter(Boolean)
      .join("\n")

  test.each([
    ["none", report("Maria Lopez", "{q:“No,”} {c:said} {s:Maria Lopez}."), []],
    [
      "a mark left open",
      report("Maria Lopez", "{q:“No,”} {c:said} {s:Maria Lopez"),
      ["6:20: this mark is never closed: expected } after its words"],
    ],
    [
      "the full stop of the sentence",
      report("Maria Lopez", "{s:Maria Lopez} {c:said} {q:no.}"),
      ["“no.” at 17: a content ends with a stop that closes no quotation"],
    ],
    ["an actor without a line", report("", "{s:Maria Lopez} {c:said} {q:no}."), ["Maria Lopez is not in the header"]],
    [
      "an actor who is nowhere",
      report("Maria Lopez\nTom Reed", "{s:Maria Lopez} {c:said} {q:no}."),
      ["Tom Reed is never mentioned", "“Tom Reed” stands nowhere in the text"],
    ],
    [
      "a pronoun without a name",
      report("Maria Lopez", "{s:Maria Lopez} {c:said} {q:no}. {m:She} left."),
      ["“She” at 21: a pronoun with nobody behind it; expected {m=NAME:…}"],
    ],
    [
      "one pronoun, two people",
      report(
        "Maria Lopez\nAnn Ruiz",
        "{m:Maria Lopez} and {m:Ann Ruiz} left. {q:“No,”} {s=Maria Lopez + Ann Ruiz:she} {c:said}.",
      ),
      ["“she” at 37: “she” means both Maria Lopez and Ann Ruiz"],
    ],
    [
      "an article marked as a name",
      report("An", "{m:An} left. {m=An:An} inspection came."),
      ["“An” at 9: an article is marked as An"],
    ],
    [
      "a reply to what is no question",
      report(
        "Maria Lopez",
        "{s1:Maria Lopez} {c1:said} {q1:no}. {q2=answers 1:“Yes,”} {s2=Maria Lopez:she} {c2:said}.",
      ),
      ["““Yes,”” at 21: a reply to what is no question"],
    ],
    ["no date", "---\ntitle: Bridge\n---\nIt rained.", ["the header has no published"]],
  ])("%s", (_, marked, mistakes) => {
    expect(mistakesIn(marked)).toEqual(mistakes)
  })
})
