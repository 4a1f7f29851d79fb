import type { Mention } from "../src/actors/reading/readings.js"

export const kinds = { p: "person", o: "organisation", g: "group", u: "unnamed", d: "document" } as const

/** “{p:Ana Ruiz} spoke”: a text, and its mentions with the letter of their kind. */
export function readMentions(marked: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = []
  let text = ""
  for (const part of marked.split(/(\{[pogud]:[^}]*\})/)) {
    const mark = /^\{([pogud]):(.*)\}$/s.exec(part)
    const words = mark ? mark[2]! : part
    if (mark)
      mentions.push({ start: text.length, end: text.length + words.length, kind: kinds[mark[1] as keyof typeof kinds] })
    text += words
  }
  return { text, mentions }
}
