import { sliceOf } from "../text/span.js"
import type { Draft } from "./draft.js"

/**
 * “{Reed}, he said, {answered, “No.”}”: who passes it on stands between commas in what he tells. The outer content is
 * all around the aside; the name before it is whose answer it is, and somebody else than “he”.
 */
export function settleAsides(text: string, drafts: readonly Draft[]): Draft[] {
  const byCue = new Map(drafts.flatMap((draft, number) => draft.cue.map(({ start }) => [start, number] as const)))
  const settled = [...drafts]
  for (const [number, draft] of drafts.entries()) {
    const [source, cue] = [draft.source[0], draft.cue[0]]
    if (!source || !cue || text.slice(source.end, cue.start) !== " ") continue
    const answer = text.startsWith(", ", cue.end) ? byCue.get(cue.end + 2) : undefined
    const told = answer === undefined ? undefined : settled[answer]!
    if (answer === undefined || !told || answer === number || text.slice(source.start - 2, source.start) !== ", ")
      continue
    const named = draft.content.filter((part) => told.source.length === 0 && name.test(sliceOf(text, part)))
    const subject = [...told.source, ...named].find(({ end }) => end === source.start - 2)
    if (!subject) continue
    const end = Math.max(...told.cue.map((span) => span.end), ...told.content.map((span) => span.end))
    settled[number] = { ...draft, content: [subject, { start: cue.end + 2, end }], somebodyElse: subject }
    settled[answer] = { ...told, source: [subject] }
  }
  return settled
}

/** “Reed”, “The Dorn Herald”: what the network took for words told, where it missed who answers. */
const name = /^\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3}$/u
