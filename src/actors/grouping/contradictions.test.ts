import { expect, test } from "vitest"
import { readMentions } from "../../../test/mentions.js"
import { contradicts } from "./contradictions.js"
import { groupMentions } from "./group.js"

/** Whether the second marked mention says that it is not the first. */
function check(marked: string): boolean {
  const { text, mentions } = readMentions(marked)
  const { groups, groupOf } = groupMentions(text, mentions)
  return contradicts(text, groups[groupOf[1]!]!, [groups[groupOf[0]!]!])
}

test.each([
  // Whose it is.
  ["{p:Maria Lopez} met {p:Lopez’s son}.", true],
  ["{o:The company} met {p:the company's lawyer}.", true],
  ["{p:Maria Lopez} met {p:Reed’s son}.", false],
  // Numbers, and the other one.
  ["{g:Two men} met {g:four men}.", true],
  ["{g:Two men} met {g:2 men}.", false],
  ["{g:11 groups} met the {g:groups}.", false],
  ["{u:One guard} met the {u:other guard}.", true],
  // Kin.
  ["Her {p:father} met her {p:brother}.", true],
  ["Her {p:father} met her {p:dad}.", false],
  ["{p:Reed's mother} met {p:Kane's mother}.", true],
  ["{p:Tom Reed's mother} met {p:Reed's mother}.", false],
  // One and many.
  ["The {g:analysts} met the {g:analyst}.", true],
  // Who stand against one another.
  ["The {u:suspect} met the {u:victim}.", true],
  ["The {u:suspect} met the {u:driver}.", false],
  // People, bodies and papers.
  ["A {u:football side} met the {u:driver}.", true],
  ["{g:Officers} met the {g:police}.", true],
  ["The {g:lawyers} met the {g:lawsuit}.", true],
  ["His {g:family} met his {g:parents}.", false],
  ["The {o:foundation} met the {o:plaintiff}.", false],
  // What is told of as new.
  ["A {u:judge} met us. An {u:appeals judge} left.", true],
  ["An {u:appeals judge} met us. A {u:judge} left.", false],
  ["A {u:judge} met us. He is an {u:appeals judge}.", false],
  ["The {u:man}, a {u:man in black}, left.", false],
  // Plurals without an article.
  ["{g:Residents} met {g:workers}.", true],
  ["{g:Residents} met the {g:neighbours}.", false],
  ["{g:Protesters} met {g:demonstrators}.", false],
  ["{g:Workers} met {g:autoworkers}.", false],
])("%s: two? %s", (marked, wanted) => expect(check(marked)).toBe(wanted))
