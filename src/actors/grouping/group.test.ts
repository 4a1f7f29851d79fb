import { expect, test } from "vitest"
import { kinds, readMentions } from "../../../test/mentions.js"
import { describeActor } from "../choose.js"
import { groupMentions } from "./group.js"
import { mayJoin } from "./may-join.js"

/** The mentions with one number for each actor: “Ana Ruiz 1 · Ruiz 1”. */
function numbered(marked: string): string {
  const { text, mentions } = readMentions(marked)
  const { groupOf } = groupMentions(text, mentions)
  const seen: number[] = []
  return mentions
    .map((mention, index) => {
      const group = groupOf[index]!
      if (!seen.includes(group)) seen.push(group)
      return `${text.slice(mention.start, mention.end)} ${seen.indexOf(group) + 1}`
    })
    .join(" · ")
}

test.each([
  // Full name, surname, title, first name.
  ["{p:Ana Ruiz} met us. {p:Ruiz} left. President {p:Ruiz} slept.", "Ana Ruiz 1 · Ruiz 1 · Ruiz 1"],
  ["{p:Ruiz} met us, said {p:Ana Ruiz}.", "Ruiz 1 · Ana Ruiz 1"],
  // A short form of a given name, unless two have it.
  ["{p:Melanie Ruiz} met us. {p:Mel} left.", "Melanie Ruiz 1 · Mel 1"],
  [
    "{p:Joan Ruiz} met {p:William Holt} and {p:Bill Kane}. {p:Will} left.",
    "Joan Ruiz 1 · William Holt 2 · Bill Kane 3 · Will 4",
  ],
  ["{p:Angie Kane} came. {p:Angie Kane} left. {g:Angie} slept.", "Angie Kane 1 · Angie Kane 1 · Angie 1"],
  ["{p:Ana Ruiz} met us. {p:Ana} left.", "Ana Ruiz 1 · Ana 1"],
  ["{p:Li Weimin} met us. {p:Li} left.", "Li Weimin 1 · Li 1"],
  [
    "{p:Juan Carlos Ruiz} met us. {p:Juan Ruiz} left. {p:J. Ruiz} slept.",
    "Juan Carlos Ruiz 1 · Juan Ruiz 1 · J. Ruiz 1",
  ],
  ["{p:William Kane} met us. {p:Bill Kane} left.", "William Kane 1 · Bill Kane 1"],
  ["{p:Omar al-Tamim} met us. {p:Al-Tamim} left. {p:Tamim} slept.", "Omar al-Tamim 1 · Al-Tamim 1 · Tamim 1"],
  ["{p:BRUDZYNSKI} met us. {p:Jan Brudzyński} left.", "BRUDZYNSKI 1 · Jan Brudzyński 1"],
  // Two of one surname: the first introduced keeps it, a title decides.
  ["{p:John Smith} met {p:Mary Smith}. {p:Smith} left.", "John Smith 1 · Mary Smith 2 · Smith 1"],
  ["Mr. {p:John Smith} met Ms. {p:Mary Smith}. Ms. {p:Smith} left.", "John Smith 1 · Mary Smith 2 · Smith 2"],
  ["{p:John Smith} met Senator {p:Mary Smith}. Senator {p:Smith} left.", "John Smith 1 · Mary Smith 2 · Smith 2"],
  ["Mr. {p:Diaz} met Ms. {p:Diaz}.", "Diaz 1 · Diaz 2"],
  ["{p:Tom Kane Sr.} met {p:Tom Kane Jr.} here.", "Tom Kane Sr. 1 · Tom Kane Jr. 2"],
  // A nationality that is a surname here.
  ["{p:Tom Cuban} met us. {p:Cuban} left. A {p:Cuban} slept.", "Tom Cuban 1 · Cuban 1 · Cuban 2"],
  // Appositions.
  ["{p:Ana Ruiz}, {p:the mayor of Torvik}, left.", "Ana Ruiz 1 · the mayor of Torvik 1"],
  ["{p:The mayor of Torvik}, {p:Ana Ruiz}, left.", "The mayor of Torvik 1 · Ana Ruiz 1"],
  ["{p:Ana Ruiz} met {p:the senator}.", "Ana Ruiz 1 · the senator 2"],
  ["{p:Councillor} {p:Ana Ruiz} left.", "Councillor 1 · Ana Ruiz 1"],
  ["{p:Ana Ruiz of Radio Dorn} met {o:Ruiz}.", "Ana Ruiz of Radio Dorn 1 · Ruiz 1"],
  ["{o:Dorn News’ John Ruiz} left. {p:Ruiz} slept.", "Dorn News’ John Ruiz 1 · Ruiz 1"],
  ["The {u:gunman}, identified by police as {p:Tom Kane}, left.", "gunman 1 · Tom Kane 1"],
  ["The {u:gunman} was later identified as 47-year-old {p:Tom Kane}.", "gunman 1 · Tom Kane 1"],
  ["Her {p:husband}, {p:Tom Kane}, left.", "husband 1 · Tom Kane 1"],
  ["In a letter to her {p:husband}, {p:Kane} said no.", "husband 1 · Kane 2"],
  ["Her {p:husband}, {p:Tom}, left.", "husband 1 · Tom 1"],
  ["In a letter to the {p:mayor}, {p:Ruiz}, too, said no.", "mayor 1 · Ruiz 2"],
  // Handles.
  ["{p:Maria Lopez} wrote as {p:@realMariaLopez}.", "Maria Lopez 1 · @realMariaLopez 1"],
  ["{o:Dorn News} wrote as @{o:DornNews}.", "Dorn News 1 · DornNews 1"],
  ["{p:Maria Lopez} met {p:MacLopez}.", "Maria Lopez 1 · MacLopez 2"],
  ["{p:Ana Ruiz} (@dornfan) left. {p:@dornfan} slept.", "Ana Ruiz 1 · @dornfan 1"],
  ["{p:Ana Ruiz} left. {o:@realAnaRuiz} slept. {p:@Ruizfan} met.", "Ana Ruiz 1 · @realAnaRuiz 1 · @Ruizfan 2"],
  // Titles that one person bears in the report.
  ["{p:Senator Ana Ruiz} left. The {p:senator} slept.", "Senator Ana Ruiz 1 · senator 1"],
  ["{p:Senator Ana Ruiz} met a {p:senator}.", "Senator Ana Ruiz 1 · senator 2"],
  [
    "The {p:President} called {p:President Ruiz}. The {p:President} slept.",
    "President 1 · President Ruiz 2 · President 1",
  ],
  [
    "{p:President Ruiz} met {p:President Kane}. The {p:president} slept.",
    "President Ruiz 1 · President Kane 2 · president 3",
  ],
  // “The President” in capitals is the American one, where one alone is named.
  [
    "The {p:President} called {p:President Ruiz}. The {p:president} slept. {p:President Carter} left.",
    "President 1 · President Ruiz 2 · president 3 · President Carter 1",
  ],
  [
    "The {p:President} met {p:President Carter} and {p:President Ford}.",
    "President 1 · President Carter 2 · President Ford 3",
  ],
  ["The {p:President} met {p:Chairman Carter}.", "President 1 · Chairman Carter 2"],
  // Unnamed.
  ["{u:An official} met us. {u:Another official} left.", "An official 1 · Another official 2"],
  ["{u:an official} met us. {u:The official} left.", "an official 1 · The official 1"],
  ["{u:A source} met us. {u:A source} left.", "A source 1 · A source 2"],
  ["{g:Prosecutors} met us. Then {g:prosecutors} left.", "Prosecutors 1 · prosecutors 1"],
  ["{u:Harbour officials} met us. Then {g:harbour officials} left.", "Harbour officials 1 · harbour officials 1"],
  ["{g:labs} met us. The {d:labs} left.", "labs 1 · labs 2"],
  // Bodies.
  ["The {o:Federal Bureau of Trade} (FBT) met. The {o:FBT} left.", "Federal Bureau of Trade 1 · FBT 1"],
  ["The {o:Party of Work} (ZTP) met. {o:ZTP} left.", "Party of Work 1 · ZTP 1"],
  ["{o:U.S.} talks: the {o:United States} and {o:Washington}.", "U.S. 1 · United States 1 · Washington 1"],
  ["{o:Washington} met.", "Washington 1"],
  ["{o:Acme Motors} met {o:Acme}.", "Acme Motors 1 · Acme 1"],
  [
    "{o:Texas} met the {o:Texas Supreme Court}; the {o:Supreme Court} left.",
    "Texas 1 · Texas Supreme Court 2 · Supreme Court 2",
  ],
  // A kind guessed wrong once.
  ["{p:Ana Ruiz} met us. {o:Ruiz} left. {p:Ruiz} slept.", "Ana Ruiz 1 · Ruiz 1 · Ruiz 1"],
  ["{o:Torvik Tagblatt} met us. {p:Torvik Tagblatt} left.", "Torvik Tagblatt 1 · Torvik Tagblatt 1"],
  [
    "{o:Torvik Gazette} met us. {o:Torvik Gazette} left. Reports of {p:its rival Torvik Gazette} came.",
    "Torvik Gazette 1 · Torvik Gazette 1 · its rival Torvik Gazette 1",
  ],
  ["{p:Ana Ruiz} met us. {g:Harbour candidate Ana Ruiz} left.", "Ana Ruiz 1 · Harbour candidate Ana Ruiz 1"],
  ["{p:Senator Kane} met us. {o:Kane} left. {p:Senator Kane} slept.", "Senator Kane 1 · Kane 1 · Senator Kane 1"],
  ["{p:Cuba} met us. The {o:Cubans} left.", "Cuba 1 · Cubans 1"],
  // A body in short, taken for a person.
  ["{o:Torvik Harbour Works} met us. {p:Torvik} left.", "Torvik Harbour Works 1 · Torvik 1"],
  ["{o:The Lopez Campaign} met us. {p:Lopez} left.", "The Lopez Campaign 1 · Lopez 2"],
  ["{o:Kane Harbour Works} met us. Mr. {p:Kane} left. {p:Kane} slept.", "Kane Harbour Works 1 · Kane 2 · Kane 2"],
  [
    "{o:Federal Bureau of Trade} met us. {g:The FBT and ACM} left. {o:FBT} slept.",
    "Federal Bureau of Trade 1 · The FBT and ACM 2 · FBT 1",
  ],
  ["{u:The late Ana Ruiz of Dorn} met us. {p:Ruiz} slept.", "The late Ana Ruiz of Dorn 1 · Ruiz 1"],
  ["{o:Kestrel} met us. {o:Kestrel} left. {p:The ally Kestrel} slept.", "Kestrel 1 · Kestrel 1 · The ally Kestrel 1"],
  // Pronouns are left to others.
  ["{p:Ana Ruiz} met us. {p:She} left.", "Ana Ruiz 1 · She 2"],
])("%s", (marked, wanted) => expect(numbered(marked)).toBe(wanted))

test("a joint mention knows its members, and names them", () => {
  const { text, mentions } = readMentions("{p:Ana Ruiz} came. {g:Ruiz and Kane} spoke. {g:Kane and Ruiz} left.")
  const { groups, groupOf } = groupMentions(text, mentions)
  const joint = groups[groupOf[1]!]!
  expect(joint.form).toBe("joint")
  expect(joint.members.map((member) => describeActor(text, [groups[member]!]).name)).toContain("Ana Ruiz")
  expect(groupOf[2]).toBe(groupOf[1])
})

test.each([
  ["{g:Some leaders including Kestrel and Acme} left.", "Some leaders · Kestrel · Acme"],
  ["{g:candidates such as Ana Ruiz, Tom Kane and others} left.", "candidates · Ana Ruiz · Tom Kane · others"],
  ["{o:Britain, France} left.", "Britain · France"],
  ["{o:Britain, France and Mexico} left.", "Britain · France · Mexico"],
])("%s names", (marked, members) => {
  const { text, mentions } = readMentions(marked)
  const { groups, groupOf } = groupMentions(text, mentions)
  const named = groups[groupOf[0]!]!.members.map((member) => describeActor(text, [groups[member]!]).name)
  expect(named.join(" · ")).toBe(members)
})

test.each([
  [
    "President {p:Ruiz} met. {p:Ana María Ruiz}, {p:the mayor of Torvik}, left.",
    "Ana María Ruiz",
    ["Ruiz"],
    ["President", "mayor of Torvik"],
  ],
  ["{p:Ruiz} met {o:House Speaker Ana Ruiz’s office}.", "Ana Ruiz", ["Ruiz"], ["House Speaker"]],
  ["{p:Ruiz} met {o:Ana Ruiz’s office} and {o:Tom Ruiz’s office}.", "Ruiz", [], []],
  ["The {o:Ruiz}’s was shut, said {o:Ruiz}’s owner.", "Ruiz’s", [], []],
  ["The {o:Ruiz} board met {o:Ruiz}’s.", "Ruiz", [], []],
  ["{p:Ana} (@anaruiz) met. {p:@anaruiz} left.", "Ana", ["@anaruiz"], []],
  ["{p:Tom Kane}. {p:Tom Kane}. {p:Thom Kane}.", "Tom Kane", ["Thom Kane"], []],
  ["The {o:FBT} met the {o:Federal Bureau of Trade (FBT)}.", "Federal Bureau of Trade", ["FBT"], []],
  ["{u:an official} met. {u:the official} left.", "an official", [], []],
])("%s is called", (marked, name, aliases, roles) => {
  const { text, mentions } = readMentions(marked)
  const { groups } = groupMentions(text, mentions)
  expect(describeActor(text, [groups[0]!])).toEqual({ name, aliases, roles })
})

test.each([
  ["A {o:statement} said no.", "document"],
  ["A {p:statement from officials} said no.", "document"],
  ["The {o:Torvik Geological Survey} said no.", "organisation"],
  ["The {g:report authors} said no.", "group"],
])("%s is a kind of %s", (marked, kind) => {
  const { text, mentions } = readMentions(marked)
  expect(groupMentions(text, mentions).groups[0]!.kind).toBe(kind)
})

test.each([
  ["{p:Ana Ruiz} met {p:the senator}.", true],
  ["{p:Ana Ruiz} met {p:Tom Kane}.", false],
  ["Ms. {p:Ruiz} met {u:the businessman}.", false],
  ["{p:Ana Ruiz} met {o:the company}.", false],
  ["{p:Ruiz} met {u:two aides}.", false],
])("%s: may scores join them? %s", (marked, expected) => {
  const { text, mentions } = readMentions(marked)
  const { groups } = groupMentions(text, mentions)
  expect(mayJoin(groups[0]!, groups[1]!)).toBe(expected)
})

test("odd mentions throw nothing, and time grows with their number", () => {
  const odd = ["“", ",", "’s", "the", "Mr.", "(", "A and B and", "\u{1F642}", "of of", "III", "U.S.", "and", "Dr. Dr."]
  for (const words of odd) {
    const text = `${words} said`
    for (const kind of Object.values(kinds)) {
      const { groups } = groupMentions(text, [{ start: 0, end: words.length, kind }])
      for (const group of groups) describeActor(text, [group])
    }
  }
  const time = (count: number, name: (index: number) => string): number => {
    const { text, mentions } = readMentions(Array.from({ length: count }, (_, index) => name(index)).join(" met us. "))
    const start = performance.now()
    groupMentions(text, mentions)
    return performance.now() - start
  }
  const names = [
    (index: number) => `{p:Ana${index} Ruiz}`,
    (index: number) => `{o:Acme Works${index} Inc}`,
    () => "{u:an official}",
    (index: number) => `{g:Ruiz${index} and Kane}`,
  ]
  for (const name of names) {
    time(200, name)
    expect(time(4000, name) / Math.max(2, time(400, name))).toBeLessThan(40)
  }
})
