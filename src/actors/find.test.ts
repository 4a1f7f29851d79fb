import { expect, test } from "vitest"
import { seen } from "../../test/tagged.js"
import { sliceOf } from "../text/span.js"
import { findActors, headIn } from "./find.js"

/** The actors of a text as "name (kind): what means them"; `also` names sources that no mention stands in. */
function check(written: string, also: readonly string[], ...lines: string[]): void {
  const { report, tagged } = seen(written)
  const { text } = report
  const places = also.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))
  const { actors } = findActors(text, tagged, places)
  const shown = actors.map(
    ({ name, kind, mentions }) => `${name} (${kind}): ${mentions.map((span) => sliceOf(text, span)).join(", ")}`,
  )
  expect(shown).toEqual(lines)
}

test("a name given in full and in part is one actor", () => {
  check(
    "{m:Maria Lopez} met {m:Tom Reed}. {m:Lopez} left.",
    [],
    "Maria Lopez (person): Maria Lopez, Lopez",
    "Tom Reed (person): Tom Reed",
  )
})

test("a description joins whom the network says it stands for", () => {
  check("{m:Maria Lopez} left. {m=Maria Lopez:The senator} was late.", [], "Maria Lopez (person): Maria Lopez, senator")
})

test("a description that cannot mean them stays alone, whatever the network says", () => {
  check(
    "{m:Mr. Reed} left. {m=Mr. Reed:The spokeswoman} was late.",
    [],
    "Reed (person): Mr. Reed",
    "the spokeswoman (person): spokeswoman",
  )
  check(
    "{m:Mr. Reed} left. {m=Mr. Reed:The two senators} were late.",
    [],
    "Reed (person): Mr. Reed",
    "the two senators (person): two senators",
  )
})

test("a description in other words of the same head joins on less", () => {
  const actorsWith = (words: string, score: number): string[] => {
    const { report, tagged } = seen(`{m:three recent polls} were out. The {m:${words}} said no.`)
    const mentions = tagged.mentions.map((mention, number) => ({
      ...mention,
      kind: "document" as const,
      antecedents: number > 0 ? [{ mention: 0, score }] : [],
    }))
    return findActors(report.text, { ...tagged, mentions }, []).actors.map(({ name }) => name)
  }
  expect(actorsWith("polls", 0.3)).toEqual(["three recent polls"])
  expect(actorsWith("surveys", 0.3)).toEqual(["three recent polls", "the surveys"])
  expect(actorsWith("polls", 0.1)).toEqual(["three recent polls", "the polls"])
})

test("a body is meant by the word at the head of its name, or of what it is said to be, where no other is", () => {
  const kinds = "---\nactor: Dorn Harbour Committee | organisation\nactor: the committee | organisation\n"
  check(
    `${kinds}---\n{m:Dorn Harbour Committee} met. The {m:committee} left.`,
    [],
    "Dorn Harbour Committee (organisation): Dorn Harbour Committee, committee",
  )
  check(
    `${kinds}actor: Aule Sugar Committee | organisation\n---\n{m:Dorn Harbour Committee} met {m:Aule Sugar Committee}. The {m:committee} left.`,
    [],
    "Dorn Harbour Committee (organisation): Dorn Harbour Committee",
    "Aule Sugar Committee (organisation): Aule Sugar Committee",
    "the committee (organisation): committee",
  )
  check(
    `${kinds}actor: the lower committee | organisation\n---\n{m:Dorn Harbour Committee} met. The {m:lower committee} left.`,
    [],
    "Dorn Harbour Committee (organisation): Dorn Harbour Committee",
    "the lower committee (organisation): lower committee",
  )
  check(
    "---\nactor: the music group Aule | organisation\nactor: the group | organisation\n---\nThe {m:music group Aule} met. The {m:group} left.",
    [],
    "Aule (organisation): music group Aule, group",
  )
})

test("who is named without a word on who it is, is whom the report opened on", () => {
  const guard = "A {m:retired guard} has complained.\n\n{m:Maria Lopez} told us so on Monday."
  check(guard, [], "Maria Lopez (person): retired guard, Maria Lopez")
  const apart = (written: string, ...actors: string[]) => check(written, [], ...actors)
  apart(
    guard.replace("{m:Maria Lopez}", "Mayor {m:Maria Lopez}"),
    "a retired guard (unnamed): retired guard",
    "Maria Lopez (person): Maria Lopez",
  )
  apart(
    guard.replace("A {m", "The {m"),
    "the retired guard (unnamed): retired guard",
    "Maria Lopez (person): Maria Lopez",
  )
  apart(
    guard.replace("complained", "met a {m:nurse}"),
    "a retired guard (unnamed): retired guard",
    "a nurse (unnamed): nurse",
    "Maria Lopez (person): Maria Lopez",
  )
})

test("whom a report opens on is who alone has such a role in it and is named later", () => {
  const lopez = "Maria Lopez (person): Dorn judge, Judge Maria Lopez"
  const later = "{m:Judge Maria Lopez} wrote."
  check(`A {m:Dorn judge} left. ${later}`, [], lopez)
  check(`The {m:judge} left. ${later}`, [], "the judge (unnamed): judge", "Maria Lopez (person): Judge Maria Lopez")
  check(
    `A {m:Dorn judge} left. ${later} {m:Judge Tom Reed} wrote.`,
    [],
    "a Dorn judge (person): Dorn judge",
    "Maria Lopez (person): Judge Maria Lopez",
    "Tom Reed (person): Judge Tom Reed",
  )
})

test("a description of two words and more is who alone has a role that ends so", () => {
  check(
    "{m:Dorn Police Chief Tom Kane} left. The {m:police chief} was late.",
    [],
    "Tom Kane (person): Dorn Police Chief Tom Kane, police chief",
  )
  check(
    "{m:Dorn Deputy Police Chief Tom Kane} left. The {m:police chief} was late.",
    [],
    "Tom Kane (person): Dorn Deputy Police Chief Tom Kane",
    "the police chief (unnamed): police chief",
  )
  check(
    "{m:Dorn Police Chief Tom Kane} met {m:Aule Police Chief Ann Reed}. The {m:police chief} was late.",
    [],
    "Tom Kane (person): Dorn Police Chief Tom Kane",
    "Ann Reed (person): Aule Police Chief Ann Reed",
    "the police chief (unnamed): police chief",
  )
})

test("a description that ends in the whole role of one person means that one", () => {
  check(
    "{m:Harbour spokesman Tom Kane} left. {m:Aule's harbour spokesman} was late.",
    [],
    "Tom Kane (person): Harbour spokesman Tom Kane, Aule's harbour spokesman",
  )
  check(
    "{m:Harbour spokesman Tom Kane} left. {m:Aule's spokesman} was late.",
    [],
    "Tom Kane (person): Harbour spokesman Tom Kane",
    "Aule's spokesman (person): Aule's spokesman",
  )
})

test("a name is given to who was only described before, where the network is sure", () => {
  const actorsAt = (score: number): string[] => {
    const { report, tagged } = seen("A {m:worker from Dorn} left. {m:Tom Kane} was late.")
    const mentions = tagged.mentions.map((mention, number) => ({
      ...mention,
      kind: "person" as const,
      antecedents: number > 0 ? [{ mention: 0, score }] : [],
    }))
    return findActors(report.text, { ...tagged, mentions }, []).actors.map(({ name }) => name)
  }
  expect(actorsAt(0.9)).toEqual(["Tom Kane"])
  expect(actorsAt(0.6)).toEqual(["a worker from Dorn", "Tom Kane"])
})

test("a body that is described by its place is one that is named, where the network is sure", () => {
  const actorsOf = (words: string): string[] => {
    const { report, tagged } = seen(`{m:Aule Air} met us. The {m:${words}} left.`)
    const mentions = tagged.mentions.map((mention, number) => ({
      ...mention,
      kind: "organisation" as const,
      antecedents: number > 0 ? [{ mention: 0, score: 0.9 }] : [],
    }))
    return findActors(report.text, { ...tagged, mentions }, []).actors.map(({ name }) => name)
  }
  expect(actorsOf("San Torvik-based airline")).toEqual(["Aule Air"])
  expect(actorsOf("Cuban airline")).toEqual(["Aule Air"])
  expect(actorsOf("Cuban Airline")).toEqual(["Aule Air", "Cuban Airline"])
  expect(actorsOf("Cuban government")).toEqual(["Aule Air", "Cuban government"])
})

test("a pronoun stands among the mentions of whom it means", () => {
  check("{m:Maria Lopez} left when {m=Maria Lopez:she} could.", [], "Maria Lopez (person): Maria Lopez, she")
})

test("a pronoun that cannot mean them does not", () => {
  check(
    "---\nactor: Acme | organisation\n---\n{m:Acme} left when {m=Acme:she} could, as {m=Acme:it} had to.",
    [],
    "Acme (organisation): Acme, it",
  )
  check("{m:Mr. Reed} left when {m=Mr. Reed:she} could.", [], "Reed (person): Mr. Reed")
})

test("what goes to those who do not agree goes to those who do", () => {
  const { report, tagged } = seen("{m:Acme} met {m:Ms. Ruiz}. {m=Ms. Ruiz:She} left.")
  const mentions = tagged.mentions.map((mention, number) =>
    number < 2
      ? { ...mention, kind: number === 0 ? ("organisation" as const) : ("person" as const) }
      : {
          ...mention,
          antecedents: [
            { mention: 0, score: 0.6 },
            { mention: 1, score: 0.3 },
          ],
        },
  )
  const cast = findActors(report.text, { ...tagged, mentions }, [])
  expect(cast.tagged[2]!.means.map(({ actor, share }) => [cast.actors[actor]!.name, share.toFixed(2)])).toEqual([
    ["Ruiz", "0.90"],
  ])
})

test("a source that no mention stands in is an actor of its own", () => {
  check(
    "{m:Reed} left, a local farmer said.",
    ["a local farmer"],
    "Reed (person): Reed",
    "a local farmer (unnamed): local farmer",
  )
  check("{m:Reed} left, Old Kane said.", ["Old Kane"], "Reed (person): Reed", "Old Kane (person): Old Kane")
})

test("one in whose source only somebody else is named is an actor too", () => {
  check(
    "A spokesman for {m:Maria Lopez} said no.",
    ["A spokesman for Maria Lopez"],
    "a spokesman for Maria Lopez (person): spokesman for Maria Lopez",
    "Maria Lopez (person): Maria Lopez",
  )
})

test("pronouns, signs and fragments are no actors", () => {
  check("She said no, who knew; – said it.", ["She", "who", "–"])
  check("It is the best, as mayor he said, of Dorn.", ["the", "as mayor", "of Dorn"])
})

test("a source that begins or ends with a mention is no actor of its own", () => {
  check(
    "The {m:plumber from Dorn}’s shop said no.",
    ["The plumber from"],
    "the plumber from Dorn (unnamed): plumber from Dorn",
  )
  check("The {m:Dorn Port Authority} said no.", ["Authority"], "Dorn Port Authority (person): Dorn Port Authority")
})

test("a month, a number and an adjective alone are nobody", () => {
  const { report, tagged } = seen("{m:December} and {m:2014} saw {m:a growing} need, said {m:April}.")
  const mentions = tagged.mentions.map((mention, number) => ({
    ...mention,
    kind: number < 3 ? ("group" as const) : ("person" as const),
  }))
  const cast = findActors(report.text, { ...tagged, mentions }, [])
  expect(cast.actors.map(({ name }) => name)).toEqual(["April"])
  expect(cast.tagged.map(({ means }) => means.length)).toEqual([0, 0, 0, 1])
})

test("a country in the name of a sea or a war is nobody", () => {
  check("---\nactor: Calvera | organisation\n---\nThey fish in the South {m:Calvera} Sea.", [])
})

test("the same source twice is one mention", () => {
  check("A local farmer said no.", ["A local farmer", "A local farmer"], "a local farmer (unnamed): local farmer")
})

test("the head of a source stands before its first preposition", () => {
  const text = "a spokesman for the ministry in Dorn"
  const source = { start: 0, end: text.length }
  const spokesman = { start: 2, end: 11 }
  const ministry = { start: 20, end: 28 }
  expect(headIn(text, source, [spokesman, ministry])).toEqual([spokesman])
  expect(headIn(text, { start: 16, end: 28 }, [spokesman, ministry])).toEqual([ministry])
})

test("descriptions that stand for one another end at one actor", () => {
  const { report, tagged } = seen(
    "{m:Ana Ruiz} came. {m:The envoy} left. {m:The diplomat} called. {m:The visitor} wrote.",
  )
  const mentions = tagged.mentions.map((mention, number) => ({
    ...mention,
    kind: "person" as const,
    antecedents: number > 0 ? [{ mention: number - 1, score: 0.9 }] : [],
  }))
  const { actors } = findActors(report.text, { ...tagged, mentions }, [])
  expect(actors.map(({ name, mentions }) => `${name} ${mentions.length}`)).toEqual(["Ana Ruiz 4"])
})

test("what stands in quotation marks of its own is a title, nobody's name", () => {
  check(
    "{m:Maria Lopez} was on “{m:Primera Luz}.” {m=Maria Lopez:She} left.",
    [],
    "Maria Lopez (person): Maria Lopez, She",
    "Primera Luz (organisation): Primera Luz",
  )
})

test("of two who are named together it is known who they are", () => {
  const { report, tagged } = seen("{m:Maria Lopez} left. {m:Tom Reed and Ann Kane} stayed.")
  const start = report.text.indexOf("Tom Reed")
  const both = { start, end: start + "Tom Reed and Ann Kane".length, kind: "group" as const }
  const mentions = tagged.mentions.map((mention, i) => (i === 1 ? { ...mention, ...both } : mention))
  const { actors, members } = findActors(report.text, { ...tagged, mentions }, [])
  const names = [...members].map(([actor, of]) => [actors[actor]!.name, of.map((one) => actors[one]!.name)])
  expect(names).toEqual([["Tom Reed and Ann Kane", ["Tom Reed", "Ann Kane"]]])
})
