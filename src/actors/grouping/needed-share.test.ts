import { expect, test } from "vitest"
import type { Mention } from "../reading/readings.js"
import { groupMentions } from "./group.js"
import { neededShare } from "./needed-share.js"

const kinds = { p: "person", o: "organisation", g: "group", d: "document" } as const

test.each([
  ["{p:Tom Kane} met us. The {p:actor} left.", 0.35],
  ["{p:Tom Kane} met us. {p:Another actor} left.", 0.5],
  ["{p:Tom Kane} met us. The {p:president} left.", 0.5],
  ["{d:three recent polls} were out. The {d:polls} said no.", 0.2],
  ["{d:three recent polls} were out. The {d:surveys} said no.", 0.5],
  ["{o:Torvik Works} met us. The {o:company} left.", 0.5],
  ["{o:Torvik Works} met us. The {o:state} left.", 0.6],
])("%s: joins from %s on", (marked, wanted) => {
  const mentions: Mention[] = []
  let text = ""
  for (const part of marked.split(/(\{[pogd]:[^}]*\})/)) {
    const mark = /^\{([pogd]):(.*)\}$/s.exec(part)
    const words = mark ? mark[2]! : part
    if (mark)
      mentions.push({ start: text.length, end: text.length + words.length, kind: kinds[mark[1] as keyof typeof kinds] })
    text += words
  }
  const { groups, groupOf } = groupMentions(text, mentions)
  expect(neededShare(groups[groupOf[1]!]!, groups[groupOf[0]!]!)).toBe(wanted)
})
