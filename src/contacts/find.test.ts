import { expect, test } from "vitest"
import { type Seen, seen } from "../../test/tagged.js"
import { findActors } from "../actors/find.js"
import { findSpeakers } from "../actors/speakers.js"
import { findStatements } from "../statements/find.js"
import { sliceOf } from "../text/span.js"
import { findContacts } from "./find.js"

function read({ context, tagged, report }: Seen) {
  const drafts = findStatements(context, tagged)
  const cast = findActors(
    report.text,
    tagged,
    drafts.flatMap(({ source }) => source),
  )
  const contacts = findContacts(context, tagged, cast, drafts, findSpeakers(report.text, drafts, cast))
  const nameOf = (id: string) => cast.actors.find((actor) => actor.id === id)!.name
  return { contacts, text: report.text, nameOf }
}

/** Each contact as "who + who: status mode, evidence". */
function check(written: string | Seen, ...lines: string[]): void {
  const { contacts, text, nameOf } = read(typeof written === "string" ? seen(written) : written)
  const shown = contacts.map(
    ({ between, status, mode, evidence }) =>
      `${between.map(nameOf).join(" + ")}: ${status} ${mode}, ${sliceOf(text, evidence)}`,
  )
  expect(shown).toEqual(lines)
}

test("two who met are a contact", () => {
  check("{p:Maria Lopez} {k:met} {p:Tom Reed} in Aule.", "Maria Lopez + Tom Reed: happened meet, met")
  check(
    "{p:Maria Lopez} {k=not-happened call:has not phoned} {p:Tom Reed} since May.",
    "Maria Lopez + Tom Reed: not-happened call, has not phoned",
  )
})

test("a summit is one contact of many", () => {
  check(
    "{k=planned talk:{p:Maria Lopez}, {p:Tom Reed} and {p:Ann Kane} will talk}.",
    "Maria Lopez + Tom Reed + Ann Kane: planned talk, Maria Lopez, Tom Reed and Ann Kane will talk",
  )
})

test("who is missing to make two is looked for around the evidence, and no more than that", () => {
  check(
    "{p:Ann Kane} wrote that {k:{p:Maria Lopez} met {p:Tom Reed}}.",
    "Maria Lopez + Tom Reed: happened meet, Maria Lopez met Tom Reed",
  )
  check(
    "{p:Ann Kane} left when {k:{p:Maria Lopez} met} others.",
    "Ann Kane + Maria Lopez: happened meet, Maria Lopez met",
  )
})

test("who is told of alone is in contact with those of the last contact, in this paragraph or the one before", () => {
  check(
    "{p:Maria Lopez} {k:met} {p:Tom Reed}.\n\n{p2:Lopez} also {k2=talk:discussed} the harbour.",
    "Maria Lopez + Tom Reed: happened meet, met",
    "Maria Lopez + Tom Reed: happened talk, discussed",
  )
  check(
    "{p:Maria Lopez} {k:met} {p:Tom Reed}.\n\nIt rained.\n\n{p2:Lopez} also {k2=talk:discussed} the harbour.",
    "Maria Lopez + Tom Reed: happened meet, met",
  )
  check(
    "{p:Maria Lopez} {k:met} {p:Tom Reed}. {p2:Ann Kane} also {k2=talk:discussed} the harbour.",
    "Maria Lopez + Tom Reed: happened meet, met",
  )
})

test("one alone meets nobody", () => {
  check("{p:Maria Lopez} {k:met} the crowd.")
  check("{p:Maria Lopez} {k:met} {p:Lopez} in the mirror.")
})

test("a contact that the network is not sure of is none", () => {
  const { tagged, ...others } = seen("{p:Maria Lopez} {k:met} {p:Tom Reed}.")
  check({ ...others, tagged: { ...tagged, contacts: tagged.contacts.map((one) => ({ ...one, score: 0.4 })) } })
})

test("the evidence is one stretch in one sentence", () => {
  check(
    "{p:Maria Lopez} {k:held} long {k:talks} with {p:Tom Reed}. They {k:met}.",
    "Maria Lopez + Tom Reed: happened meet, held long talks",
  )
})

test("two anchors in one clause between the same people are one contact", () => {
  const { tagged, ...others } = seen("{p1,2:Maria Lopez} {k1=talk:{k2:met} and held talks} with {p1,2:Tom Reed}.")
  const surest = (mode: string) => tagged.contacts.map((one) => ({ ...one, score: one.mode === mode ? 0.95 : 0.9 }))
  check(
    { ...others, tagged: { ...tagged, contacts: surest("talk") } },
    "Maria Lopez + Tom Reed: happened talk, met and held talks",
  )
  check({ ...others, tagged: { ...tagged, contacts: surest("meet") } }, "Maria Lopez + Tom Reed: happened meet, met")
})

test("but not where one happened and the other did not", () => {
  check(
    "{p1,2:Maria Lopez} {k1:met} but {k2=not-happened talk:did not talk} with {p1,2:Tom Reed}.",
    "Maria Lopez + Tom Reed: happened meet, met",
    "Maria Lopez + Tom Reed: not-happened talk, did not talk",
  )
})

test("“we” in somebody’s words is who says them", () => {
  check(
    "{q1:“{p2:We} {k2:met} {p2:Tom Reed},”} {c1:said} {s1:Maria Lopez}.",
    "Tom Reed + Maria Lopez: happened meet, met",
  )
})

test("a contact knows the statement that tells of it", () => {
  const { contacts } = read(seen("{s1:Ann Kane} {c1:said} {q1:{p2:Maria Lopez} {k2:met} {p2:Tom Reed}}."))
  expect(contacts.map(({ within }) => within)).toEqual(["s1"])
})

test("time and place are those of the contact", () => {
  const written = "---\npublished: 2026-03-04\n---\n{p:Maria Lopez} {k:met} {p:Tom Reed} {t:in May 2025} {w:in Aule}."
  const { contacts, text } = read(seen(written))
  expect(contacts[0]!.when).toMatchObject({ from: "2025-05-01", to: "2025-05-31" })
  expect(sliceOf(text, contacts[0]!.where!)).toBe("in Aule")
})

test("a silence lasts to the day of the report", () => {
  const written =
    "---\npublished: 2026-03-04\n---\n{p:Maria Lopez} {k=not-happened meet:has not met} {p:Tom Reed} {t:since May 2025}."
  expect(read(seen(written)).contacts[0]!.when).toMatchObject({ to: "2026-03-04" })
})

test("a silence begins with what it is told to have begun with, as far as the sentence goes", () => {
  const words = (written: string) => {
    const { contacts, text } = read(seen(written))
    return contacts.map(({ when }) => when && sliceOf(text, when))
  }
  expect(
    words(
      "{p:Lopez} {k=not-happened talk:has not spoken} with {p:Reed} since Ann Kane, an old friend, met him in May.",
    ),
  ).toEqual(["since Ann Kane, an old friend, met him in May"])
  expect(
    words("{q:{p:Lopez} {k=not-happened talk:has not spoken} with {p:Reed} since May}, {s:Ann Kane} {c:said}."),
  ).toEqual(["since May"])
  expect(words("{p:Lopez} {k=not-happened talk:has not spoken} with {p:Reed} since May, and left.")).toEqual([
    "since May",
  ])
})

test("“we” is the body that a speaker speaks for, where that is clear, and else the speaker", () => {
  check(
    "---\nactor: Harbour Office | organisation\n---\n{m:The Harbour Office} was shut. {q1:“{k2=talk:{p2=Harbour Office:We} spoke with {p2:Tom Reed}},”} {c1:said} {s1:Ann Kane}.",
    "Harbour Office + Tom Reed: happened talk, We spoke with Tom Reed",
  )
  check(
    "{m:Maria Lopez} was out. {q1:“{k2=talk:{p2=Maria Lopez:We} spoke with {p2:Tom Reed}},”} {c1:said} {s1:Ann Kane}.",
    "Tom Reed + Ann Kane: happened talk, We spoke with Tom Reed",
  )
})

test("“we” in a briefing is the house that officials speak for, “you” is so in a question", () => {
  const ending = "\n\nQ  Will {m:the administration} help?\n\nMS. RUIZ:  Yes, {m:the United States} will."
  check(
    `MS. RUIZ:  {k2=talk:{p2=Ruiz:We} spoke with {p2:Tom Reed}}.${ending}`,
    "Tom Reed + the United States: happened talk, We spoke with Tom Reed",
  )
  check(
    "MS. RUIZ:  {k2=talk:{p2=Ruiz:We} spoke with {p2:Tom Reed}}.\n\nQ  Will {m:the Fish Administration} help?\n\nMS. RUIZ:  Yes.",
    "RUIZ + Tom Reed: happened talk, We spoke with Tom Reed",
  )
  check(
    `Q  {k2=hypothetical talk:Have {p2=Ruiz:you} heard from {p2:Tom Reed}}?\n\nMS. RUIZ:  Yes.${ending}`,
    "Tom Reed + the United States: hypothetical talk, Have you heard from Tom Reed",
  )
})

test("a call that an official has none of to read out is the president’s", () => {
  check(
    "MS. RUIZ:  {k2=not-happened call:{p2=Ruiz:I} don’t have a call with {p2:Tom Reed} to read out}.\n\nQ  And {m:the President}?",
    "Tom Reed + the President: not-happened call, I don’t have a call with Tom Reed to read out",
  )
})

test("whom somebody met is not themselves, whatever the network says of “him”", () => {
  check(
    "{k:{p:Bill Lopez} met {p=Bill Lopez + Tom Reed:him}}, {m:Tom Reed} wrote.",
    "Bill Lopez + Tom Reed: happened meet, Bill Lopez met him",
  )
})

test("a title before a name is no second person", () => {
  check("{p:Ann Kane} {k:met} {p:Foreign Minister} {p:Tom Reed}.", "Ann Kane + Tom Reed: happened meet, met")
})

test("the same words tell of one contact, and the surer one’s sides stand", () => {
  const { tagged, ...others } = seen("{p:Maria Lopez} {k:met} {p:Tom Reed} and {p:Ann Kane}.")
  const contact = tagged.contacts[0]!
  const side = (number: number) => contact.participants.filter(({ mention }) => mention === 0 || mention === number)
  const contacts = [
    { ...contact, score: 0.9, participants: side(2) },
    { ...contact, score: 0.8, participants: side(1) },
  ]
  check({ ...others, tagged: { ...tagged, contacts } }, "Maria Lopez + Ann Kane: happened meet, met")
})

test("who talks by telephone calls", () => {
  check("{p:Maria Lopez} {k=talk:spoke} to {p:Tom Reed} by telephone.", "Maria Lopez + Tom Reed: happened call, spoke")
})
